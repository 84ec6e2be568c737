"""What the editor sets for an article besides corrections. Frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class Editorial:
    """How the editor places an article and comments on it.

    lead: it leads its edition; weight: from -100 to 100, higher is further up; pin: the front page
    shows it until this is removed; hide: neither the front page nor an edition shows it. `comment`
    says why it matters, in the editor's words; `pull_quote` is a passage of the article to be set
    large. When pages are composed, `paragraph` is the index of the block with the pull quote.
    """

    lead: bool = False
    weight: int = 0
    pin: bool = False
    hide: bool = False
    comment: str = ""
    pull_quote: str = ""
    paragraph: int | None = None


NO_WORD = Editorial()
EDITORIAL_FIELDS = frozenset(item.name for item in fields(Editorial)) - {"paragraph"}


@dataclass(frozen=True, slots=True)
class EditionNotes:
    """The editor's Markdown for an edition, and for the front page while it is the latest.

    `files` are the files of the project in which they are written, by their text.
    """

    edition: str = ""
    front: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
