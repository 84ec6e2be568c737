"""Redirects at the addresses of editions of another period, such as weeks before days. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from generator.compose.article.redirects import redirect_page
from generator.compose.lists.collection import Shelf
from generator.compose.lists.periods import Unit, end_of, period_named
from generator.compose.lists.views import Link
from generator.models import Page

_INDEX = "editions/index.md"


def compose_former_editions(gone: Iterable[str], shelf: Shelf) -> Iterator[Page]:
    """Yield redirects at the pages of editions that are gone since `edition` was changed.

    `gone` are paths in content/. Each redirect leads to the latest edition with days of the former
    one, else to the index. An edition of the present period without articles has no redirect.
    """
    for path in sorted(path for path in gone if path.startswith("editions/")):
        name = path.removeprefix("editions/").removesuffix(".md").partition("/")[0]
        period = period_named(name)
        if period is not None and period[0] != shelf.unit:
            link = _latest_within(*period, shelf)
            title = link.text if link else shelf.words("editions")
            yield redirect_page(path, str(link.path) if link else _INDEX, title, shelf.words)


def _latest_within(unit: Unit, first: dt.date, shelf: Shelf) -> Link | None:
    """Return the link to the latest edition with days of a period, None if there is none."""
    last = end_of(first, unit)
    for start in sorted(shelf.by_edition, reverse=True):
        if start <= last and end_of(start, shelf.unit) >= first:
            return shelf.edition_at(start)
    return None
