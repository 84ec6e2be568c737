"""The features by which a line is judged as the headline, once it is known what is body. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from generator.tables import load_numbers
from generator.understand.lines.page_features import (
    Page,
    joined,
    side_by_side,
    since,
    table,
    totals,
    until,
)
from generator.understand.lines.second_pass import BODY, text
from generator.understand.lines.trees import Floats

_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    r"\d{1,2}[./\- ]\s?(?:\d{1,2}|[^\W\d]{3,})[./\-, ]+\s?\d{2,4}|\d{4}[-./年]\s?\d|"
    r"[^\W\d]{3,} \d{1,2}, \d{4}|\d{1,2}[:.]\d\d\b"
)
_DATED = 120  # characters of a line that says when
_SIGNED = 80  # characters of a line that says who
_LEAD = 4  # lines of text that say what the article is about
_FULL = 3  # stems: fewer prove little
_MANY = 5  # times that a word is counted at most
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "headline_pass")
_BESIDE = _TUNED["beside"]
_ABOVE = 6  # lines above a line whose chances are compared
_RANKS = 30  # ranks that count
_WORDS = range(4, 31)  # of a headline
_LETTERS = 12  # of a headline without spaces


def features(page: Page, chances: Sequence[float]) -> Floats:
    """Return the features of each line, by its chance of being body."""
    parts = (
        page.own,
        _places(page, chances),
        table(_subjects(page, chances)),
        _beside(page),
        table(_repeats(page)),
        _next(page, chances),
    )
    return joined(parts)


def _places(page: Page, chances: Sequence[float]) -> Floats:
    """Return where each line is before the text, and how many others may be the headline."""
    start, _ = text(page, chances)
    may = [
        not line.ends and chance < BODY and _is_long_enough(line.text)
        for line, chance in zip(page.lines, chances, strict=True)
    ]
    passed, sizes = totals(may), totals(len(line.text) for line in page.lines)
    at = np.arange(len(chances))
    first, end = np.minimum(at, start) + 1, np.maximum(at, start)
    between = end > first
    return side_by_side(
        np.clip(start - at, -40, 60),
        np.where(between, np.minimum(30.0, passed[end] - passed[first]), 0.0),
        np.where(between, np.minimum(3000.0, sizes[end] - sizes[first]), 0.0),
        passed[:-1] / max(1.0, passed[-1]),
        at == 0,
    )


def _is_long_enough(line: str) -> bool:
    return len(line.split()) in _WORDS or (" " not in line and len(line) > _LETTERS)


def _text_stems(page: Page, flags: Sequence[bool]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of the text, and those that more than one of its lines have.

    The latter are what other lines have too of a line of the text itself.
    """
    in_text = Counter(
        stem for line, flag in zip(page.lines, flags, strict=True) if flag for stem in line.stems
    )
    return frozenset(in_text), frozenset(stem for stem, count in in_text.items() if count > 1)


def _subjects(page: Page, chances: Sequence[float]) -> list[list[float]]:
    """Return how much each line shares the subject of the text, and its rank in that."""
    flags = [chance > BODY for chance in chances]
    subject = _text_stems(page, flags)
    lead = _lead(page, chances, flags)
    rows = []
    for at, (line, flag) in enumerate(zip(page.lines, flags, strict=True)):
        known = line.stems & subject[flag]
        full = min(1.0, len(line.stems) / _FULL)
        rows.append(
            [
                page.share(at, known) * full,
                page.share(at, line.stems & lead) * full,
                float(len(known)),
            ]
        )
    weights = [row[0] * min(row[2], _MANY) for row in rows]
    return [[*row, *more] for row, more in zip(rows, _ranks(weights), strict=True)]


def _lead(page: Page, chances: Sequence[float], flags: Sequence[bool]) -> frozenset[str]:
    """Return the stems of the first lines of the text."""
    start, _ = text(page, chances)
    opening = islice((at for at in range(start, len(flags)) if flags[at]), _LEAD)
    return frozenset().union(*(page.lines[at].stems for at in opening))


def _ranks(weights: Sequence[float]) -> list[tuple[float, float]]:
    """Return the rank of each weight and its share of the greatest."""
    order = sorted(range(len(weights)), key=lambda at: -weights[at])
    ranks = {at: rank for rank, at in enumerate(order)}
    most = max(weights, default=0.0) or 1.0
    return [(float(min(ranks[at], _RANKS)), weight / most) for at, weight in enumerate(weights)]


def _beside(page: Page) -> Floats:
    """Return how far each line is from what is beside a headline: date, byline, share buttons."""
    dated = [len(line.text) < _DATED and _is_dated(line.text) for line in page.lines]
    signed = [len(line.text) < _SIGNED and line.shares.get("by", 0) >= 0.2 for line in page.lines]
    shared = [line.shares.get("share", 0) >= 0.5 for line in page.lines]
    far = (until(dated), since(dated), until(signed), until(shared), since(shared))
    return side_by_side(*(np.minimum(_BESIDE, column) for column in far), dated)


def _is_dated(line: str) -> bool:
    # Most lines have no digit: asking for one first saves most of the time.
    return bool(_DIGIT.search(line)) and bool(_DATE.search(line))


def _repeats(page: Page) -> list[list[float]]:
    """Return whether the page repeats each line, whole or with something before or behind it."""
    seen: set[str] = set()
    rows = []
    for low, (inside, held) in zip(page.low, page.echoes, strict=True):
        rows.append([float(min(4, page.often[low] - 1)), inside, held, float(low in seen)])
        seen.add(low)
    return rows


def _next(page: Page, chances: Sequence[float]) -> Floats:
    """Return what the lines next to each are."""
    sizes = [float(len(line.text)) for line in page.lines]
    return side_by_side(
        chances,
        [*sizes[1:], -1.0],
        [-1.0, *sizes[:-1]],
        [*chances[1:], -1.0],
        [-1.0, *chances[:-1]],
        [max(chances[max(0, at - _ABOVE) : at], default=0.0) for at in range(len(chances))],
    )
