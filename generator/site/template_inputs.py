"""Digests of what templates draw a page from: one that has not changed is not rendered again."""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.compose.article.entry import Entry
from generator.compose.lists.navigation import Masthead
from generator.compose.lists.views import Card, Link
from generator.config import Settings
from generator.run.cache import fingerprint
from generator.site.theme import THEME
from generator.site.unchanged_pages import digest

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def frame(config: MkDocsConfig, settings: Settings, masthead: Masthead) -> str | None:
    """Return a digest of program, templates, settings and masthead, which all pages share.

    None where something else has a hand in pages, a plugin or a hook, and nobody knows what of.
    """
    if set(config.plugins) != {"digest"}:
        return None
    own = {THEME, Path(config.theme.custom_dir or THEME)}
    templates = [path.read_bytes() for root in sorted(own) for path in sorted(root.rglob("*.html"))]
    links = [(link.text, link.path) for link in (*masthead.sections, *masthead.ways)]
    apart = {"plugins", "theme", "site_dir"}
    options = {name: value for name, value in config.items() if name not in apart}
    program = fingerprint("site", "compose", "content", "words")
    return digest((program, templates, options, dict(config.theme), settings, links))


class Inputs:
    """Digests of data that templates draw; `pages` are digests of article pages by their paths."""

    def __init__(self, frame: str, pages: Mapping[str, str]) -> None:
        self._frame = frame
        self._pages = pages
        self._cards: dict[str, str] = {}

    def digest(self, *values: object) -> str:
        """Return a digest of values and of what all pages share."""
        file = io.BytesIO()
        pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
        pickler.fast = True  # equal values give equal bytes, whichever of them are one object
        known: dict[type, Callable[[Any], Any]] = {
            Card: lambda card: (str, (self._card(card),)),
            Entry: lambda entry: (str, (self._entry(entry),)),
            Link: _link,
        }
        pickler.dispatch_table = copyreg.dispatch_table | known
        pickler.dump((self._frame, values))
        return digest(file.getvalue())

    def _card(self, card: Card) -> str:
        """Return a digest of an article as lists show it; the same object is that of the path."""
        path = card.entry.path
        if path not in self._cards:
            self._cards[path] = digest(card)
        return self._cards[path]

    def _entry(self, entry: Entry) -> str:
        return f"{entry.path} {self._pages.get(entry.path) or digest(entry)}"


def _link(link: Link) -> tuple[type, tuple[object, ...]]:
    return Link, (link.text, link.path, link.count, link.note, link.article)
