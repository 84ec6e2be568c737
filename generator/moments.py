"""Moments in time as articles state them: a day, or a time with or without its zone. Pure.

As text a moment is ISO 8601 ("2025-08-29", "2025-08-29T10:15:00+05:00"); an article says no more of
it than its source does.
"""

from __future__ import annotations

import datetime as dt

Moment = dt.date | dt.datetime
_DAY = len("2025-08-29")
_MIDNIGHT = dt.time(tzinfo=dt.UTC)


def moment_of(text: str) -> Moment:
    """Return the day or time that a text states; `ValueError` if it states none."""
    return (dt.date if len(text) == _DAY else dt.datetime).fromisoformat(text)


def day_of(text: str) -> dt.date:
    """Return the calendar day of a moment, where it was; `ValueError` if there is none."""
    return dt.date.fromisoformat(text[:_DAY])


def instant(moment: Moment) -> dt.datetime:
    """Return a moment to compare: a day begins at midnight, a time without a zone is UTC."""
    if not isinstance(moment, dt.datetime):
        return dt.datetime.combine(moment, _MIDNIGHT)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
