"""The facets of documents: columns by year, and counts of each value. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.site.search.document import FACETS, Document

_SHOWN = 12  # values counted in the index itself; a year's columns have all
_IN_COLUMNS = tuple(name for name in FACETS if name != "year")  # known from a document's number


def values(document: Document, facet: str) -> tuple[str, ...]:
    """Return a document's values of a facet; for keywords, only those that others share."""
    if facet == "keyword":
        return document.keywords[: document.shared]
    if facet == "voice":
        return document.voices
    value = document.facets.get(facet)
    return (value,) if value else ()


class Columns:
    """The facets of one year's documents, added from the oldest."""

    def __init__(self) -> None:
        self._days: list[int] = []
        self._values: dict[str, list[tuple[str, ...]]] = {name: [] for name in _IN_COLUMNS}

    def add(self, documents: Iterable[Document]) -> None:
        """Add documents."""
        for document in documents:
            self._days.append(int(document.day[8:10]) if document.day else 0)
            for name, column in self._values.items():
                column.append(values(document, name))

    def take(self, data: Mapping[str, Any], start: int, count: int) -> None:
        """Add documents from the data that an earlier index has of a year (see `as_data`)."""
        end = start + count
        self._days += data["day"][start:end]
        for name, column in self._values.items():
            names, places = data[name]["names"], data[name]["of"][start:end]
            column += [tuple(names[place] for place in several) for several in places]

    def as_data(self) -> dict[str, object]:
        """Return the day of the month of each document (0: none), and its values by facet."""
        columns = {name: _column(found) for name, found in self._values.items()}
        return {"day": self._days, **columns}

    def totals(self) -> dict[str, Counter[str]]:
        """Return, by facet, the number of documents with each value."""
        return {
            name: Counter(value for found in column for value in found)
            for name, column in self._values.items()
        }


def most_frequent(totals: Mapping[str, Counter[str]]) -> dict[str, object]:
    """Return, by facet, the most frequent values with their counts, and the number of values."""
    found: dict[str, object] = {}
    for name, counts in totals.items():
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        found[name] = {"top": ranked[:_SHOWN], "count": len(ranked)}
    return found


def _column(found: Sequence[tuple[str, ...]]) -> dict[str, object]:
    """Return the names of the values, and the indices of each document's values."""
    names = sorted({value for several in found for value in several})
    place = {name: number for number, name in enumerate(names)}
    return {"names": names, "of": [[place[value] for value in several] for several in found]}
