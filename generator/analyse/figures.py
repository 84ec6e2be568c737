"""Figures in a sentence: "18 people were injured" is 18 of "people injured". Pure.

A figure is a number with the noun that it counts and the participle that belongs to it. Years,
dates, times of day, ages, sums of money, shares and measures are not figures: two of them in one
story seldom measure the same thing. Neither are numbers that are part of a name: G7 nations, the
No. 2 position, Title 42 expulsions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.analyse.text.word_forms import stem, straighten
from generator.analyse.text.word_lists import stop_words
from generator.languages import LANGUAGES
from generator.locales import month_names
from generator.tables import load_table

_FILE = Path(__file__).with_suffix(".yml")
_PIECE = re.compile(
    r"\d+(?:[.,\u00a0\u202f' ]\d{3})*(?:[.,]\d+)?(?![\w%])|[^\W\d_]+\w*(?:['’‘-]\w+)*|\S"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MONEY = frozenset("$€£¥₽₴₺№#§+:/")
_DASHES = frozenset("-–—‑")  # of a range, or of a name: "G-7"
_BETWEEN = 2  # auxiliaries between the noun and the participle: "people have been hurt"


class _Table(BaseModel):
    """The form of `figures.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    numbers: dict[str, dict[str, int]]
    scales: dict[str, dict[str, int]]
    measures: list[str]
    labels: list[str]
    auxiliaries: list[str]


def figures(sentence: str, language: str) -> tuple[str, ...]:
    """Return the figures of a sentence, each as its number and the stems of what it counts.

    "At least 20 people were injured" gives "20 peopl injur".
    """
    pieces = _PIECE.findall(straighten(sentence))
    return tuple(dict.fromkeys(_found(pieces, language)))


def _found(pieces: list[str], language: str) -> Iterator[str]:
    for at in range(len(pieces)):
        value, after = _value(pieces, at, language)
        if value is None or _is_marked(pieces, at):
            continue
        counted = list(_counted(pieces[after:], language))
        if not counted:
            continue
        if len(counted) == 1 and at and _is_content(pieces[at - 1], language):
            counted.append(stem(pieces[at - 1].lower(), language))  # "killed 18 people"
        yield f"{value} {' '.join(counted)}"


def _value(pieces: list[str], at: int, language: str) -> tuple[int | None, int]:
    """Return the integer that begins at an index ("2.5 million"), and the index after it."""
    number, after = _number(pieces[at], language), at + 1
    if number is None:
        return None, after
    scale = _scales(language).get(pieces[after].lower()) if after < len(pieces) else None
    if scale:
        number, after = number * scale, after + 1
    elif _YEAR.fullmatch(pieces[at]):
        return None, after
    return (int(number) if number == int(number) else None), after


def _is_marked(pieces: list[str], at: int) -> bool:
    """Return whether a sign or a word beside a number makes it a sum, a date or part of a name."""
    after = pieces[at + 1] if at + 1 < len(pieces) else ""
    return after in _MONEY or _is_named(pieces[:at])


def _is_named(before: list[str]) -> bool:
    """Return whether the word or sign before a number makes it part of a sum, a date or a name."""
    if before[-1:] == ["."]:
        before = before[:-1]  # of an abbreviation: "No. 2", "Sept. 11"
    if not before:
        return False
    word = before[-1]
    return word in _MONEY or word in _DASHES or word.lower() in _months() | _labels()


def _counted(pieces: list[str], language: str) -> Iterator[str]:
    """Yield the stems of the word that a number counts, and of the one that belongs to it."""
    small, found = 0, 0
    for piece in pieces:
        low = piece.lower()
        if not piece[0].isalpha() or low in _measures() or low in _months():
            return
        if _is_content(piece, language):
            yield stem(low, language)
            found, small = found + 1, 0
            if found > 1:
                return
        elif found and small < _BETWEEN and low in _auxiliaries():
            small += 1
        else:
            return


def _is_content(piece: str, language: str) -> bool:
    low = piece.lower()
    if language in LANGUAGES.capital_nouns and piece[0].isupper():
        return True  # "Menschen" is a stop word
    return piece[0].islower() and low not in stop_words(language)  # a capital makes a name


def _number(piece: str, language: str) -> float | None:
    """Return the value of a number, written in digits or as a word."""
    if not piece[0].isdigit():
        return _numbers(language).get(piece.lower())
    if _GROUPED.fullmatch(piece):
        return float(re.sub(r"\D", "", piece))
    try:
        return float(piece.replace(",", "."))
    except ValueError:
        return None


def _numbers(language: str) -> Mapping[str, int]:
    return _table().numbers.get(language, {})


def _scales(language: str) -> Mapping[str, int]:
    return _table().scales.get(language, {})


@cache
def _measures() -> frozenset[str]:
    return frozenset(_table().measures)


@cache
def _labels() -> frozenset[str]:
    return frozenset(_table().labels)


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(_table().auxiliaries)


@cache
def _months() -> frozenset[str]:
    """Return the names of months in the languages that have number words."""
    names = chain.from_iterable(month_names(tuple(_table().numbers)).values())
    plain = (name.lower().rstrip(".") for name in names)
    return frozenset(name for name in plain if name.isalpha())


@cache
def _table() -> _Table:
    return load_table(_FILE, _Table)
