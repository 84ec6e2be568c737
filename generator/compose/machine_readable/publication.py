"""The site's name, addresses and permanent ids, as feeds and records need them."""

from __future__ import annotations

import posixpath
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.compose.article.entry import Entry

_NAMESPACE = uuid.UUID("5d0a4e5e-54f0-5c58-9f4c-0c1d6f1f7d3e")  # of this program, for good


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text as its page shows it; sub-headings are `{"heading": …}`, as in inspect."""

    html: str = ""
    markdown: str = ""
    paragraphs: tuple[str | Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """A site: its name and the addresses of its pages.

    `base` is its absolute address with a slash at the end, or "" where it is not known; `urls` the
    address below it of each page of content/; `identity` what permanent ids are made from.
    """

    name: str
    description: str
    language: str
    base: str = ""
    identity: str = ""
    urls: Mapping[str, str] = field(default_factory=dict)

    def address(self, url: str, start: str) -> str:
        """Return where `url` (below the site) is, as said in the file `start` of the site.

        Absolute if the site's address is known, else relative to that file (RFC 3986, 5.1.3).
        """
        if self.base:
            return self.base + url.removeprefix("./")
        way = posixpath.relpath(f"/{url}", f"/{posixpath.dirname(start)}")
        return f"{way}/" if url.endswith("/") else way

    def page(self, path: str, start: str) -> str:
        """Return the address of a page of content/, as `address` does."""
        return self.address(self.urls[path], start)

    def permanent(self, place: str) -> str:
        """Return an id that outlives a move of the site: a UUID of the identity and a place in it.

        (RFC 4122, version 5: the same place, the same id.)
        """
        return uuid.uuid5(_NAMESPACE, f"{self.identity or self.name}\n{place}").urn


def first_address(entry: Entry) -> str:
    """Return the address that an article's page had first: it outlives every change of it."""
    return entry.aliases[0] if entry.aliases else f"/{entry.path.removesuffix('.md')}/"
