"""All articles → every page of lists: front page, sections, keywords, archive. Pure."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from generator import safe
from generator.compose.entry import Entry
from generator.compose.reasons import date_text
from generator.compose.views import Card, Group, Link, View
from generator.words import Words

K = TypeVar("K")
V = TypeVar("V")
PAGE_SIZE = 50
_FRONT_SIZE = 13
_LEAST_SHARED = 2  # a keyword of one article has no page


def _newest(entry: Entry) -> tuple[int, str, str]:
    """Order by day, newest first, undated last; then by time of day, then by address."""
    clock = entry.time.isoformat() if entry.time else ""
    return (-entry.day.toordinal() if entry.day else 1, clock, entry.path)


class Shelf:
    """The collection with its groupings, made once; hands out the view of each page of lists."""

    def __init__(self, entries: Iterable[Entry], words: Words) -> None:
        self._entries = sorted(entries, key=_newest)
        self._words = words
        self._by_section = _grouped((entry.section or "", entry) for entry in self._entries)
        shared = _grouped((word, entry) for entry in self._entries for word in entry.keywords)
        self._by_keyword = {
            word: found for word, found in shared.items() if len(found) >= _LEAST_SHARED
        }
        self._section_paths = _paths("sections", self._by_section)
        self._keyword_paths = _paths("keywords", self._by_keyword)

    def views(self) -> dict[str, View]:
        """Return the view of every page of lists, by its path."""
        views = [self._front(), *self._sections(), *self._keywords(), *self._archive()]
        return {view.path: view for view in views}

    def card(self, entry: Entry) -> Card:
        """Return an article as lists show it, with the pages that its facts lead to."""
        return Card(
            entry=entry,
            date=date_text(entry, self._words),
            section=self._section(entry.section) if entry.section else None,
            outlet=Link(entry.outlet) if entry.outlet else None,
            keywords=tuple(Link(word, self._keyword_paths.get(word)) for word in entry.keywords),
        )

    def _front(self) -> View:
        cards = [self.card(entry) for entry in self._entries[:_FRONT_SIZE]]
        groups = _grouped((card.entry.section or "", card) for card in cards[1:])
        return View(
            "front",
            "index.md",
            self._words("front"),
            summary="" if cards else self._words("empty"),
            lead=cards[0] if cards else None,
            groups=tuple(
                Group(self._section(name), tuple(found)) for name, found in groups.items()
            ),
        )

    def _sections(self) -> Iterator[View]:
        links = [self._section(name) for name in sorted(self._by_section)]
        yield View("sections", "sections/index.md", self._words("sections"), links=tuple(links))
        for name, found in self._by_section.items():
            title = name or self._words("no-section")
            yield from self._paged("section", self._section_paths[name], title, found)

    def _keywords(self) -> Iterator[View]:
        links = [
            Link(word, self._keyword_paths[word], len(found))
            for word, found in sorted(self._by_keyword.items(), key=lambda item: item[0].casefold())
        ]
        yield View("keywords", "keywords/index.md", self._words("keywords"), links=tuple(links))
        for word, found in self._by_keyword.items():
            yield from self._paged("keyword", self._keyword_paths[word], word, found)

    def _archive(self) -> Iterator[View]:
        months = _grouped((entry.day.replace(day=1), entry) for entry in self._entries if entry.day)
        undated = [entry for entry in self._entries if not entry.day]
        years = _grouped((month.year, month) for month in months)
        links = [
            Link(str(year), f"archive/{year}.md", sum(len(months[month]) for month in found))
            for year, found in years.items()
        ]
        if undated:
            path = "archive/undated.md"
            links.append(Link(self._words("undated"), path, len(undated)))
            yield from self._paged("month", path, self._words("undated"), undated)
        yield View("archive", "archive/index.md", self._words("archive"), links=tuple(links))
        for year, found in years.items():
            yield self._year(year, [(month, len(months[month])) for month in found])
        for month, days in months.items():
            yield from self._paged("month", _month_path(month), self._words.month(month), days)

    def _year(self, year: int, months: Sequence[tuple[dt.date, int]]) -> View:
        links = (Link(self._words.month(one), _month_path(one), count) for one, count in months)
        return View("year", f"archive/{year}.md", str(year), links=tuple(links))

    def _paged(self, kind: str, path: str, title: str, entries: Sequence[Entry]) -> Iterator[View]:
        pages = [entries[at : at + PAGE_SIZE] for at in range(0, len(entries), PAGE_SIZE)]
        stem = path.removesuffix(".md")
        paths = [path, *(f"{stem}/page-{number}.md" for number in range(2, len(pages) + 1))]
        for number, found in enumerate(pages):
            view = View(kind, paths[number], title, summary=self._count(len(entries)))
            cards = tuple(self.card(entry) for entry in found)
            newer = Link(self._words("newer"), paths[number - 1]) if number else None
            last = number + 1 == len(pages)
            older = None if last else Link(self._words("older"), paths[number + 1])
            yield replace(view, groups=(Group(None, cards),), newer=newer, older=older)

    def _section(self, name: str) -> Link:
        title = name or self._words("no-section")
        return Link(title, self._section_paths[name], len(self._by_section[name]))

    def _count(self, number: int) -> str:
        return self._words.count("articles", number)


def _month_path(month: dt.date) -> str:
    return f"archive/{month.year}/{month.month:02}.md"


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)


def _paths(folder: str, names: Mapping[str, object]) -> dict[str, str]:
    """Return an address for each name; names whose slugs meet are told apart by a number."""
    paths: dict[str, str] = {}
    used: set[str] = set()
    for name in sorted(names):
        slug = base = safe.slug(name, "other")
        number = 2
        while slug in used:
            slug, number = f"{base}-{number}", number + 1
        used.add(slug)
        paths[name] = f"{folder}/{slug}.md"
    return paths
