"""Dates ahead as calendar files (RFC 5545), one for the digest and one for each section."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.compose.article.entry import Entry, Quoted
from generator.compose.lists.collection import Shelf
from generator.compose.machine_readable.publication import Publication, first_address
from generator.compose.voices.quotations_by_speaker import dates_ahead
from generator.text import clean, squeeze

ALL = "ahead/calendar.ics"
if TYPE_CHECKING:
    from icalendar import Event

_DAY = len("2025-09-12")


def calendar_places(shelf: Shelf) -> dict[str, str]:
    """Return the paths of the calendars in the site by section; "" is the whole digest."""
    days = list(_days(shelf))
    named = {entry.section for _, entry, _ in days if entry.section}
    places = {name: str(shelf.section(name).path).removesuffix(".md") for name in sorted(named)}
    whole = {"": ALL} if days else {}
    return whole | {name: f"{place}/calendar.ics" for name, place in places.items()}


def calendar_files(shelf: Shelf, site: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the calendars with their paths."""
    days = list(_days(shelf))
    for section, place in calendar_places(shelf).items():
        chosen = [event for event in days if section in {"", event[1].section}]
        title = f"{site.name}: {section}" if section else site.name
        yield place, _calendar(chosen, title, site, place)


def _days(shelf: Shelf) -> Iterator[tuple[str, Entry, Quoted]]:
    """Yield the dates ahead that are a day, each with a sentence that names it."""
    for date, passages in dates_ahead(shelf.entries).items():
        if len(date) == _DAY:
            yield from ((date, entry, sentence) for entry, sentence in passages)


def _calendar(
    days: Iterable[tuple[str, Entry, Quoted]], title: str, site: Publication, place: str
) -> bytes:
    from icalendar import Calendar  # noqa: PLC0415 - few builds of a changed article write one

    made = Calendar()
    made.add("prodid", "-//Briefing Digest//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", squeeze(clean(title)))
    for date, entry, sentence in days:
        made.add_component(_event(date, entry, sentence, site, place))
    return bytes(made.to_ical())


def _event(date: str, entry: Entry, sentence: Quoted, site: Publication, place: str) -> Event:
    from icalendar import Event  # noqa: PLC0415 - see above

    day = dt.date.fromisoformat(date)
    event = Event()
    event.add("uid", site.permanent(f"{first_address(entry)} {date} {sentence.text}"))
    event.add("dtstamp", dt.datetime.combine(entry.day or day, dt.time(), dt.UTC))
    event.add("dtstart", day)
    event.add("summary", squeeze(clean(sentence.text)))
    about = ", ".join(filter(None, (entry.title, entry.outlet)))
    event.add("description", squeeze(clean(about)))
    if site.base:
        event.add("url", f"{site.page(entry.path, place)}#p{sentence.paragraph}")
    return event
