"""`Source` → `Article`s: what a collected file says, whatever form it came in.

Each format is one module with two functions, registered in `_READERS`, asked in that order:
`accepts(source)` tells by the content (the name is only a hint) whether the file is of its kind;
`read(source, limits)` returns what it holds. A file that can't be used is a `Problem`, never an
exception.
"""

from __future__ import annotations

from typing import Protocol

from generator.config import Limits
from generator.models import Problem, Source, Understood
from generator.text import NotText, decode
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
_PLAIN: tuple[Reader, ...] = (markdown, pasted)  # of their bytes nearly all are text


def understand(source: Source, limits: Limits) -> Understood:
    """Return the articles of a source, corrected by its sidecar, with the problems met."""
    reader = next(reader for reader in _READERS if reader.accepts(source))
    if reader in _PLAIN and len(source.data) > limits.article_characters < _length(source.data):
        return Understood(problems=(_too_long(source.path, limits),))
    return correct(_within(reader.read(source, limits), limits), source)


def _length(data: bytes) -> int:
    """Return the number of characters of a text, 0 for what is none."""
    try:
        return len(decode(data))
    except NotText:
        return 0


def _within(understood: Understood, limits: Limits) -> Understood:
    """Return what was understood without the texts that are too long for one article."""
    most = limits.article_characters
    long = [one for one in understood.articles if sum(len(b.text) for b in one.blocks) > most]
    problems = tuple(_too_long(one.key, limits) for one in long)
    kept = tuple(one for one in understood.articles if one not in long) if long else None
    return understood if kept is None else Understood(kept, understood.problems + problems)


def _too_long(path: str, limits: Limits) -> Problem:
    message = (
        f"is longer than an article: more than {limits.article_characters} characters. Divide it, "
        "or raise limits.article_characters in site_config/digest.yml."
    )
    return Problem(path, "error", message)
