"""The text of pages where trafilatura finds none: short notes, scripted pages. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import compress
from pathlib import Path

from lxml.html import HtmlElement

from generator.models import Block
from generator.tables import load_numbers
from generator.understand.html.metadata.jsonld import Node, load, nodes, texts
from generator.understand.markup.blocks import Piece, pieces_of
from generator.understand.markup.fragment import fragment, plain_blocks

SHORT = 250  # characters: with fewer, trafilatura has not found the article
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "fallback")
_LINKED = _TUNED["linked"]
_WORDS = 8  # a block with fewer is a label, unless it ends as a sentence does
_ENDS = (".", "!", "?", "…", "。", "！", "？", "”", "“", "»", '"')
_SCRIPTS = 2_000_000  # characters of scripts that are searched
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_SENTENCE = 60  # characters of data that may be a paragraph
_LONG = 500  # characters of a string in a script that may be an article
_PARAGRAPH = re.compile(r"<p[ >]", re.IGNORECASE)


def fallback_text(tree: HtmlElement, articles: Sequence[Node]) -> list[Piece]:
    """Return the longest text of the visible page, schema.org's `articleBody` and scripts."""
    bodies = [body for node in articles for body in texts(node.get("articleBody"))]
    offers = [_visible(tree), *(_unlinked(_either(body)) for body in bodies)]
    best = max(offers, key=_size)
    if _size(best) >= SHORT:
        return best
    return max(best, _scripted(tree), _unlinked(_sentences(tree)), key=_size)


def size(blocks: Sequence[Block]) -> int:
    """Return the number of characters in blocks."""
    return sum(len(block.text) for block in blocks)


def _size(pieces: Sequence[Piece]) -> int:
    return size([block for block, _ in pieces])


def _visible(tree: HtmlElement) -> list[Piece]:
    root = next(tree.iter("article", "main"), None)
    pieces = pieces_of(tree if root is None else root, html=True)
    held = [
        links < _LINKED and (len(block.text.split()) >= _WORDS or block.text.endswith(_ENDS))
        for block, links in pieces
    ]
    if root is not None and True in held:  # headings and items between sentences
        inside = range(held.index(True), len(held) - held[::-1].index(True))
        held = [kept or (at in inside and pieces[at][1] < _LINKED) for at, kept in enumerate(held)]
    return list(compress(pieces, held))


def _scripted(tree: HtmlElement) -> list[Piece]:
    """Return the blocks of the longest HTML string in the page's scripts."""
    best = ""
    for script in tree.iter("script"):
        for match in _STRING.finditer((script.text or "")[:_SCRIPTS]):
            text = match[1]
            if len(text) > max(_LONG, len(best)) and ("<p" in text or "\\u003cp" in text.lower()):
                best = text
    try:
        markup = json.loads(f'"{best}"', strict=False)
    except ValueError:
        return []
    return _unlinked(fragment(markup))


def _sentences(tree: HtmlElement) -> tuple[Block, ...]:
    """Return the sentences in a page's data for scripts that are under the same name."""
    named: dict[str, dict[str, None]] = {}
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/json":
            for node in nodes(load(script.text or "")):
                for key, value in node.items():
                    if isinstance(value, str) and len(value) > _SENTENCE and value.endswith(_ENDS):
                        named.setdefault(key, {})[value] = None
    best = max(named.values(), key=lambda strings: sum(map(len, strings)), default={})
    return plain_blocks("\n".join(best))


def _either(body: str) -> tuple[Block, ...]:
    return fragment(body) if _PARAGRAPH.search(body) else plain_blocks(body)


def _unlinked(blocks: Sequence[Block]) -> list[Piece]:
    return [(block, 0.0) for block in blocks]
