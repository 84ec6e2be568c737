"""What earlier builds decided and later ones must keep: addresses, days of collection."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.compose.article.addresses import DRAFTS
from generator.compose.article.entry import Entry
from generator.compose.story.entry import Report, StoryEntry
from generator.content.entries import Entries
from generator.content.pages import load_stories
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
    within: str | None = None  # its id in a file that holds many; older records have none

    @classmethod
    def of(cls, entry: Entry) -> Recorded:
        """Return what is kept of an entry."""
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
        """The article's id in a file that holds many, "" in another file."""
        return self.key.partition("#")[2] if self.within is None else self.within


@dataclass(frozen=True)
class Record:
    """What earlier builds decided and later ones must keep.

    Of a story it is the address and the articles, of a former address where it leads.
    """

    entries: Sequence[Recorded] = ()
    stories: Sequence[StoryEntry] = ()

    @classmethod
    def of(cls, content: Path, entries: Entries | None = None) -> Record:
        """Return what the pages in content/ record, and what `clean` saved of removed ones."""
        pages = [Recorded.of(entry) for entry, _ in (entries or Entries()).of(content)]
        stories = list(load_stories(content))
        keys, paths = {entry.key for entry in pages}, {story.path for story in stories}
        removed = _removed(content)
        return cls(
            [*pages, *(entry for entry in removed.entries if entry.key not in keys)],
            [*stories, *(story for story in removed.stories if story.path not in paths)],
        )

    def without_page(self, content: Path, sources: Collection[str]) -> Record:
        """Return the record of those articles of some files that have no page."""
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
        """Return the pages that articles of these files have."""
        return {entry.path for entry in self.entries if entry.source in sources}

    def collected(self) -> dict[str, dt.date]:
        """Return the recorded day of collection by source path."""
        days = {}
        for entry in self.entries:
            if entry.collected:
                days[entry.source] = entry.collected
        return days

    def addresses(self, articles: Iterable[Article]) -> dict[str, str]:
        """Return the path each known article has, by key; a renamed source keeps its page's.

        So does the entry of a feed, whatever file holds it now: its id and outlet tell.
        """
        listed = list(articles)
        paths = {entry.key: entry.path for entry in self.entries}
        keys = {article.key for article in listed}
        moved = _Moved.of(entry for entry in self.entries if entry.key not in keys)
        known = {}
        for article in listed:
            copies = (paths[copy.source] for copy in article.also if copy.source in paths)
            path = paths.get(article.key) or moved.path_of(article) or next(copies, "")
            if path and not path.startswith(f"{DRAFTS}/"):
                known[article.key] = path
        return known

    def aliases(
        self, articles: Iterable[Article], known: Mapping[str, str], now: Mapping[str, str]
    ) -> dict[str, list[str]]:
        """Return by key the addresses an article had before, as "/articles/2025/slug/".

        Those of the copies that are merged into it are among them.
        """
        before = {entry.path: entry.aliases for entry in self.entries}
        paths = {entry.key: entry.path for entry in self.entries}
        aliases = {}
        for article in articles:
            copies = [paths[copy.source] for copy in article.also if copy.source in paths]
            olds = [path for path in (known.get(article.key), *copies) if path]
            moved = [alias for old in olds for alias in (*before.get(old, ()), alias_of(old))]
            here = alias_of(now[article.key])
            aliases[article.key] = [alias for alias in dict.fromkeys(moved) if alias != here]
        return aliases


@dataclass(frozen=True, slots=True)
class _Moved:
    """The pages of articles whose file is gone, by what identifies them under another file name.

    That is the digest of the source and the entry's id, and for entries the id and the outlet: a
    feed that is exported again goes into another file.
    """

    by_source: Mapping[tuple[str, str], str]
    by_entry: Mapping[tuple[str, str | None], str]

    @classmethod
    def of(cls, gone: Iterable[Recorded]) -> _Moved:
        """Return the pages of articles that no file has under its old name."""
        entries = list(gone)
        return cls(
            {(entry.sha256, entry.entry): entry.path for entry in entries},
            {(entry.entry, entry.outlet): entry.path for entry in entries if entry.entry},
        )

    def path_of(self, article: Article) -> str | None:
        """Return the page that an article has had, None if it is new."""
        entry = article.entry or ""
        found = self.by_source.get((article.sha256, entry))
        return found or self.by_entry.get((entry, article.outlet))


@dataclass(frozen=True, slots=True)
class _Saved:
    """The form of the record's file."""

    articles: Sequence[Recorded]
    stories: Sequence[StoryEntry]


_RECORD = TypeAdapter(_Saved | list[Recorded])  # a list: as it was before there were stories


def _removed(content: Path) -> Record:
    try:
        saved = _RECORD.validate_json(files.read(content / RECORD))
    except (OSError, ValidationError):
        return Record()
    if isinstance(saved, list):
        return Record(saved)
    return Record(saved.articles, saved.stories)


def _bare(story: StoryEntry) -> tuple[Report, ...]:
    """Return which articles a story has: what they say is compared anew."""
    return tuple(Report(path) for path in story.articles)


def alias_of(path: str) -> str:
    """Return a page's place as an address, as Hugo's `aliases` has it."""
    return f"/{path.removesuffix('.md')}/"
