"""What content/ already says: the entries of its article pages, with their addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator import safe
from generator.compose.article.addresses import DRAFTS
from generator.compose.article.entry import Entry, entry_of
from generator.models import Article, Problem
from generator.run import files
from generator.run.faults import working_on

NOTE = ".note.md"
RECORD = ".addresses.json"  # what pages that `clean` removed said of decisions that last
_KEPT = "was changed by hand and is kept as it is"


def load_entries(content: Path) -> Iterator[Entry]:
    """Yield the entry of every published article page, by path."""
    found = (load_entry(content, path) for path in sorted((content / "articles").rglob("*.md")))
    yield from filter(None, found)


def load_entry(content: Path, file: Path) -> Entry | None:
    """Return a page's entry; None if it is not an article's page or can't be read."""
    try:
        front, _ = safe.split_front_matter(files.read(file).decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    path = file.relative_to(content).as_posix()
    with working_on(f"{content.name}/{path}"):
        return entry_of(path, front)


def load_notes(content: Path) -> dict[str, str]:
    """Return the editor's notes for editions: Markdown by period (`editions/2025-W35.note.md`)."""
    notes = {}
    for file in sorted((content / "editions").glob(f"*{NOTE}")):
        try:
            text = files.read(file).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        notes[file.name.removesuffix(NOTE)] = safe.split_front_matter(text)[1].strip()
    return notes


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an article's page says of decisions that last."""

    key: str
    path: str
    sha256: str
    outlet: str | None
    aliases: tuple[str, ...]
    collected: dt.date | None
    also: tuple[str, ...]  # files with copies

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
            also=tuple(str(one.get("source")) for one in entry.also),
        )

    @property
    def source(self) -> str:
        """Return the file the article came from."""
        return self.key.partition("#")[0]


@dataclass(frozen=True)
class Record:
    """What earlier builds decided and later ones must keep."""

    entries: Sequence[Recorded] = ()

    @classmethod
    def of(cls, content: Path) -> Record:
        """Return what the pages in content/ say, and those said that `clean` removed."""
        pages = [Recorded.of(entry) for entry in load_entries(content)]
        keys = {one.key for one in pages}
        return cls([*pages, *(one for one in _removed(content) if one.key not in keys)])

    def without_page(self, content: Path, sources: Collection[str]) -> Record:
        """Return the record of those articles of some files that have no page."""
        found = (one for one in self.entries if one.source in sources)
        return Record([one for one in found if not (content / one.path).is_file()])

    def save(self, content: Path) -> None:
        """Keep the record where no page says it."""
        if self.entries:
            data = _RECORDED.dump_json(list(self.entries), indent=0)
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
        paths = {entry.key: entry.path for entry in self.entries}
        keys = {article.key for article in articles}
        orphans = {
            (entry.sha256, entry.key.partition("#")[2]): entry.path
            for entry in self.entries
            if entry.key not in keys
        }
        exported = {  # an entry of a feed that was exported again, into a file of another name
            (entry.key.partition("#")[2], entry.outlet): entry.path
            for entry in self.entries
            if "#" in entry.key and entry.key not in keys
        }
        known = {}
        for article in articles:
            copies = (paths.get(copy.source) for copy in article.also)
            path = (
                paths.get(article.key)
                or orphans.get((article.sha256, article.entry or ""))
                or exported.get((article.entry or "", article.outlet))
                or next(filter(None, copies), None)
            )
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
            moved = [one for old in olds for one in (*before.get(old, ()), alias_of(old))]
            here = alias_of(now[article.key])
            aliases[article.key] = [one for one in dict.fromkeys(moved) if one != here]
        return aliases


_RECORDED = TypeAdapter(list[Recorded])


def _removed(content: Path) -> list[Recorded]:
    try:
        return _RECORDED.validate_json(files.read(content / RECORD))
    except (OSError, ValidationError):
        return []


def kept_by_hand(
    content: Path, pages: Iterable[str], articles: Mapping[str, tuple[str, str]], seeds: Path
) -> Iterator[Problem]:
    """Yield a warning for each page that a hand changed, and what it may miss by that.

    `articles` are the key and the SHA-256 of the article that each page is made of by now.
    """
    for path in pages:
        message = _KEPT + _missed(load_entry(content, content / path), articles.get(path), seeds)
        yield Problem(f"{content.name}/{path}", "warning", message, "changed-by-hand")


def _missed(page: Entry | None, article: tuple[str, str] | None, seeds: Path) -> str:
    """Return the end of a sentence about a page changed by hand, and what to do."""
    if page and not article and not (seeds / page.source).is_file():
        return (
            f", but its article is no longer in {seeds.name}/ ({page.key}). Remove the page too, "
            "or bring the article back."
        )
    if page and not article:
        return (
            f", but {page.key} has no page here any more: it can't be used, is a draft or a copy, "
            "or has another address. Remove the page if it is to go."
        )
    if page and article and article[1] != page.sha256:
        return (
            f", and {article[0]} has changed since. Take over by hand what is new; or put your "
            "change into the sidecar and build with --force, which writes the page anew."
        )
    return (
        ". To make the change last, put it into the sidecar beside the article; to have the page "
        "written anew, build with --force."
    )


def alias_of(path: str) -> str:
    """Return a page's place as an address, as Hugo's `aliases` has it."""
    return f"/{path.removesuffix('.md')}/"
