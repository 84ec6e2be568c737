"""The interface's words in the site's language; dates and numbers as that language writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

_FOLDER = Path(__file__).parent / "words"
FALLBACK = "en"


@dataclass(frozen=True)
class Words:
    """Phrases by key, e.g. `words("min-read", count=3)`; missing ones are said in English."""

    language: str
    phrases: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return a phrase with its values filled in."""
        return self.phrases[key].format(**values)

    def day(self, day: dt.date) -> str:
        """Return a day as in "29 August 2025"."""
        pattern = "d MMMM y" if self.language == "en" else "long"
        return format_date(day, pattern, locale=self._locale)

    def month(self, day: dt.date) -> str:
        """Return a month as in "August 2025"."""
        return format_date(day, "LLLL y", locale=self._locale)

    def number(self, number: int) -> str:
        """Return a number with the language's grouping."""
        return format_decimal(number, locale=self._locale)

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self.language)


@cache
def load_words(language: str) -> Words:
    """Return the words of a language; phrases it lacks are filled from English."""
    phrases = _read(FALLBACK) | _read(language)
    known = (_FOLDER / f"{language}.yml").is_file()
    return Words(language if known else FALLBACK, phrases)


def _read(language: str) -> dict[str, str]:
    path = _FOLDER / f"{language}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
