"""The site's name, addresses and permanent ids, as feeds and records need them."""

from __future__ import annotations

import posixpath
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.compose.article.entry import Entry

_NAMESPACE = uuid.UUID("5d0a4e5e-54f0-5c58-9f4c-0c1d6f1f7d3e")  # of this program; must never change


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text as its page shows it; sub-headings are `{"heading": …}`, as in inspect."""

    html: str = ""
    markdown: str = ""
    paragraphs: tuple[str | Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """A site: its name and the addresses of its pages.

    `base` is its absolute address with a trailing slash, "" if unknown; `urls` maps each page of
    content/ to its address below `base`; `identity` is the name that permanent ids are made from.
    """

    name: str
    description: str
    language: str
    base: str = ""
    identity: str = ""
    urls: Mapping[str, str] = field(default_factory=dict)

    def address(self, url: str, start: str) -> str:
        """Return the address of `url` (below the site) for a link in the site's file `start`.

        It is absolute if the site's address is known, else relative to `start` (RFC 3986, 5.1.3).
        """
        if self.base:
            return self.base + url.removeprefix("./")
        way = posixpath.relpath(f"/{url}", f"/{posixpath.dirname(start)}")
        return f"{way}/" if url.endswith("/") else way

    def page(self, path: str, start: str) -> str:
        """Return the address of a page of content/ (see `address`)."""
        return self.address(self.urls[path], start)

    def permanent(self, place: str) -> str:
        """Return an id that does not change if the site moves.

        It is a version 5 UUID (RFC 4122) made from the site's identity and `place`.
        """
        return uuid.uuid5(_NAMESPACE, f"{self.identity or self.name}\n{place}").urn


def first_address(entry: Entry) -> str:
    """Return the first address of an article's page, which never changes."""
    return entry.aliases[0] if entry.aliases else f"/{entry.path.removesuffix('.md')}/"
