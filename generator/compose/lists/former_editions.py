"""Redirects at the addresses of editions of another period: weeks of a digest of days. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compose.article.redirects import redirect_page
from generator.compose.lists.collection import Shelf
from generator.compose.lists.periods import end_of, period_named
from generator.models import Page

_INDEX = "editions/index.md"


def compose_former_editions(gone: Iterable[str], shelf: Shelf) -> Iterator[Page]:
    """Yield redirects at the pages of editions that are gone since `edition` was changed.

    `gone` are paths in content/. Each leads to the latest edition that has days of it, else to the
    index. An edition of the same period that has lost its articles has no redirect.
    """
    starts = sorted(shelf.by_edition, reverse=True)
    for path in sorted(path for path in gone if path.startswith("editions/")):
        name = path.removeprefix("editions/").removesuffix(".md").partition("/")[0]
        period = period_named(name)
        if period is None or period[0] == shelf.unit:
            continue
        unit, first = period
        last = end_of(first, unit)
        within = (start for start in starts if start <= last and end_of(start, shelf.unit) >= first)
        start = next(within, None)
        link = shelf.edition_at(start) if start else None
        title = link.text if link else shelf.words("editions")
        yield redirect_page(path, str(link.path) if link else _INDEX, title, shelf.words)
