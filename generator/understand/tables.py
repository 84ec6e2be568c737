"""The rows of a table as lines that read without it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Row = Sequence[str]
"""The texts of a row's cells."""


def lines_of(head: Row, rows: Sequence[Row]) -> Iterator[str]:
    """Yield a line per row: "Item: Leopard; Year: 1897", without a head "Leopard: 1897".

    Without a head the first cell tells what the others are of.
    """
    for row in rows:
        if any(head):
            names = (*head, *[""] * len(row))
            cells = [f"{name}: {cell}" if name else cell for name, cell in zip(names, row) if cell]  # noqa: B905 - a row may be short
            yield "; ".join(cells)
        else:
            first, *others = [cell for cell in row if cell] or [""]
            yield f"{first}: {'; '.join(others)}" if others else first
