"""Dates that programs write (ISO 8601, RFC 2822, their usual misspellings) → `Moment`. Pure."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from generator.moments import Moment

LATEST = dt.date(2099, 12, 31)  # that an article can state: a later day is a program's "never"
_EARLIEST = 1970  # year: an older one is a default value
_LONGEST = 40  # characters
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
_OFFSET = re.compile(r"\s*(?:UTC|GMT)?\s*([+-]\d\d)(?::?(\d\d))?$")
_STRAY = re.compile(r"(?<=\d)\s+(?=\d\d:\d\d)|T\s+")
# The year before 2: programs write "0000-00-00" as "Wed, 30 Nov -0001" where no date is set.
_NO_YEAR = re.compile(r"(?:^|\s)(?:-\d{4}|000[01])(?=-\d\d|\s\d\d:)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:\D|$)")


def is_default(text: str) -> bool:
    """Return whether a date is what programs write for none: its year is before 2."""
    return _NO_YEAR.search(text) is not None


def machine_date(text: str, last: dt.date = LATEST) -> Moment | None:
    """Return the day or the time that a program wrote; None for anything else.

    A date before 1970 or after `last` is not that of an article.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or is_default(text):
        return None
    day = _COMPACT.sub(r"\1-\2-\3", text.replace("/", "-"))
    found = _parsed(day) if len(day) == len("2025-08-29") else _iso(day) or _mail(text)
    if found is None or found.day.year < _EARLIEST:
        return None
    return found if found.day <= last else None


def _iso(text: str) -> Moment | None:
    day = text[:10] if _DAY.match(text) else ""
    text = _STRAY.sub("T", _OFFSET.sub(lambda m: f"{m[1]}:{m[2] or '00'}", text), count=1)
    text = re.sub(r"(?<=\d)\s*(?:UTC|GMT|z)$", "Z", text)
    text = re.sub(r"[.,]\d+", "", text)
    return _parsed(text) or _parsed(day)


def _parsed(text: str) -> Moment | None:
    try:
        return Moment.parse(text)
    except ValueError:
        return None


def _mail(text: str) -> Moment | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    known = found.tzinfo is not None or text.rstrip().endswith("-0000")
    return Moment.of(found if known else found.date())
