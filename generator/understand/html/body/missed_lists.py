"""Lists that belong to the text but were left out by the extraction. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from lxml.html import HtmlElement

from generator.tables import load_numbers
from generator.understand.html.furniture_classes import reason_of
from generator.understand.html.metadata.wordings import plain
from generator.understand.markup.blocks import Piece, pieces_of

_TAGS = ("ul", "ol", "dl", "pre")
_MOST = 200  # lists of a page that are read
_LONGEST = 20_000  # characters of one list
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "missed_lists")
_LINKED = _TUNED["linked"]
_ANNOUNCES = (":", "：")
# A list that contains any of these is layout: teasers, the boxes of a sidebar.
_PLACED = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "form", "img", "figure", "article", "time")
_OUTSIDE = frozenset({"nav", "footer", "header", "aside", "form", "figure", "menu", "table"})


def with_lists(tree: HtmlElement, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the blocks with the complete lists directly below one of them.

    A list of links belongs to the text only if the paragraph above it ends with a colon.
    """
    found = list(pieces)
    for element in islice(tree.iter(*_TAGS), _MOST):
        if _is_outside(element):
            continue
        items = pieces_of(element, html=True)
        begin = _place(element, items, found)
        if begin is not None:
            texts = {plain(block.text) for block, _ in items}
            rest = [piece for piece in found[begin:] if plain(piece[0].text) not in texts]
            found = [*found[:begin], *items, *rest]
    return found


def _place(element: HtmlElement, items: Sequence[Piece], found: Sequence[Piece]) -> int | None:
    """Return the index for the items of a list, None if it is not part of the text."""
    known = {plain(block.text): at for at, (block, _) in enumerate(found)}
    texts = [plain(block.text) for block, _ in items]
    held = [known[text] for text in texts if text in known]
    if len(held) == len(texts) or sum(map(len, texts)) > _LONGEST:
        return None
    above = _text_above(element)
    anchor = known.get(plain(above))
    is_announced = anchor is not None and above.endswith(_ANNOUNCES)
    if _linked(items) > _LINKED and not is_announced:
        return None
    return anchor + 1 if anchor is not None else min(held, default=None)


def _is_outside(element: HtmlElement) -> bool:
    """Return whether a list is inside another one, or in a part of the page outside the article."""
    if reason_of(element) or next(element.iter(*_PLACED), None) is not None:
        return True
    for above in element.iterancestors():
        if above.tag in _TAGS or above.tag in _OUTSIDE:
            return True
        if above.tag in {"article", "main", "body"}:
            return False
        if reason_of(above):
            return True
    return False


def _text_above(element: HtmlElement) -> str:
    """Return the last block of text before an element, "" if none is near."""
    at: HtmlElement | None = element
    while at is not None and at.tag != "body":
        previous = at.getprevious()
        if previous is None:
            above = at.getparent()
            text = (above.text or "") if above is not None else ""
            if text.strip():
                return text.strip()
            at = above
            continue
        if (previous.tail or "").strip():
            return str(previous.tail).strip()
        last = next(iter(_last_blocks(previous)), "")
        if last:
            return last
        at = previous
    return ""


def _last_blocks(element: HtmlElement) -> Iterable[str]:
    for block, _ in pieces_of(element, html=True)[-1:]:
        yield block.text


def _linked(items: Sequence[Piece]) -> float:
    whole = sum(len(block.text) for block, _ in items)
    return sum(links * len(block.text) for block, links in items) / max(1, whole)
