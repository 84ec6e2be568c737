"""Names of months and weekdays in a language, from the CLDR data that Babel carries. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

# Regional standards whose months differ from the language's own: Levantine and Maghrebi Arabic,
# Austrian German, Uzbek in Cyrillic.
_REGIONS = {"ar": ("ar_LB", "ar_DZ"), "de": ("de_AT",), "uz": ("uz_Cyrl",), "pt": ("pt_PT",)}
# What newspapers write and CLDR does not list.
_MORE = {
    "en": {"sept": 9},
    "de": {"jänner": 1, "feber": 2, "mrz": 3},
    "es": {"setiembre": 9, "set": 9},
    "pt": {"setembro": 9},
    "nl": {"mrt": 3},
    "uz": {
        "июнь": 6,
        "июль": 7,
        "ноябр": 11,
        "октябр": 10,
        "сентябр": 9,
        "феврал": 2,
        "декабр": 12,
        "апрел": 4,
    },
}
_JALALI = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
]
_CASED = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Months and weekdays by their names in lower case; `pattern` matches a month's name.

    Months 1-12 are Gregorian, 101-112 of the Persian calendar. Monday is 0.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    pattern: str


@cache
def names(language: str) -> Names:
    """Return the names of a language and of English, which dates are often left in."""
    codes = [code for code in ("en", language, *_REGIONS.get(language, ())) if code]
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for locale in filter(None, map(_locale, dict.fromkeys(codes))):
        months |= dict(_named(locale.months))
        weekdays |= dict(_named(locale.days))
    for code in ("en", language):
        months |= _MORE.get(code, {})
    if language == "fa":
        months |= {name: 101 + place for place, name in enumerate(_JALALI)}
    if language == "he":  # "in" is written together with the month
        months |= {f"ב{name}": number for name, number in months.items()}
    months = _prefixes(months) | months
    longest = sorted(months, key=lambda name: (-len(name), name))
    return Names(months, weekdays, "|".join(map(re.escape, longest)))


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


def _named(table: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterator[tuple[str, int]]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in table[context][width].items():
                plain = name.lower().replace("i̇", "i").rstrip(".")
                if any(letter.isalpha() for letter in plain):
                    yield plain, number


def _prefixes(months: Mapping[str, int]) -> dict[str, int]:
    """Return the shortenings, of three letters and more, that fit one month only."""
    found: dict[str, set[int]] = {}
    for name, number in months.items():
        if _CASED.fullmatch(name) and name.upper() != name:  # only scripts with letter case shorten
            for length in range(3, min(len(name), 6)):
                found.setdefault(name[:length], set()).add(number)
    return {short: numbers.pop() for short, numbers in found.items() if len(numbers) == 1}
