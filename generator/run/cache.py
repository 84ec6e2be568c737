"""Results of earlier runs, one file each, found by what they were made of.

A key names everything that a result depends on; the program's own code and data and the versions of
its libraries are part of each, so that a new version never shows an old one's results. A file that
can't be read, or that this user has not sealed, counts as absent.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.run import files
from generator.run.sealed import seal, unseal

R = TypeVar("R")
_PACKAGE = Path(__file__).parent.parent


class Cache(Generic[R]):
    """Values of one type in a folder; without a folder, nothing is kept."""

    def __init__(self, folder: Path | None, kind: type[R]) -> None:
        self._folder = folder
        self._kind = TypeAdapter(kind)
        self._used: set[Path] = set()

    def get(self, *parts: object) -> R | None:
        """Return what was kept under a key, or None."""
        if self._folder is None:
            return None
        path = self._path(parts)
        try:
            data = unseal(files.read(path), path.name)
            return None if data is None else self._kind.validate_json(data)
        except (OSError, ValidationError):
            return None

    def put(self, value: R, *parts: object) -> None:
        """Keep a value under a key."""
        if self._folder is not None:
            path = self._path(parts)
            files.write(path, seal(self._kind.dump_json(value), path.name))

    def prune(self) -> None:
        """Remove what no key of this run named."""
        if self._folder is not None:
            files.remove(
                self._folder, lambda path: path.suffix == ".json" and path not in self._used
            )

    def _path(self, parts: Iterable[object]) -> Path:
        digest = hashlib.sha256(repr((fingerprint(), *parts)).encode()).hexdigest()
        path = Path(self._folder or "", digest[:2], f"{digest[2:]}.json")
        self._used.add(path)
        return path


@cache
def fingerprint() -> str:
    """Return what results depend on besides their input: code, word lists, tables, libraries."""
    found = hashlib.sha256(repr((sys.version_info[:2], _libraries())).encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in {".py", ".yml", ".json"} and "defaults" not in path.parts:
            found.update(path.relative_to(_PACKAGE).as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def _libraries() -> list[tuple[str, str]]:
    """Return the libraries that the program needs, with their versions."""
    try:
        needed = metadata.requires("briefing-digest") or []
    except metadata.PackageNotFoundError:  # run from its folder, not installed
        return []
    names = (
        re.split(r"[^\w.-]", requirement)[0]
        for requirement in needed
        if "extra ==" not in requirement
    )
    return sorted((name, metadata.version(name)) for name in names)
