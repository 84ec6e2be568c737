"""A page's tree → the blocks of its article, by trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml.html import HtmlElement

from generator.models import Block, Dropped
from generator.tables import load_numbers
from generator.understand.html.body.divided_articles import whole
from generator.understand.html.body.divided_blocks import divided
from generator.understand.html.body.fallback import SHORT, fallback_text, size
from generator.understand.html.body.hidden_text import mark_loose_text
from generator.understand.html.body.line_model_corrections import Lines
from generator.understand.html.body.live import is_live, write_times
from generator.understand.html.body.missed_lists import with_lists
from generator.understand.html.body.notes import notes_in, with_notes
from generator.understand.html.body.repeated_parts import (
    bylines,
    is_list,
    leading_on,
    with_all_stories,
)
from generator.understand.html.body.trim import Head, trimmed
from generator.understand.html.metadata import About
from generator.understand.markup.blocks import Piece, pieces_of

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # not the user's problem
_BARE = 3  # paragraphs directly below <body>, from which a page has no containers
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "main_text")
_FULLER, _FULLER_SHORT = _TUNED["fuller"], _TUNED["fuller_short"]
_INITIALS = (
    "//span[contains(@class, 'initial') or contains(@class, 'dropcap') or "
    "contains(@class, 'drop-cap')][following-sibling::*]"
)


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of an article, the blocks dropped from it, and the kind of its page."""

    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...] = ()
    is_list: bool = False  # of teasers
    has_stories: bool = False  # several, each with a heading


def body_of(
    tree: HtmlElement, page: Sequence[Piece], furniture: Mapping[str, str], about: About
) -> Body:
    """Return the article's blocks, and those dropped from between them.

    `page` has the blocks of the whole page, `furniture` the result of `furniture_of`, `about` the
    page's metadata, whose schema.org descriptions may contain the text as well.
    """
    _join_initials(tree)
    _wrap_bare(tree)
    mark_loose_text(tree)
    live = is_live(tree, about.described)
    if live:
        write_times(tree)
    taken = _extracted(tree)
    extracted = with_lists(tree, whole(tree, taken if live else divided(taken, page)))
    extracted = with_notes(extracted, page)
    stories = None if live else with_all_stories(tree, extracted, about.title)
    text, doubts = (stories, leading_on(stories)) if stories else _agreed(extracted, page)
    listed = stories is None and is_list(tree, text)
    has_stories = stories is not None or (not live and bylines(text) > 1)
    head = Head.of(about.title, () if has_stories else about.authors, about.dateline)
    blocks, dropped = trimmed(text, head, furniture, doubts, keep_bylines=has_stories)
    found = Body(blocks, dropped, listed, has_stories)
    if size(blocks) >= SHORT and len(blocks) > 1:
        return found
    other = trimmed(fallback_text(tree, about.described), head, furniture)
    return _fuller(found, Body(*other, listed), text)


def _fuller(found: Body, other: Body, text: Sequence[Piece]) -> Body:
    """Return the fuller of two bodies; the whole text of a page of a few words."""
    if not found.blocks and not other.blocks:
        return Body(tuple(block for block, _ in text), is_list=found.is_list)
    return other if _is_fuller(other.blocks, found.blocks) else found


def _agreed(
    extracted: Sequence[Piece], page: Sequence[Piece]
) -> tuple[Sequence[Piece], frozenset[int]]:
    """Return a text corrected by the model of lines, if that agrees, and the unlikely blocks."""
    lines = Lines.around(extracted, page)
    if not lines.agree(extracted):
        return extracted, frozenset()
    text = lines.with_missed(extracted)
    return text, frozenset(lines.unlikely(text)) - notes_in(text)


def _is_fuller(other: Sequence[Block], blocks: Sequence[Block]) -> bool:
    """Return whether the fallback text is about as long, with separate paragraphs.

    A single block may contain labels, so less is enough.
    """
    enough = _FULLER if size(blocks) >= SHORT else _FULLER_SHORT
    return size(other) >= enough * size(blocks)


def _join_initials(tree: HtmlElement) -> None:
    """Remove the space after the large initial that a text may begin with ("N" + "ow")."""
    for initial in tree.xpath(_INITIALS):
        text = initial.text_content().strip()
        if len(text) == 1 and text.isupper() and not (initial.tail or "").strip():
            initial.tail = None


def _wrap_bare(tree: HtmlElement) -> None:
    """Put the text of a page without containers into an `article`, so that all of it is found.

    Without a container, trafilatura extracts only paragraphs.
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
    from trafilatura import bare_extraction  # noqa: PLC0415 - only where a file needs it
    from trafilatura.settings import Document  # noqa: PLC0415

    found = bare_extraction(tree, include_comments=False, include_tables=True, include_links=True)
    if not isinstance(found, Document) or found.body is None:
        return []
    return pieces_of(found.body, html=False)
