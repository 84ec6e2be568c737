"""Parts outside the article, by class, id or heading (see `furniture_classes.yml`). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from lxml.html import HtmlElement

from generator.tables import load_table
from generator.understand.html.metadata.wordings import plain
from generator.understand.markup.blocks import blocks_of

_TABLE = load_table(Path(__file__).with_suffix(".yml"), dict[str, dict[str, list[str]]])
_LISTED = {word: reason for reason, words in _TABLE["classes"].items() for word in words}
_NAMES = {name: reason for name, reason in _LISTED.items() if "-" not in name}
_PHRASES = {f"-{name}-": reason for name, reason in _LISTED.items() if "-" in name}
_BOXES = frozenset(plain(text) for texts in _TABLE["boxes"].values() for text in texts)
CONTENTS = "list of contents"
"""The reason for texts in such a list; a heading with such a text is one of the article's."""

_HEADINGS = ("h2", "h3", "h4", "h5", "h6", "strong", "b")
_TAGS = {tag: reason for reason, tags in _TABLE["tags"].items() for tag in tags}
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SIGN_UP = re.compile("sign[-_]?up", re.IGNORECASE)
_MOST = 150  # parts that are read
_LONGEST = 2500  # characters; a longer part with such a name contains the article
_BOX = 700  # characters of a box about a person


def furniture_of(tree: HtmlElement) -> Mapping[str, str]:
    """Return the texts of such parts, each block as returned by `wordings.plain`, with a reason."""
    found: dict[str, str] = {}
    left = _MOST
    for element in tree.iter("*"):
        reason = reason_of(element)
        if reason and left and len(element.text_content()) <= _LONGEST:
            left -= 1
            local = _local(element) if element.tag == "nav" else frozenset[str]()
            for block in blocks_of(element, html=True):
                text = plain(block.text)
                found.setdefault(text, CONTENTS if text in local else reason)
    for heading in tree.iter(*_HEADINGS):
        box = _box_of(heading)
        for block in () if box is None else blocks_of(box, html=True):
            found.setdefault(plain(block.text), "box about a person")
    return found


def _local(element: HtmlElement) -> frozenset[str]:
    """Return the texts of an element's links to places in the page: its headings, in a list."""
    links = (link for link in element.iter("a") if (link.get("href") or "").startswith("#"))
    return frozenset(plain(link.text_content()) for link in links)


def _box_of(heading: HtmlElement) -> HtmlElement | None:
    """Return the small part of a page that begins with such a heading, None if it is another."""
    words = plain(heading.text_content())
    box = heading.getparent() if words in _BOXES else None
    if box is not None and box.tag in {"p", "header"}:
        box = box.getparent()
    if box is None or box.tag not in {"div", "section", "li"}:
        return None
    text = plain(box.text_content())
    return box if len(words) < len(text) <= _BOX and text.startswith(words) else None


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
    words = [word.lower() for word in _WORD.findall(_SIGN_UP.sub(" signup ", names))]
    known = next((_NAMES[word] for word in words if word in _NAMES), None)
    joined = f"-{'-'.join(words)}-"
    return known or next((_PHRASES[name] for name in _PHRASES if name in joined), None)
