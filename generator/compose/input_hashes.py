"""Digests of the data that pages are made from: a page whose digest is known is not made again."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter

from generator.compose.article.entry import Entry
from generator.compose.lists.views import Card
from generator.models import Page
from generator.moments import Moment
from generator.run.pickling import Reducers

# Fields of an article that no list shows, or that change with other articles or with its file.
# Lists show its length as the reading time of its card.
_UNSHOWN = {"related", "quotes", "ahead", "mentioned", "sha256", "drawn", "words", "characters"}
_ALL = tuple(field.name for field in fields(Entry))
_all = attrgetter(*_ALL)
_shown = attrgetter(*(name for name in _ALL if name not in _UNSHOWN))
_around = attrgetter(*(field.name for field in fields(Card) if field.name != "entry"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is made only if needed; `source` is a digest of all its input."""

    path: str
    source: str
    make: Callable[[], Page]


class Inputs:
    """Digests of the data that pages show.

    `shared` is data that all pages depend on. With `whole`, pages may show all fields of another
    article, else only those that this program shows.
    """

    def __init__(self, shared: object = "", *, whole: bool = False) -> None:
        self._shared = repr(shared)
        self._fields = _all if whole else _shown
        self._entries: dict[str, str] = {}
        self._cards: dict[tuple[object, ...], str] = {}
        self._reducers = Reducers()
        self._reducers[Card] = lambda card: (str, (self._card(card),))
        self._reducers[Entry] = lambda entry: (str, (self._entry(entry),))
        # A time zone that was read from JSON is of another class.
        self._reducers[Moment] = lambda moment: (str, (str(moment),))

    def digest(self, *values: object) -> str:
        """Return a digest of values and of the shared data."""
        return self._digest((self._shared, values))

    def _digest(self, value: object) -> str:
        found = _Hash()
        pickler = pickle.Pickler(found, pickle.HIGHEST_PROTOCOL)
        pickler.fast = True  # equal values give equal bytes, even if some are the same object
        pickler.dispatch_table = self._reducers
        pickler.dump(value)
        return found.hexdigest()

    def _card(self, card: Card) -> str:
        """Return the digest of a card; an article may have several, which differ in its story."""
        key = card.entry.path, card.story, tuple(entry.path for entry in card.also)
        if key not in self._cards:
            self._cards[key] = self._digest((self._entry(card.entry), _around(card)))
        return self._cards[key]

    def _entry(self, entry: Entry) -> str:
        path = entry.path
        if path not in self._entries:
            self._entries[path] = self._digest(self._fields(entry))
        return self._entries[path]


class _Hash:
    """A file-like object that hashes what is written to it."""

    def __init__(self) -> None:
        self._found = hashlib.blake2b(digest_size=16)

    def write(self, data: bytes) -> None:
        self._found.update(data)

    def hexdigest(self) -> str:
        return self._found.hexdigest()
