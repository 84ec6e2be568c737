"""The features by which a line is judged at first: its own, its place, its neighbours'. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from generator.tables import load_numbers
from generator.understand.lines.line_features import Seen
from generator.understand.lines.page_features import (
    FAR,
    Page,
    around,
    joined,
    padded,
    side_by_side,
    since,
    table,
    totals,
    until,
)
from generator.understand.lines.trees import Floats

_BESIDE = 3  # lines
_NEAR = (-3, -2, -1, 1, 2, 3)
_HEADERS = ("related", "comments", "newsletter", "legal", "share")
_AROUND = ("related", "control", "share", "legal", "paywall", "caption", "ago", "person")
_WIDTH = 4  # lines on either side
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "first_pass")
_NEXT = _TUNED["next"]
_FEW = 4  # words: a shorter line is not a headline


def features(page: Page) -> Floats:
    """Return the features of each line of a page."""
    parts = (
        page.own,
        _places(page),
        np.tile(_whole(page), (len(page.lines), 1)),
        _neighbours(page),
        _headers(page),
        _surroundings(page),
        table(_subjects(page)),
        table(page.echoes),
    )
    return joined(parts)


def _places(page: Page) -> Floats:
    """Return where each line is."""
    count, running = len(page.lines), page.running
    sums, at = totals(running), np.arange(count)
    first = running.index(True) if True in running else count
    last = count - 1 - running[::-1].index(True) if True in running else -1
    return side_by_side(
        at / count,
        np.minimum(at, 60),
        np.minimum(count - at, 60),
        np.clip(at - first, -FAR, FAR),
        np.clip(last - at, -FAR, FAR),
        [page.often[low] - 1 for low in page.low],
        *(around(sums, width) for width in (2, 5, 12)),
        np.minimum(_NEXT, since(running)),
        np.minimum(_NEXT, until(running)),
    )


def _whole(page: Page) -> list[float]:
    """Return what the page is."""
    count = max(len(page.lines), 1)
    size = sum(len(line.text) for line in page.lines)
    running = sum(len(line.text) for line in page.lines if line.running)
    return [
        sum(page.running) / count,
        math.log(count),
        sum(line.top_share >= 0.5 for line in page.lines) / count,
        running / max(1, size),
    ]


def _neighbours(page: Page) -> Floats:
    """Return what is seen at a glance of the lines around each."""
    count = len(page.lines)
    seen = padded(table(list(map(_glance, page.lines))), _BESIDE)
    return joined([seen[_BESIDE + step : _BESIDE + step + count] for step in _NEAR])


def _glance(line: Seen) -> list[float]:
    """Return the little that counts of a neighbour."""
    return [
        float(min(len(line.words), 40)),
        float(line.ends),
        line.top_share,
        float(line.text[:1].islower()),
    ]


def _headers(page: Page) -> Floats:
    """Return how far each line is from headers of other parts: "Related", "Comments"."""
    flags = [[line.heads(kind) for line in page.lines] for kind in _HEADERS]
    return side_by_side(*(far(kind) for kind in flags for far in (since, until)))


def _text_beyond(lines: Sequence[Seen]) -> tuple[Floats, Floats]:
    """Return for each line the shares of the running text that are before it and after it."""
    sums = totals(len(line.text) * line.running for line in lines)
    whole = sums[-1] or 1.0
    return sums[:-1] / whole, (sums[-1] - sums[1:]) / whole


def _surroundings(page: Page) -> Floats:
    """Return what the lines around each are."""
    lines = page.lines
    kinds = [totals(line.shares.get(kind, 0.0) for line in lines) for kind in _AROUND]
    sizes = totals(math.log(line.size) for line in lines)
    titles = totals(len(line.words) >= _FEW and not line.ends for line in lines)
    sentences = totals(len(line.words) > _FEW and line.ends for line in lines)
    windows = ((sizes, 2), (sizes, 6), (titles, 3), (titles, 8), (sentences, 3), (sentences, 8))
    return side_by_side(
        *(around(sums, _WIDTH) for sums in kinds),
        *(around(sums, width) for sums, width in windows),
        *_text_beyond(lines),
        _alike(lines, (1,)),
        _alike(lines, (2, 3)),
    )


def _alike(lines: Sequence[Seen], steps: Sequence[int]) -> list[float]:
    """Return how alike in shape each line is to those some steps away (0: not at all)."""
    best = [0.0] * len(lines)
    shapes = [(line.ends, max(1, len(line.text))) for line in lines]
    for step in steps:
        for at, (first, two) in enumerate(zip(shapes, shapes[step:], strict=False)):
            if first[0] == two[0]:
                alike = first[1] / two[1] if first[1] < two[1] else two[1] / first[1]
                best[at] = max(best[at], alike)
                best[at + step] = max(best[at + step], alike)
    return best


def _subjects(page: Page) -> list[list[float]]:
    """Return how much each line shares the subject of the running text and of its neighbours."""
    core = Counter(stem for line in page.lines if line.running for stem in line.stems)
    known = [frozenset(stem for stem, count in core.items() if count > least) for least in range(3)]
    once = frozenset(stem for stem, lines in page.spread.items() if lines == 1)
    rows = []
    for at, line in enumerate(page.lines):
        beside = (*page.lines[max(0, at - _BESIDE) : at], *page.lines[at + 1 : at + 1 + _BESIDE])
        near = frozenset[str]().union(*[line.stems & other.stems for other in beside])
        inside = line.stems & known[line.running]
        size = max(1, len(line.stems))
        rows.append(
            [
                len(inside) / size,
                page.share(at, inside),
                page.share(at, inside & known[line.running + 1]),
                page.share(at, near),
                len(line.stems & once) / size,
            ]
        )
    return rows
