"""What a page of lists shows, as the theme's templates and the plain Markdown draw it. Pure data.

Every `path` is the place of a page below content/ (`sections/world.md`).
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.entry import Entry


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase, and the page it leads to if there is one; `count` of articles behind it."""

    text: str
    path: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list."""

    entry: Entry
    date: str
    section: Link | None
    outlet: Link | None
    keywords: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under one heading; `heading` is None where the page's title says it."""

    heading: Link | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A page of lists. `kind` names its template: front, section, keyword, year, month."""

    kind: str
    path: str
    title: str
    summary: str = ""
    lead: Card | None = None
    groups: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    newer: Link | None = None
    older: Link | None = None
