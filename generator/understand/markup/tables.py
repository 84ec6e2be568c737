"""The rows of a table as lines of text. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from lxml import etree

from generator.tables import load_numbers
from generator.text import clean, squeeze

Row = Sequence[str]
"""The texts of a row's cells."""

_ROWS, _CELLS = ("tr", "row"), ("td", "th", "cell")
ALIVE = ("table", "form", "input", "button", "select", "script", "iframe", "img", "graphic")
_LINES = ("br", "lb", "p", "div", "li", "item")  # begin a line within a cell
_LEAST, MOST = 2, 500  # rows of a table of data
_WIDEST = 12  # cells of a row
LONGEST = 120  # characters of a cell; a longer one is text in a layout table
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "tables")
_LINKED = _TUNED["linked"]


def lines_of(head: Row, rows: Sequence[Row]) -> Iterator[str]:
    """Yield a line per row: "Item: Leopard; Year: 1897", without a head "Leopard: 1897".

    Without a head the first cell is the label of the others. A row with text only in its first cell
    is a remark or the name of a group and is kept as it is.
    """
    for row in rows:
        if any(head) and not _is_remark(row):
            yield "; ".join([*_named(head, row), *filter(None, row[len(head) :])])
        else:
            first, *others = [*filter(None, row)] or [""]
            yield f"{first.rstrip(':')}: {'; '.join(others)}" if others else first


def _named(head: Row, row: Row) -> Iterator[str]:
    """Yield the cells of a row with the names of their columns."""
    for name, cell in zip_longest(head, row[: len(head)], fillvalue=""):
        if cell:
            yield f"{name}: {cell}" if name else cell


def _is_data(table: etree._Element, rows: Sequence[Sequence[str]], filled: Sequence[int]) -> bool:
    """Return whether a table contains data, by its size and the length of its cells and links.

    `filled` is the number of cells with text in each row.
    """
    if not (_LEAST <= len(rows) <= MOST and 2 <= max(filled) <= _WIDEST):
        return False
    sizes = [len(text) for row in rows for text in row]
    if max(sizes) > LONGEST or sum(count > 1 for count in filled) < _LEAST:
        return False
    linked = sum(len(text_of(link)) for link in table.iter("a", "ref"))
    return linked <= _LINKED * sum(sizes)


def data_lines(table: etree._Element) -> list[str]:
    """Return the rows of a table of data as lines, none for a layout table.

    Reads HTML and the markup that trafilatura returns (`row`, `cell`).
    """
    if next(table.iterdescendants(*ALIVE), None) is not None:
        return []
    cells = [list(row.iterchildren(*_CELLS)) for row in table.iter(*_ROWS)]
    texts = [list(map(text_of, row)) for row in cells]
    filled = [sum(map(bool, row)) for row in texts]
    if not _is_data(table, texts, filled):
        return []
    above = _captions(filled)
    lines = list(map(text_of, table.iterchildren("caption")))
    lines += ["; ".join(filter(None, row)) for row in texts[:above]]
    head, *body = texts[above:]
    if filled[above] < 2 or not _heads_columns(cells[above]):
        head, body = [], [head, *body]
    return [*filter(None, (*lines, *lines_of(head, body)))]


def _is_remark(row: Row) -> bool:
    return len(row) > 2 and not any(row[1:])  # of two cells the other may be an empty value


def _captions(filled: Sequence[int]) -> int:
    """Return how many rows at the top contain a single text: captions, which head no column."""
    return next((at for at, count in enumerate(filled) if count > 1), 0)


def _heads_columns(row: Sequence[etree._Element]) -> bool:
    """Return whether a row is the head of its columns; that of the row headings may be blank."""
    return all(_is_head(cell) or (not at and not text_of(cell)) for at, cell in enumerate(row))


def _is_head(cell: etree._Element) -> bool:
    above = cell.getparent()
    upper = above.getparent() if above is not None else None
    within = upper is not None and upper.tag == "thead"
    return within or cell.tag == "th" or cell.get("role") == "head"


def text_of(element: etree._Element) -> str:
    """Return the text of an element on one line, with spaces between its own lines."""
    has_lines = next(element.iterdescendants(*_LINES), None) is not None
    parts = _spaced(element) if has_lines else map(str, element.itertext())
    return squeeze(clean("".join(parts)))


def _spaced(element: etree._Element) -> Iterator[str]:
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if part.tag in _LINES:
            yield " "
        if event == "start":
            yield part.text or ""
        elif part is not element:
            yield part.tail or ""
