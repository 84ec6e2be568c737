"""The editions: a page for each period and an index; the front page shows the latest. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.compose.article.entry import Entry
from generator.compose.article.labels import minutes
from generator.compose.lists import archive, front_page
from generator.compose.lists.collection import Shelf, grouped
from generator.compose.lists.items import Item, items_of, ranked
from generator.compose.lists.items import lead as lead_with_points
from generator.compose.lists.periods import name_of
from generator.compose.lists.speaker_pages import of_edition
from generator.compose.lists.trend_labels import common, moves_of
from generator.compose.lists.trends import Trends, trends
from generator.compose.lists.views import Group, Link, Links, Moves, View
from generator.compose.pictures import counts
from generator.compose.pictures.counts import Axis
from generator.editorial import EditionNotes

_FRONT_SIZE = 24  # articles on the front page below its top; the rest are in the edition
_FRONT_LEAST = 8  # fewer are filled up from earlier editions
_PAGE_SIZE = 200  # articles on a page of an edition
_COLUMNS = 4  # of the grid of cards on a wide screen


@dataclass(frozen=True, slots=True)
class Edition:
    """A period's articles, newest first, and its rising and falling keywords."""

    start: dt.date
    link: Link
    entries: Sequence[Entry]
    trends: Trends


def editions_of(shelf: Shelf) -> list[Edition]:
    """Return all editions, oldest first."""
    starts = sorted(shelf.by_edition)
    moved = trends([entry.keywords for entry in shelf.by_edition[start]] for start in starts)
    return [
        Edition(start, shelf.edition_at(start), shelf.by_edition[start], found)
        for start, found in zip(starts, moved, strict=True)
    ]


def pages(shelf: Shelf) -> Iterator[View]:
    """Yield the front page, the index of editions and every edition."""
    editions = editions_of(shelf)
    yield _front(shelf, editions)
    yield _index(shelf, editions)
    before, after = [None, *editions[:-1]], [*editions[1:], None]
    for edition, earlier, later in zip(editions, before, after, strict=False):
        yield from _edition(shelf, edition, earlier, later)


def _front(shelf: Shelf, editions: Sequence[Edition]) -> View:
    words = shelf.words
    latest = editions[-1] if editions else None
    entries = latest.entries if latest else shelf.listed
    pinned, earlier = _beside(shelf, entries)
    lead, seconds, rest = _divided(shelf, [*entries, *pinned], pins=True)
    before = items_of(shelf, earlier)
    filled = front_page.SECONDS - len(seconds)  # a small edition leaves room at its top
    groups = list(front_page.bands(shelf, rest[:_FRONT_SIZE]))
    if len(rest) < _FRONT_LEAST and len(before) > filled:
        groups.append(_earlier(shelf, before[filled:], _FRONT_LEAST - len(rest)))
    view = View(
        "front",
        "index.md",
        words("front"),
        summary="" if lead else words("empty"),
        lead=lead_with_points(shelf, lead) if lead else None,
        seconds=front_page.cards(shelf, [*seconds, *before[:filled]]),
        groups=tuple(groups),
    )
    return _of_edition(view, shelf, latest) if latest else view


def _beside(shelf: Shelf, entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return the articles not in `entries`: those that are pinned, and the others with a date."""
    shown = {entry.path for entry in entries}
    others = [entry for entry in shelf.listed if entry.path not in shown]
    pinned = [entry for entry in others if entry.editorial.pin]
    return pinned, [entry for entry in others if entry.day and not entry.editorial.pin]


def _of_edition(view: View, shelf: Shelf, edition: Edition) -> View:
    """Return the front page with the facts and keywords of its edition."""
    moves = moves_of(shelf, edition.start, edition.trends)
    notes = _notes(shelf, edition)
    return replace(
        view,
        kicker=edition.link.text,
        note=notes.front or notes.edition,
        edition=replace(edition.link, note=_label(shelf, edition)),
        facts=_facts(shelf, edition.entries),
        moves=_rising(moves) if moves.common else _ever(shelf, moves),
        calendar=archive.latest_months(shelf),
    )


def _divided(
    shelf: Shelf, entries: Sequence[Entry], *, pins: bool = False
) -> tuple[Item | None, Sequence[Item], Sequence[Item]]:
    """Return the lead, the seconds and the rest: stories, the best covered first, then articles.

    With `pins`, pinned articles are placed beside the lead, or come next.
    """
    items = items_of(shelf, entries)
    order = ranked(items)
    lead, seconds = front_page.top_of(order, [item for item in order if pins and item.pinned])
    top = {id(item) for item in (lead, *seconds)}
    stories = [item for item in order if item.several and id(item) not in top]
    singles = [item for item in items if not item.several and id(item) not in top]
    singles.sort(key=lambda item: (pins and item.pinned, item.chosen), reverse=True)
    return lead, seconds, [*stories, *singles]


def _notes(shelf: Shelf, edition: Edition) -> EditionNotes:
    return shelf.notes.get(name_of(edition.start, shelf.unit), EditionNotes())


def _worth_a_rail(moves: Moves) -> Moves | None:
    """Return the keyword trends, None if there are no keywords to show."""
    return moves if moves.rows or moves.fresh or moves.common else None


def _rising(moves: Moves) -> Moves:
    """Return keyword trends without falling ones; without a note if nothing else is left."""
    only_fell = bool(moves.falling) and not moves.rising
    return replace(moves, falling=(), note="" if only_fell else moves.note)


def _ever(shelf: Shelf, moves: Moves) -> Moves:
    """Return keyword trends with the whole collection's keywords, if the edition shares none."""
    return replace(_rising(moves), common=common(shelf, shelf.entries), ever=True)


def _earlier(shelf: Shelf, items: Sequence[Item], missing: int) -> Group:
    """Return items of earlier editions that fill up the front page."""
    missing += -missing % _COLUMNS  # in full rows, so that no old story is set wide like a lead
    heading = Link(shelf.words("from-earlier"), "editions/index.md")
    return Group(heading, front_page.cards(shelf, items[:missing]))


def _edition(
    shelf: Shelf, edition: Edition, earlier: Edition | None, later: Edition | None
) -> Iterator[View]:
    lead, seconds, rest = _divided(shelf, edition.entries)
    parts = [rest[at : at + _PAGE_SIZE] for at in range(0, len(rest), _PAGE_SIZE)] or [[]]
    stem = str(edition.link.path).removesuffix(".md")
    view = View(
        "edition",
        f"{stem}.md",
        edition.link.text,
        kicker=_label(shelf, edition),
        facts=(*_facts(shelf, edition.entries), *_minutes(shelf, edition.entries)),
        newer=later.link if later else None,
        older=earlier.link if earlier else None,
    )
    for number, part in enumerate(parts, 1):
        groups = tuple(front_page.bands(shelf, part))
        if number > 1:
            yield replace(view, path=f"{stem}/page-{number}.md", groups=groups)
            continue
        more = [Link(str(at), f"{stem}/page-{at}.md") for at in range(2, len(parts) + 1)]
        yield replace(
            view,
            note=_notes(shelf, edition).edition,
            lead=lead_with_points(shelf, lead) if lead else None,
            seconds=front_page.cards(shelf, seconds),
            groups=groups,
            statements=of_edition(shelf, edition.entries),
            moves=_worth_a_rail(moves_of(shelf, edition.start, edition.trends)),
            links=(Links(shelf.words("more-pages"), tuple(more), "letters"),) if more else (),
        )


def _index(shelf: Shelf, editions: Sequence[Edition]) -> View:
    axis = Axis.of(shelf.entries, shelf.words, shelf.unit)
    by_year = grouped((edition.start.year, edition) for edition in reversed(editions))
    return View(
        "editions",
        "editions/index.md",
        shelf.words("editions"),
        summary=shelf.words(_summary_key(shelf)),
        figures=counts.timeline(shelf.entries, axis, shelf.words),
        links=tuple(
            Links(str(year), tuple(_with_lead(shelf, edition) for edition in found), "dated")
            for year, found in by_year.items()
        ),
    )


def _summary_key(shelf: Shelf) -> str:
    """Return the key of the introductory phrase of the index of editions."""
    if shelf.by_edition:
        return f"editions-{shelf.unit}"
    return "no-editions" if shelf.entries else "empty"


def _with_lead(shelf: Shelf, edition: Edition) -> Link:
    return replace(edition.link, article=front_page.lead_of(shelf, edition.entries))


def _label(shelf: Shelf, edition: Edition) -> str:
    """Return the label of an edition: "Edition, week 35"."""
    return shelf.words(f"edition-{shelf.unit}", number=edition.start.isocalendar().week)


def _minutes(shelf: Shelf, entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the total reading time, if it is known for most articles."""
    known = [found for found in map(minutes, entries) if found]
    if 2 * len(known) > len(entries):
        yield shelf.words("edition-minutes", count=shelf.words.number(sum(known)))


def _facts(shelf: Shelf, entries: Sequence[Entry]) -> tuple[str, ...]:
    outlets = {entry.outlet for entry in entries if entry.outlet}
    sections = {entry.section for entry in entries if entry.section}
    stories = sum(item.several for item in items_of(shelf, entries))
    facts = [shelf.count(len(entries))]
    if stories:
        facts.insert(0, shelf.words.count("count-stories", stories))
    elif len(sections) > 1:
        facts.append(shelf.words.count("count-sections", len(sections)))
    if outlets:
        facts.append(shelf.words.count("count-outlets", len(outlets)))
    return tuple(facts)
