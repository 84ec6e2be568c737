"""A page as a document of the search index. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

FACETS = ("section", "outlet", "year", "keyword", "voice", "story", "language")
UNDATED = 0  # the period of a document without a date


@dataclass(frozen=True, slots=True)
class Document:
    """A page that can be found.

    `key` identifies it across builds. `address` is relative to the site; `day` is in ISO format,
    `date` in words. The first `shared` keywords are those that other articles have too. `names` are
    people, places and outlets, `voices` the speakers with a page of their own. `facets` has the
    values of section, outlet, story (its title) and language. `twin`: the page's text is in a JSON
    file beside it, so the index need not repeat it. `levels` are the words with their weights (see
    `postings`).
    """

    key: str
    address: str
    title: str
    text: str
    language: str
    date: str = ""
    day: str = ""
    keywords: tuple[str, ...] = ()
    shared: int = 0
    names: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    facets: Mapping[str, str] = field(default_factory=dict)
    twin: bool = False
    levels: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listing:
    """A document in the order of the index, read when it is needed.

    `source` identifies everything that the document was made from, so two documents with one source
    are equal.
    """

    key: str
    period: int
    source: str
    read: Callable[[], Document]


def period_of(day: str) -> int:
    """Return the month of a day as a number, year × 12 + month − 1; `UNDATED` without a day."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1 if day else UNDATED


def year_of(period: int) -> str:
    """Return the year of a period, empty for undated documents."""
    return str(period // 12) if period != UNDATED else ""
