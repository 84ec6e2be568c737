"""Which line of a pasted page is its headline. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.understand.head import is_stated
from generator.understand.line_model import Chances
from generator.understand.page_words import coverage, starts_with, tokens

_TOP = 6  # lines at the top of a text pasted from its headline on
_CLOSE = 0.5  # a second candidate with this share of the first one's chance is a doubt
_DIGITS = re.compile(r"\d")


def headline(lines: Sequence[str], chances: Chances) -> tuple[int, int | None]:
    """Return the index of the headline, and of another line that may be it (None: no doubt)."""
    first = next((at for at, chance in enumerate(chances.body) if chance > 0.5), len(lines))
    weights = [
        0.0 if is_stated(line) else chance
        for line, chance in zip(lines, chances.title, strict=True)
    ]
    end = _end(lines, chances.body)
    weights[end:] = [weight / 10 for weight in weights[end:]]
    best = max(range(len(lines)), key=lambda at: (weights[at], -at))
    if first <= _TOP + 4:
        top = _of_top(lines, min(first, _TOP))
        if top is not None and weights[best] < 0.9:
            best = top
    others = [
        at
        for at in range(len(lines))
        if lines[at] != lines[best] and weights[at] > max(0.3, _CLOSE * weights[best])
    ]
    return best, max(others, key=lambda at: (weights[at], -at)) if others else None


def _end(lines: Sequence[str], body: Sequence[float]) -> int:
    """Return the index of the line before which a seventh of the text has passed."""
    sizes = [len(line) * (chance > 0.5) for line, chance in zip(lines, body, strict=True)]
    passed, total = 0, sum(sizes)
    for at, size in enumerate(sizes):
        if passed * 7 > total:
            return at
        passed += size
    return len(lines)


def _of_top(lines: Sequence[str], end: int) -> int | None:
    """Return the longest line of the top that may be a headline."""
    fit = [at for at in range(max(1, end)) if at < len(lines) and _fits(lines[at])]
    return max(fit, key=lambda at: (len(lines[at]), -at), default=None)


def _fits(line: str) -> bool:
    if is_stated(line):
        return False
    words = tokens(line[:400])
    if (
        len(words) < 1
        or len(line) > 250
        or (starts_with("by", line) in range(1, len(words)) and len(words) < 5)
    ):
        return False
    shares = coverage(line, words)
    digits = len(_DIGITS.findall(line))
    return max(shares.values(), default=0) < 0.5 and digits * 3 < len(line)
