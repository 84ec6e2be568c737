"""A view as plain Markdown, which any theme and any Markdown reader shows. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from generator import safe
from generator.compose.pages import Parts, join
from generator.compose.reasons import dateline
from generator.compose.views import Card, Link, View
from generator.models import Page
from generator.words import Words


def compose_plain(view: View, words: Words) -> Page:
    """Return the Markdown page of a view; all of its body is what the program drew."""
    parts = Parts("\n\n".join(_lines(view, words)) + "\n", "", "")
    own = {"kind": view.kind, "drawn": parts.drawn}
    front = {
        "title": view.title,
        "search": {"exclude": True},
        "digest": own,
    }
    return Page(view.path, front, join(parts))


def _lines(view: View, words: Words) -> Iterator[str]:
    yield f"# {safe.markdown(view.title)}"
    if view.summary:
        yield safe.markdown(view.summary)
    if view.lead:
        yield from _card(view.lead, view.path, words, "##")
    for group in view.groups:
        if group.heading:
            yield f"## {_link(group.heading, view.path)}"
        for card in group.cards:
            yield from _card(card, view.path, words, "###")
    if view.links:
        yield "\n".join(f"- {_counted(link, view.path)}" for link in view.links)
    turns = [_link(link, view.path) for link in (view.newer, view.older) if link]
    if turns:
        yield " · ".join(turns)


def _card(card: Card, start: str, words: Words, level: str) -> Iterator[str]:
    yield f"{level} {safe.link(card.entry.title, safe.relative(card.entry.path, start))}"
    yield safe.markdown(" · ".join(dateline(card.entry, words)))
    if card.entry.description:
        yield safe.markdown(card.entry.description)
    if card.keywords:
        yield ", ".join(_link(link, start) for link in card.keywords)


def _counted(link: Link, start: str) -> str:
    return _link(link, start) + (f" ({link.count})" if link.count is not None else "")


def _link(link: Link, start: str) -> str:
    if link.path is None:
        return safe.markdown(link.text)
    return safe.link(link.text, safe.relative(link.path, start))
