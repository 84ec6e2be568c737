"""Pages of the last site that would be rendered the same again: they are reused.

What a page is drawn from is told by a digest of all that its template sees. A page is taken over if
that is the same and the page itself is as the build left it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.run import files
from generator.run.sealed import seal, unseal


@dataclass(frozen=True, slots=True)
class Drawn:
    """Digests of what a page was drawn from and of the page, and what tells its own scripts."""

    source: str
    page: str
    scripts: tuple[str, ...]


_RECORD = TypeAdapter(dict[str, Drawn])


class LastSite:
    """The site as the last build left it; `record` is the file that tells what was drawn from what.

    Pages are named by their file in the site.
    """

    def __init__(self, site: Path, record: Path) -> None:
        self.site = site
        self.record = record
        self._before = _load(record)
        self._now: dict[str, Drawn] = {}

    def take(self, name: str, source: str) -> tuple[bytes, Drawn] | None:
        """Return a page that was drawn from the same, None if there is none."""
        drawn = self._before.get(name)
        if drawn is None or drawn.source != source:
            return None
        try:
            page = files.read(self.site / name)
        except OSError:
            return None
        if digest(page) != drawn.page:
            return None
        self._now[name] = drawn
        return page, drawn

    def note(self, name: str, source: str, page: bytes, scripts: Iterable[str]) -> None:
        """Take note of a page that was drawn."""
        self._now[name] = Drawn(source, digest(page), tuple(sorted(scripts)))

    def keep(self) -> None:
        """Keep for the next build what was drawn from what."""
        files.write(self.record, seal(_RECORD.dump_json(self._now), self.record.name))


def digest(value: object) -> str:
    """Return a short digest of bytes, or of plain data by how it is written."""
    data = value if isinstance(value, bytes) else repr(value).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _load(record: Path) -> dict[str, Drawn]:
    try:
        data = unseal(files.read(record), record.name)
        return {} if data is None else _RECORD.validate_json(data)
    except (OSError, ValidationError):
        return {}
