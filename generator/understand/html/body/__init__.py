"""A page's tree → the blocks of its article, by trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from generator.models import Block, Dropped
from generator.understand.html.about import About
from generator.understand.html.body.agreement import Lines
from generator.understand.html.body.continued import whole
from generator.understand.html.body.groups import is_list, with_all_stories
from generator.understand.html.body.lists import with_lists
from generator.understand.html.body.live import is_live, write_times
from generator.understand.html.body.rescue import SHORT, rescued, size
from generator.understand.html.body.trim import Head, trimmed
from generator.understand.markup.blocks import Piece, pieces_of

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its remarks are no problems of ours
_BARE = 3  # paragraphs right below <body> make a page without parts
_INITIALS = (
    "//span[contains(@class, 'initial') or contains(@class, 'dropcap') or "
    "contains(@class, 'drop-cap')][following-sibling::*]"
)


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of an article, what was between them, and the kind of its page."""

    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...] = ()
    is_list: bool = False  # of teasers
    has_stories: bool = False  # several, each with a heading


def body_of(
    tree: HtmlElement, page: Sequence[Piece], furniture: Mapping[str, str], about: About
) -> Body:
    """Return the article's blocks, and what was between them and is no part of it.

    `page` holds the blocks of the whole page, `furniture` what `furniture_of` says of it, `about`
    what it says of its article: its schema.org descriptions may hold the text too.
    """
    title, articles = about.title, about.described
    _join_initials(tree)
    _wrap_bare(tree)
    live = is_live(tree, articles)
    if live:
        write_times(tree)
    extracted: Sequence[Piece] = with_lists(tree, whole(tree, _extracted(tree)))
    stories = None if live else with_all_stories(tree, extracted, title)
    listed = stories is None and is_list(tree, extracted)
    lines = Lines.around(stories or extracted, page)
    doubts: Collection[int] = ()
    if stories:
        extracted = stories
    elif lines.agree(extracted):
        extracted = lines.with_missed(extracted)
        doubts = frozenset(lines.unlikely(extracted))
    head = Head.of(title, () if stories else about.authors, about.dateline)
    blocks, dropped = trimmed(extracted, head, furniture, doubts, keep_bylines=bool(stories))
    if size(blocks) >= SHORT and len(blocks) > 1:
        return Body(blocks, dropped, listed, stories is not None)
    other, also_dropped = trimmed(rescued(tree, articles), head, furniture)
    if not blocks and not other:  # a page of a few words: they are all there is
        return Body(tuple(block for block, _ in extracted))
    # Of about the same text the rescued one has the paragraphs apart; one block has labels in it.
    enough = 0.9 if size(blocks) >= SHORT else 0.7
    if size(other) >= enough * size(blocks):
        return Body(other, also_dropped, listed)
    return Body(blocks, dropped, listed, stories is not None)


def _join_initials(tree: HtmlElement) -> None:
    """Take away the space after the large initial that a text may begin with ("N" + "ow")."""
    for initial in tree.xpath(_INITIALS):
        text = initial.text_content().strip()
        if len(text) == 1 and text.isupper() and not (initial.tail or "").strip():
            initial.tail = None


def _wrap_bare(tree: HtmlElement) -> None:
    """Put the text of a page without any parts into an `article`, so that all of it is found.

    Where nothing tells an article's container, trafilatura takes paragraphs alone.
    """
    body = tree.find("body")
    if body is None or next(tree.iter("article", "main"), None) is not None:
        return
    if sum(1 for _ in body.iterchildren("p")) >= _BARE:
        article = body.makeelement("article")
        article.text, body.text = body.text, None
        article.extend(list(body))
        body.append(article)


def _extracted(tree: HtmlElement) -> list[Piece]:
    found = bare_extraction(tree, include_comments=False, include_tables=True, include_links=True)
    if not isinstance(found, Document) or found.body is None:
        return []
    return pieces_of(found.body, html=False)
