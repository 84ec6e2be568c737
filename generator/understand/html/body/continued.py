"""Articles that advertisements cut into several parts of one kind: the parts left behind. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from generator.understand.html.about.title import plain
from generator.understand.markup.blocks import Piece, pieces_of

_LONG = 80  # characters of a paragraph that counts
_LEAST = 2  # such paragraphs make a part of an article
_TEXT = 0.3  # more of a paragraph in links: a list of teasers

Kind = tuple[str, str]
"""Tag and class of the element that holds paragraphs."""


def whole(tree: HtmlElement, found: Sequence[Piece]) -> Sequence[Piece]:
    """Return the text of all parts of the article, in order, if `found` is that of some of them."""
    known = {plain(block.text) for block, _ in found}
    parts: dict[HtmlElement, list[bool]] = {}
    for paragraph in tree.iter("p"):
        text = paragraph.text_content()
        holder = paragraph.getparent()
        if len(text) >= _LONG and holder is not None:
            parts.setdefault(holder, []).append(plain(text) in known)
    kinds = Counter({_kind(container): sum(held) for container, held in parts.items() if any(held)})
    kind = max(kinds, key=lambda kind: kinds[kind], default=("", ""))
    of_kind = [
        container
        for container, held in parts.items()
        if _kind(container) == kind and len(held) >= _LEAST
    ]
    if not kind[1] or all(any(parts[container]) for container in of_kind):
        return found
    first = next((at for at, container in enumerate(of_kind) if any(parts[container])), None)
    if first is None:  # the known paragraphs are in containers too small to be a part
        return found
    pieces = [piece for container in of_kind[first:] for piece in pieces_of(container, html=True)]
    linked = sum(links * len(block.text) for block, links in pieces)
    gained = known <= {plain(block.text) for block, _ in pieces}
    return (
        pieces if gained and linked < _TEXT * sum(len(piece.text) for piece, _ in pieces) else found
    )


def _kind(element: HtmlElement) -> Kind:
    return str(element.tag), element.get("class") or ""
