"""Names of months and weekdays in a language, from Babel's CLDR data and `months.yml`. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.locales import locale_of
from generator.tables import load_table


class _Table(BaseModel):
    """The form of `months.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    regions: dict[str, list[str]]
    eras: dict[str, int]
    persian_calendar: list[str]
    spellings: dict[str, dict[str, int]]
    endings: dict[str, list[list[str]]]
    persian: dict[str, list[str]]
    weekdays: dict[str, list[str]]


_FILE = Path(__file__).with_suffix(".yml")
_TABLE = load_table(_FILE, _Table)
_WEEKDAYS = frozenset(chain.from_iterable(_TABLE.weekdays.values()))
# Accents of Latin and Greek letters, and the hamza on an alef; not the vowels of Indian scripts.
_ACCENTS = frozenset(map(chr, (*range(0x300, 0x370), 0x654, 0x655)))
_WEEKDAY_NAME = 24  # characters
_LAST_WORDS = re.compile(r"(?<![^\W\d_])(?=((?:[^\W\d_]+[ \-\u200c])?[^\W\d_]+)[.,،]?\s*$)")
_CASED = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Months and weekdays by their names in lower case; `pattern` matches a month's name.

    Months 1-12 are Gregorian, 101-112 Persian. Monday is 0. `era` is the number of years by which
    the language's own era is ahead (the Buddhist era in Thai). `persian` is whether texts in the
    language use the Persian calendar.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    pattern: str
    era: int = 0
    persian: bool = False


@cache
def names(language: str) -> Names:
    """Return the names in a language and in English, which many sites use for dates."""
    codes = [code for code in ("en", language, *_TABLE.regions.get(language, ())) if code]
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for locale in filter(None, map(locale_of, dict.fromkeys(codes))):
        months |= dict(_named(locale.months))
        weekdays |= dict(_named(locale.days))
    for code in ("en", language):
        months |= _TABLE.spellings.get(code, {})
    months = _of_language(months, language)
    months = _endings(months, language) | months
    months = _prefixes(months) | months
    months = {unaccented(name): number for name, number in months.items()} | months
    longest = sorted(months, key=lambda name: (-len(name), name))
    pattern = "|".join(map(re.escape, longest))
    return Names(
        months, weekdays, pattern, _TABLE.eras.get(language, 0), language in _TABLE.persian_calendar
    )


def _of_language(months: Mapping[str, int], language: str) -> dict[str, int]:
    """Return months, extended by the spellings and the calendar specific to a language."""
    found = dict(months)
    if language == "fa":
        for solar in _TABLE.persian.values():
            found |= {name: 101 + place for place, name in enumerate(solar)}
        found |= {name.replace("ی", "ي"): number for name, number in found.items()}
    if language == "he":  # "in" is written together with the month
        found |= {f"ב{name}": number for name, number in found.items()}
    return found


def _named(table: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterator[tuple[str, int]]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in table[context][width].items():
                plain = name.lower().replace("i̇", "i").rstrip(".")
                if any(letter.isalpha() for letter in plain):
                    yield plain, number


def unaccented(name: str) -> str:
    """Return a month's name without accents, as in capitals and careless typing: "AOÛT", "AOUT"."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if sign not in _ACCENTS)
    return unicodedata.normalize("NFC", plain.replace("ı", "i"))


def _endings(months: Mapping[str, int], language: str) -> dict[str, int]:
    return {
        name.removesuffix(old) + new: number
        for old, new in _TABLE.endings.get(language, ())
        for name, number in months.items()
        if name.endswith(old)
    }


def _prefixes(months: Mapping[str, int]) -> dict[str, int]:
    """Return the unambiguous abbreviations of three letters or more."""
    found: dict[str, set[int]] = {}
    for name, number in months.items():
        if _CASED.fullmatch(name) and name.upper() != name:  # only scripts with letter case shorten
            for length in range(3, min(len(name), 6)):
                found.setdefault(name[:length], set()).add(number)
    return {short: numbers.pop() for short, numbers in found.items() if len(numbers) == 1}


def weekday_before(text: str) -> int:
    """Return where the weekday begins with which a text ends, without one the text's length."""
    start = max(0, len(text) - _WEEKDAY_NAME)
    names = _LAST_WORDS.finditer(text[start:])
    first = next((name.start() for name in names if is_weekday(name[1])), None)
    return len(text) if first is None else start + first


def is_weekday(word: str) -> bool:
    """Return whether a word names a day of the week in one of the larger languages."""
    return word.lower() in _WEEKDAYS
