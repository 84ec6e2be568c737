"""The features by which a line is judged at first: its own, its place, its neighbours'. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from generator.understand.lines import Seen
from generator.understand.page import Page, around, clip, joined, since, totals, until

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
    rows = []
    for at, line in enumerate(page.lines):
        near: set[str] = set().union(
            *(page.lines[at + step].stems for step in _NEAR if 0 <= at + step < len(page.lines))
        )
        own = int(line.running)
        size = max(1, len(line.stems))
        rows.append(
            [
                sum(core[stem] > own for stem in line.stems) / size,
                page.shared(line.stems, lambda stem, own=own: core[stem] > own),  # type: ignore[misc]
                page.shared(line.stems, lambda stem, own=own: core[stem] > own + 1),  # type: ignore[misc]
                page.shared(line.stems, near.__contains__),
                sum(page.spread[stem] == 1 for stem in line.stems) / size,
            ]
        )
    return rows
