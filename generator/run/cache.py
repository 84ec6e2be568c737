"""Results of earlier runs, one file each, by a key made from everything they depend on.

Every key includes the code and data of the stage that makes the result and the versions of the
libraries: a new version never uses an old one's results. A file that can't be read, or that this
user has not signed, counts as absent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.run import files
from generator.run.program_fingerprint import PACKAGE, libraries
from generator.run.signing import sign, unsign

R = TypeVar("R")
_APART = frozenset({"cli.py", "pipeline.py", "project.py"})  # they only run the stages


class Cache(Generic[R]):
    """A folder of one stage's results, values of one type; without a folder, nothing is kept."""

    def __init__(self, folder: Path | None, kind: type[R], stage: str) -> None:
        self._folder = folder
        self._stage = stage
        self._kind = TypeAdapter(kind)
        self._used: set[str] = set()

    def get(self, *parts: object) -> R | None:
        """Return the value kept under a key, or None."""
        if self._folder is None:
            return None
        path = self._path(parts)
        try:
            data = unsign(files.read(path), path.name)
            return None if data is None else self._kind.validate_json(data)
        except (OSError, ValidationError):
            return None

    def put(self, value: R, *parts: object) -> None:
        """Keep a value under a key."""
        if self._folder is not None:
            path = self._path(parts)
            files.write(path, sign(self._kind.dump_json(value), path.name))

    def prune(self) -> None:
        """Remove the values that this run has not used."""
        if self._folder is not None:
            files.remove(
                self._folder, lambda path: path.endswith(".json") and path not in self._used
            )

    def _path(self, parts: Iterable[object]) -> Path:
        digest = hashlib.sha256(repr((fingerprint(self._stage), *parts)).encode()).hexdigest()
        path = Path(self._folder or "", digest[:2], f"{digest[2:]}.json")
        self._used.add(str(path))
        return path


@cache
def fingerprint(*stages: str) -> str:
    """Return a digest of what the results of some stages depend on besides their input.

    That is their code, word lists and tables, those that all stages share, and the libraries.
    """
    found = hashlib.sha256(repr(libraries()).encode())
    ground = (path for path in PACKAGE.iterdir() if path.name not in _APART)
    folders = (PACKAGE / stage for stage in stages)
    for path in sorted((*ground, *(path for folder in folders for path in folder.rglob("*")))):
        if path.suffix in {".py", ".yml", ".json"}:
            place = path.relative_to(PACKAGE).as_posix()
            found.update(place.encode() + path.read_bytes())
    return found.hexdigest()
