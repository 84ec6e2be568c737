"""Versions of a feed entry: the newest of several exports is kept, with its corrections. Pure.

An editor's corrections belong to an entry, not to the file of an export: those of older versions
apply to the newest, unless its own sidecar overrides them. So a draft stays a draft.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from generator.article_list import heads_of
from generator.corrections import FOLDER, SIDECAR, answered, corrected, corrections
from generator.models import Article, Withheld
from generator.relate.shingles import jaccard, shingles_of
from generator.source_urls import host, untracked
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "versions")
_VERSION = _TUNED["version"]
# The number of an article at the end of its address: "a-75", "storm-120344", "19004431.html".
_ENDING = re.compile(r"(?:(?<![^\W_])[a-z]{1,3}-?\d{2,}|\d{4,})(?=(?:\.\w{2,5})?$)", re.IGNORECASE)
_NUMBERED = re.compile(r"-(\d{1,6})(?:\.\w+)?$")


@dataclass(frozen=True, slots=True)
class Newest:
    """Articles without older versions; `lasting` maps an index to the corrections of these."""

    articles: Sequence[Article]
    older: frozenset[int]
    lasting: Mapping[int, Mapping[str, object]]

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Newest:
        """Return the newest versions of entries: same id or place, same outlet, similar text."""
        older: set[int] = set()
        lasting: dict[int, Mapping[str, object]] = {}
        for numbers in _groups(heads_of(articles)):
            known = {number: articles[number] for number in numbers}
            for newest, *rest in _versions(known):
                older |= set(rest)
                if found := _corrections([known[number] for number in rest]):
                    lasting[newest] = found
        return cls(articles, frozenset(older), lasting)

    def changes(self) -> Iterator[tuple[int, Article | None]]:
        """Yield the changes: index and article with the corrections; None for an older version."""
        for number, head in enumerate(self.heads()):
            if head is None:
                yield number, None
            elif number in self.lasting:
                yield number, self.article(number)

    def heads(self) -> Iterator[Article | None]:
        """Yield each article, possibly without its text; None for an older version."""
        for number, head in enumerate(heads_of(self.articles)):
            yield None if number in self.older else self._corrected(number, head)

    def article(self, number: int) -> Article:
        """Return an article with the corrections of its older versions."""
        return self._corrected(number, self.articles[number])

    def _corrected(self, number: int, article: Article) -> Article:
        lasting = self.lasting.get(number)
        return _with_corrections(article, lasting) if lasting else article


def _groups(articles: Iterable[Article]) -> Iterator[list[int]]:
    """Yield the indexes of entries that may be versions of one: those that share an id or place."""
    first: dict[str, int] = {}  # by id and place, the first entry that has it
    leader: dict[int, int] = {}
    for number, article in enumerate(articles):
        if article.entry is not None:
            leader[number] = number
            for key in entry_keys(article):
                left, other = _root(leader, first.setdefault(key, number)), _root(leader, number)
                leader[max(left, other)] = min(left, other)
    groups: dict[int, list[int]] = {}
    for number in leader:
        groups.setdefault(_root(leader, number), []).append(number)
    yield from (group for group in groups.values() if len(group) > 1)


def _root(leader: Mapping[int, int], number: int) -> int:
    while leader[number] != number:
        number = leader[number]
    return number


def entry_keys(article: Article | Withheld) -> Iterator[str]:
    """Yield what may identify an entry: its id, its address, and a number at the address's end.

    A headline that changes often changes the address, but not the number in it.
    """
    yield f"id {article.entry}"
    parts = urlsplit(untracked(article.url or ""))
    if parts.netloc:
        site = host(article.url)
        yield f"at {site}{parts.path.rstrip('/')}?{parts.query}"
        end = parts.path.rstrip("/").rpartition("/")[2]
        if numbered := _ENDING.search(end):
            yield f"number {site} {numbered[0]}"


def _corrections(versions: Sequence[Article]) -> dict[str, object]:
    """Return the corrections of versions; those of the first (newest) take precedence."""
    lasting: dict[str, object] = {}
    for version in reversed(versions):
        lasting |= _lasting(version)
    settled = tuple(code for version in versions for code in version.settled)
    return {**lasting, "settled": settled} if settled else lasting


def _lasting(version: Article) -> dict[str, object]:
    """Return the corrections that apply to newer versions: a sidecar's, and a folder's `draft`."""
    in_folder = version.origins.get("draft") == FOLDER
    return ({"draft": version.draft} if in_folder else {}) | corrections(version)


def _with_corrections(article: Article, lasting: Mapping[str, object]) -> Article:
    """Return a version with the corrections of older ones that it lacks."""
    settled = (*article.settled, *lasting.get("settled", ()))  # type: ignore[misc]
    new = {**lasting, **_lasting(article), "settled": tuple(dict.fromkeys(settled))}
    made = corrected(article, new, SIDECAR)
    problems = tuple(problem for problem in made.problems if not answered(made, problem.code))
    return replace(made, problems=problems)


def _versions(known: Mapping[int, Article]) -> list[list[int]]:
    """Return the versions of each entry among articles of one id: their numbers, newest first."""
    dated = not any({"date", "updated"} & corrections(version).keys() for version in known.values())
    found: list[list[int]] = []
    for number in sorted(known, key=lambda at: _age(known[at], dated=dated), reverse=True):
        same = (group for group in found if _is_version(known[number], known[group[0]]))
        versions = next(same, None)
        if versions is None:
            found.append([number])
        else:
            versions.append(number)
    return found


def _is_version(older: Article, newer: Article) -> bool:
    if older.outlet != newer.outlet and (older.url is None or older.url != newer.url):
        return False
    return older.title == newer.title or jaccard(shingles_of(older), shingles_of(newer)) >= _VERSION


def _age(article: Article, *, dated: bool) -> tuple[float, dt.date, int, int, str]:
    """Return a sort key for the versions of an entry: the last is the newest.

    Dates decide only if no sidecar set them. Of files collected on one day, "feed-2.xml" comes
    after "feed.xml", as they are named when fetched again.
    """
    moment = article.updated or article.date
    changed = moment.instant.timestamp() if moment else 0.0
    length = sum(len(block.text) for block in article.blocks)
    number = file_number(article.source)
    return changed if dated else 0.0, article.collected, number, length, article.key


def file_number(source: str) -> int:
    """Return the number at the end of a file's name: 2 of "feed-2.xml", 1 of "feed.xml"."""
    numbered = _NUMBERED.search(source)
    return int(numbered[1]) if numbered else 1
