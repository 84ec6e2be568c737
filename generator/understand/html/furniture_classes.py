"""Parts of a page outside the article, by class and id (see `furniture_classes.yml`). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from lxml.html import HtmlElement

from generator.tables import load_table
from generator.understand.html.metadata.title import plain
from generator.understand.markup.blocks import blocks_of

_TABLE = load_table(Path(__file__).with_suffix(".yml"), dict[str, dict[str, list[str]]])
_NAMES = {word: reason for reason, words in _TABLE["classes"].items() for word in words}
_TAGS = {tag: reason for reason, tags in _TABLE["tags"].items() for tag in tags}
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
