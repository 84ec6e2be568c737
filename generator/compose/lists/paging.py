"""Long lists of articles, divided into pages. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.compose.article.entry import Entry
from generator.compose.lists.collection import Shelf
from generator.compose.lists.views import Group, Link, View

PAGE_SIZE = 50


def paged(view: View, entries: Sequence[Entry], shelf: Shelf) -> Iterator[View]:
    """Yield `view` with its first articles, then numbered pages with the others.

    What is above the list (pictures, keywords) is on the first page only.
    """
    words = shelf.words
    parts = [entries[at : at + PAGE_SIZE] for at in range(0, len(entries), PAGE_SIZE)] or [[]]
    stem = view.path.removesuffix(".md")
    paths = [view.path, *(f"{stem}/page-{number}.md" for number in range(2, len(parts) + 1))]
    bare = View(view.kind, view.path, view.title, kicker=view.kicker)
    for number, part in enumerate(parts):
        place = words("page-of", number=words.number(number + 1), count=words.number(len(parts)))
        base = replace(bare, facts=(*view.facts, place)) if number else view
        yield replace(
            base,
            path=paths[number],
            groups=(Group(None, shelf.cards(part), kickers=view.kind != "section"),),
            newer=Link(words("newer"), paths[number - 1]) if number else None,
            older=Link(words("older"), paths[number + 1]) if number + 1 < len(parts) else None,
        )
