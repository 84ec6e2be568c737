"""The editions: a page for each period, their index; the front page is the latest. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator.compose import archive, pictures
from generator.compose.entry import Entry
from generator.compose.periods import name_of
from generator.compose.rising import Trend, Trends, trends
from generator.compose.shelf import Shelf, grouped
from generator.compose.views import Group, Lead, Link, Links, Move, Moves, View

_FRONT_SIZE = 24  # articles on the front page, the lead aside; the rest is in the edition
_FRONT_LEAST = 9  # fewer are filled up from the editions before
_FRONT_MOVES = 6
_PAGE_SIZE = 200
COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Edition:
    """A period's articles, newest first, and what moved in it."""

    start: dt.date
    link: Link
    entries: Sequence[Entry]
    trends: Trends


def editions_of(shelf: Shelf) -> list[Edition]:
    """Return all editions, oldest first."""
    starts = sorted(shelf.by_edition)
    moved = trends([one.keywords for one in shelf.by_edition[start]] for start in starts)
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


def lead_of(entries: Sequence[Entry]) -> Entry | None:
    """Return the article of the story that most others of the edition are about, too.

    Its keywords occur in the most other articles; the same text in other outlets counts as well.
    Articles with key points come first; of equal ones the newest.
    """
    counts = Counter(word for one in entries for word in set(one.keywords))

    def weight(entry: Entry) -> tuple[bool, int]:
        shared = sum(counts[word] - 1 for word in set(entry.keywords))
        return bool(entry.key_points), shared + len(entry.also)

    return max(entries, key=weight, default=None)


def _lead(shelf: Shelf, entry: Entry) -> Lead:
    """Return the lead with the key point that its summary was cut from in full, and the others."""
    summary = entry.description
    begins = summary.removesuffix(" …")
    others = [point for point in entry.key_points if not point[0].startswith(begins)]
    if len(others) < len(entry.key_points):
        summary = next(text for text, _ in entry.key_points if text.startswith(begins))
    return Lead(shelf.card(entry), summary, tuple(others))


def packed(counts: Sequence[int]) -> list[int]:
    """Return the order in which sections fill the page's rows: the next that fits comes first."""
    left = list(range(len(counts)))
    order: list[int] = []
    room = COLUMNS
    while left:
        place = next((at for at in left if min(counts[at], COLUMNS) <= room), None)
        if place is None:
            room = COLUMNS
            continue
        room -= min(counts[place], COLUMNS)
        order.append(place)
        left.remove(place)
    return order


def spans(counts: Sequence[int]) -> list[int]:
    """Return how many of the page's columns each section takes, so that every row is full."""
    wanted = [min(count, COLUMNS) for count in counts]
    row: list[int] = []
    for place, want in enumerate(wanted):
        if sum(wanted[at] for at in row) + want > COLUMNS:
            row = _fill(row, wanted)
        row.append(place)
    _fill(row, wanted)
    return wanted


def _fill(row: list[int], wanted: list[int]) -> list[int]:
    """Let the last section of a row take what is left of it; begin the next row."""
    if row:
        wanted[row[-1]] += COLUMNS - sum(wanted[place] for place in row)
    return []


def _front(shelf: Shelf, editions: Sequence[Edition]) -> View:
    words = shelf.words
    latest = editions[-1] if editions else None
    entries = latest.entries if latest else shelf.entries
    lead = lead_of(entries)
    rest = [entry for entry in entries if entry is not lead]
    groups = list(_by_section(shelf, rest[:_FRONT_SIZE]))
    if len(rest) < _FRONT_LEAST and len(editions) > 1:
        groups.append(_earlier(shelf, _FRONT_LEAST - len(rest)))
    view = View(
        "front",
        "index.md",
        words("front"),
        summary="" if lead else words("empty"),
        lead=_lead(shelf, lead) if lead else None,
        groups=tuple(groups),
    )
    if latest is None:
        return view
    moves = _moves(shelf, latest.trends)
    rising = {move.link for move in moves.rising}
    return replace(
        view,
        kicker=latest.link.text,
        edition=latest.link,
        facts=_facts(shelf, entries),
        moves=replace(
            moves,
            rising=moves.rising[:_FRONT_MOVES],
            falling=(),
            fresh=tuple(link for link in moves.fresh if link not in rising)[:_FRONT_MOVES],
        ),
        calendar=archive.latest_months(shelf),
    )


def _earlier(shelf: Shelf, missing: int) -> Group:
    """Return what the editions before had, so that the front page has enough to read."""
    start = len(shelf.by_edition[max(shelf.by_edition)])
    missing += -missing % COLUMNS  # in full rows: a story of last week is no second lead
    dated = [entry for entry in shelf.entries if entry.day]
    heading = Link(shelf.words("from-earlier"), "editions/index.md")
    return Group(heading, shelf.cards(dated[start : start + missing]))


def _edition(
    shelf: Shelf, edition: Edition, earlier: Edition | None, later: Edition | None
) -> Iterator[View]:
    lead = lead_of(edition.entries)
    rest = [entry for entry in edition.entries if entry is not lead]
    parts = [rest[at : at + _PAGE_SIZE] for at in range(0, len(rest), _PAGE_SIZE)] or [[]]
    stem = str(edition.link.path).removesuffix(".md")
    view = View(
        "edition",
        f"{stem}.md",
        edition.link.text,
        kicker=shelf.words(f"edition-{shelf.unit}", number=edition.start.isocalendar().week),
        facts=_facts(shelf, edition.entries),
        newer=later.link if later else None,
        older=earlier.link if earlier else None,
    )
    for number, part in enumerate(parts, 1):
        groups = tuple(_by_section(shelf, part))
        if number > 1:
            yield replace(view, path=f"{stem}/page-{number}.md", groups=groups)
            continue
        more = [Link(str(at), f"{stem}/page-{at}.md") for at in range(2, len(parts) + 1)]
        yield replace(
            view,
            note=shelf.notes.get(name_of(edition.start, shelf.unit), ""),
            lead=_lead(shelf, lead) if lead else None,
            groups=groups,
            moves=_moves(shelf, edition.trends),
            links=(Links(shelf.words("more-pages"), tuple(more), "letters"),) if more else (),
        )


def _index(shelf: Shelf, editions: Sequence[Edition]) -> View:
    by_year = grouped((edition.start.year, edition) for edition in reversed(editions))
    return View(
        "editions",
        "editions/index.md",
        shelf.words("editions"),
        summary=shelf.words(f"editions-{shelf.unit}") if editions else shelf.words("empty"),
        links=tuple(
            Links(str(year), tuple(_with_lead(one) for one in found), "dated")
            for year, found in by_year.items()
        ),
    )


def _with_lead(edition: Edition) -> Link:
    lead = lead_of(edition.entries)
    return replace(edition.link, note=lead.title if lead else "")


def _by_section(shelf: Shelf, entries: Sequence[Entry]) -> Iterator[Group]:
    """Yield the articles by section, the fullest section first, those without a section last."""
    found = grouped((entry.section or "", entry) for entry in entries)
    named = sorted(filter(None, found), key=lambda name: (-len(found[name]), name))
    names = [named[at] for at in packed([len(found[name]) for name in named])]
    names += [""] if "" in found else []
    for name, columns in zip(names, spans([len(found[name]) for name in names]), strict=True):
        link = shelf.section(name) if name or len(names) > 1 else None
        yield Group(link, shelf.cards(found[name]), columns, kickers=link is None)


def _facts(shelf: Shelf, entries: Sequence[Entry]) -> tuple[str, ...]:
    outlets = {entry.outlet for entry in entries if entry.outlet}
    sections = {entry.section for entry in entries if entry.section}
    facts = [shelf.count(len(entries))]
    if len(sections) > 1:
        facts.append(shelf.words.count("count-sections", len(sections)))
    if outlets:
        facts.append(shelf.words.count("count-outlets", len(outlets)))
    return tuple(facts)


def _moves(shelf: Shelf, found: Trends) -> Moves:
    words = shelf.words
    if not found.editions:
        return Moves(words("moves-first"), fresh=_fresh(shelf, found))
    if not (found.rising or found.falling):
        return Moves(words.count("moves-none", found.editions), fresh=_fresh(shelf, found))
    most = max(
        chain.from_iterable(
            (one.now / found.articles, one.before / found.before)
            for one in (*found.rising, *found.falling)
        )
    )
    return Moves(
        words.count("moves-note", found.editions),
        tuple(_move(shelf, one, found, most) for one in found.rising),
        tuple(_move(shelf, one, found, most) for one in found.falling),
        _fresh(shelf, found),
    )


def _move(shelf: Shelf, trend: Trend, found: Trends, most: float) -> Move:
    words = shelf.words
    return Move(
        shelf.keyword(trend.keyword),
        words("of", part=words.number(trend.now), whole=words.number(found.articles)),
        words("of", part=words.number(trend.before), whole=words.number(found.before)),
        pictures.pair(trend.now / found.articles, trend.before / found.before, most),
    )


def _fresh(shelf: Shelf, found: Trends) -> tuple[Link, ...]:
    """Return the new keywords; in the first edition every keyword would be one."""
    return tuple(shelf.keyword(word) for word in found.fresh) if found.editions else ()
