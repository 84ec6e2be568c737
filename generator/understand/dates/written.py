"""Dates in the text of any article: exact forms only, never a guess. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.moments import DatePart, Moment
from generator.months import Names, names, unaccented
from generator.tables import load_patterns
from generator.understand.dates.clock import time_after, time_before
from generator.understand.dates.numeric_order import DAY_FIRST, Order

EARLIEST_YEAR = 1970  # an older "year" in a date line is some other number
_LONGEST = 1000  # characters of a line that are searched
_BESIDE = 16  # characters beside a date in which its weekday may be named
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")  # of another script
_AHEAD = dt.timedelta(days=1)  # a day begins earlier elsewhere
DATE_WORDS = load_patterns(Path(__file__).with_name("date_words.yml"))
_DIGIT = re.compile(r"\d")
# "12.09.2025 (updated: 18:22 …)", "… 9 March | Updated: 10:40, …": the time of another day.
_SEPARATE = re.compile(r"\([^\W\d_]|[|•·/–—]\s*[^\W\d_]|[^\W\d_]{5,}|[^\W\d_]{3,}\s*[:：]")
# Korean, Japanese and Chinese counters; the year may be absent.
_EASTERN = (
    r"(?:(?P<year>\d{4})\s?[年년]\s?)?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일号]"
)
# A year to which the next element of a page is glued: a time, or the same date once more.
_GLUED = (
    r"(?:19|20)\d\d(?=\d{1,2}:\d\d(?!\d)|\d{1,2}[.\-/]\d{1,2}[.\-/](?:\d{4}|\d\d)(?!\d)"
    r"|\d{1,2}\.?\s?[^\W\d_]{3,}\.?\s?(?:\d{4}|\W))"
)
_ISO = r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"
_YEAR_FIRST = (
    r"(?<![\d.,/])(?P<year>\d{4})(?P<mark>[./\-])\s?(?P<month>\d{1,2})(?P=mark)\s?"
    r"(?P<day>\d{1,2})(?!\d)"
)
_YEAR_LAST = (
    r"(?<![\d.,/:\-])(?P<one>\d{1,2})[\s\u200f]?(?P<mark>[./\-])\s?(?P<two>\d{1,2})[\s\u200f]?"
    r"(?P=mark)\s?"
    rf"(?P<year>\d{{4}}(?![\d:]|[.,]\d)|{_GLUED}|\d\d(?![\d:]|[.,]\d))"
)
_YEAR = rf"(?P<year>\d{{4}}(?!\d)|{_GLUED}|['’]\d\d(?!\d))"
_DAY = r"(?<![\d.,:])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|η)?(?!\d)"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, and where it begins and ends.

    `inferred` names the part that the text does not state. `other` is the other day that the
    numbers may mean, if only the convention of the language decides.
    """

    date: Moment
    inferred: DatePart | None
    start: int
    end: int
    other: dt.date | None = None

    @property
    def day(self) -> dt.date:
        """The calendar day."""
        return self.date.day


def find_date(
    text: str, language: str, collected: dt.date, order: Order = DAY_FIRST
) -> FoundDate | None:
    """Return the first date in the text that is not after the day it was collected.

    `order` decides what 3/4/2025 means where the numbers, a weekday beside them and the day of
    collection leave it open.
    """
    return next(iter(dates_in(text, language, collected, order)), None)


def dates_in(
    text: str, language: str, collected: dt.date, order: Order = DAY_FIRST
) -> list[FoundDate]:
    """Return the dates in a line of text, in order."""
    text = text[:_LONGEST]
    if not _DIGIT.search(text):
        return []
    text = western_digits(text)
    found: list[FoundDate] = []
    known = names(language)
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            if all(match.end() <= date.start or match.start() >= date.end for date in found):
                found += _made(match, known, collected, order)
    return sorted(found, key=lambda date: date.start)


def western_digits(text: str) -> str:
    """Return a text with the digits of other scripts as 0 to 9."""
    return _FOREIGN_DIGIT.sub(lambda digit: str(int(digit[0])), text)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    # Arabic papers give both names of a month: "يناير/ كانون الثاني".
    twice = rf"(?:\s?/\s?(?:{names(language).pattern}))?" if language == "ar" else ""
    # A label may be glued to the month: "PublishedMarch 7".
    begin = r"(?:(?<![^\W\d_])|(?<=[a-zß-ÿ])(?=(?-i:[A-Z])))"
    name = rf"{begin}(?P<name>{names(language).pattern})(?![^\W\d_])\.?{twice}"
    of = rf"(?:\s?[.\-/]\s?|\s{DATE_WORDS['before_month']}?\s?|(?:년|年))"
    before_year = rf"(?:\s?,?\s?(?:{DATE_WORDS['before_year']}|-|/|\.)?\s?)"
    counted = r"(?<=, )(?P<followed>(?:19|20)\d\d)(?=\d)"  # a count is glued: "May 3, 202517"
    year_word = rf"[.\-]?\s?(?:{DATE_WORDS['after_year']}\b\.?)?,?\s?"
    forms = (
        _ISO,
        _EASTERN,
        rf"(?<!\d)(?P<year>\d{{4}}){year_word}{_DAY}[.\-]?\s?{name}",
        rf"(?<!\d)(?P<year>\d{{4}}){year_word}{name}\s?{_DAY}",
        rf"{_DAY}{of}{name}(?:{before_year}{_YEAR})?",
        rf"{name}\s?(?P<mark>[-/])\s?{_DAY}\s?(?P=mark)\s?{_YEAR}",  # "Feb - 20 - 2025"
        rf"{name}\s?{_DAY}(?:(?:,\s{{0,2}}|\s{{1,2}})(?:de\s)?(?:{_YEAR}|{counted}))?",
        _YEAR_FIRST,
        _YEAR_LAST,
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _made(
    match: re.Match[str], known: Names, collected: dt.date, order: Order
) -> Iterator[FoundDate]:
    parts = match.groupdict()
    stated = parts.get("followed") or parts.get("year")
    year = stated_year(stated, collected, known)
    if year is None and stated and ("name" not in parts or _next_year(match, stated, collected)):
        return  # other numbers, or a day in the future
    day, other, *_ = (*_days(match, year, known, collected, order), None, None)
    if day is None:
        return
    end = match.end() if year or not stated else match.start("year")
    clock, last = _clock(match, end, day)
    other = None if order.sure else other
    inferred: DatePart | None = None if year else "year"
    yield FoundDate(Moment(day, clock), inferred, match.start(), max(last, end), other)


def _clock(match: re.Match[str], end: int, day: dt.date) -> tuple[dt.time | None, int]:
    """Return the time beside a date, and where both end; one directly before it is preferred."""
    clock, last = time_after(match.string, end, day)
    before = time_before(match.string, match.start(), day)
    if before and (not clock or _SEPARATE.search(match.string[end:last])):
        return before, end
    return clock, last


def _days(
    match: re.Match[str], year: int | None, known: Names, collected: dt.date, order: Order
) -> Iterator[dt.date]:
    """Yield the days that a match may mean, the likelier one first."""
    before, after = match.string[: match.start()][-_BESIDE:], match.string[match.end() :][:_BESIDE]
    weekday = _weekday(before, known)
    made = (
        _latest(month, day, weekday, collected) if year is None else _day(year, month, day)
        for month, day in _readings(match, known, order)
    )
    days = [day for day in made if day and day <= collected + _AHEAD]
    if len(days) > 1:
        weekday = weekday if weekday is not None else _weekday(after, known, first=True)
        yield from [day for day in days if day.weekday() == weekday] or days
    else:
        yield from days


def _readings(match: re.Match[str], known: Names, order: Order) -> list[tuple[int, int]]:
    """Return the possible pairs of month and day; with dots, the day is first."""
    parts = match.groupdict()
    if "name" in parts:
        return [(month_number(parts["name"], known), int(parts["day"]))]
    if "one" not in parts:
        return [(int(parts["month"]), int(parts["day"]))]
    first, two = int(parts["one"]), int(parts["two"])
    if first > 12 or two > 12:
        return [(two, first) if first > 12 else (first, two)]
    if parts["mark"] != "/" or first == two:
        return [(two, first)]
    return [(first, two), (two, first)] if order.month_first else [(two, first), (first, two)]


def month_number(name: str, known: Names) -> int:
    """Return the number of a month by its name, as in `Names`."""
    plain = name.lower().replace("i̇", "i")
    return known.months.get(plain) or known.months[unaccented(plain)]


def stated_year(stated: str | None, collected: dt.date, known: Names) -> int | None:
    """Return the year a number states, None for a number that can't be one."""
    if not stated:
        return None
    digits = stated.lstrip("'’")
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    if 1300 < year < 1500 and (known.persian or not digits.isascii()):
        return year  # of the Persian calendar; checked when the day is computed
    if known.era and year > 2400:
        year -= known.era
    return year if EARLIEST_YEAR <= year <= (collected + _AHEAD).year else None


def _next_year(match: re.Match[str], stated: str, collected: dt.date) -> bool:
    """Return whether a number after a date is the next year, not a count: no number follows it."""
    rest = _CLOCK.sub("", match.string[match.end() :])
    counted = any(character.isdigit() for character in rest)
    return stated == str((collected + _AHEAD).year + 1) and not counted


def _day(year: int, month: int, day: int) -> dt.date | None:
    if year < 1500:
        return _persian(year, month % 100, day)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _latest(month: int, day: int, weekday: int | None, collected: dt.date) -> dt.date | None:
    """Return the latest such day that is not after the day of collection (and is that weekday)."""
    newest = collected.year if month < 100 else collected.year - 621
    for year in range(newest, newest - 12, -1):
        made = _day(year, month, day)
        if made and made <= collected and weekday in (None, made.weekday()):
            return made
    return None


def _weekday(beside: str, known: Names, *, first: bool = False) -> int | None:
    """Return the weekday named in the words beside a date, the last one unless `first`."""
    words = re.findall(r"[^\W\d_]+", beside.lower())
    found = (
        known.weekdays[word] for word in words[:: 1 if first else -1] if word in known.weekdays
    )
    return next(found, None)


def _persian(year: int, month: int, day: int) -> dt.date | None:
    """Return a day of the Solar Hijri calendar (33-year leap cycle, correct for 1244 to 1472)."""
    if not (1300 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= 31 - (month > 6)):
        return None
    past = year - 1
    days = past * 365 + (8 * past + 21 + 8) // 33 + (month - 1) * 30 + min(month - 1, 6) + day
    return dt.date.fromordinal(226_894 + days)
