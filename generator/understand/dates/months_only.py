"""Dates of which only the month and the year are stated: "March 2026", "2026-03". Pure."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from generator.moments import Moment
from generator.months import names
from generator.understand.dates.written import (
    DATE_WORDS,
    FoundDate,
    month_number,
    stated_year,
    western_digits,
)

_LONGEST = 100  # characters of a line that states a month
_YEAR = re.compile(r"\d{4}")
# Behind a day the month is part of a full date.
_NO_DAY = r"(?<!\d\s)(?<!\d\.\s)(?<!\d(?:st|nd|rd|th)\s)(?<!\d\sde\s)(?<!\d\.)(?<!\d-)"


def month_in(text: str, language: str, last: dt.date) -> FoundDate | None:
    """Return the first month with its year in a short text, as its first day.

    None if there is none up to `last`, or if the text is long.
    """
    if len(text) > _LONGEST:
        return None
    text = western_digits(text)
    if not _YEAR.search(text):
        return None
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            if day := _first_day(match, language, last):
                return FoundDate(Moment(day), "day", match.start(), match.end())
    return None


def _first_day(match: re.Match[str], language: str, last: dt.date) -> dt.date | None:
    parts, known = match.groupdict(), names(language)
    year = stated_year(parts["year"], last, known)
    month = month_number(parts["name"], known) if "name" in parts else int(parts["month"])
    if year is None or year < 1500 or not 1 <= month <= 12:  # the Persian calendar's are not read
        return None
    day = dt.date(year, month, 1)
    return day if day <= last else None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    name = rf"(?<![^\W_])(?P<name>{names(language).pattern})(?![^\W\d_])"
    forms = (
        rf"{_NO_DAY}{name}\.?,?\s(?:{DATE_WORDS['before_year']}\s)?(?P<year>\d{{4}})(?![\d:])",
        rf"(?<![\d.,/-])(?P<year>\d{{4}})[.-]?\s?(?:{DATE_WORDS['after_year']}\.?)?\s?{name}(?!\.?\s?\d)",
        r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월](?!\s?\d)",
        r"(?<![\d/.-])(?P<year>\d{4})[-/](?P<month>\d\d)(?![\d/.:-])",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
