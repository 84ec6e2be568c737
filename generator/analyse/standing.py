"""Whether a sentence can be read without the others, and is one of the article. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from generator.analyse.lists import noise, stop_words
from generator.analyse.quotations import outside_quotations
from generator.analyse.spelling import straight
from generator.analyse.unspaced import joiner

_WORDS = Path(__file__).with_name("standing_words.yml")
_LIKE = {"nb": "no", "nn": "no", "bs": "hr", "sr": "hr"}
_LARGE_NOUNS = frozenset({"de", "lb"})  # a capital letter makes no name there
_FIRST = 3  # words among which a demonstrative points back
_SUBJECT = 5  # words among which the subject stands, where capitals don't tell it
_VERB_ENDINGS = ("ed", "s", "'re", "'ve", "'d", "'ll")
_SHORT = 45  # characters
_OPENERS = "\"'‘“„«‹「『¿¡(["
_ENDS = re.compile(r"(?<!\.\.)[.!。！।։።۔][\"'”’»）)」』]*$")
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NO_PROSE = re.compile(
    r",\s(?:\w+\sfrom\s)?(?:left|right|cent(?:er|re)),"  # a caption: "Ann Holm, center, speaks"
    r"|\b[^\W\d_a-z]{4,}:\s|\bMORE\b"  # "WATCH: …", "READ MORE"
    r"|^(?:\S+\s){2,3}is\s(?:(?:an?|the)\s)?(?:[\w-]+\s){0,4}(?:editor|columnist|correspondent|reporter|"
    r"commentator|contributor|writer|fellow)\b"  # who wrote it
    r"|^\W{0,2}\d{1,2}\)\s|^[•*‣▪]|^\W{0,2}[-–—]"  # items, and speech after a dash
)
_AGENCIES = (
    "AA|AFP|ANI|ANSA|AP|APA|Bloomberg|CNN|ČTK|dpa|EFE|epd|IANS|Interfax|IRNA|KNA|Kyodo|Lusa|PAP|"
    "PTI|Reuters|RIA|SDA|TASS|UPI|Xinhua"
)
_DATELINE = re.compile(
    rf"(?:[^\W\d_][\w.'’/, -]{{1,44}}?\s*)?\((?:{_AGENCIES})(?:/\w+)*\)\s*(?:[-–—:.]+\s*)?"
    r"|(?P<place>[^\W\d_]{3,}[^–—―:“\"]{0,45}?)\s*(?:--|[–—―]|(?<=\s)-)\s+(?=[\"“„«]?[^\W\d_])"
)


@dataclass(frozen=True, slots=True)
class _Rules:
    """What gives away, in one language, that a sentence leans on others."""

    leaning: re.Pattern[str]
    pointing: re.Pattern[str]
    demonstratives: re.Pattern[str]
    pronouns: re.Pattern[str]
    speaker: re.Pattern[str]
    inner: re.Pattern[str]
    times: re.Pattern[str]
    verbs: frozenset[str]


def without_dateline(sentence: str, before: str | None) -> str:
    """Return a sentence without the place and the agency before it: "LONDON (Reuters) - ".

    `before` is the sentence before it in its paragraph: a short one may be the dateline itself.
    """
    if before is not None:
        return sentence.lstrip("-–—― ") if len(before) < _SHORT else sentence
    found = _DATELINE.match(sentence)
    if not found:
        return sentence
    place, rest = found["place"], sentence[found.end() :]
    is_line = not place or (
        place.split()[0].strip(",/").isupper() and rest.lstrip(_OPENERS)[:1].isupper()
    )
    return rest if is_line else sentence


def is_prose(sentence: str, language: str) -> bool:
    """Tell whether it is a sentence of an article: no caption, item, question or page remains."""
    if not _ENDS.search(sentence) or _NO_PROSE.search(sentence) or _page().search(sentence):
        return False
    if sentence.count("(") != sentence.count(")") or _after_control(sentence, language):
        return False
    verbs = _rules(_LIKE.get(language, language)).verbs
    return not verbs or any(
        word in verbs or (word.islower() and word.endswith(_VERB_ENDINGS))
        for word in _WORD.findall(straight(sentence))
    )


def _after_control(sentence: str, language: str) -> bool:
    """Tell whether a page control is glued to the start: "CLOSE As the council met"."""
    first, second, *_ = [*sentence.split(maxsplit=2), "", ""]
    shouted = len(first) > 3 and first.isalpha() and first.isupper()
    return shouted and second.istitle() and second.lower() in stop_words(language)


def stands_alone(sentence: str, language: str, *, opening: bool) -> bool:
    """Tell whether a sentence can be read without the others; `opening`: none is before it."""
    rules = _rules(_LIKE.get(language, language))
    start = straight(sentence).lstrip(_OPENERS)
    outside = straight(outside_quotations(sentence))
    words = (_WORD if joiner(language) else _LETTER).findall(outside)
    if len(words) < 2 or start[:1].islower() or rules.leaning.match(start):
        return False
    if rules.speaker.search(outside) or rules.inner.search(outside):
        return False
    if _asks_which(words, rules, language):
        return False
    return opening or not (_points_back(words, rules) or _unnamed(words, rules, language))


def _points_back(words: Sequence[str], rules: _Rules) -> bool:
    """Tell whether the first words point to something said before: "after these talks"."""
    return any(
        rules.pointing.fullmatch(word)
        and not rules.times.fullmatch(" ".join(words[at + 1 : at + 2]))
        for at, word in enumerate(words[:_FIRST])
    )


def _asks_which(words: Sequence[str], rules: _Rules, language: str) -> bool:
    """Tell whether it speaks of things that it has not named: "sent these questions to"."""
    lows = [word.lower() for word in words]
    return any(
        rules.demonstratives.fullmatch(word)
        and following not in {*lows[:at], *stop_words(language)}
        and not rules.times.fullmatch(following)
        for at, (word, following) in enumerate(pairwise(lows))
    )


def _unnamed(words: Sequence[str], rules: _Rules, language: str) -> bool:
    """Tell whether a pronoun comes before any name that it could stand for."""
    for at, word in enumerate(words):
        if rules.pronouns.fullmatch(word):
            return True
        large = word[:1].isupper() and word.lower() not in noise(language)
        if at == _SUBJECT if language in _LARGE_NOUNS else at and large:
            break
    return False


@cache
def _rules(language: str) -> _Rules:
    lists = _lists().get(language, {})
    return _Rules(
        leaning=_any(lists.get("leaning", ()), joiner(language)),
        pointing=_any(lists.get("pointing", ())),
        demonstratives=_any(lists.get("demonstratives", ())),
        pronouns=_any(lists.get("pronouns", ())),
        speaker=_any(lists.get("speaker", ()), joiner(language)),
        inner=_any(f", {word}," for word in lists.get("inner", ())),
        times=_any(lists.get("times", ())),
        verbs=frozenset(lists.get("verbs", ())),
    )


@cache
def _page() -> re.Pattern[str]:
    return _any(_lists()["page"])


@cache
def _lists() -> Mapping[str, Mapping[str, Sequence[str]]]:
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
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
