"""The layout of a front page: the lead, the secondary stories, the sections. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.compose.article.entry import Entry
from generator.compose.lists.collection import Shelf, grouped
from generator.compose.lists.items import Item, card_of, items_of, ranked
from generator.compose.lists.stories import INDEX
from generator.compose.lists.views import Card, Group, Link

SECONDS = 2
_OWN_BAND = 3  # articles that give a section a band of its own


def lead_of(shelf: Shelf, entries: Iterable[Entry]) -> Entry | None:
    """Return the article that leads an edition."""
    return next((item.best for item in ranked(items_of(shelf, entries))), None)


def top_of(order: Sequence[Item], pinned: Sequence[Item] = ()) -> tuple[Item | None, list[Item]]:
    """Return the lead and the seconds, of items best first.

    The seconds are what the editor pinned, then what the editor gave weight, then other stories,
    else the best of other sections, or of the lead's own. A pinned article leads only if the editor
    says so, or if there is no other.
    """
    if not order:
        return None, []
    kept = {id(item) for item in pinned}
    first = next((item for item in order if item.chosen[0] or id(item) not in kept), order[0])
    others = [item for item in order if item is not first]
    seconds = [item for item in pinned if item is not first]
    seconds += [item for item in others if item.chosen > (False, 0)]
    seconds += [item for item in others if item.several]
    by_section = grouped((item.best.section, item) for item in others if item.best.section)
    seconds += [found[0] for name, found in by_section.items() if name != first.best.section]
    seconds += others[:SECONDS]
    return first, list(dict.fromkeys(seconds))[:SECONDS]


def cards(shelf: Shelf, items: Iterable[Item]) -> tuple[Card, ...]:
    """Return items as lists show them."""
    return tuple(card_of(shelf, item) for item in items)


def bands(shelf: Shelf, items: Sequence[Item]) -> Iterator[Group]:
    """Yield the stories, then the single articles by section, the fullest first.

    Sections of few articles share a band.
    """
    stories = [item for item in items if item.several]
    if stories:
        yield Group(Link(shelf.words("stories"), INDEX), cards(shelf, stories))
    found = grouped((item.best.section or "", item) for item in items if not item.several)
    full = [name for name in found if name and len(found[name]) >= _OWN_BAND]
    full.sort(key=lambda name: (-len(found[name]), name))
    for name in full:
        yield Group(shelf.section(name), cards(shelf, found[name]), kickers=False)
    few = [item for item in items if not item.several and (item.best.section or "") not in full]
    if few:
        heading = Link(shelf.words("more-news"), "sections/index.md") if full or stories else None
        yield Group(heading, cards(shelf, few))
