"""Dates in the text of any article: exact forms only, never a guess. Pure."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale

EARLIEST_YEAR = 1970


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: ISO 8601, what of it is inferred, and where it stands."""

    date: str
    inferred: Literal["year"] | None
    start: int
    end: int


@cache
def months(language: str) -> dict[str, int]:
    """Return month names of a language, in lower case, without a final point."""
    names: dict[str, int] = {}
    for code in ("en", language):
        table = Locale.parse(code).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in table[context][width].items():
                    names[str(name).lower().rstrip(".")] = number
    return names


def find_date(text: str, language: str, collected: dt.date) -> FoundDate | None:
    """Return the first date in the text that is not after the day it was collected."""
    names = "|".join(sorted(map(re.escape, months(language)), key=len, reverse=True))
    patterns = (
        r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
        r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})",
        rf"(?<!\d)(?P<d>\d{{1,2}})\.? (?P<n>{names})\.?,?(?: (?P<y>\d{{4}})\b)?",
        rf"\b(?P<n>{names})\.? (?P<d>\d{{1,2}})\b,?(?: (?P<y>\d{{4}})\b)?",
    )
    for pattern in patterns:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            try:
                return _made(match, months(language), collected)
            except ValueError:  # a 31 February is no date
                continue
    return None


def _made(match: re.Match[str], names: dict[str, int], collected: dt.date) -> FoundDate | None:
    parts = match.groupdict()
    month = int(parts["m"]) if "m" in parts else names[parts["n"].lower()]
    stated = int(parts["y"] or 0)
    end = match.end()
    if EARLIEST_YEAR <= stated <= collected.year:
        return FoundDate(
            dt.date(stated, month, int(parts["d"])).isoformat(), None, match.start(), end
        )
    if stated:
        end = match.start("y")
    for year in (collected.year, collected.year - 1):
        day = dt.date(year, month, int(parts["d"]))
        if day <= collected:
            return FoundDate(day.isoformat(), "year", match.start(), end)
    return None
