"""A page's tree → the blocks of its article, by trafilatura."""

from __future__ import annotations

import logging

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from generator.models import Block, Dropped
from generator.understand.html.blocks import blocks_of

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its remarks are no problems of ours


def body_of(tree: HtmlElement, title: str) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the article's blocks, and what stood among them and is no part of it."""
    found = bare_extraction(tree, include_comments=False, include_tables=True)
    if not isinstance(found, Document) or found.body is None:
        return (), ()
    blocks = blocks_of(found.body, html=False)
    if blocks and blocks[0].kind == "heading" and blocks[0].text == title:
        blocks = blocks[1:]
    return blocks, ()
