"""Hashes of pages by their sources: a page that would be the same is not composed again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.models import Page
from generator.run import files
from generator.run.cache import fingerprint
from generator.run.signing import sign, unsign

FILE = "pages.json"  # in the cache
_RECORD = TypeAdapter(tuple[str, dict[str, str]])


class Known:
    """The hashes of pages that earlier builds made, by digests of their sources.

    `record` is the file that they are kept in.
    """

    def __init__(self, record: Path | None) -> None:
        self._record = record
        self._before = _load(record) if record else {}
        self._now: dict[str, str] = {}

    def digest(self, source: str) -> str | None:
        """Return the SHA-256 of the page made from a source, None if it is not known."""
        found = self._before.get(source) or self._now.get(source)
        if found:
            self._now[source] = found
        return found

    def note(self, source: str, digest: str) -> None:
        """Record the SHA-256 of the page made from a source."""
        self._now[source] = digest

    def save(self) -> None:
        """Save the hashes that this build looked up or recorded."""
        if self._record:
            data = _RECORD.dump_json((_version(), self._now))
            files.write(self._record, sign(data, self._record.name))


def source_of(page: Page) -> str:
    """Return a digest of everything that a page's bytes depend on."""
    data = repr((page.path, page.front, page.body)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _version() -> str:
    return fingerprint("content", "compose", "words")


def _load(record: Path) -> dict[str, str]:
    try:
        version, known = _RECORD.validate_json(unsign(files.read(record), record.name) or b"")
    except (OSError, ValidationError):
        return {}
    return known if version == _version() else {}
