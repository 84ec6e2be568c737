"""All quotations by speaker, and the dates ahead. Pure.

A speaker of one quotation or of few articles has no page; `names.py` says which spellings are one
speaker's.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import safe
from generator.compose.article.entry import Entry, Quoted
from generator.compose.voices.names import key, same_names

LEAST = 2  # quotations of a speaker whom the search lists, and who may have a page


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with the quotations, in the order of the articles: newest first.

    `path` is None where there is no page.
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
        spoken = [
            (key(quoted.speaker), entry, quoted)
            for entry in entries
            for quoted in (entry.quotes if entry.shown != "link" else ())
        ]
        languages: defaultdict[str, set[str]] = defaultdict(set)
        for name, entry, _ in spoken:
            if name:
                languages[name].add(entry.language)
        self._same = same_names(languages)
        found: defaultdict[str, list[tuple[Entry, Quoted]]] = defaultdict(list)
        for name, entry, quoted in spoken:
            if name:
                found[self._same[name]].append((entry, quoted))
        kept = {key: said for key, said in found.items() if len(said) >= LEAST}
        names = {key: _name(said) for key, said in kept.items()}
        paths = _paths(names)  # the same whoever of them has a page
        self._voices = {
            key: Voice(names[key], paths[key] if _articles(said) >= least else None, tuple(said))
            for key, said in kept.items()
        }
        order = sorted(
            self._voices.values(), key=lambda voice: (-len(voice.quotations), voice.name)
        )
        self.pages = {voice.path: voice for voice in order if voice.path}

    def of(self, name: str) -> Voice | None:
        """Return the speaker of a name, if they are quoted often enough."""
        return self._voices.get(self._same.get(key(name), ""))

    def in_article(self, entry: Entry) -> tuple[str, ...]:
        """Return the names of an article's speakers that `of` knows, each once, in its order."""
        if entry.shown == "link":
            return ()
        found = (self.of(quoted.speaker) for quoted in entry.quotes)
        return tuple(dict.fromkeys(voice.name for voice in found if voice))


def dates_ahead(entries: Iterable[Entry]) -> dict[str, list[tuple[Entry, Quoted]]]:
    """Return what articles say of each date after the latest article, in the order of time."""
    listed = list(entries)
    days = (entry.day for entry in listed if entry.day and not entry.held)
    latest = max(days, default=dt.date.min).isoformat()
    found: defaultdict[str, list[tuple[Entry, Quoted]]] = defaultdict(list)
    for entry in listed:
        for date, sentence in entry.ahead if entry.shown != "link" else ():
            if date > latest[: len(date)]:
                found[date].append((entry, sentence))
    return {date: found[date] for date in sorted(found)}


def _name(said: Sequence[tuple[Entry, Quoted]]) -> str:
    """Return the commonest spelling of a speaker's name."""
    counts = Counter(quoted.speaker for _, quoted in said)
    return min(counts, key=lambda name: (-counts[name], name))


def _articles(said: Iterable[tuple[Entry, Quoted]]) -> int:
    """Return how many articles the quotations are from."""
    return len({entry.path for entry, _ in said})


def _paths(names: dict[str, str]) -> dict[str, str]:
    """Return the address of each speaker; names whose slugs meet are told apart by a number."""
    paths: dict[str, str] = {}
    used = {"index"}
    for name in sorted(names):
        base = safe.slug(names[name], "voice")
        slug, number = base, 1
        while slug in used:
            number += 1
            slug = f"{base}-{number}"
        used.add(slug)
        paths[name] = f"voices/{slug}.md"
    return paths
