"""The search index of the last build: what of it is reused."""

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
from generator.run.sealed import seal, unseal
from generator.site.search.coding import Integers
from generator.site.search.parts import hashed

_SCRIPT = re.compile(rb'digestSearch\.put\("[^"]*",(.*)\);\n', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Kept:
    """What one build tells the next of its index.

    `documents` are the keys and digests of the documents, from the oldest; `periods` the months
    with the number of documents in each; `blocks` the first words and names of the blocks of
    words; `spread` one in how many words begins a block; `version` what made it.
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
        """Read what the last build kept; nothing counts that another program or version made."""
        self.kept = Kept()
        try:
            kept = _KEPT.validate_json(unseal(files.read(self.record), self.record.name) or b"")
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
        """Return the months, and how many documents there were before each."""
        found = np.array(self.kept.periods, np.int64).reshape(-1, 2)
        return found[:, 0], np.cumsum(found[:, 1]) - found[:, 1]

    def blocks(self) -> Iterator[Mapping[str, list[int]]]:
        """Yield the blocks of words with their postings."""
        for _, name in self.kept.blocks:
            yield json.loads(self._read(name))

    def names(self) -> dict[tuple[str, str], str]:
        """Return the name of each block by its first word and that of the block after it."""
        starts = [start for start, _ in self.kept.blocks]
        following = zip(starts, [*starts[1:], ""], strict=True)
        return dict(zip(following, (name for _, name in self.kept.blocks), strict=True))

    def keep(self, kept: Kept) -> None:
        """Keep for the next build what this one's index has."""
        files.write(self.record, seal(_KEPT.dump_json(kept), self.record.name))

    def _read(self, name: str) -> str:
        """Return the JSON in a block; `ValueError` if it is not as it was written."""
        found = _SCRIPT.fullmatch(files.read(self.folder / f"words/{name}.js"))
        data = found[1].decode() if found else ""
        if hashed([data]) != name:
            raise ValueError(name)
        return data


def version() -> str:
    """Return what an index depends on besides its documents."""
    return fingerprint("site")
