"""A page's tree → the blocks of its article, by trafilatura."""

from __future__ import annotations

import logging

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from generator.models import Block, Dropped
from generator.understand.html.blocks import pieces_of
from generator.understand.html.trim import trimmed

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its remarks are no problems of ours


def body_of(tree: HtmlElement, title: str) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the article's blocks, and what stood among them and is no part of it."""
    found = bare_extraction(tree, include_comments=False, include_tables=True, include_links=True)
    if not isinstance(found, Document) or found.body is None:
        return (), ()
    return trimmed(pieces_of(found.body, html=False), title)
