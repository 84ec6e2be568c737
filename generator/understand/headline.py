"""Which line of a pasted page is its headline. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.understand.line_model import Chances
from generator.understand.page_words import coverage, starts_with, tokens

_TOP = 6  # lines at the top of a text pasted from its headline on
_CLOSE = 0.5  # a second candidate with this share of the first one's chance is a doubt
_DIGITS = re.compile(r"\d")


def headline(lines: Sequence[str], chances: Chances) -> tuple[int, int | None]:
    """Return the index of the headline, and of another line that may be it (None: no doubt)."""
    first = next((at for at, chance in enumerate(chances.body) if chance > 0.5), len(lines))
    weights = list(chances.title)
    best = max(range(len(lines)), key=lambda at: (weights[at], -at))
    if first <= _TOP + 4:
        top = _of_top(lines, min(first, _TOP))
        if top is not None and weights[best] < 0.9:
            best = top
    others = [
        at for at in range(len(lines))
        if lines[at] != lines[best] and weights[at] > max(0.3, _CLOSE * weights[best])
    ]
    return best, max(others, key=lambda at: (weights[at], -at)) if others else None


def _of_top(lines: Sequence[str], end: int) -> int | None:
    """Return the longest line of the top that may be a headline."""
    fit = [at for at in range(max(1, end)) if at < len(lines) and _fits(lines[at])]
    return max(fit, key=lambda at: (len(lines[at]), -at), default=None)


def _fits(line: str) -> bool:
    words = tokens(line[:400])
    if len(words) < 1 or len(line) > 250 or starts_with("by", line) in range(1, len(words)) and len(words) < 5:
        return False
    shares = coverage(line, words)
    digits = len(_DIGITS.findall(line))
    return max(shares.values(), default=0) < 0.5 and digits * 3 < len(line)
