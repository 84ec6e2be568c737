"""`Source` → `Article`s: what a collected file says, whatever form it came in.

Each format is one module with two functions, registered in `_READERS`, asked in that order:
`accepts(source)` tells by the content (the name is only a hint) whether the file is of its kind;
`read(source, limits)` returns what it holds. A file that can't be used is a `Problem`, never an
exception.
"""

from __future__ import annotations

from typing import Protocol

from generator.config import Limits
from generator.models import Source, Understood
from generator.understand import feed, feed_json, foreign, html, markdown, ninjs, pasted
from generator.understand.corrections import correct

__all__ = ["understand"]


class Reader(Protocol):
    """What a format's module offers."""

    def accepts(self, source: Source) -> bool:
        """Tell whether the file is of this kind."""
        ...

    def read(self, source: Source, limits: Limits) -> Understood:
        """Return the articles in the file."""
        ...


# Pasted text takes whatever is left.
_READERS: tuple[Reader, ...] = (html, feed, feed_json, ninjs, foreign, markdown, pasted)


def understand(source: Source, limits: Limits) -> Understood:
    """Return the articles of a source, corrected by its sidecar, with the problems met."""
    reader = next(reader for reader in _READERS if reader.accepts(source))
    return correct(reader.read(source, limits), source)
