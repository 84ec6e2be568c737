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
    named = sorted(
        (name for name in shelf.by_section if name),
        key=lambda name: (-len(shelf.by_section[name]), name),
    )
    more = [Link(shelf.words("sections"), "sections/index.md")] if named else []
    has = {"voices": bool(shelf.voices.pages), "ahead": bool(dates_ahead(shelf.entries))}
    ways = [
        Link(shelf.words(way), "about.md" if way == "about" else f"{way}/index.md")
        for way in _WAYS
        if has.get(way, True)
    ]
    own = itertools.starmap(Link, menu.items())
    return Masthead((*map(shelf.section, named[:_SECTIONS]), *more), (*ways, *own))
