"""Blocks that the extraction joined although the page has them apart: divides them again. Pure.

Where text stands beside an element of its own, and on very short pages, trafilatura joins the text
of several blocks without a space, in the worst case all of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from generator.understand.html.metadata.wordings import plain
from generator.understand.markup.blocks import Piece

_MOST = 2000  # blocks of a page that are compared
_FIRST = 3  # letters of a first block: a shorter one begins many others by chance


def divided(pieces: Sequence[Piece], page: Sequence[Piece]) -> list[Piece]:
    """Return the blocks, each that has the text of adjacent blocks of the page divided as there."""
    page = page[:_MOST]
    texts = [plain(block.text) for block, _ in page]
    known = frozenset(texts)
    found: list[Piece] = []
    for piece in pieces:
        text = plain(piece[0].text)
        is_whole = piece[0].kind == "row" or text in known
        parts = () if is_whole else next(_runs(text, texts), ())
        found += [page[at] for at in parts if texts[at]] or [piece]
    return found


def _runs(text: str, texts: Sequence[str]) -> Iterator[range]:
    """Yield the places of adjacent texts that are equal to a text when joined."""
    for begin, first in enumerate(texts):
        if len(first) < _FIRST or not text.startswith(first):
            continue
        sizes = accumulate(map(len, texts[begin:]))
        end = next((at for at, size in enumerate(sizes, begin + 1) if size >= len(text)), begin)
        if "".join(texts[begin:end]) == text:
            yield range(begin, end)
