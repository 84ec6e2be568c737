"""Tables of data with cells that span rows or columns → tables without spans.

The rules for which slots a cell takes are those of HTML (WHATWG, 4.9.12).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from generator.understand.markup.tables import ALIVE, LONGEST, MOST, text_of

_WIDEST = 40  # columns that a cell may span; more is a mistake, or means the whole row
_TABLES = 50  # tables of a page that are looked at


@dataclass(frozen=True, slots=True)
class _Cell:
    """The text of a cell, and whether a slot is the one in which the cell begins."""

    text: str
    is_head: bool
    is_first: bool
    is_below: bool  # of the row in which it begins

    def repeated(self, *, below: bool) -> _Cell:
        return _Cell(self.text, self.is_head, is_first=False, is_below=below)


_Grid = Sequence[Mapping[int, _Cell]]


def resolve_spans(tree: etree._Element) -> None:
    """Give each table of data one row of heads, and each of its cells a row and a column.

    A head that spans columns becomes a part of the heads below it ("2025 Summer"); a cell that
    spans rows is repeated in each of them.
    """
    for table in list(islice(tree.iter("table"), _TABLES)):
        rows = list(table.iter("tr"))
        if len(rows) <= MOST and _needs_it(table, rows) and _is_data(table, rows):
            _rewrite(table, rows, _grid(rows))


def _needs_it(table: etree._Element, rows: Sequence[etree._Element]) -> bool:
    spanned = table.xpath(".//*[self::td or self::th][@rowspan>1 or @colspan>1]")
    return bool(spanned) or len(_heads(rows)) > 1


def _is_data(table: etree._Element, rows: Sequence[etree._Element]) -> bool:
    if next(table.iterdescendants(*ALIVE), None) is not None:
        return False
    cells = (cell for row in rows for cell in row.iterchildren("td", "th"))
    return all(len(text_of(cell)) <= LONGEST for cell in cells)


def _captions(rows: Sequence[etree._Element]) -> int:
    """Return how many rows at the top have a single cell: captions, which head no column."""
    return next((at for at, row in enumerate(rows) if len(row) > 1), 0)


def _heads(rows: Sequence[etree._Element]) -> Sequence[etree._Element]:
    """Return the rows below the captions that contain nothing but heads; not if all rows do."""
    rows = rows[_captions(rows) :]
    for at, row in enumerate(rows):
        above = row.getparent()
        in_head = above is not None and above.tag == "thead"
        if not in_head and (not len(row) or any(cell.tag != "th" for cell in row)):
            return rows[:at]
    return ()


def _grid(rows: Sequence[etree._Element]) -> _Grid:
    grid: list[dict[int, _Cell]] = [{} for _ in rows]
    for at, row in enumerate(rows):
        column = 0
        for element in row.iterchildren("td", "th"):
            while column in grid[at]:
                column += 1
            stated = _span(element, "colspan") or 1
            wide = stated if stated <= _WIDEST else 1
            tall = _span(element, "rowspan") or len(rows)
            _fill(grid[at : at + tall], range(column, column + wide), element)
            column += wide
    return grid


def _fill(rows: Sequence[dict[int, _Cell]], columns: range, element: etree._Element) -> None:
    """Put a cell into the slots that it spans, if no other one is there."""
    cell = _Cell(text_of(element), element.tag == "th", is_first=True, is_below=False)
    for down, row in enumerate(rows):
        for column in columns:
            is_first = not down and column == columns.start
            row.setdefault(column, cell if is_first else cell.repeated(below=down > 0))


def _span(element: etree._Element, name: str) -> int:
    try:
        return max(0, int(element.get(name) or 1))
    except ValueError:
        return 1


def _rewrite(table: etree._Element, rows: Sequence[etree._Element], grid: _Grid) -> None:
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    heads, above = _heads(rows), _captions(rows)
    captions = [text_of(element) for element in (*table.iterchildren("caption"), *rows[:above])]
    for child in list(table):
        table.remove(child)
    table.text = None
    for caption in filter(None, captions):
        _append(table, "td", [caption])
    levels, body = grid[above : above + len(heads)], grid[above + len(heads) :]
    if heads:
        _append(table, "th", [_name(levels, at) for at in range(width)])
    for row in body:
        _append(table, "td", _values(row, width))


def _name(levels: _Grid, at: int) -> str:
    """Return the name of a column: what its heads say, each once."""
    texts = (row[at].text for row in levels if at in row)
    return " ".join(dict.fromkeys(filter(None, texts)))


def _values(row: Mapping[int, _Cell], width: int) -> list[str]:
    """Return the texts of a row: what spans columns is in the first of them alone."""
    cells = [row.get(at) for at in range(width)]
    return [cell.text if cell and (cell.is_first or cell.is_below) else "" for cell in cells]


def _append(table: etree._Element, tag: str, texts: Sequence[str]) -> None:
    row = etree.SubElement(table, "tr")
    for text in texts:
        etree.SubElement(row, tag).text = text
