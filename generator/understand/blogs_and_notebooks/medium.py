"""Posts exported by Medium: a page with microformats (h-entry) for each, drafts included."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from generator.config import Limits
from generator.models import Source, Understood
from generator.text import squeeze
from generator.understand.dates.machine import machine_date
from generator.understand.feeds.authors import names
from generator.understand.feeds.entry_to_article import Entry, articles_of
from generator.understand.markup.blocks import blocks_of
from generator.understand.markup.parse import parse
from generator.understand.reader_results import as_the_file, failed

_SIGNS = (b"h-entry", b"e-content", b'Exported from <a href="https://medium.com">Medium</a>')
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<!doctype html", re.IGNORECASE)
_DRAFT = (
    "is a draft: Medium exported it without a date of publication. The article is not published. "
    "Publish it on Medium and export it again, or remove the file."
)


def accepts(source: Source) -> bool:
    """Return whether a page says that Medium exported it."""
    return bool(_PAGE.match(source.data[:400])) and all(sign in source.data for sign in _SIGNS)


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a published post; a draft is a problem."""
    tree, _ = parse(source.data)
    body = None if tree is None else _first(tree, "e-content")
    if tree is None or body is None:
        return failed(source, "contains no Medium post. Export it again.")
    time = _first(tree, "dt-published")
    if time is None:
        return failed(source, _DRAFT)
    title = _text(tree, "p-name")
    blocks = blocks_of(body, html=True)
    canonical = _first(tree, "p-canonical")
    entry = Entry(
        id=source.path,
        title=title,
        blocks=blocks[1:] if blocks and blocks[0].text == title else blocks,
        url=None if canonical is None else canonical.get("href"),
        date=machine_date(time.get("datetime") or ""),
        authors=names([_text(tree, "p-author")]),
        outlet="Medium",
    )
    found = articles_of(source, limits, [entry])
    return as_the_file(found)


def _first(tree: HtmlElement, name: str) -> HtmlElement | None:
    """Return the first element of a class."""
    return next(iter(tree.find_class(name)), None)


def _text(tree: HtmlElement, name: str) -> str:
    element = _first(tree, name)
    return "" if element is None else squeeze(element.text_content())
