"""Calendar arithmetic: periods of editions, time axes of charts. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal

from generator.words import Words

Unit = Literal["day", "week", "month", "quarter", "year"]
_UNITS: tuple[tuple[Unit, int], ...] = (
    ("day", 1), ("week", 7), ("month", 31), ("quarter", 92), ("year", 366)
)  # fmt: skip
_NAMED = re.compile(r"(\d{4})-(?:W(\d\d)|(\d\d)(?:-(\d\d))?)")
_MOST_STEPS = 64  # bars that can still be distinguished on a phone
_LEAST_STEPS = 3  # fewer show no trend


def start_of(day: dt.date, unit: Unit) -> dt.date:
    """Return the first day of the period that contains a day; weeks begin on Monday (ISO 8601)."""
    if unit == "week":
        return dt.date.fromordinal(max(day.toordinal() - day.weekday(), 1))
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return day.replace(month=day.month - (day.month - 1) % 3, day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def end_of(start: dt.date, unit: Unit) -> dt.date:
    """Return the last day of the period that begins at `start`."""
    following = _after(start, unit)
    return following - dt.timedelta(days=1) if following else dt.date.max


def name_of(start: dt.date, unit: Unit) -> str:
    """Return the period's name in addresses: 2025-08-29, 2025-W35, 2025-08."""
    if unit == "week":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02}"
    return start.isoformat() if unit == "day" else f"{start.year:04}-{start.month:02}"


def period_named(name: str) -> tuple[Unit, dt.date] | None:
    """Return the unit and first day of a period named as by `name_of`; None for other names."""
    found = _NAMED.fullmatch(name)
    if found is None:
        return None
    year, week, month, day = (int(part or 0) for part in found.groups())
    try:
        if week:
            return "week", dt.date.fromisocalendar(year, week, 1)
        return ("day" if day else "month"), dt.date(year, month, day or 1)
    except ValueError:
        return None


def title_of(start: dt.date, unit: Unit, words: Words) -> str:
    """Return the period in words: "25–31 August 2025", "August 2025"."""
    if unit == "year":
        return str(start.year)
    if unit == "month":
        return words.month(start)
    if unit == "quarter":
        return words.months(start, end_of(start, unit))
    return words.weekday(start) if unit == "day" else words.span(start, end_of(start, unit))


def unit_for(first: dt.date, last: dt.date, finest: Unit = "day") -> Unit:
    """Return the finest unit that divides a span into few enough steps to be readable."""
    days = (last - first).days + 1
    units = _UNITS[[unit for unit, _ in _UNITS].index(finest) :]
    return next((unit for unit, length in units if days / length <= _MOST_STEPS), "year")


def axis(first: dt.date, last: dt.date, finest: Unit = "day") -> tuple[Unit, tuple[dt.date, ...]]:
    """Return the unit of a time axis and its steps; no steps if there is no trend to show.

    For a span of many centuries (a mistyped year) only the latest steps are kept.
    """
    unit = unit_for(first, last, finest)
    steps = tuple(_steps(start_of(first, unit), last, unit))[-_MOST_STEPS:]
    return unit, steps if len(steps) >= _LEAST_STEPS else ()


def _steps(start: dt.date, last: dt.date, unit: Unit) -> Iterator[dt.date]:
    step: dt.date | None = start
    while step and step <= last:
        yield step
        step = _after(step, unit)


def _after(start: dt.date, unit: Unit) -> dt.date | None:
    """Return the next period's first day; None at the end of the calendar."""
    try:
        if unit in {"day", "week"}:
            return start + dt.timedelta(days=1 if unit == "day" else 7 - start.weekday())
        months = start.month - 1 + {"month": 1, "quarter": 3}.get(unit, 12)
        return start.replace(year=start.year + months // 12, month=months % 12 + 1)
    except (OverflowError, ValueError):
        return None
