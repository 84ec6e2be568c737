"""All quotations by speaker, and the dates ahead. Pure.

A speaker with one quotation or few articles has no page; `names.py` decides which spellings belong
to one speaker.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from generator import sanitize
from generator.compose.article.entry import Entry, Quoted
from generator.compose.voices.speaker_names import key, same_names

LEAST = 2  # quotations that a speaker needs to be listed by the search, or to have a page


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with their quotations, in the order of the articles: newest first.

    `path` is None if the speaker has no page.
    """

    name: str
    path: str | None
    quotations: tuple[tuple[Entry, Quoted], ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the articles that quote the speaker, each once."""
        return tuple({entry.path: entry for entry, _ in self.quotations}.values())


class Voices:
    """The speakers of a collection; `entries` are its articles, newest first.

    `least` is the number of articles that a speaker needs for a page.
    """

    def __init__(self, entries: Sequence[Entry], least: int = 1) -> None:
        self._keys: dict[str, str] = {}  # of the names as articles spell them
        spoken = [
            (name, entry, quoted)
            for entry, quoted in quotations_of(entries)
            if (name := self._key(quoted.speaker))
        ]
        languages: defaultdict[str, set[str]] = defaultdict(set)
        for name, entry, _ in spoken:
            languages[name].add(entry.language)
        self._same = same_names(languages)
        found: defaultdict[str, list[tuple[Entry, Quoted]]] = defaultdict(list)
        for name, entry, quoted in spoken:
            found[self._same[name]].append((entry, quoted))
        self._voices = _voices({name: of for name, of in found.items() if len(of) >= LEAST}, least)
        by_rank = sorted(
            self._voices.values(), key=lambda voice: (-len(voice.quotations), voice.name)
        )
        self.pages = {voice.path: voice for voice in by_rank if voice.path}

    def of(self, name: str) -> Voice | None:
        """Return the speaker of a name, None if they are not quoted often enough."""
        return self._voices.get(self._same.get(self._key(name), ""))

    def _key(self, name: str) -> str:
        if name not in self._keys:
            self._keys[name] = key(name)
        return self._keys[name]

    def in_article(self, entry: Entry) -> tuple[str, ...]:
        """Return the names of an article's speakers whom `of` returns, each once, in order."""
        found = (self.of(quoted.speaker) for _, quoted in quotations_of([entry]))
        return tuple(dict.fromkeys(voice.name for voice in found if voice))


def quotations_of(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Quoted]]:
    """Yield the quotations of articles that pages may show."""
    for entry in entries:
        if entry.may_be_quoted:
            yield from ((entry, quoted) for quoted in entry.quotes)


def dates_ahead(entries: Iterable[Entry]) -> dict[str, list[tuple[Entry, Quoted]]]:
    """Return the sentences about each date after the latest article, in chronological order."""
    listed = list(entries)
    days = (entry.day for entry in listed if entry.day and not entry.held)
    latest = max(days, default=dt.date.min).isoformat()
    found: defaultdict[str, list[tuple[Entry, Quoted]]] = defaultdict(list)
    for entry in filter(attrgetter("may_be_quoted"), listed):
        for date, sentence in entry.ahead:
            if date > latest[: len(date)]:
                found[date].append((entry, sentence))
    return {date: found[date] for date in sorted(found)}


def _voices(found: Mapping[str, Sequence[tuple[Entry, Quoted]]], least: int) -> dict[str, Voice]:
    """Return the speakers by the keys of their names."""
    names = {name: _name(quotations) for name, quotations in found.items()}
    paths = _paths(names)  # independent of who has a page
    has_page = {name for name in found if _articles(found[name]) >= least}
    return {
        name: Voice(names[name], paths[name] if name in has_page else None, tuple(quotations))
        for name, quotations in found.items()
    }


def _name(quotations: Sequence[tuple[Entry, Quoted]]) -> str:
    """Return the most frequent spelling of a speaker's name."""
    counts = Counter(quoted.speaker for _, quoted in quotations)
    return min(counts, key=lambda name: (-counts[name], name))


def _articles(quotations: Iterable[tuple[Entry, Quoted]]) -> int:
    """Return the number of articles with the quotations."""
    return len({entry.path for entry, _ in quotations})


def _paths(names: dict[str, str]) -> dict[str, str]:
    """Return the path of each speaker's page; names with equal slugs get a number."""
    paths: dict[str, str] = {}
    used = {"index"}
    for name in sorted(names):
        base = sanitize.slug(names[name], "voice")
        slug, number = base, 1
        while slug in used:
            number += 1
            slug = f"{base}-{number}"
        used.add(slug)
        paths[name] = f"voices/{slug}.md"
    return paths
