"""The features by which a line is judged at first: its own, its place, its neighbours'. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from generator.tables import load_numbers
from generator.understand.lines.line_features import Seen
from generator.understand.lines.page_features import (
    Page,
    around,
    clip,
    joined,
    since,
    totals,
    until,
)

_BESIDE = 3  # lines
_NEAR = (-3, -2, -1, 1, 2, 3)
_HEADERS = ("related", "comments", "newsletter", "legal", "share")
_AROUND = ("related", "control", "share", "legal", "paywall", "caption", "ago", "person")
_WIDTH = 4  # lines on either side
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "first_pass")
_NEXT = _TUNED["next"]
_FEW = 4  # words: a shorter line is not a headline


def features(page: Page) -> list[list[float]]:
    """Return the features of each line of a page."""
    count = len(page.lines)
    parts = (
        [line.own for line in page.lines],
        _places(page),
        [_whole(page)] * count,
        _neighbours(page),
        _headers(page),
        _surroundings(page),
        _subjects(page),
        [list(pair) for pair in page.echoes],
    )
    return joined(parts)


def _places(page: Page) -> list[list[float]]:
    """Return where each line is."""
    count, running = len(page.lines), page.running
    sums = totals(running)
    first = running.index(True) if True in running else count
    last = count - 1 - running[::-1].index(True) if True in running else -1
    back, on = since(running), until(running)
    return [
        [
            at / count,
            float(min(at, 60)),
            float(min(count - at, 60)),
            clip(at - first),
            clip(last - at),
            float(page.often[page.low[at]] - 1),
            *near,
            min(_NEXT, back[at]),
            min(_NEXT, on[at]),
        ]
        for at, near in enumerate(zip(*(around(sums, width) for width in (2, 5, 12)), strict=True))
    ]


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


def _neighbours(page: Page) -> list[list[float]]:
    """Return what is seen at a glance of the lines around each."""
    beyond = [[-1.0] * 4] * _BESIDE
    seen = [*beyond, *map(_glance, page.lines), *beyond]
    return [
        [value for step in _NEAR for value in seen[at + step]]
        for at in range(_BESIDE, len(seen) - _BESIDE)
    ]


def _glance(line: Seen) -> list[float]:
    """Return the little that counts of a neighbour."""
    return [
        float(min(len(line.words), 40)),
        float(line.ends),
        line.top_share,
        float(line.text[:1].islower()),
    ]


def _headers(page: Page) -> list[list[float]]:
    """Return how far each line is from headers of other parts: "Related", "Comments"."""
    columns = []
    for kind in _HEADERS:
        flags = [line.heads(kind) for line in page.lines]
        columns += [since(flags), until(flags)]
    return [list(row) for row in zip(*columns, strict=True)]


def _text_beyond(lines: Sequence[Seen]) -> tuple[list[float], list[float]]:
    """Return for each line the shares of the running text that are before it and after it."""
    sums = totals(len(line.text) * line.running for line in lines)
    whole = sums[-1] or 1.0
    return [before / whole for before in sums[:-1]], [(sums[-1] - at) / whole for at in sums[1:]]


def _surroundings(page: Page) -> list[list[float]]:
    """Return what the lines around each are."""
    lines = page.lines
    kinds = [totals(line.shares.get(kind, 0.0) for line in lines) for kind in _AROUND]
    sizes = totals(math.log(line.size) for line in lines)
    titles = totals(len(line.words) >= _FEW and not line.ends for line in lines)
    sentences = totals(len(line.words) > _FEW and line.ends for line in lines)
    windows = ((sizes, 2), (sizes, 6), (titles, 3), (titles, 8), (sentences, 3), (sentences, 8))
    columns = (
        *(around(sums, _WIDTH) for sums in kinds),
        *(around(sums, width) for sums, width in windows),
        *_text_beyond(lines),
        _alike(lines, (1,)),
        _alike(lines, (2, 3)),
    )
    return [list(row) for row in zip(*columns, strict=True)]


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
        near = _stems(page.lines[max(0, at - _BESIDE) : at])
        near |= _stems(page.lines[at + 1 : at + 1 + _BESIDE])
        others, several = known[line.running], known[line.running + 1]
        size = max(1, len(line.stems))
        rows.append(
            [
                len(line.stems & others) / size,
                page.shared(at, others),
                page.shared(at, several),
                page.shared(at, near),
                len(line.stems & once) / size,
            ]
        )
    return rows


def _stems(lines: Sequence[Seen]) -> frozenset[str]:
    return frozenset().union(*(line.stems for line in lines))
