"""The layout of a front page: the lead, the secondary stories, the sections. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.compose.article.entry import Entry
from generator.compose.lists.collection import Shelf, grouped
from generator.compose.lists.items import Item, card_of, items_of, ranked
from generator.compose.lists.story_pages import INDEX
from generator.compose.lists.views import Card, Group, Link

SECONDS = 2  # articles that follow the lead
_OWN_BAND = 3  # articles that a section needs for a band of its own


def lead_of(shelf: Shelf, entries: Iterable[Entry]) -> Entry | None:
    """Return the article that leads an edition."""
    return next((item.best for item in ranked(items_of(shelf, entries))), None)


def top_of(order: Sequence[Item], pinned: Sequence[Item] = ()) -> tuple[Item | None, list[Item]]:
    """Return the lead and the seconds; `order` has the best item first.

    The seconds are pinned items, then items with a weight set by the editor, then other stories,
    then the best of other sections, then of the lead's own. A pinned article leads only if it is
    set to lead, or if there is no other.
    """
    if not order:
        return None, []
    kept = {id(item) for item in pinned}
    first = next((item for item in order if item.chosen[0] or id(item) not in kept), order[0])
    others = [item for item in order if item is not first]
    beside = [item for item in pinned if item is not first]
    seconds = {id(item): item for item in (*beside, *_best_first(others, first.best.section))}
    return first, list(seconds.values())[:SECONDS]


def _best_first(items: Sequence[Item], section: str | None) -> Iterator[Item]:
    """Yield the items for the place beside a lead of this section, best first, some twice."""
    yield from (item for item in items if item.chosen > (False, 0))
    yield from (item for item in items if item.several)
    by_section = grouped((item.best.section, item) for item in items if item.best.section)
    yield from (found[0] for name, found in by_section.items() if name != section)
    yield from items[:SECONDS]


def cards(shelf: Shelf, items: Iterable[Item]) -> tuple[Card, ...]:
    """Return items as lists show them."""
    return tuple(card_of(shelf, item) for item in items)


def bands(shelf: Shelf, items: Sequence[Item]) -> Iterator[Group]:
    """Yield the stories, then the single articles by section, the largest section first.

    Sections of few articles share a band.
    """
    stories = [item for item in items if item.several]
    singles = [item for item in items if not item.several]
    if stories:
        yield Group(Link(shelf.words("stories"), INDEX), cards(shelf, stories))
    full = _full_sections(singles)
    for name, found in full.items():
        yield Group(shelf.section(name), cards(shelf, found), kickers=False)
    few = _outside(singles, full)
    if few:
        heading = Link(shelf.words("more-news"), "sections/index.md") if full or stories else None
        yield Group(heading, cards(shelf, few))


def _outside(items: Iterable[Item], sections: Collection[str]) -> list[Item]:
    """Return the articles that are in none of the sections."""
    return [item for item in items if (item.best.section or "") not in sections]


def _full_sections(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Return the articles of the sections with a band of their own, the largest first."""
    found = grouped((item.best.section or "", item) for item in items)
    full = [name for name in found if name and len(found[name]) >= _OWN_BAND]
    return {name: found[name] for name in sorted(full, key=lambda name: (-len(found[name]), name))}
