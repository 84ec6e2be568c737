"""Where an article's page is, and what leads to it. Pure data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The page of an article: its path, and the addresses it had before.

    `story` is the page of the article's story, `cited` are the paragraphs that story quotes.
    """

    path: str
    aliases: tuple[str, ...] = ()
    story: str | None = None
    cited: frozenset[int] = frozenset()
