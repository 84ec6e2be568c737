"""A page's tree → the blocks of its article, by trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from generator.models import Block, Dropped
from generator.understand.html.about.jsonld import Node
from generator.understand.html.body.agreement import Lines
from generator.understand.html.body.continued import whole
from generator.understand.html.body.furniture import furniture_of
from generator.understand.html.body.rescue import SHORT, rescued, size
from generator.understand.html.body.trim import Head, trimmed
from generator.understand.markup.blocks import Piece, pieces_of

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its remarks are no problems of ours
_INITIALS = (
    "//span[contains(@class, 'initial') or contains(@class, 'dropcap') or "
    "contains(@class, 'drop-cap')][following-sibling::*]"
)


def body_of(
    tree: HtmlElement, title: str, authors: Sequence[str] = (), articles: Sequence[Node] = ()
) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the article's blocks, and what stood among them and is no part of it.

    `articles` are the page's schema.org descriptions, which may hold the text too.
    """
    furniture = furniture_of(tree)
    _join_initials(tree)
    extracted = whole(tree, _extracted(tree))
    lines = Lines.around(extracted, tree)
    doubts: Collection[int] = ()
    if lines.agree(extracted):
        extracted = lines.with_missed(extracted)
        doubts = frozenset(lines.unlikely(extracted))
    head = Head.of(title, authors)
    blocks, dropped = trimmed(extracted, head, furniture, doubts)
    if size(blocks) >= SHORT and len(blocks) > 1:
        return blocks, dropped
    other, also_dropped = trimmed(rescued(tree, articles), head, furniture)
    if not blocks and not other:  # a page of a few words: they are all there is
        return tuple(block for block, _ in extracted), ()
    # Of about the same text the rescued one has the paragraphs apart; one block has labels in it.
    enough = 0.9 if size(blocks) >= SHORT else 0.7
    return (other, also_dropped) if size(other) >= enough * size(blocks) else (blocks, dropped)


def _join_initials(tree: HtmlElement) -> None:
    """Take away the space after the large initial that a text may begin with ("N" + "ow")."""
    for initial in tree.xpath(_INITIALS):
        text = initial.text_content().strip()
        if len(text) == 1 and text.isupper() and not (initial.tail or "").strip():
            initial.tail = None


def _extracted(tree: HtmlElement) -> list[Piece]:
    found = bare_extraction(tree, include_comments=False, include_tables=True, include_links=True)
    if not isinstance(found, Document) or found.body is None:
        return []
    return pieces_of(found.body, html=False)
