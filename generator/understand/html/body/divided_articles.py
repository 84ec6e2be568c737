"""Articles that advertisements divide into several parts: finds the missing parts. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from lxml.html import HtmlElement

from generator.tables import load_numbers
from generator.understand.html.metadata.wordings import plain
from generator.understand.markup.blocks import Piece, pieces_of

_LONG = 80  # characters of a paragraph that counts
_LEAST = 2  # such paragraphs, from which an element is a part of an article
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "divided_articles")
_TEXT = _TUNED["text"]

Kind = tuple[str, str]
"""Tag and class of the element that contains paragraphs."""


def whole(tree: HtmlElement, found: Sequence[Piece]) -> Sequence[Piece]:
    """Return the text of all parts of the article, in order; `found` is that of some of them."""
    known = {plain(block.text) for block, _ in found}
    containers = _containers(tree, known)
    parts = _parts_of_one_kind(containers)
    held = [any(containers[part]) for part in parts]
    # If no part contains any, the known paragraphs are in containers too small to be a part.
    if all(held) or not any(held):
        return found
    pieces = [piece for part in parts[held.index(True) :] for piece in pieces_of(part, html=True)]
    has_all = known <= {plain(block.text) for block, _ in pieces}
    return pieces if has_all and not _is_list_of_links(pieces) else found


def _containers(tree: HtmlElement, known: AbstractSet[str]) -> dict[HtmlElement, list[bool]]:
    """Return the elements with long paragraphs, with whether each paragraph is `known`."""
    containers: dict[HtmlElement, list[bool]] = {}
    for paragraph in tree.iter("p"):
        text, holder = paragraph.text_content(), paragraph.getparent()
        if len(text) >= _LONG and holder is not None:
            containers.setdefault(holder, []).append(plain(text) in known)
    return containers


def _parts_of_one_kind(containers: Mapping[HtmlElement, Sequence[bool]]) -> list[HtmlElement]:
    """Return the containers of the kind with most known paragraphs, none without a class."""
    kinds = {_kind(container): sum(held) for container, held in containers.items() if any(held)}
    kind = max(kinds, key=lambda kind: kinds[kind], default=("", ""))
    if not kind[1]:
        return []
    return [
        container
        for container, held in containers.items()
        if _kind(container) == kind and len(held) >= _LEAST
    ]


def _is_list_of_links(pieces: Sequence[Piece]) -> bool:
    """Return whether a text is a list of teasers, by its share of links."""
    linked = sum(links * len(block.text) for block, links in pieces)
    return linked >= _TEXT * sum(len(block.text) for block, _ in pieces)


def _kind(element: HtmlElement) -> Kind:
    return str(element.tag), element.get("class") or ""
