"""Short phrases of pages and lists: dates, datelines, reasons for related articles. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compose.article.entry import Entry
from generator.models import Related
from generator.words import Words

_UNITS = (
    ("years", 365.25, 700),
    ("months", 30.44, 60),
    ("days", 1, 0),
)  # days: of one, from which on


def date_text(entry: Entry, words: Words) -> str:
    """Return the date as a reader sees it; an inferred year is said to be inferred."""
    if entry.day is None and entry.collected:
        return words("undated-collected", day=words.day(entry.collected))
    if entry.day is None:
        return words("undated")
    day = words.day(entry.day)
    return f"{day} ({words('year-inferred')})" if entry.date_inferred else day


def dateline(entry: Entry, words: Words) -> tuple[str, ...]:
    """Return section, date, outlet, place, reading time: what is known of them, in that order."""
    minutes = entry.reading_minutes
    known = (
        entry.section,
        date_text(entry, words),
        entry.outlet,
        entry.place,
        words("min-read", count=words.number(minutes)) if minutes else None,
    )
    return tuple(part for part in known if part)


def note(entry: Entry, words: Words) -> str:
    """Return the note on what is missing from the text, "" if it is complete."""
    if entry.shown != "full":
        return words(f"{entry.shown}-only")
    return words("summary-only") if entry.summary_only else ""


def reason(related: Related, words: Words) -> str:
    """Return why an article is related, e.g. "Takeshi Iwai, Central Asia; two days earlier"."""
    shared = ", ".join(related.keywords) or words("same-event")
    return "; ".join(_present((shared, distance(related.days, words))))


def distance(days: int | None, words: Words) -> str | None:
    """Return a distance in time in words, e.g. "2 days earlier"; a long one in months or years."""
    if days is None:
        return None
    if days == 0:
        return words("same-day")
    unit, length = next((name, long) for name, long, least in _UNITS if abs(days) >= least)
    way = "earlier" if days < 0 else "later"
    return words.count(f"{unit}-{way}", round(abs(days) / length))


def _present(texts: Iterable[str | None]) -> Iterable[str]:
    return (text for text in texts if text)
