"""The lines of a PDF → paragraphs and headings, by spacing, indent, type and length. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from generator.models import Block
from generator.tables import load_numbers
from generator.text import ends_clause
from generator.understand.documents.pdf_lines import Line
from generator.understand.layout.hyphens import divided
from generator.understand.layout.wrapped import joiner

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "pdf_blocks")
_GAP = _TUNED["gap"]
_TYPE = _TUNED["type"]
_INDENT = _TUNED["indent"]
_FULL = _TUNED["full"]
_LARGE = _TUNED["large"]
_HEADING = 160  # characters
_TITLE_BLOCKS = 12  # blocks that may contain the title
_ITEM = re.compile(r"(?:[•◦▪●‣∙·]\s*|[\-–—]\s+|\(?\d{1,2}[.)]\s+)(?=\S)")
_BULLET = re.compile(r"(?:[•◦▪●‣∙·]\s*|[\-–—]\s+)(?=\S)")


def blocks_of_lines(lines: Sequence[Line]) -> tuple[tuple[Block, ...], int | None]:
    """Return the blocks of a text, and the index of the title if its size shows one."""
    size = _body_size(lines)
    paragraphs = list(_paragraphs(lines, size))
    join = joiner("\n".join(line.text for line in lines))
    blocks: list[Block] = []
    sizes: list[float] = []
    for paragraph in paragraphs:
        text = paragraph[0].text
        for line in paragraph[1:]:
            text = join(text, line.text)
        large = paragraph[0].size >= _LARGE * size
        bold = all(line.bold for line in paragraph) and not ends_clause(text)
        if len(text) < _HEADING and (large or bold):
            blocks.append(Block(text, "heading"))
        elif mark := _BULLET.match(text):
            blocks.append(Block(text[mark.end() :], "item"))
        else:
            blocks.append(Block(text))
        sizes.append(paragraph[0].size)
    return tuple(blocks), _title(blocks, sizes, size)


def _title(blocks: Sequence[Block], sizes: Sequence[float], size: float) -> int | None:
    top = [at for at, block in enumerate(blocks[:_TITLE_BLOCKS]) if block.kind == "heading"]
    best = max(top, key=lambda at: (sizes[at], -at), default=None)
    return best if best is not None and sizes[best] >= _LARGE * size else None


def _body_size(lines: Sequence[Line]) -> float:
    """Return the type size in which most of the text is set."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[line.size] += len(line.text)
    return counts.most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class _Measures:
    """The layout of a document's text: line spacing, line length and margins.

    `margins` counts the lines that begin at each position: those of many are margins of columns.
    """

    pitch: float
    width: int
    margins: Counter[int]

    @classmethod
    def of(cls, text: Sequence[Line], size: float) -> _Measures:
        """Return the measures of lines in one type size."""
        lengths = sorted(len(line.text) for line in text)
        steps = [upper.y - other.y for upper, other in pairwise(text)]
        return cls(
            pitch=median([step for step in steps if 0 < step < 3 * size] or [1.2 * size]),
            width=lengths[int(len(lengths) * 0.9)] if lengths else 0,
            margins=Counter(round(line.x) for line in text),
        )


def _paragraphs(lines: Sequence[Line], size: float) -> Iterator[list[Line]]:
    text = [line for line in lines if abs(line.size - size) <= _TYPE * size]
    measures = _Measures.of(text, size)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _begins(paragraph[-1], line, measures):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _begins(last: Line, line: Line, measures: _Measures) -> bool:
    """Return whether a line begins a paragraph; `last` is the one before it."""
    if abs(last.size - line.size) > _TYPE * last.size or last.bold != line.bold:
        return True
    goes_on = line.text[0].islower() or (divided(last.text) and line.text[0].isalpha())
    if last.y < line.y or last.page != line.page:  # another column or page
        return not goes_on and ends_clause(last.text)
    if _is_apart(last, line, measures.pitch) or _ITEM.match(line.text):
        return True
    return not goes_on and _is_marked(last, line, measures)


def _is_marked(last: Line, line: Line, measures: _Measures) -> bool:
    """Return whether an indent, or a short line before it, marks the beginning of a paragraph."""
    return _is_indented(last, line, measures.margins) or _is_short(last, line, measures.width)


def _is_apart(last: Line, line: Line, pitch: float) -> bool:
    """Return whether a line is farther below the last one than lines of a paragraph."""
    is_large = last.size * _GAP * 1.2 > pitch * _GAP
    return last.y - line.y > (max(pitch, 1.35 * last.size) if is_large else pitch) * _GAP


def _is_indented(last: Line, line: Line, margins: Counter[int]) -> bool:
    """Return whether a line is indented from the last one, to where fewer lines begin."""
    indented = line.x - last.x > _INDENT * line.size
    return indented and margins[round(line.x)] < margins[round(last.x)]


def _is_short(last: Line, line: Line, width: int) -> bool:
    """Return whether the last line had room for the first word of the next."""
    first = line.text.split(maxsplit=1)[0]
    return last.size <= line.size * (1 + _TYPE) and len(last.text) + len(first) < _FULL * width
