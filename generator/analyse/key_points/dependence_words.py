"""Word lists (`dependence_words.yml`) that show a sentence depends on others. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.analyse.text.unspaced import word_separator

_FILE = Path(__file__).with_suffix(".yml")
_LIKE = {"nb": "no", "nn": "no", "bs": "hr", "sr": "hr"}


@dataclass(frozen=True, slots=True)
class Rules:
    """The lists of one language, as that file explains them; what it lacks matches nothing."""

    leaning: re.Pattern[str]
    pointing: re.Pattern[str]
    demonstratives: re.Pattern[str]
    pronouns: re.Pattern[str]
    speaker: re.Pattern[str]
    address: re.Pattern[str]
    inner: re.Pattern[str]
    linking: re.Pattern[str]
    expletive: re.Pattern[str]
    times: re.Pattern[str]
    verbs: frozenset[str]
    definite: frozenset[str]
    narrowing: frozenset[str]
    shells: frozenset[str]


@cache
def rules(language: str) -> Rules:
    """Return the lists of a language."""
    lists = _lists().get(_LIKE.get(language, language), {})

    def listed(name: str, space: str = " ") -> re.Pattern[str]:
        return _any(lists.get(name, ()), space)

    return Rules(
        leaning=listed("leaning", word_separator(language)),
        pointing=listed("pointing"),
        demonstratives=listed("demonstratives"),
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
        narrowing=frozenset(lists.get("narrowing", ())),
        shells=frozenset(lists.get("shells", ())),
    )


@cache
def page_words() -> re.Pattern[str]:
    """Return what a page says, not an article, in any language."""
    return _any(_lists()["page"])


@cache
def _lists() -> Mapping[str, Mapping[str, Sequence[str]]]:
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found


def _any(words: Iterable[str], space: str = " ") -> re.Pattern[str]:
    """Return what matches any of the words, as whole words where spaces part them."""
    found = sorted(words, key=len, reverse=True)
    parts = [_pattern(word, space) for word in found]
    return re.compile("|".join(parts) or "(?!)", re.IGNORECASE)


def _pattern(word: str, space: str) -> str:
    before = r"(?<!\w)" if space and word[0].isalnum() else ""
    after = r"(?![\w-])" if space and word[-1].isalnum() else ""
    return before + re.escape(word).replace(r"\*", r"\w*") + after
