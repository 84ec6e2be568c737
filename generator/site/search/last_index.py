"""The search index of the last build, of which unchanged parts are reused."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.run import files
from generator.run.cache import fingerprint
from generator.run.file_hashes import Digests
from generator.run.signing import sign, unsign
from generator.site.search.postings import Size


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the index: its documents from the oldest, as key and source."""

    period: int
    documents: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Kept:
    """The record of an index for the next build.

    `years` are the names of the parts with facets, `results` those of the parts with the results
    of each year, one after another; `blocks` the first words and names of the blocks
    of words, of which one in `spread` words begins one; `files` the SHA-256 of all files. `version`
    identifies the code that made the index.
    """

    version: str = ""
    months: Sequence[Month] = ()
    years: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, str] = field(default_factory=dict)
    blocks: Sequence[tuple[str, str]] = ()
    spread: int = 0
    size: Size = field(default_factory=Size)
    spellings: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


_KEPT = TypeAdapter(Kept)


@dataclass
class LastIndex:
    """The index that the last build left in `folder`; `record` is the file that describes it.

    An index of another version, or one with a file that was changed since, is not used.
    """

    folder: Path
    record: Path
    digests: Digests
    kept: Kept = field(init=False)

    def __post_init__(self) -> None:
        """Read the last build's record."""
        self.kept = Kept()
        try:
            kept = _KEPT.validate_json(unsign(files.read(self.record), self.record.name) or b"")
        except (OSError, ValidationError):
            return
        if kept.version == version() and all(
            self.digests.of(f"{self.folder}/{name}") == digest
            for name, digest in kept.files.items()
        ):
            self.kept = kept

    def words(self, name: str) -> dict[str, list[int]]:
        """Return the words of a block with their postings."""
        return self._read(f"words/{name}")

    def facets(self, year: str) -> dict[str, Any]:
        """Return the facets of a year's documents."""
        return self._read(f"years/{self.kept.years[year]}")

    def _read(self, name: str) -> dict[str, Any]:
        """Return the value of a part."""
        data = files.read(f"{self.folder}/{name}.js")
        found: dict[str, Any] = json.loads(data[data.index(b",") + 1 : data.rindex(b")")])
        return found

    def keep(self, kept: Kept) -> None:
        """Save the record of this build's index for the next one."""
        for name, digest in kept.files.items():
            self.digests.note(f"{self.folder}/{name}", digest)
        files.write(self.record, sign(_KEPT.dump_json(kept), self.record.name))


def version() -> str:
    """Return a digest of what an index depends on besides its documents."""
    return fingerprint("site")
