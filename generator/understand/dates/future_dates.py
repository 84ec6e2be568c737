"""Dates after the day of collection, as the text of an article states them. Pure."""

from __future__ import annotations

import datetime as dt
import re

from generator.understand.dates.machine import LATEST
from generator.understand.dates.numeric_order import DAY_FIRST, Order
from generator.understand.dates.written import FoundDate, dates_in

_AHEAD = dt.timedelta(days=1)  # a day begins earlier elsewhere
_FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def later_dates(
    text: str, language: str, collected: dt.date, order: Order = DAY_FIRST
) -> list[FoundDate]:
    """Return the dates in a line that are after the day of collection, in order.

    Only those that state their year in full, and none whose numbers may mean two days.
    """
    if not _FULL_YEAR.search(text):
        return []
    return [
        found
        for found in dates_in(text, language, LATEST, order)
        if found.day > collected + _AHEAD
        and not (found.inferred or found.other)
        and _FULL_YEAR.search(text[found.start : found.end])
    ]
