"""The features by which a line is judged again: what the first look made of those around. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from generator.tables import load_numbers
from generator.understand.lines.page_features import (
    Page,
    around,
    joined,
    padded,
    side_by_side,
    since,
    totals,
    until,
)
from generator.understand.lines.trees import Floats

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "second_pass")
BODY = _TUNED["body"]
_BESIDE = 4  # lines on either side
_FAR = 30  # lines: a distance is at most this
_LONG = 300  # characters: longer lines count no more


def features(page: Page, chances: Sequence[float]) -> Floats:
    """Return the features of each line, by the chances of the first look."""
    return joined([page.own, neighbourhood(page, chances)])


def neighbourhood(page: Page, chances: Sequence[float]) -> Floats:
    """Return features of each line: its neighbours' probabilities, its position in the text."""
    count, at, sums = len(chances), np.arange(len(chances)), totals(chances)
    sizes = [len(line.text) for line in page.lines]
    mass = totals(chance * size for chance, size in zip(chances, sizes, strict=True))
    start, end = text(page, chances)
    flags = [chance > BODY for chance in chances]
    beside = padded(np.array(chances), _BESIDE)
    near = np.maximum(beside, 0.0)  # the chance of no line is 0
    steps = [step for step in range(-_BESIDE, _BESIDE + 1) if step]
    shifted = {step: slice(_BESIDE + step, _BESIDE + step + count) for step in steps}
    return side_by_side(
        chances,
        *(beside[shifted[step]] for step in steps),
        *(around(sums, width) for width in (2, 5, 10)),
        mass[:-1] / (mass[-1] + 1),
        (mass[-1] - mass[1:]) / (mass[-1] + 1),
        np.clip(at - start, -_FAR, _FAR),
        np.clip(end - 1 - at, -_FAR, _FAR),
        since(flags),
        until(flags),
        np.full(count, mass[-1] / (sum(sizes) + 1)),
        np.maximum(near[shifted[-1]], near[shifted[-2]]),
        np.maximum(near[shifted[1]], near[shifted[2]]),
    )


def text(page: Page, chances: Sequence[float]) -> tuple[int, int]:
    """Return where the article's text begins and ends: the run of lines with the most of body."""
    best, found, total, start = 0.0, (0, 0), 0.0, 0
    for at, (line, chance) in enumerate(zip(page.lines, chances, strict=True)):
        if total <= 0:
            total, start = 0.0, at
        total += (chance - 0.4) * min(line.size + 15, _LONG)
        if total > best:
            best, found = total, (start, at + 1)
    return found
