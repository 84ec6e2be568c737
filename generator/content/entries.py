"""Entries of article pages, kept between builds: an unchanged page is not parsed again."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.article.front_matter import entry_of
from generator.run import files
from generator.run.cache import fingerprint
from generator.run.error_messages import working_on
from generator.run.file_hashes import Digest, Digests, sha256
from generator.run.signing import sign, unsign

FILE = "entries.json"  # in the cache
_ENTRIES = TypeAdapter(tuple[str, dict[str, Entry | None]])


class Entries:
    """The entries of pages by path and digest; `record` is the file that they are kept in."""

    def __init__(self, record: Path | None = None, digests: Digests | None = None) -> None:
        self._record = record
        self._digests = digests or Digests()
        self._known = _load(record) if record else {}
        self._used: dict[Digest, Entry | None] = {}

    def of(self, content: Path) -> Iterator[tuple[Entry, Digest]]:
        """Yield the entry of every published article page, by path, with the page's SHA-256."""
        for path in _pages(content, "articles"):
            digest = self._digests.of(f"{content}/{path}")
            if digest and (entry := self._entry(content, path, digest)):
                yield entry, digest

    def at(self, path: str, digest: Digest) -> Entry | None:
        """Return the entry of a page with this SHA-256, None if it is not known."""
        return self._known.get(_key(path, digest))

    def note(self, path: str, digest: Digest | None, entry: Entry | None) -> None:
        """Record the entry of a page with this SHA-256."""
        if digest:
            self._known[_key(path, digest)] = entry

    def save(self) -> None:
        """Save the entries of the pages that were read since the last call."""
        if self._record:
            data = _ENTRIES.dump_json((_version(), self._used))
            files.write(self._record, sign(data, self._record.name))
        self._used = {}

    def _entry(self, content: Path, path: str, digest: Digest) -> Entry | None:
        key = _key(path, digest)
        if key in self._known:
            entry = self._known[key]
        else:
            entry, read = _read(content, path)
            if read != digest:  # the page was saved meanwhile: don't keep its entry
                return entry
            self._known[key] = entry
        self._used[key] = entry
        return entry


def _read(content: Path, path: str) -> tuple[Entry | None, Digest]:
    """Return the entry of a page and the page's SHA-256."""
    data, front = b"", dict[str, Any]()
    with contextlib.suppress(OSError, UnicodeDecodeError):
        data = files.read(content / path)
        front, _ = sanitize.split_front_matter(data.decode("utf-8"))
    with working_on(f"{content.name}/{path}"):
        return entry_of(path, front), sha256(data)


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


def _load(record: Path) -> dict[Digest, Entry | None]:
    try:
        data = unsign(files.read(record), record.name)
        version, entries = _ENTRIES.validate_json(data or b"")
    except (OSError, ValidationError):
        return {}
    return entries if version == _version() else {}
