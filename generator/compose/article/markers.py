"""The parts of a page, and the hash by which a manual edit is recognised. Pure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

_TEXT_BEGINS = "<!-- digest: text -->\n"
_TEXT_ENDS = "<!-- digest: end of text -->\n"


@dataclass(frozen=True, slots=True)
class Parts:
    """A page's Markdown: head and foot, which the program generates, and the text in between."""

    head: str
    text: str
    foot: str

    @property
    def drawn(self) -> str:
        """Return a hash of head and foot, the generated parts."""
        return hashlib.sha256(f"{self.head}\0{self.foot}".encode()).hexdigest()[:16]


def join(parts: Parts) -> str:
    """Return the page body; no Markdown processor shows the comments that divide it."""
    return f"{parts.head}\n{_TEXT_BEGINS}\n{parts.text}\n{_TEXT_ENDS}\n{parts.foot}"


def split(body: str) -> Parts:
    """Return the parts of a body; without the dividing comments, all of it is text."""
    head, begins, rest = body.partition(f"\n{_TEXT_BEGINS}\n")
    text, ends, foot = rest.partition(f"\n{_TEXT_ENDS}\n")
    return Parts(head, text, foot) if begins and ends else Parts("", body, "")
