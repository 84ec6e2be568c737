"""Dates in machine-readable form (RFC 3339, ISO 8601), never the current time."""

from __future__ import annotations

import datetime as dt

from generator.compose.article.entry import Entry
from generator.moments import Moment


def published(entry: Entry) -> Moment | None:
    """Return when the article was published; None if that is unknown or inferred."""
    return None if entry.date_inferred else entry.date


def changed(entry: Entry) -> Moment | None:
    """Return when the article last changed: updated, else published, else the day of collection."""
    collected = Moment(entry.collected) if entry.collected else None
    return entry.updated or published(entry) or collected


def latest(entries: tuple[Entry, ...]) -> Moment | None:
    """Return when the last of these articles changed; None if no article has a date."""
    found = [moment for moment in map(changed, entries) if moment]
    return max(found, key=lambda moment: moment.instant, default=None)


def rfc3339(moment: Moment) -> str:
    """Return a moment as RFC 3339, which requires a time and a zone even if none is stated."""
    found = moment.instant
    odd_seconds = (found.utcoffset() or dt.timedelta()) % dt.timedelta(minutes=1)
    exact = found.astimezone(dt.UTC) if odd_seconds else found
    return exact.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def iso(moment: Moment | None) -> str | None:
    """Return a moment as ISO 8601, no more precise than it is known."""
    return str(moment) if moment else None


def w3c(moment: Moment) -> str:
    """Return a moment in the W3C format of sitemaps: a day, or a time with its zone."""
    return rfc3339(moment) if moment.time else str(moment)
