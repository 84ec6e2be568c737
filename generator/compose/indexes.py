"""All articles → every page of lists. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.compose import about, archive, editions, named
from generator.compose.figures import Axis
from generator.compose.shelf import Shelf
from generator.compose.views import View


def views(shelf: Shelf) -> dict[str, View]:
    """Return the view of every page of lists, by its path."""
    return {view.path: view for view in drawn(shelf)}


def drawn(shelf: Shelf) -> Iterator[View]:
    """Yield the view of every page of lists."""
    axis = Axis.of(shelf.entries, shelf.words)
    return chain(
        editions.pages(shelf),
        named.sections(shelf, axis),
        named.outlets(shelf, axis),
        named.keywords(shelf, axis),
        archive.pages(shelf),
        (about.page(shelf),),
    )
