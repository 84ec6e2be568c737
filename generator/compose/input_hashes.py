"""Digests of the data that pages are made from: a page whose digest is known is not made again."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.compose.article.entry import Entry
from generator.compose.lists.views import Card
from generator.models import Page
from generator.run.pickling import Reducers

# Fields of an article that no list shows, or that change with other articles or with its file.
_UNSHOWN: dict[str, Any] = {
    "related": (), "quotes": (), "ahead": (), "mentioned": (), "sha256": "", "drawn": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is made only if needed; `source` is a digest of all its input."""

    path: str
    source: str
    make: Callable[[], Page]


class Inputs:
    """Digests of the data that pages show.

    `shared` is data that all pages depend on, `pages` are digests of article pages by path. With
    `whole`, lists may show all fields of an article, else only those that this program shows.
    """

    def __init__(
        self, shared: object = "", pages: Mapping[str, str] | None = None, *, whole: bool = False
    ) -> None:
        self._shared = repr(shared)
        self._entries = dict(pages or {})
        self._whole = whole
        self._cards: dict[str, str] = {}
        self._reducers = Reducers()
        self._reducers[Card] = lambda card: (str, (self._card(card),))
        self._reducers[Entry] = lambda entry: (str, (self._entry(entry),))

    def digest(self, *values: object) -> str:
        """Return a digest of values and of the shared data."""
        found = _Hash()
        pickler = pickle.Pickler(found, pickle.HIGHEST_PROTOCOL)
        pickler.fast = True  # equal values give equal bytes, even if some are the same object
        pickler.dispatch_table = self._reducers
        pickler.dump((self._shared, values))
        return found.hexdigest()

    def _card(self, card: Card) -> str:
        """Return the digest of an article's card; there is one card per path."""
        path = card.entry.path
        if path not in self._cards:
            entry = card.entry if self._whole else replace(card.entry, **_UNSHOWN)
            data = repr(replace(card, entry=entry)).encode("utf-8", "surrogatepass")
            self._cards[path] = _digest(data)
        return self._cards[path]

    def _entry(self, entry: Entry) -> str:
        path = entry.path
        if path not in self._entries:
            self._entries[path] = _digest(repr(entry).encode("utf-8", "surrogatepass"))
        return f"{path} {self._entries[path]}"


class _Hash:
    """A file-like object that hashes what is written to it."""

    def __init__(self) -> None:
        self._found = hashlib.blake2b(digest_size=16)

    def write(self, data: bytes) -> None:
        self._found.update(data)

    def hexdigest(self) -> str:
        return self._found.hexdigest()


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
