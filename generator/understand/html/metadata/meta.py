"""The meta elements of a page. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from generator.text import clean, squeeze

_MOST = 300  # meta elements that are read
_LONGEST = 2000  # characters of a value that are read
Metas = Sequence[tuple[str, str]]


def metas_of(tree: HtmlElement) -> list[tuple[str, str]]:
    """Return name (lower case) and content of the page's meta elements, in order."""
    found = []
    for element in list(tree.iter("meta"))[:_MOST]:
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = squeeze(clean(_content(element)[:_LONGEST]))
        if name and content:
            found.append((name.strip().lower(), content))
    return found


def _content(element: HtmlElement) -> str:
    # Tools that save pages for readers write `value`, as some old pages do.
    return element.get("content") or element.get("value") or ""


def first(metas: Metas, *names: str) -> tuple[str, str] | None:
    """Return the first of the names, in the order asked, that a page has, with its content."""
    for name in names:
        for known, content in metas:
            if known == name:
                return name, content
    return None
