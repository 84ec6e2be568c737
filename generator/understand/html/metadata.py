"""What a page says about its article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement
from trafilatura import extract_metadata

from generator.text import clean, squeeze


@dataclass(frozen=True, slots=True)
class About:
    """Title, date (ISO 8601) and the rest as a page states them; `origins` says where."""

    title: str
    date: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    outlet: str | None = None
    url: str | None = None
    standfirst: str | None = None
    language: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)


def metadata_of(tree: HtmlElement, collected: dt.date) -> About:
    """Return what the page states; no date is later than the day after it was collected."""
    last = (collected + dt.timedelta(days=1)).isoformat()
    config = {"original_date": True, "extensive_search": True, "max_date": last}
    known = extract_metadata(tree, date_config=config)
    return About(
        title=squeeze(clean(known.title or "")),
        date=known.date,
        authors=tuple((known.author or "").split("; ")) if known.author else (),
        outlet=known.sitename,
        url=known.url,
        language=tree.get("lang"),
    )
