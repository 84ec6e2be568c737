"""The features by which a line is judged at first: its own, its place, its neighbours'. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from generator.understand.lines import Seen
from generator.understand.page import Page, around, clip, joined, since, totals, until

_BESIDE = 3  # lines
_NEAR = (-3, -2, -1, 1, 2, 3)
_HEADERS = ("related", "comments", "newsletter", "legal", "share")
_AROUND = ("related", "control", "share", "legal", "paywall", "caption", "ago", "person")
_WIDTH = 4  # lines on either side
_NEXT = 11.0  # lines: running text further away is not seen
_FEW = 4  # words: a shorter line is no headline


def features(page: Page) -> list[list[float]]:
    """Return the features of each line of a page."""
    count = len(page.lines)
    parts = (
        [line.own for line in page.lines],
        _places(page),
        [_whole(page)] * count,
        [[value for step in _NEAR for value in _glance(page.lines, at + step)]
         for at in range(count)],
        _headers(page),
        _surroundings(page),
        _subjects(page),
        [list(pair) for pair in page.echoes],
    )  # fmt: skip
    return joined(parts)


def _places(page: Page) -> list[list[float]]:
    """Where each line stands."""
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
            *(around(sums, at, width) for width in (2, 5, 12)),
            min(_NEXT, back[at]),
            min(_NEXT, on[at]),
        ]
        for at in range(count)
    ]


def _whole(page: Page) -> list[float]:
    """Return what the page is."""
    count = max(len(page.lines), 1)
    size = sum(len(line.text) for line in page.lines)
    running = sum(len(line.text) for line in page.lines if line.running)
    return [
        sum(page.running) / count,
        math.log(count),
        sum(line.told >= 0.5 for line in page.lines) / count,
        running / max(1, size),
    ]


def _glance(lines: Sequence[Seen], at: int) -> list[float]:
    """Return the little that counts of a neighbour."""
    if not 0 <= at < len(lines):
        return [-1.0, -1.0, -1.0, -1.0]
    one = lines[at]
    return [
        float(min(len(one.words), 40)),
        float(one.ends),
        one.told,
        float(one.text[:1].islower()),
    ]


def _headers(page: Page) -> list[list[float]]:
    """How far the headers of what is no article are: "Related", "Comments"."""
    columns = []
    for kind in _HEADERS:
        flags = [line.heads(kind) for line in page.lines]
        columns += [since(flags), until(flags)]
    return [list(row) for row in zip(*columns, strict=True)]


def _surroundings(page: Page) -> list[list[float]]:
    """Return what the lines around each are."""
    lines = page.lines
    kinds = [totals(line.shares.get(kind, 0.0) for line in lines) for kind in _AROUND]
    sizes = totals(math.log(line.size) for line in lines)
    titles = totals(len(line.words) >= _FEW and not line.ends for line in lines)
    sentences = totals(len(line.words) > _FEW and line.ends for line in lines)
    mass = totals(len(line.text) * line.running for line in lines)
    whole = mass[-1] or 1.0
    return [
        [
            *(around(sums, at, _WIDTH) for sums in kinds),
            *(around(sizes, at, width) for width in (2, 6)),
            *(around(titles, at, width) for width in (3, 8)),
            *(around(sentences, at, width) for width in (3, 8)),
            mass[at] / whole,
            (mass[-1] - mass[at + 1]) / whole,
            max(_alike(lines, at, at + step) for step in (-1, 1)),
            max(_alike(lines, at, at + step) for step in (-3, -2, 2, 3)),
        ]
        for at in range(len(lines))
    ]


def _alike(lines: Sequence[Seen], at: int, other: int) -> float:
    """Return how alike two lines are in shape (0: not at all)."""
    if not 0 <= other < len(lines) or lines[at].ends != lines[other].ends:
        return 0.0
    one, two = len(lines[at].text), len(lines[other].text)
    return min(one, two) / max(one, two, 1)


def _subjects(page: Page) -> list[list[float]]:
    """How much each line is about what the running text, and its neighbours, are about."""
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
                page.shared(line.stems, others),
                page.shared(line.stems, several),
                page.shared(line.stems, near),
                len(line.stems & once) / size,
            ]
        )
    return rows


def _stems(lines: Sequence[Seen]) -> frozenset[str]:
    return frozenset().union(*(line.stems for line in lines))
