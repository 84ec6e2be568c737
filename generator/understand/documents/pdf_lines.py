"""The pages of a PDF → its lines with place and size, without what each page repeats."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.text import clean, squeeze

_SAME_LINE = 0.4  # of the type size: pieces so near in height are of one line
_EDGE = 2  # lines at the top and at the foot of a page that may be running heads
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(
    r"\W*(?:(?:page|seite|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it begins (points from the left and from the foot), its type."""

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool


def lines_of_page(page: Any, number: int) -> list[Line]:  # noqa: ANN401 - pypdf's page
    """Return the lines of a page in the order of its content, which is that of reading."""
    found: list[Line] = []

    def take(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:  # noqa: ANN401
        if not text.strip():
            if found and text and not found[-1].text.endswith((" ", "\n")):
                found[-1] = replace(found[-1], text=f"{found[-1].text}{text[:1]}")
            return
        line = _line(text, number, (cm, tm), font, size)
        last = found[-1] if found else None
        same = last and abs(last.y - line.y) < _SAME_LINE * max(last.size, line.size)
        if last and same and not last.text.endswith("\n"):
            found[-1] = replace(last, text=last.text + line.text, size=max(last.size, line.size))
        else:
            found.append(line)

    page.extract_text(visitor_text=take)
    return [piece for line in found for piece in _divided(line)]


def without_running_heads(pages: Sequence[Sequence[Line]]) -> tuple[list[Line], list[Line]]:
    """Return the lines of all pages without page numbers and what pages repeat; and those."""
    edges = [_edges(page) for page in pages]
    counts = Counter(text for page in edges for text in {_key(line.text) for line in page})
    kept: list[Line] = []
    heads: list[Line] = []
    for page, edge in zip(pages, edges, strict=True):
        for line in page:
            repeated = len(pages) > 1 and counts[_key(line.text)] > len(pages) / 2
            is_head = line in edge and (repeated or _PAGE.fullmatch(line.text))
            (heads if is_head else kept).append(line)
    return kept, heads


def _edges(page: Sequence[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: -line.y)
    return [*by_height[:_EDGE], *by_height[-_EDGE:]]


def _key(text: str) -> str:
    return _DIGITS.sub("0", text)


def _line(
    text: str,
    page: int,
    matrices: tuple[Sequence[float], Sequence[float]],
    font: Any,  # noqa: ANN401 - pypdf's font resource
    size: float,
) -> Line:
    cm, tm = matrices
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
    name = str((font or {}).get("/BaseFont", ""))
    return Line(text, page, x, y, round(size * scale, 1), "bold" in name.lower())


def _divided(line: Line) -> list[Line]:
    """Return the lines in a piece of several, each lower by its size."""
    texts = [squeeze(clean(text)) for text in line.text.split("\n")]
    return [
        replace(line, text=text, y=line.y - 1.2 * line.size * at)
        for at, text in enumerate(texts)
        if text
    ]
