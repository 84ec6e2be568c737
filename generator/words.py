"""The interface's phrases, dates and numbers in the site's language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, get_day_names
from babel.numbers import format_decimal, format_percent

from generator import yaml_text
from generator.locales import locale_of

_FOLDER = Path(__file__).parent / "words"
FALLBACK = "en"
_LONG_DATE = re.compile(r"d((?:'[^']*'|[^\w'])+)MMMM((?:'[^']*'|[^\w'])+)y")  # d 'de' MMMM 'de' y
_SHORT_MONTH = re.compile(r"(?<=d)(?:'[^']*'|[^\w'])+MMM(?!M)")
Phrase = str | Mapping[str, str]
"""A phrase, or its forms by CLDR plural category: `{one: 1 article, other: "{count} articles"}`."""


@dataclass(frozen=True)
class Words:
    """Phrases by key, e.g. `words("min-read", count=3)`; missing ones are in English."""

    language: str
    phrases: Mapping[str, Phrase]

    def __call__(self, key: str, **values: object) -> str:
        """Return a phrase with its values filled in."""
        phrase = self.phrases[key]
        return (phrase if isinstance(phrase, str) else phrase["other"]).format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """Return a phrase in the plural form for a number."""
        forms = self.phrases[key]
        if isinstance(forms, str):
            return forms.format(count=self.number(number), **values)
        form = forms.get(_plural(number, self.language), forms["other"])
        return form.format(count=self.number(number), **values)

    def day(self, day: dt.date) -> str:
        """Return a day as in "29 August 2025"."""
        return _date(day, "long", self.language)

    def weekday(self, day: dt.date) -> str:
        """Return a day with its weekday, as in "Friday, 29 August 2025"."""
        return _date(day, "full", self.language)

    def span(self, first: dt.date, last: dt.date) -> str:
        """Return a period as in "25–31 August 2025"."""
        if first == last:
            return self.day(first)
        field = "y" if first.year != last.year else "M" if first.month != last.month else "d"
        pattern = self._locale.interval_formats["yMMMd"].get(field)
        if not pattern:
            return format_interval(first, last, "yMMMd", locale=self._locale)
        return "".join(
            _date(day, self._in_full(part), self.language)
            for day, part in zip((first, last), pattern, strict=True)
        )

    def _in_full(self, pattern: str) -> str:
        """Return a pattern with short months ("25 ago 2025") in the form of the long date."""
        long = _LONG_DATE.search(str(self._locale.date_formats["long"].pattern))
        if not long:
            return pattern
        before, after = long.groups()
        full = _SHORT_MONTH.sub(f"{before}MMMM", pattern)
        return full.replace("MMMM y", f"MMMM{after}y")

    def month(self, day: dt.date) -> str:
        """Return a month as in "August 2025", for a title or a list."""
        return _capital(format_skeleton("yMMMM", day, locale=self._locale))

    def months(self, first: dt.date, last: dt.date) -> str:
        """Return a period of months as in "Jul – Sept 2025"."""
        return format_interval(first, last, "yMMM", locale=self._locale)

    def month_name(self, day: dt.date, *, short: bool = False) -> str:
        """Return a month's name alone, for a title or a list."""
        return _capital(_date(day, "LLL" if short else "LLLL", self.language))

    def language_name(self, code: str) -> str:
        """Return the name of a language (ISO 639-1 code), the code itself if it is unknown."""
        locale = locale_of(code)
        return (locale and locale.get_language_name(self._locale)) or code

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """Return a letter and the name of each day of the week, Monday first."""
        letters, names = (
            get_day_names(width, context="stand-alone", locale=self._locale)
            for width in ("narrow", "wide")
        )
        return tuple((letters[number], names[number]) for number in range(7))

    def number(self, number: int) -> str:
        """Return a number with the language's digit grouping."""
        return _number(number, self.language)

    def percent(self, share: float) -> str:
        """Return a share (0 to 1) as a whole percentage."""
        return _percent(share, self.language)

    @property
    def _locale(self) -> Locale:
        return _locale(self.language)


@cache
def load_words(language: str, part: str = "") -> Words:
    """Return the words of a language; phrases it lacks are filled from English.

    `part` is a folder of `words/` whose phrases are added, such as "review".
    """
    phrases = _read(FALLBACK) | _read(language)
    if part:
        phrases |= _read(f"{part}/{FALLBACK}") | _read(f"{part}/{language}")
    known = (_FOLDER / f"{language}.yml").is_file()
    return Words(language if known else FALLBACK, phrases)


@cache
def direction(language: str) -> str:
    """Return a language's direction of writing: "rtl", or "ltr" by default."""
    locale = locale_of(language)
    return locale.text_direction if locale else "ltr"


@cache
def _locale(language: str) -> Locale:
    # Day before month, as in most countries: readers are not only in the United States.
    locale = locale_of("en_GB" if language == "en" else language)
    return cast("Locale", locale)  # each language of `words/` has one


# Pages repeat the same small numbers and the same days. To compute the hash of a locale takes as
# long as to look up what is kept, so these are kept by language.
@cache
def _number(number: int, language: str) -> str:
    return format_decimal(number, locale=_locale(language))


@cache
def _percent(share: float, language: str) -> str:
    return format_percent(share, locale=_locale(language))


@cache
def _plural(number: int, language: str) -> str:
    return str(_locale(language).plural_form(number))


@lru_cache(1 << 14)
def _date(day: dt.date, form: str, language: str) -> str:
    return format_date(day, form, locale=_locale(language))


def _capital(text: str) -> str:
    """Return a text with a capital first letter; many languages write months in lower case."""
    return text[:1].upper() + text[1:]


def _read(language: str) -> dict[str, Phrase]:
    path = _FOLDER / f"{language}.yml"
    return yaml_text.load(path.read_text(encoding="utf-8")) if path.is_file() else {}
