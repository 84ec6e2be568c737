"""The words next to a phrase, which show whether it is part of a longer one. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.analyse.keywords.names import is_field_of_office
from generator.analyse.keywords.phrases import Phrase
from generator.analyse.text.parts_of_speech import TABLES
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_lists import institutions, links, roles, titles_of_office
from generator.languages import LANGUAGES
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "neighbours")
_MOSTLY, _NEARLY_ALL = _TUNED["mostly"], _TUNED["nearly_all"]


def _beside(
    sentence: Sequence[Token], at: int, end: int, language: str
) -> Iterator[tuple[str, str]]:
    """Yield the words right before and after an occurrence that may be part of the phrase."""
    before = sentence[at - 1] if at else None
    if before and before.nominal and not _is_office(sentence, at):
        yield "before", before.stem
    after = sentence[end] if end < len(sentence) else None
    if after and (after.noun or _is_meaningful_stop_word(after, language)):
        yield "after", after.stem


def _joined(sentence: Sequence[Token], at: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield the nouns that a small word joins to an occurrence: "Midi" after "canal du"."""
    if at > 1 and sentence[at - 1].low in links() and sentence[at - 2].noun:
        yield "before", sentence[at - 2].stem
    if end + 1 < len(sentence) and sentence[end].low in links() and sentence[end + 1].noun:
        yield "after", sentence[end + 1].stem


def is_part(phrase: Phrase, text: Text) -> bool:
    """Return whether the same word is next to a phrase in most occurrences."""
    if len(phrase.stems) > 1 and _is_name(phrase, text):
        return False  # pieces of longer names are told by their spans
    beside: Counter[tuple[str, str]] = Counter()
    joined: Counter[tuple[str, str]] = Counter()
    for number, at, end in phrase.places:
        sentence = text.sentences[number]
        beside.update(_beside(sentence, at, end, text.language))
        joined.update(_joined(sentence, at, end))
    places = len(phrase.places)
    return max(beside.values(), default=0) >= max(2, _MOSTLY * places) or (
        max(joined.values(), default=0) >= max(2, _NEARLY_ALL * places)
    )


def _is_name(phrase: Phrase, text: Text) -> bool:
    """Return whether all words of a phrase are names, where not every noun looks like one."""
    number, at, end = phrase.places[-1]
    names = all(token.kind == "name" for token in text.sentences[number][at:end])
    return names and number > 0 and text.language not in LANGUAGES.capital_nouns


def is_of_a_person(phrase: Phrase, surface: Sequence[Token], text: Text) -> bool:
    """Return whether a surname is before a name that mostly occurs without it: "Holm White House".

    "Senate Judiciary Committee" is the name, even where it is mostly "Judiciary Committee".
    """
    if len(surface) < 3 or any(token.kind != "name" for token in surface):
        return False
    first, *rest = phrase.stems
    is_surname = any(
        place and text.sentences[row][place - 1].kind == "name" for row, place in text.where[first]
    )
    alone = sum(
        [token.stem for token in text.sentences[row][place : place + len(rest)]] == rest
        for row, place in text.where[rest[0]]
    )
    named = surface[-1].low not in institutions() and is_surname
    return named and alone >= 2 * len(phrase.places)


def _is_office(sentence: Sequence[Token], at: int) -> bool:
    """Return whether an office is right before a name: "Foreign Minister | Takeshi Iwai"."""
    office = sentence[at - 1].low.rstrip(".") in roles() | titles_of_office()
    return sentence[at].kind == "name" and (office or is_field_of_office(sentence, at - 1))


def _is_meaningful_stop_word(token: Token, language: str) -> bool:
    """Return whether a stop word is meaningful beside a noun: "leap second"."""
    return language in TABLES and token.kind == "stop" and token.part in {"noun", "adjective"}


@dataclass(frozen=True, slots=True)
class Sides:
    """Shares of a phrase's occurrences: beside content words, beside small words."""

    left: float
    right: float
    after_small: float
    before_small: float


def _around(sentence: Sequence[Token], at: int, end: int) -> tuple[Token | None, Token | None]:
    """Return the words before and after a phrase, None at an end of the sentence."""
    before = sentence[at - 1] if at else None
    return before, sentence[end] if end < len(sentence) else None


def sides(phrase: Phrase, text: Text) -> Sides:
    """Return what is beside a phrase."""
    left = right = after_small = before_small = 0
    # In a headline every word may be capitalised.
    places = [place for place in phrase.places if place[0] > 0] or phrase.places
    for number, at, end in places:
        sentence = text.sentences[number]
        before, after = _around(sentence, at, end)
        left += bool(before and before.nominal and not _is_office(sentence, at))
        right += bool(after and after.noun)
        after_small += bool(before and before.kind == "stop")
        before_small += bool(not after or after.kind in {"stop", "mark"})
    of = len(places)
    return Sides(left / of, right / of, after_small / of, before_small / of)
