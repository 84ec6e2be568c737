"""Short phrases on pages and in lists: dates, datelines, reasons for related articles. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.compose.article.entry import Entry
from generator.models import Related
from generator.tables import load_table
from generator.words import Words


class _ReadingSpeeds(BaseModel):
    """How many words or, by language, characters are read in a minute: see `reading_speeds.yml`."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    words: int
    characters: dict[str, int]
    unknown: list[str]


_SPEEDS = load_table(Path(__file__).with_name("reading_speeds.yml"), _ReadingSpeeds)
CHARACTERS_A_MINUTE = _SPEEDS.characters
_UNSPACED = frozenset({*_SPEEDS.unknown, *CHARACTERS_A_MINUTE})
_UNITS = (
    ("years", 365.25, 700),
    ("months", 30.44, 60),
    ("days", 1, 0),
)  # days: of one, from which on


def date_text(entry: Entry, words: Words) -> str:
    """Return the date as a reader sees it: no day that is inferred, and a mark at such a year."""
    if entry.day is None and entry.collected:
        return words("undated-collected", day=words.day(entry.collected))
    if entry.day is None:
        return words("undated")
    if entry.date_inferred == "day":
        return words.month(entry.day)
    day = words.day(entry.day)
    return f"{day} ({words('year-inferred')})" if entry.date_inferred else day


def minutes(entry: Entry) -> int:
    """Return the reading time in minutes, stated or else computed; 0 if it is unknown.

    It is computed from the number of words or, in languages without spaces between words, of
    characters.
    """
    if entry.reading_minutes:
        return entry.reading_minutes
    if entry.summary_only:
        return 0
    if entry.language in _UNSPACED:
        return -(-entry.characters // CHARACTERS_A_MINUTE.get(entry.language, 1))
    return -(-entry.words // _SPEEDS.words)


def reading_time(entry: Entry, words: Words) -> str:
    """Return the reading time in words, "" if it is unknown; a computed one says "about"."""
    count = minutes(entry)
    key = "min-read" if entry.reading_minutes else "min-read-about"
    return words(key, count=words.number(count)) if count else ""


def dateline(entry: Entry, words: Words) -> tuple[str, ...]:
    """Return section, date, outlet, place and reading time, as far as known, in that order."""
    known = (
        entry.section,
        date_text(entry, words),
        entry.outlet,
        entry.place,
        reading_time(entry, words),
    )
    return tuple(part for part in known if part)


def note(entry: Entry, words: Words) -> str:
    """Return a note that the text is incomplete, "" if it is complete."""
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
    """Return a time span in words, e.g. "2 days earlier"; a long one in months or years."""
    if days is None:
        return None
    if days == 0:
        return words("same-day")
    unit, length = next((name, long) for name, long, least in _UNITS if abs(days) >= least)
    way = "earlier" if days < 0 else "later"
    return words.count(f"{unit}-{way}", round(abs(days) / length))


def _present(texts: Iterable[str | None]) -> Iterable[str]:
    return (text for text in texts if text)
