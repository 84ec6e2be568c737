"""The page about the digest: how keywords, key points and leads are chosen. Pure."""

from __future__ import annotations

from generator.compose.lists.collection import Shelf
from generator.compose.lists.views import Prose, View

PATH = "about.md"
_PASSAGES = ("source", "keywords", "points", "related", "lead", "rising", "dates", "rights")


def page(shelf: Shelf) -> View:
    """Return the page, which the editor's own `content/about.md` replaces."""
    words = shelf.words
    passages = [
        Prose(words(f"about-{name}-title"), (words(f"about-{name}"),)) for name in _PASSAGES
    ]
    return View(
        "about", PATH, words("about"), summary=words("about-summary"), prose=tuple(passages)
    )
