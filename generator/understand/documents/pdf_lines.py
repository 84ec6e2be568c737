"""The pages of a PDF → lines with position and size, without running heads."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.tables import load_numbers
from generator.text import clean, squeeze
from generator.understand.layout.layout_words import PAGE_NUMBER

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "pdf_lines")
_SAME_LINE = _TUNED["same_line"]
_NEAR = _TUNED["near"]
_COLUMN_LINES, _MOST = _TUNED["column_lines"], _TUNED["most"]
_COLUMN_WIDTH = 20  # characters of a column's line
_PLACES = 3  # positions where a column may begin
_EDGE = 2  # lines at the top and at the foot of a page that may be running heads
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its origin (points from the left and from the bottom) and its type."""

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool


def lines_of_page(page: Any, number: int) -> list[Line]:  # noqa: ANN401 - pypdf's page
    """Return the lines of a page in the order of its content, which is the reading order.

    Content that alternates between two columns is read column by column.
    """
    rows: list[list[Line]] = []

    def take(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:  # noqa: ANN401
        if text.strip():
            _add(rows, _line(text, number, (cm, tm), font, size))
        elif rows and text:
            rows[-1][-1] = _with_space(rows[-1][-1], text[:1])

    page.extract_text(visitor_text=take)
    return [line for row in in_columns(rows) for line in _divided(_whole(row))]


def _add(rows: list[list[Line]], piece: Line) -> None:
    """Add a piece of text to the last line, or as a new one."""
    last = rows[-1] if rows else None
    if last and _is_same_line(last, piece) and not last[-1].text.endswith("\n"):
        last.append(piece)
    else:
        rows.append([piece])


def _with_space(piece: Line, space: str) -> Line:
    return piece if piece.text.endswith((" ", "\n")) else replace(piece, text=piece.text + space)


def _is_same_line(row: Sequence[Line], piece: Line) -> bool:
    size = max(piece.size, *(line.size for line in row))
    return abs(row[0].y - piece.y) < _SAME_LINE * size


def _whole(row: Sequence[Line]) -> Line:
    """Return the pieces of a line as one."""
    text = "".join(piece.text for piece in row)
    return replace(row[0], text=text, size=max(piece.size for piece in row))


def in_columns(rows: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the lines of a page, those of the left column before those of the right one.

    Each line is given by its pieces. A second column begins where one piece of most lines does,
    and where both sides have running text, unlike a table's.
    """
    start = _second_column(rows)
    if start is None:
        return list(rows)
    beside = [at for at, row in enumerate(rows) if _cut(row, start)]
    first, last = beside[0], beside[-1]
    left: list[list[Line]] = []
    right: list[list[Line]] = []
    for row in rows[first : last + 1]:
        cut = _cut(row, start)
        if cut:
            left.append(row[:cut])
            right.append(row[cut:])
        else:
            (right if row[0].x >= start - _NEAR else left).append(row)
    while last + 1 < len(rows) and rows[last + 1][0].x >= start - _NEAR:
        last += 1  # the rest of a longer right column
        right.append(rows[last])
    return [*rows[:first], *left, *right, *rows[last + 1 :]]


def _second_column(rows: Sequence[Sequence[Line]]) -> float | None:
    """Return where a second column begins, None for a page with one column or a table."""
    starts = Counter(round(piece.x) for row in rows for piece in row[1:])
    for start, _ in starts.most_common(_PLACES):
        beside = [at for at, row in enumerate(rows) if _cut(row, start)]
        if len(beside) < _COLUMN_LINES:
            continue
        most = len(beside) >= _MOST * (beside[-1] + 1 - beside[0])
        if most and _least_length([rows[at] for at in beside], start) >= _COLUMN_WIDTH:
            return float(start)
    return None


def _least_length(rows: Sequence[Sequence[Line]], start: float) -> float:
    """Return the mean length of the shorter side of each line, cut where a column begins."""
    cuts = [(row, _cut(row, start)) for row in rows]
    left = sum(len(piece.text) for row, cut in cuts for piece in row[:cut])
    right = sum(len(piece.text) for row, cut in cuts for piece in row[cut:])
    return min(left, right) / len(rows)


def _cut(row: Sequence[Line], start: float) -> int:
    """Return the index of the piece of a line that begins a column, 0 for none."""
    return next((at for at in range(1, len(row)) if abs(row[at].x - start) <= _NEAR), 0)


def without_running_heads(pages: Sequence[Sequence[Line]]) -> tuple[list[Line], list[Line]]:
    """Return the lines of all pages without page numbers and running heads, and the latter."""
    edges = [_edges(page) for page in pages]
    repeated = _repeated(edges)
    kept: list[Line] = []
    heads: list[Line] = []
    for page, edge in zip(pages, edges, strict=True):
        for line in page:
            is_head = _key(line.text) in repeated or PAGE_NUMBER.fullmatch(line.text)
            (heads if line in edge and is_head else kept).append(line)
    return kept, heads


def _repeated(edges: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Return the lines at the edges of more than half of several pages, ignoring digits."""
    counts = Counter(text for edge in edges for text in {_key(line.text) for line in edge})
    least = max(len(edges) / 2, 1)
    return frozenset(text for text, count in counts.items() if count > least)


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
    """Return the lines of a piece that contains several, each lower by its size."""
    texts = [squeeze(clean(text)) for text in line.text.split("\n")]
    return [
        replace(line, text=text, y=line.y - 1.2 * line.size * at)
        for at, text in enumerate(texts)
        if text
    ]
