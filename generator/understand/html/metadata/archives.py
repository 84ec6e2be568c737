"""Archives of web pages, and what they state of themselves where a page states its own. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from generator.source_urls import is_web

_TODAY = r"archive\.(?:ph|today|is|li|md|vn|fo)"
_HOST = re.compile(rf"(?:www\.)?(?:{_TODAY}|web\.archive\.org|ghostarchive\.org|perma\.cc)")
# An archive's own address before that of the page: "https://web.archive.org/web/2025/https://…".
_BEFORE = re.compile(
    rf"^https?://(?:www\.)?(?:web\.archive\.org/web/\d+[a-z_]*|{_TODAY}/(?:o/\w+|[\d.-]+))/(?=https?:)"
)
_INPUTS = ".//input[@value]"
_FIRST = 5  # fields of a page, the first of which states what was saved
# Of the moment of saving, where an archive describes its copy.
_ITS_OWN = ("og:site_name", "og:url", "twitter:site", "application-name")
_ITS_DATES = ("article:published_time", "article:modified_time")


def original(address: str) -> str:
    """Return the address of a page without that of the archive before it."""
    return _BEFORE.sub("", address)


def is_archive(address: str) -> bool:
    """Return whether an address is in an archive of pages."""
    try:
        return bool(_HOST.fullmatch(urlsplit(address).hostname or ""))
    except ValueError:
        return False


def without_archive(metas: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the meta elements of a page without those that an archive wrote about its copy."""
    if not any(name == "og:site_name" and _HOST.fullmatch(value.lower()) for name, value in metas):
        return list(metas)
    return [(name, value) for name, value in metas if name not in {*_ITS_OWN, *_ITS_DATES}]


def saved_from(tree: HtmlElement) -> str | None:
    """Return the address in the first fields of an archive's page: what was saved."""
    values = (field.get("value") for field in tree.xpath(_INPUTS)[:_FIRST])
    return next((value for value in values if is_web(value) and not is_archive(value)), None)
