"""Facts from the pages of the last build: names in use, days of collection, addresses."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.earlier_builds import Record
from generator.content.entries import FILE, Entries
from generator.project import CACHE, CONTENT
from generator.review.candidates import InUse


@dataclass(frozen=True, slots=True)
class Collection:
    """The other articles: names in use, days of collection by file, pages and titles by article."""

    in_use: InUse = field(default_factory=InUse)
    collected: Mapping[str, dt.date] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Path) -> Collection:
        """Return the facts stated by the pages in a project's content/."""
        entries = Entries(project / CACHE / FILE)
        sections: Counter[str] = Counter()
        outlets: Counter[str] = Counter()
        pages, titles = {}, {}
        for entry, _ in entries.of(project / CONTENT):
            sections.update(filter(None, (entry.section,)))
            outlets.update(filter(None, (entry.outlet,)))
            titles[entry.key] = entry.title
            pages[entry.key] = f"/{entry.path.removesuffix('.md')}/"
        return cls(
            InUse(_by_number(sections), _by_number(outlets)),
            Record.of(project / CONTENT, entries).collected(),
            pages,
            titles,
        )


def _by_number(names: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-names[name], name)))
