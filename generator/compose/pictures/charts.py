"""Counts → charts and calendars: plain geometry, with the numbers beside it. Pure.

A chart shows nothing that its table does not; levels (0 to 4) are strengths of one colour.
"""

from __future__ import annotations

import calendar as almanac
import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.compose.lists.periods import Unit, start_of, title_of
from generator.compose.lists.views import Bar, Chart, Day, Link, Month
from generator.words import Words

_STEP, _BAR = 10, 8  # a bar and the space after it
_HEIGHT = 60
_COURSE_HEIGHT = 20
_LEAST_HEIGHT = 1.5  # so that one article among thousands is visible
_LEVELS = 4


def bars(
    values: Sequence[float], most: float, texts: Sequence[str], *, height: int = _HEIGHT
) -> Chart:
    """Return a row of bars over time, the tallest for `most`; zeros have no bar."""
    found = []
    for number, (value, text) in enumerate(zip(values, texts, strict=True)):
        if value:
            tall = round(max(value / most * height, _LEAST_HEIGHT), 2)
            place = (number * _STEP + (_STEP - _BAR) / 2, round(height - tall, 2))
            found.append(Bar(*place, _BAR, tall, _LEVELS, text))
    return Chart(len(values) * _STEP, height, tuple(found))


def course(shares: Sequence[float], texts: Sequence[str]) -> Chart:
    """Return small bars, one share per edition; the last one, this edition's, is emphasised."""
    chart = bars(shares, max(shares), texts, height=_COURSE_HEIGHT)
    now = (len(shares) - 1) * _STEP
    levels = (_LEVELS if bar.x > now else _LEVELS // 2 for bar in chart.bars)
    found = (replace(bar, level=level) for bar, level in zip(chart.bars, levels, strict=True))
    return replace(chart, bars=tuple(found))


def level(count: int, most: int) -> int:
    """Return a count's level on a logarithmic scale: 0 for zero, 4 for `most`."""
    if count == 0:
        return 0
    if most == 1:
        return _LEVELS // 2
    return min(1 + int(math.log(count) / math.log(most) * _LEVELS), _LEVELS)


def share_level(count: int, most: int) -> int:
    """Return a count's level on a linear scale: 0 for zero, 4 for `most`."""
    return math.ceil(count / most * _LEVELS) if count else 0


def month_of_days(
    link: Link, first: dt.date, days: Mapping[dt.date, Link], most: int, words: Words
) -> Month:
    """Return a month in weeks; `days` has the edition and count of each day with articles."""

    def day(number: int) -> Day | None:
        found = days.get(first.replace(day=number)) if number else None
        if not found or not found.count:
            return Day(number) if number else None
        text = f"{words.day(first.replace(day=number))}: {words.count('articles', found.count)}"
        return Day(number, level(found.count, most), text, found.path)

    weeks = almanac.Calendar().monthdayscalendar(first.year, first.month)
    return Month(link, tuple(tuple(day(number) for number in week) for week in weeks))


def counts_by(days: Iterable[dt.date], unit: Unit) -> Counter[dt.date]:
    """Return the number of `days` in each period."""
    return Counter(start_of(day, unit) for day in days)


def peak_text(counts: Mapping[dt.date, int], unit: Unit, words: Words) -> str:
    """Return a sentence about the period with most articles; "" if no period stands out."""
    when, most = max(counts.items(), key=lambda item: (item[1], item[0]))
    if list(counts.values()).count(most) > 1:
        return ""
    count = words.count("articles", most)
    return words("timeline-text", period=title_of(when, unit, words), count=count)
