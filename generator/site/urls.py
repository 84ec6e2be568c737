"""Relative URLs between pages of the site."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup
from mkdocs.utils import normalize_url

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from mkdocs.structure.files import Files

    from generator.compose.lists.views import Card

_MOST_CARDS = 10_000  # kept in memory


class Addresses:
    """The addresses of pages relative to `start`, the URL of the page that is being rendered.

    Every address leads through the root of the site, so all pages at one depth have the same
    addresses, and what they share is rendered once. `start` is None while a template that is not a
    page (404.html) is rendered.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self._cards: dict[tuple[object, ...], tuple[Card, Markup]] = {}
        self.start: str | None = None

    @pass_context
    def of(self, context: Context, path: str) -> str:
        """Return the address of a page of content/, "" if there is no such page."""
        file = self._files.src_uris.get(path)
        if file is None:
            return ""
        if self.start is None:
            return normalize_url(file.url, None, str(context["base_url"]))
        return way_up(self.start) + file.url.removeprefix("./") or "./"

    def card(self, show: Callable[..., str], card: Card, level: int, kicker: bool = True) -> Markup:  # noqa: FBT001, FBT002 - called by templates
        """Return what the template's macro `show` makes of a card, once for pages at one depth."""
        depth = None if self.start is None else way_up(self.start)
        key = id(card), depth, level, kicker
        if key not in self._cards:
            if len(self._cards) > _MOST_CARDS:
                self._cards.clear()
            shown = Markup(show(card, level, kicker=kicker))  # noqa: S704 - macros escape
            self._cards[key] = card, shown  # with the card: no other one can get its identity
        return self._cards[key][1]

    def forget(self) -> None:
        """Release the cards."""
        self._cards.clear()


def way_up(url: str) -> str:
    """Return the relative address of the root of the site from a page."""
    return "../" * url.count("/")
