"""The parts of the last build's search index that are reused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter, ValidationError

from generator.run import files
from generator.run.cache import fingerprint
from generator.run.signing import sign, unsign
from generator.site.search.parts import hashed
from generator.site.search.posting_encoding import Integers

_SCRIPT = re.compile(rb'digestSearch\.put\("[^"]*",(.*)\);\n', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Kept:
    """The record of an index for the next build.

    `documents` are the keys and digests of the documents, from the oldest; `periods` the months
    with the number of documents in each; `blocks` the first words and names of the blocks of
    words. One in `spread` words begins a block. `version` identifies the code that made the index.
    """

    version: str = ""
    documents: Sequence[tuple[str, str]] = ()
    periods: Sequence[tuple[int, int]] = ()
    blocks: Sequence[tuple[str, str]] = ()
    spread: int = 0


_KEPT = TypeAdapter(Kept)


@dataclass
class LastIndex:
    """The index that the last build left in `folder`; `record` is the file that describes it."""

    folder: Path
    record: Path
    kept: Kept = field(init=False)

    def __post_init__(self) -> None:
        """Read the last build's record; one made by another version is ignored."""
        self.kept = Kept()
        try:
            kept = _KEPT.validate_json(unsign(files.read(self.record), self.record.name) or b"")
            for _, name in kept.blocks:
                self._read(name)
        except (OSError, ValidationError, ValueError):
            return
        if kept.version == version():
            self.kept = kept

    def digests(self) -> dict[str, str]:
        """Return the digest of each document by its key."""
        return dict(self.kept.documents)

    def periods(self) -> tuple[Integers, Integers]:
        """Return the months, and the number of documents before each."""
        found = np.array(self.kept.periods, np.int64).reshape(-1, 2)
        return found[:, 0], np.cumsum(found[:, 1]) - found[:, 1]

    def blocks(self) -> Iterator[Mapping[str, list[int]]]:
        """Yield the blocks of words with their postings."""
        for _, name in self.kept.blocks:
            yield json.loads(self._read(name))

    def names(self) -> dict[tuple[str, str], str]:
        """Return the name of each block by its first word and that of the next block."""
        starts = [start for start, _ in self.kept.blocks]
        following = zip(starts, [*starts[1:], ""], strict=True)
        return dict(zip(following, (name for _, name in self.kept.blocks), strict=True))

    def keep(self, kept: Kept) -> None:
        """Save the record of this build's index for the next one."""
        files.write(self.record, sign(_KEPT.dump_json(kept), self.record.name))

    def _read(self, name: str) -> str:
        """Return the JSON in a block; `ValueError` if the file has changed."""
        found = _SCRIPT.fullmatch(files.read(self.folder / f"words/{name}.js"))
        data = found[1].decode() if found else ""
        if hashed([data]) != name:
            raise ValueError(name)
        return data


def version() -> str:
    """Return a digest of what an index depends on besides its documents."""
    return fingerprint("site")
