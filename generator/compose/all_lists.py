"""All articles → the views of every list page. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from generator.compose.input_hashes import Inputs
from generator.compose.lists import (
    about,
    archive,
    editions,
    sections_outlets_keywords,
    speaker_pages,
    story_pages,
)
from generator.compose.lists.collection import Shelf
from generator.compose.lists.views import View
from generator.compose.pictures.counts import Axis


@dataclass
class Lists:
    """The views of a collection, made once for all stages that use them."""

    _shelf: Shelf | None = None
    _views: dict[str, View] = field(default_factory=dict)
    _inputs: Inputs = field(default_factory=Inputs)
    _digests: dict[str, str] = field(default_factory=dict)

    def of(self, shelf: Shelf) -> tuple[Shelf, dict[str, View]]:
        """Return the shelf and the view of every list page by path; reuse them if equal."""
        if self._shelf is None or not self._shelf.says_as(shelf):
            self._shelf, self._views = shelf, views(shelf)
            self._inputs, self._digests = Inputs(), {}
        return self._shelf, self._views

    def digest(self, path: str) -> str:
        """Return a digest of what a list page shows; for a project's own templates, `Inputs`."""
        if path not in self._digests:
            self._digests[path] = self._inputs.digest(self._views[path])
        return self._digests[path]


def views(shelf: Shelf) -> dict[str, View]:
    """Return the view of every list page, by path."""
    return {view.path: view for view in drawn(shelf)}


def drawn(shelf: Shelf) -> Iterator[View]:
    """Yield the view of every list page."""
    axis = Axis.of(shelf.entries, shelf.words)
    return chain(
        editions.pages(shelf),
        sections_outlets_keywords.sections(shelf, axis),
        sections_outlets_keywords.outlets(shelf, axis),
        sections_outlets_keywords.keywords(shelf, axis),
        archive.pages(shelf),
        story_pages.pages(shelf),
        speaker_pages.pages(shelf),
        (about.page(shelf),),
    )
