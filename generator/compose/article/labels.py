"""Short phrases of pages and lists: dates, datelines, reasons for related articles. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compose.article.entry import Entry
from generator.models import Related
from generator.words import Words

_WORDS_A_MINUTE = 200
_UNSPACED = frozenset({"bo", "ja", "km", "lo", "my", "th", "zh"})
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


def minutes(entry: Entry) -> int:
    """Return the reading time, as stated, else from the number of words; 0 where that is unknown.

    200 words a minute is a slow pace (Brysbaert 2019: 238 for non-fiction in English). Words are
    not counted in languages that set no spaces between them.
    """
    if entry.reading_minutes:
        return entry.reading_minutes
    if entry.language in _UNSPACED or entry.summary_only:
        return 0
    return -(-entry.words // _WORDS_A_MINUTE)


def reading_time(entry: Entry, words: Words) -> str:
    """Return the reading time in words, "" if it is unknown; a computed one says "about"."""
    count = minutes(entry)
    key = "min-read" if entry.reading_minutes else "min-read-about"
    return words(key, count=words.number(count)) if count else ""


def dateline(entry: Entry, words: Words) -> tuple[str, ...]:
    """Return section, date, outlet, place, reading time: what is known of them, in that order."""
    known = (
        entry.section,
        date_text(entry, words),
        entry.outlet,
        entry.place,
        reading_time(entry, words),
    )
    return tuple(part for part in known if part)


def note(entry: Entry, words: Words) -> str:
    """Return the note on what is missing from the text, "" if it is complete."""
    if entry.shown == "link" and not entry.url:
        return words("link-without-address")
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
