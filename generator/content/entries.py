"""Entries of the pages of articles and stories, kept: unchanged pages are not parsed again."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.compose.article.entry import Entry
from generator.compose.article.front_matter import entry_of
from generator.compose.story.entry import FOLDER as STORIES
from generator.compose.story.entry import StoryEntry, story_of
from generator.run import files
from generator.run.cache import fingerprint
from generator.run.error_messages import working_on
from generator.run.file_hashes import Digest, Digests, sha256
from generator.run.signing import sign, unsign
from generator.sanitize import split_front_matter

FILE = "entries.json"  # in the cache
T = TypeVar("T")
_Entries = dict[str, Entry | None]
_Stories = dict[str, StoryEntry | None]
_RECORD = TypeAdapter(tuple[str, _Entries, _Stories])


class Entries:
    """The entries of pages by path and digest; `record` is the file that they are kept in."""

    def __init__(self, record: Path | None = None, digests: Digests | None = None) -> None:
        self._record = record
        digests = digests or Digests()
        entries, stories = _load(record) if record else ({}, {})
        self._articles = _Kept(entry_of, entries, digests)
        self._stories = _Kept(story_of, stories, digests)

    def of(self, content: Path) -> Iterator[tuple[Entry, Digest]]:
        """Yield the entry of every published article page, by path, with the page's SHA-256."""
        yield from self._articles.of(content, "articles")

    def stories(self, content: Path) -> Iterator[StoryEntry]:
        """Yield the stories whose pages are in content/, and their former addresses, by path."""
        yield from (story for story, _ in self._stories.of(content, STORIES))

    def at(self, path: str, digest: Digest) -> Entry | None:
        """Return the entry of a page with this SHA-256, None if it is not known."""
        return self._articles.known.get(_key(path, digest))

    def note(self, path: str, digest: Digest | None, entry: Entry | None) -> None:
        """Record the entry of a page with this SHA-256."""
        if digest:
            self._articles.known[_key(path, digest)] = entry

    def save(self) -> None:
        """Save the entries of the pages that were read since the last call."""
        if self._record:
            data = _RECORD.dump_json((_version(), self._articles.used(), self._stories.used()))
            files.write(self._record, sign(data, self._record.name))


class _Kept(Generic[T]):
    """What pages say, by path and digest; `parse` finds it in the front matter of another page."""

    def __init__(
        self,
        parse: Callable[[str, Mapping[str, Any]], T | None],
        known: dict[str, T | None],
        digests: Digests,
    ) -> None:
        self.known = known
        self._parse = parse
        self._digests = digests
        self._used: dict[str, T | None] = {}

    def of(self, content: Path, below: str) -> Iterator[tuple[T, Digest]]:
        """Yield what every page below a folder of content/ says, by path, and its SHA-256."""
        for path in _pages(content, below):
            digest = self._digests.of(f"{content}/{path}")
            found = self._entry(content, path, digest) if digest else None
            if digest and found is not None:
                yield found, digest

    def used(self) -> dict[str, T | None]:
        """Return what the pages say that were read since the last call."""
        used, self._used = self._used, {}
        return used

    def _entry(self, content: Path, path: str, digest: Digest) -> T | None:
        key = _key(path, digest)
        if key in self.known:
            entry = self.known[key]
        else:
            front, read = _read(content, path)
            with working_on(f"{content.name}/{path}"):
                entry = self._parse(path, front)
            if read != digest:  # the page was saved meanwhile: don't keep its entry
                return entry
            self.known[key] = entry
        self._used[key] = entry
        return entry


def _read(content: Path, path: str) -> tuple[Mapping[str, Any], Digest]:
    """Return the front matter of a page, empty if it can't be read, and the page's SHA-256."""
    data, front = b"", dict[str, Any]()
    with contextlib.suppress(OSError, UnicodeDecodeError):
        data = files.read(content / path)
        front, _ = split_front_matter(data.decode("utf-8"))
    return front, sha256(data)


def _pages(content: Path, below: str) -> list[str]:
    """Return the paths of the Markdown files below a folder of content/, folder by folder."""
    found = [
        f"{folder}/{name}"
        for folder, _, names in os.walk(content / below)
        for name in names
        if name.endswith(".md")
    ]
    start = len(str(content)) + 1
    return sorted((file[start:].replace(os.sep, "/") for file in found), key=_by_folder)


def _by_folder(path: str) -> list[str]:
    return path.split("/")


def _key(path: str, digest: Digest) -> str:
    return f"{path} {digest}"


def _version() -> str:
    return fingerprint("compose", "content")


def _load(record: Path) -> tuple[_Entries, _Stories]:
    try:
        data = unsign(files.read(record), record.name)
        version, entries, stories = _RECORD.validate_json(data or b"")
    except (OSError, ValidationError):
        return {}, {}
    return (entries, stories) if version == _version() else ({}, {})
