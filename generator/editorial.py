"""What the editor says of an article beside correcting it. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Editorial:
    """How the editor places an article, and what the editor says of it.

    lead: it leads its edition; weight: from -100 to 100, higher is further up; pin: the front page
    shows it until this is removed; hide: neither the front page nor an edition shows it. `comment`
    is why it matters, in the editor's own words; `pull_quote` a passage of the article to be set
    large. Where pages are made, `paragraph` is the block that has the pull quote.
    """

    lead: bool = False
    weight: int = 0
    pin: bool = False
    hide: bool = False
    comment: str = ""
    pull_quote: str = ""
    paragraph: int | None = None


NO_WORD = Editorial()
EDITORIAL_FIELDS = frozenset(field.name for field in fields(Editorial)) - {"paragraph"}


@dataclass(frozen=True, slots=True)
class EditionNotes:
    """The editor's Markdown for an edition, and for the front page while it is the latest."""

    edition: str = ""
    front: str = ""
