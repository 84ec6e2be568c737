"""Text with a blank line below each of its lines. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def single_spaced(rows: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
    """Return rows without the blank one between every two lines, if paragraphs have two."""
    blank = [not text.strip() for _, text in rows]
    pairs = list(pairwise(blank))
    if (True, True) not in pairs or (False, False) in pairs:
        return rows
    beside = zip([False, *blank], [*blank[1:], False], strict=False)
    return [row for row, own, near in zip(rows, blank, beside, strict=True) if not own or any(near)]
