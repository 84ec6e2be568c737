"""The parts of a page outside the article, by their classes and ids. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml.html import HtmlElement

from generator.understand.html.metadata.title import plain
from generator.understand.markup.blocks import blocks_of

# Words of class and id that such parts have on many sites, and articles hardly ever.
_NAMES = {
    "newsletter": "newsletter",
    "signup": "newsletter",
    "caption": "caption or credit",
    "figcaption": "caption or credit",
    "comment": "comments",
    "comments": "comments",
    "bio": "about the author",
    "biography": "about the author",
    "disclaimer": "page control",
    "modal": "page control",
    "popup": "page control",
    "breadcrumb": "page control",
    "breadcrumbs": "page control",
    "related": "link to another article",
    "recommended": "link to another article",
    "recommendations": "link to another article",
}
_TAGS = {
    "figcaption": "caption or credit",
    "form": "page control",
    "footer": "footer",
    "nav": "page control",
}
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SIGN_UP = re.compile("sign[-_]?up", re.IGNORECASE)
_MOST = 150  # parts that are read
_LONGEST = 2500  # characters; a longer part with such a name contains the article


def furniture_of(tree: HtmlElement) -> Mapping[str, str]:
    """Return the texts of such parts, each block as returned by `title.plain`, with a reason."""
    found: dict[str, str] = {}
    left = _MOST
    for element in tree.iter("*"):
        reason = reason_of(element)
        if reason and left and len(element.text_content()) <= _LONGEST:
            left -= 1
            for block in blocks_of(element, html=True):
                found.setdefault(plain(block.text), reason)
    return found


def reason_of(element: HtmlElement) -> str | None:
    """Return why an element is not part of an article, by its tag and names; None for others."""
    if element.tag in _TAGS:
        return _TAGS[element.tag]
    if element.tag in {"body", "html"}:
        return None
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _reason_in(names) if len(names) > 1 else None


@lru_cache(maxsize=1 << 12)  # the elements of a page share a few names
def _reason_in(names: str) -> str | None:
    words = map(str.lower, _WORD.findall(_SIGN_UP.sub(" signup ", names)))
    return next((_NAMES[word] for word in words if word in _NAMES), None)
