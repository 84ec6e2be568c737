"""An edition with the texts of its articles, the input of every format. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.article.labels import date_text
from generator.compose.lists import front_page
from generator.compose.lists.collection import Shelf, grouped
from generator.compose.lists.periods import name_of, title_of
from generator.config import Settings
from generator.editorial import EditionNotes
from generator.models import UsageError

LATEST = "latest"
_ANCHOR = re.compile(r'<a id="p\d+"></a>')
Text = Callable[[Entry], str]  # returns the Markdown of an article's text in content/


class NoEdition(UsageError):
    """There is no edition of that name."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a brief.

    `address` leads to its page on the published site, else to the original. `text` is the part that
    may be published, as Markdown.
    """

    title: str
    section: str  # empty where none is stated
    facts: tuple[str, ...]  # date, outlet, place, as far as known
    summary: str
    points: tuple[str, ...]
    address: str | None
    language: str
    text: str
    note: str  # why the text is incomplete; empty if it is complete
    comment: str = ""  # the editor's


@dataclass(frozen=True, slots=True)
class Part:
    """The articles of a section; `heading` is empty if no section is stated."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """An edition: its lead, the other articles by section, and the editor's note (Markdown).

    `name` is the edition's (`2025-W35`), `day` the day on which the newest of its articles was
    published, `site` the address of its page on the published site.
    """

    site_name: str
    name: str
    title: str
    counts: str
    language: str
    note: str
    lead: Item
    parts: tuple[Part, ...]
    day: dt.date
    site: str | None

    @property
    def items(self) -> tuple[Item, ...]:
        """Return all articles in their order."""
        return (self.lead, *(item for part in self.parts for item in part.items))


def brief_of(shelf: Shelf, name: str, settings: Settings, text: Text) -> Brief:
    """Return the edition `name` ("2025-W35", or "latest"); `NoEdition` names those that exist."""
    start = _start_of(shelf, name)
    entries = shelf.by_edition[start]
    lead = front_page.lead_of(shelf, entries) or entries[0]
    rest = grouped((entry.section or "", entry) for entry in entries if entry is not lead)
    order = sorted(rest, key=lambda section: (not section, -len(rest[section]), section))
    edition = name_of(start, shelf.unit)

    def item(entry: Entry) -> Item:
        return _item(entry, shelf, settings, text(entry))

    return Brief(
        site_name=settings.site_name,
        name=edition,
        title=title_of(start, shelf.unit, shelf.words),
        counts=shelf.count(len(entries)),
        language=shelf.words.language,
        note=shelf.notes.get(edition, EditionNotes()).edition,
        lead=item(lead),
        parts=tuple(Part(name, tuple(map(item, rest[name]))) for name in order),
        day=max(entry.edition_day for entry in entries if entry.edition_day),
        site=_on_site(settings, f"editions/{edition}.md"),
    )


def _start_of(shelf: Shelf, name: str) -> dt.date:
    starts = {name_of(start, shelf.unit): start for start in sorted(shelf.by_edition)}
    if not starts:
        raise NoEdition("there is no edition: no article in content/ has a date.")
    if name == LATEST:
        return max(starts.values())
    if name not in starts:
        last = ", ".join(list(starts)[-3:])
        raise NoEdition(f"there is no edition '{name}'. The latest are: {last}.")
    return starts[name]


def _item(entry: Entry, shelf: Shelf, settings: Settings, text: str) -> Item:
    return Item(
        title=entry.title,
        section=entry.section or "",
        facts=tuple(_facts(entry, shelf)),
        summary=entry.standfirst or entry.description,
        points=tuple(point.text for point in entry.key_points),
        address=_on_site(settings, entry.path) or sanitize.url(entry.url),
        language=entry.language,
        text=_ANCHOR.sub("", text).strip(),
        note="" if entry.shown == "full" else shelf.words(f"{entry.shown}-only"),
        comment=entry.editorial.comment,
    )


def _facts(entry: Entry, shelf: Shelf) -> Iterator[str]:
    yield from filter(None, (date_text(entry, shelf.words), entry.outlet, entry.place))


def _on_site(settings: Settings, path: str) -> str | None:
    """Return the address of a page of content/ if the site's address is known, else None."""
    if not settings.site_url:
        return None
    return f"{settings.site_url.rstrip('/')}/{path.removesuffix('.md').removesuffix('index')}/"
