"""Word lists (`dependence_words.yml`) that show a sentence depends on others. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.analyse.text.unspaced import word_separator
from generator.tables import load_table

_FILE = Path(__file__).with_suffix(".yml")
_LIKE = {"nb": "no", "nn": "no", "bs": "hr", "sr": "hr"}


@dataclass(frozen=True, slots=True)
class Rules:
    """The lists of one language, as that file explains them; a missing list matches nothing."""

    leaning: re.Pattern[str]
    pointing: re.Pattern[str]
    demonstratives: re.Pattern[str]
    bare: re.Pattern[str]
    pronouns: re.Pattern[str]
    speaker: re.Pattern[str]
    address: re.Pattern[str]
    inner: re.Pattern[str]
    linking: re.Pattern[str]
    expletive: re.Pattern[str]
    times: re.Pattern[str]
    verbs: frozenset[str]
    definite: frozenset[str]
    deictics: frozenset[str]
    contracted: frozenset[str]
    narrowing: frozenset[str]
    shells: frozenset[str]
    known: frozenset[str]
    adding: frozenset[str]
    background: frozenset[str]
    vague: frozenset[str]
    negating: frozenset[str]
    framing: frozenset[str]
    turning: frozenset[str]


def base_language(language: str) -> str:
    """Return the language whose lists serve: Serbian is read as Croatian."""
    return _LIKE.get(language, language)


@cache
def rules(language: str) -> Rules:
    """Return the lists of a language."""
    lists = _lists().get(base_language(language), {})

    def listed(name: str, space: str = " ") -> re.Pattern[str]:
        return _any(lists.get(name, ()), space)

    return Rules(
        leaning=listed("leaning", word_separator(language)),
        pointing=listed("pointing"),
        demonstratives=listed("demonstratives"),
        bare=listed("bare"),
        pronouns=listed("pronouns"),
        speaker=listed("speaker", word_separator(language)),
        address=re.compile(
            r"(?<=[\w,;:)] )(?:" + "|".join(lists.get("address", ["(?!)"])) + r")\b"
        ),
        inner=_any(f", {word}," for word in lists.get("inner", ())),
        linking=listed("linking"),
        expletive=listed("expletive"),
        times=listed("times"),
        verbs=frozenset(lists.get("verbs", ())),
        definite=frozenset(lists.get("definite", ())),
        deictics=frozenset(lists.get("deictics", ())),
        contracted=frozenset(lists.get("contracted", ())),
        narrowing=frozenset(lists.get("narrowing", ())),
        shells=frozenset(lists.get("shells", ())),
        known=frozenset(lists.get("known", ())),
        adding=frozenset(lists.get("adding", ())),
        background=frozenset(lists.get("background", ())),
        vague=frozenset(lists.get("vague", ())),
        negating=frozenset(lists.get("negating", ())),
        framing=frozenset(lists.get("framing", ())),
        turning=frozenset(lists.get("turning", ())),
    )


def has_page_words(sentence: str) -> bool:
    """Return whether a sentence contains words of a page, not of an article, in any language.

    A search for each word is an order of magnitude cheaper than the pattern, and mostly fails.
    """
    lower = sentence.lower()
    literals, pattern = _page_words()
    return any(literal in lower for literal in literals) and bool(pattern.search(sentence))


@cache
def _page_words() -> tuple[Sequence[str], re.Pattern[str]]:
    words = _lists()["every"]["page"]
    return [word.partition("*")[0].lower() for word in words], _any(words)


@cache
def _lists() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return load_table(_FILE, dict[str, dict[str, list[str]]])


def _any(words: Iterable[str], space: str = " ") -> re.Pattern[str]:
    """Return a pattern of any of the words, as whole words where spaces separate them.

    Words with the same guards share them: a look-behind per word would be tried at every position.
    """
    found = sorted(words, key=lambda word: (-len(word), word))
    guarded: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for word in found:
        guarded[_guards(word, space)].append(re.escape(word).replace(r"\*", r"\w*"))
    parts = [f"{before}(?:{'|'.join(own)}){after}" for (before, after), own in guarded.items()]
    return re.compile("|".join(parts) or "(?!)", re.IGNORECASE)


def _guards(word: str, space: str) -> tuple[str, str]:
    """Return the assertions before and after a word that make it a whole word."""
    before = r"(?<!\w)" if space and word[0].isalnum() else ""
    after = r"(?![\w-])" if space and word[-1].isalnum() else ""
    return before, after
