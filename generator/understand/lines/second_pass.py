"""The features by which a line is judged again: what the first look made of those around. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.tables import load_numbers
from generator.understand.lines.page_features import Page, around, clip, since, totals, until

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "second_pass")
BODY = _TUNED["body"]
_BESIDE = 4  # lines on either side
_LONG = 300  # characters: longer lines count no more


def features(page: Page, chances: Sequence[float]) -> list[list[float]]:
    """Return the features of each line, by the chances of the first look."""
    return [
        line.own + row for line, row in zip(page.lines, neighbourhood(page, chances), strict=True)
    ]


def neighbourhood(page: Page, chances: Sequence[float]) -> list[list[float]]:
    """Return features of each line: its neighbours' probabilities, its position in the text."""
    sums = totals(chances)
    sizes = [len(line.text) for line in page.lines]
    mass = totals(chance * size for chance, size in zip(chances, sizes, strict=True))
    start, end = text(page, chances)
    flags = [chance > BODY for chance in chances]
    back, on = since(flags), until(flags)
    beyond = [-1.0] * _BESIDE
    padded = [*beyond, *chances, *beyond]
    return [
        [
            chances[at],
            *padded[at : at + _BESIDE],
            *padded[at + _BESIDE + 1 : at + 2 * _BESIDE + 1],
            *near,
            mass[at] / (mass[-1] + 1),
            (mass[-1] - mass[at + 1]) / (mass[-1] + 1),
            clip(at - start, 30),
            clip(end - 1 - at, 30),
            back[at],
            on[at],
            mass[-1] / (sum(sizes) + 1),
            max(chances[max(0, at - 2) : at], default=0.0),
            max(chances[at + 1 : at + 3], default=0.0),
        ]
        for at, near in enumerate(zip(*(around(sums, width) for width in (2, 5, 10)), strict=True))
    ]


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
