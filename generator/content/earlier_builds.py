"""Decisions of earlier builds that later ones must keep: addresses, days of collection."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.compose.article.entry import Entry
from generator.compose.article.permalinks import DRAFTS
from generator.compose.story.entry import Report, StoryEntry
from generator.content.entries import Entries
from generator.content.manifest import may_be_ours
from generator.models import Article
from generator.run import files

RECORD = ".addresses.json"  # lasting decisions of pages that `clean` removed


@dataclass(frozen=True, slots=True)
class Recorded:
    """The lasting decisions that an article's page records."""

    key: str
    path: str
    sha256: str
    outlet: str | None
    aliases: tuple[str, ...]
    collected: dt.date | None
    also: tuple[str, ...]  # files with copies
    within: str | None = None  # its id in a file that contains many; missing in old records

    @classmethod
    def of(cls, entry: Entry) -> Recorded:
        """Return the lasting decisions in an entry."""
        return cls(
            key=entry.key,
            path=entry.path,
            sha256=entry.sha256,
            outlet=entry.outlet,
            aliases=entry.aliases,
            collected=entry.collected,
            also=tuple(str(copy.get("source")) for copy in entry.also),
            within=entry.within,
        )

    @property
    def source(self) -> str:
        """The file the article came from."""
        return self.key.removesuffix(f"#{self.entry}") if self.entry else self.key

    @property
    def entry(self) -> str:
        """The article's id in a file that contains many, "" in another file."""
        return self.key.partition("#")[2] if self.within is None else self.within


@dataclass(frozen=True)
class Record:
    """The decisions of earlier builds that later ones must keep.

    For a story these are its address and its articles, for a former address its target.
    """

    entries: Sequence[Recorded] = ()
    stories: Sequence[StoryEntry] = ()

    @classmethod
    def of(cls, content: Path, entries: Entries | None = None) -> Record:
        """Return the record of the pages in content/ and of those that `clean` has removed."""
        entries = entries or Entries()
        pages = [Recorded.of(entry) for entry, _ in entries.of(content)]
        stories = list(entries.stories(content))
        keys, paths = {entry.key for entry in pages}, {story.path for story in stories}
        removed = _removed(content)
        return cls(
            [*pages, *(entry for entry in removed.entries if entry.key not in keys)],
            [*stories, *(story for story in removed.stories if story.path not in paths)],
        )

    def without_page(self, content: Path, sources: Collection[str]) -> Record:
        """Return the record of the articles of `sources` that have no page."""
        found = (entry for entry in self.entries if entry.source in sources)
        return Record([entry for entry in found if not (content / entry.path).is_file()])

    def former_stories(self, moved: Mapping[str, str]) -> list[StoryEntry]:
        """Return the recorded stories, with their articles' present pages.

        `moved` maps former addresses of articles ("/articles/2025/slug/") to their pages.
        """
        return [
            replace(
                story,
                reports=tuple(
                    replace(report, path=moved.get(alias_of(report.path), report.path))
                    for report in story.reports
                ),
            )
            for story in self.stories
        ]

    def save(self, content: Path) -> None:
        """Save the record; without entries, remove its file."""
        if self.entries or self.stories:
            stories = [
                replace(story, reports=_bare(story), differences=()) for story in self.stories
            ]
            data = _RECORD.dump_json(_Saved(self.entries, stories), indent=0)
            files.write(content / RECORD, data + b"\n")
        else:
            (content / RECORD).unlink(missing_ok=True)

    def paths(self, sources: Collection[str]) -> set[str]:
        """Return the paths of the pages made from these files."""
        return {entry.path for entry in self.entries if entry.source in sources}

    def collected(self) -> dict[str, dt.date]:
        """Return the recorded day of collection by source path."""
        days = {}
        for entry in self.entries:
            if entry.collected:
                days[entry.source] = entry.collected
        return days

    def addresses(self, articles: Iterable[Article]) -> dict[str, str]:
        """Return the recorded path of each known article, by key.

        An article keeps its path if its source is renamed. So does an entry of a feed that is now
        in another file: it is identified by its id and outlet.
        """
        listed = list(articles)
        paths = {entry.key: entry.path for entry in self.entries}
        keys = {article.key for article in listed}
        moved = _Moved.of(entry for entry in self.entries if entry.key not in keys)
        known = {}
        for article in listed:
            copies = _paths_of_copies(article, paths)
            path = paths.get(article.key) or moved.path_of(article) or next(iter(copies), "")
            if path and not path.startswith(f"{DRAFTS}/"):
                known[article.key] = path
        return known

    def aliases(
        self, articles: Iterable[Article], known: Mapping[str, str], now: Mapping[str, str]
    ) -> dict[str, list[str]]:
        """Return the former addresses of each article by key, like "/articles/2025/slug/".

        They include the addresses of copies that are merged into it.
        """
        before = {entry.path: entry.aliases for entry in self.entries}
        paths = {entry.key: entry.path for entry in self.entries}
        aliases = {}
        for article in articles:
            copies = _paths_of_copies(article, paths)
            olds = [path for path in (known.get(article.key), *copies) if path]
            moved = [alias for old in olds for alias in (*before.get(old, ()), alias_of(old))]
            here = alias_of(now[article.key])
            aliases[article.key] = [alias for alias in dict.fromkeys(moved) if alias != here]
        return aliases


def _paths_of_copies(article: Article, paths: Mapping[str, str]) -> list[str]:
    """Return the recorded paths of the copies that are merged into an article."""
    return [paths[copy.source] for copy in article.also if copy.source in paths]


@dataclass(frozen=True, slots=True)
class _Moved:
    """The pages of articles whose file is gone, by ids that do not depend on the file's name.

    These are the source's digest with the entry's id and, for entries, the id with the outlet: a
    new export of a feed is another file.
    """

    by_source: Mapping[tuple[str, str], str]
    by_entry: Mapping[tuple[str, str | None], str]

    @classmethod
    def of(cls, gone: Iterable[Recorded]) -> _Moved:
        """Return the pages of the articles in `gone`."""
        entries = list(gone)
        return cls(
            {(entry.sha256, entry.entry): entry.path for entry in entries},
            {(entry.entry, entry.outlet): entry.path for entry in entries if entry.entry},
        )

    def path_of(self, article: Article) -> str | None:
        """Return the former page of an article, None if it is new."""
        entry = article.entry or ""
        found = self.by_source.get((article.sha256, entry))
        return found or self.by_entry.get((entry, article.outlet))


@dataclass(frozen=True, slots=True)
class _Saved:
    """The structure of the record's file."""

    articles: Sequence[Recorded]
    stories: Sequence[StoryEntry]


_RECORD = TypeAdapter(_Saved | list[Recorded])  # a list: the format without stories


def _removed(content: Path) -> Record:
    try:
        saved = _RECORD.validate_json(files.read(content / RECORD))
    except (OSError, ValidationError):
        return Record()
    found = _Saved(saved, ()) if isinstance(saved, list) else saved
    return Record(
        [entry for entry in found.articles if may_be_ours(entry.path)],
        [story for story in found.stories if may_be_ours(story.path)],
    )


def _bare(story: StoryEntry) -> tuple[Report, ...]:
    """Return a story's articles without their texts, which are compared anew."""
    return tuple(Report(path) for path in story.articles)


def alias_of(path: str) -> str:
    """Return a page's address in the form of Hugo's `aliases`."""
    return f"/{path.removesuffix('.md')}/"
