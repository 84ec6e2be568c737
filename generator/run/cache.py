"""Results of earlier runs, one file each, by a key made from everything they depend on.

Every key includes the code and data of the stage that makes the result and the versions of the
libraries: a new version never uses an old one's results. A file that can't be read, or that this
user has not signed, counts as absent.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

from generator.models import DigestError
from generator.run import files
from generator.run.pickling import pickled
from generator.run.program_fingerprint import PACKAGE, libraries
from generator.run.signing import sign, unsign

R = TypeVar("R")
_ENDING = ".bin"
_APART = frozenset({"cli.py", "pipeline.py", "project.py"})  # they only run the stages


class ResultLost(DigestError):
    """A result was removed from the cache while it was in use."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The stored result {name} has disappeared during the build. Build again.")


class Cache(Generic[R]):
    """A folder of one stage's results, values of one type; without a folder, nothing is kept.

    Pickles are code, so each file is signed.
    """

    def __init__(self, folder: Path | None, stage: str) -> None:
        self._folder = folder
        self._stage = stage
        self._used: set[str] = set()

    def key(self, *parts: object) -> str:
        """Return the key of what a value depends on; its value counts as used."""
        key = hashlib.sha256(repr((fingerprint(self._stage), *parts)).encode()).hexdigest()
        self._used.add(key)
        return key

    def has(self, key: str) -> bool:
        """Return whether a value is kept under a key."""
        return self._data(key) is not None

    def read(self, key: str) -> R | None:
        """Return the value kept under a key, or None."""
        data = self._data(key)
        if data is None:
            return None
        value: R = pickle.loads(data)  # noqa: S301 - signed by this user
        return value

    def get(self, *parts: object) -> R | None:
        """Return the value kept for what it depends on, or None."""
        return self.read(self.key(*parts))

    def put(self, value: R, *parts: object) -> None:
        """Keep a value."""
        if self._folder is not None:
            key = self.key(*parts)
            data = sign(pickled(value), _name(key))
            files.write(Path(self._path(key)), data)

    def prune(self) -> None:
        """Remove the values that this run has not used."""
        if self._folder is not None:
            used = {self._path(key) for key in self._used}
            files.remove(self._folder, lambda path: path.endswith(_ENDING) and path not in used)

    def _data(self, key: str) -> bytes | None:
        """Return the data signed under a key, or None."""
        if self._folder is None:
            return None
        try:
            return unsign(files.read(self._path(key)), _name(key))
        except OSError:
            return None

    def _path(self, key: str) -> str:
        return f"{self._folder}{os.sep}{key[:2]}{os.sep}{_name(key)}"


def _name(key: str) -> str:
    return f"{key[2:]}{_ENDING}"


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
