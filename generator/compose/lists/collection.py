"""The collection's articles in groups with addresses; every list is made from them. Pure."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property, partial
from typing import TypeVar

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.article.labels import date_text, reading_time
from generator.compose.lists.periods import Unit, name_of, start_of, title_of
from generator.compose.lists.thresholds import LEAST_SHARED, thresholds_for
from generator.compose.lists.views import Card, Link
from generator.compose.story.articles_by_story import Stories
from generator.compose.story.entry import StoryEntry
from generator.compose.voices.quotations_by_speaker import Voices
from generator.editorial import EditionNotes
from generator.words import Words

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
_ON_A_CARD = 3  # keywords of an article in a list; its page has them all


class Shelf:
    """All articles, newest first, by section, outlet, keyword and edition.

    `listed` are those that the front page and editions may show; `notes` the editor's notes by
    edition. `keywords_from` is the number of articles that a keyword needs for a page; by default
    it depends on the size of the collection.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what lists are made of
        self,
        entries: Iterable[Entry],
        words: Words,
        unit: Unit = "week",
        notes: Mapping[str, EditionNotes] | None = None,
        stories: Iterable[StoryEntry] = (),
        keywords_from: int | None = None,
    ) -> None:
        self.entries = newest_first(entries)
        self.listed = [entry for entry in self.entries if entry.listed]
        self.stories = Stories(stories, self.entries)
        self.thresholds = thresholds_for(len(self.entries))
        self.words = words
        self.unit = unit
        self.notes = notes or {}
        self.keywords_from = keywords_from
        self.by_section = _by(self.entries, lambda entry: entry.section or "")
        self.by_outlet = _by(self.entries, lambda entry: entry.outlet or None)
        self.by_edition = _by(self.listed, partial(_edition_start, unit=unit))
        shared = _by_shared_keyword(self.entries)
        least = keywords_from or self.thresholds.keyword
        self.by_keyword = {word: of for word, of in shared.items() if len(of) >= least}
        self._counts = {word: len(of) for word, of in shared.items()}
        self._paths = {
            "sections": _paths("sections", self.by_section),
            "outlets": _paths("outlets", self.by_outlet),
            "keywords": _paths("keywords", shared),  # independent of which have a page
        }
        self._cards: dict[str, Card] = {}
        self._editions: dict[dt.date, Link] = {}
        self._neighbours = _neighbours(self.entries)

    @cached_property
    def voices(self) -> Voices:
        """The speakers with their quotations; found when needed, as it takes longest."""
        return Voices(self.entries, self.thresholds.speaker)

    def says_as(self, other: Shelf) -> bool:
        """Return whether another collection has the same lists."""
        return self._shown() == other._shown()

    def _shown(self) -> tuple[object, ...]:
        settings = self.words.language, self.unit, self.notes, self.keywords_from
        return self.entries, self.stories.entries, *settings

    def card(self, entry: Entry) -> Card:
        """Return an article as lists show it, with links for its section, outlet and keywords."""
        if entry.path not in self._cards:
            self._cards[entry.path] = Card(
                entry=entry,
                date=date_text(entry, self.words),
                minutes=reading_time(entry, self.words),
                section=_uncounted(self.section(entry.section)) if entry.section else None,
                outlet=_uncounted(self.outlet(entry.outlet)) if entry.outlet else None,
                keywords=self._telling(entry),
            )
        return self._cards[entry.path]

    def keywords(self, entry: Entry) -> tuple[Link, ...]:
        """Return all keywords of an article, best first."""
        return tuple(_uncounted(self.keyword(word)) for word in entry.keywords)

    def _telling(self, entry: Entry) -> tuple[Link, ...]:
        """Return the keywords for a list: the best of those with a page, then of the others."""
        links = sorted(self.keywords(entry), key=lambda link: link.path is None)
        return tuple(links[:_ON_A_CARD])

    def cards(self, entries: Iterable[Entry]) -> tuple[Card, ...]:
        """Return articles as lists show them."""
        return tuple(self.card(entry) for entry in entries)

    def section(self, name: str) -> Link:
        """Return the link to a section's page; the section without a name is "other news"."""
        title = name or self.words("no-section")
        return Link(title, self._paths["sections"][name], len(self.by_section[name]))

    def outlet(self, name: str) -> Link:
        """Return the link to an outlet's page."""
        return Link(name, self._paths["outlets"][name], len(self.by_outlet[name]))

    def keyword(self, word: str) -> Link:
        """Return the link to a keyword's page; for a keyword of few articles, without a path."""
        path = self._paths["keywords"][word] if word in self.by_keyword else None
        return Link(word, path, self._counts.get(word, 1))

    def story(self, path: str) -> Link:
        """Return the link to a story's page, with the story's headline."""
        found = self.stories.articles(path)
        return Link(self.stories.best(path).title, path, len(found))

    def edition(self, entry: Entry) -> Link | None:
        """Return the link to an article's edition, None if it has none."""
        day = entry.edition_day if entry.listed else None
        return self.edition_at(start_of(day, self.unit)) if day else None

    def edition_at(self, start: dt.date) -> Link:
        """Return the link to the edition of the period that begins at `start`.

        It has no path if no article of that period may be shown in editions.
        """
        if start not in self._editions:
            title = title_of(start, self.unit, self.words)
            found = self.by_edition.get(start, ())
            path = f"editions/{name_of(start, self.unit)}.md" if found else None
            self._editions[start] = Link(title, path, len(found))
        return self._editions[start]

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """Return the previous and the next article in time."""
        return self._neighbours[entry.path]

    def count(self, number: int) -> str:
        """Return a number of articles in words."""
        return self.words.count("articles", number)


def _uncounted(link: Link) -> Link:
    """Return a link without its count, so that articles' pages do not change as lists grow."""
    return Link(link.text, link.path)


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return articles by day and time, newest first, undated last; equal ones by address."""
    by_address = sorted(entries, key=lambda entry: entry.path)
    return sorted(by_address, key=_moment, reverse=True)


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Return the values by key; keys and values are in the order of the pairs."""
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)


def _moment(entry: Entry) -> tuple[int, str]:
    if entry.date is None:
        return 0, ""
    return entry.date.day.toordinal(), str(entry.date.time or "")


def _by(entries: Iterable[Entry], key: Callable[[Entry], K | None]) -> dict[K, list[Entry]]:
    """Return articles by a property, without those whose property is None."""
    keyed = ((key(entry), entry) for entry in entries)
    return grouped((found, entry) for found, entry in keyed if found is not None)


def _edition_start(entry: Entry, unit: Unit) -> dt.date | None:
    """Return the first day of the edition that an article belongs to."""
    return start_of(entry.edition_day, unit) if entry.edition_day else None


def _by_shared_keyword(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return articles by their keywords, without the keywords of few articles."""
    found = grouped((word, entry) for entry in entries for word in entry.keywords)
    return {word: of for word, of in found.items() if len(of) >= LEAST_SHARED}


def _neighbours(entries: list[Entry]) -> dict[str, tuple[Entry | None, Entry | None]]:
    dated = [entry for entry in entries if entry.day]
    earlier: list[Entry | None] = [*dated[1:], None]
    later: list[Entry | None] = [None, *dated[:-1]]
    found: dict[str, tuple[Entry | None, Entry | None]] = {
        entry.path: (None, None) for entry in entries
    }
    for entry, before, after in zip(dated, earlier, later, strict=False):
        found[entry.path] = (before, after)
    return found


def _paths(folder: str, names: Iterable[str]) -> dict[str, str]:
    """Return a page's path for each name; names with equal slugs get a number."""
    paths: dict[str, str] = {}
    used = {"index"}
    numbers: dict[str, int] = {}
    for name in sorted(names):
        slug = base = sanitize.slug(name, "other")
        while slug in used:
            numbers[base] = numbers.get(base, 1) + 1
            slug = f"{base}-{numbers[base]}"
        used.add(slug)
        paths[name] = f"{folder}/{slug}.md"
    return paths
