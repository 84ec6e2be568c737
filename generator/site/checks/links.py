"""Broken internal links of the built site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.models import Problem

_ADDRESSES = {"a": "href", "link": "href", "img": "src", "script": "src"}


def broken_links(site: Path) -> Iterator[Problem]:
    """Yield a warning for each link inside the site whose page or anchor does not exist."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        for address in dict.fromkeys(_page(file).addresses):
            if path != "404.html" and not _has_target(site, path, address):
                message = (
                    f"the link to {address!r} is broken: the site has no such page or anchor. "
                    "Build the digest again; if a page that you wrote has the link, correct it."
                )
                yield Problem(f"{site.name}/{path}", "warning", message, "broken-link")


def _has_target(site: Path, path: str, address: str) -> bool:
    """Return whether a link's page and anchor exist in the site; one to another site has both."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True
    place = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), unquote(parts.path)))
    target = site / (path if not parts.path else place.lstrip("/"))
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return False
    anchor = unquote(parts.fragment)
    return not anchor or target.suffix != ".html" or anchor in _page(target).anchors


@cache
def _page(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text(encoding="utf-8"))
    return page


class _Page(HTMLParser):
    """The addresses and anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = {"__top"}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Record the element's address and anchor, if any."""
        values = dict(attrs)
        address = values.get(_ADDRESSES.get(tag, ""))
        if address and values.get("rel") != "canonical":
            self.addresses.append(address)
        self.anchors |= {str(values[name]) for name in ("id", "name") if values.get(name)}
