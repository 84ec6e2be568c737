"""The navigation on every page: the sections, and links to the other lists. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from generator.compose.lists.collection import Shelf
from generator.compose.lists.views import Link
from generator.compose.voices.quotations_by_speaker import dates_ahead

_SECTIONS = 6  # that fit in one line on a desktop screen
_WAYS = ("editions", "stories", "voices", "ahead", "keywords", "outlets", "archive", "about")


@dataclass(frozen=True, slots=True)
class Masthead:
    """Links in the header and the drawer: the largest sections, and the lists."""

    sections: tuple[Link, ...]
    ways: tuple[Link, ...]

    @property
    def links(self) -> tuple[Link, ...]:
        """Return all links, in order."""
        return *self.sections, *self.ways


def masthead(shelf: Shelf, menu: Mapping[str, str]) -> Masthead:
    """Return the links on every page; their number does not grow with the collection.

    `menu` is the setting: names of the editor's own pages → their paths in content/.
    """
    named = _largest_sections(shelf)
    more = [Link(shelf.words("sections"), "sections/index.md")] if named else []
    has = {"voices": bool(shelf.voices.pages), "ahead": bool(dates_ahead(shelf.entries))}
    ways = [
        Link(shelf.words(way), "about.md" if way == "about" else f"{way}/index.md")
        for way in _WAYS
        if has.get(way, True)
    ]
    own = itertools.starmap(Link, menu.items())
    return Masthead((*map(shelf.section, named), *more), (*ways, *own))


def _largest_sections(shelf: Shelf) -> list[str]:
    """Return the names of the largest sections, largest first.

    Of more than fit, those of a single article are left out beside larger ones: often such a
    section is the line above one headline.
    """
    sizes = {name: len(entries) for name, entries in shelf.by_section.items() if name}
    named = sorted(sizes, key=lambda name: (-sizes[name], name))
    if len(named) <= _SECTIONS or sizes[named[0]] == 1:
        return named[:_SECTIONS]
    return [name for name in named[:_SECTIONS] if sizes[name] > 1]
