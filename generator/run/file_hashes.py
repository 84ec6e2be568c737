"""The SHA-256 of files: read again only if size or times differ from those of the last build.

`unchanged` keeps the record. Every stage uses it to find out whether a file has changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from generator.run import files

State = tuple[int, int, int]  # size in bytes, mtime and ctime in nanoseconds
Digest = str


class Digests:
    """The digests of files by path; `known` are those that the last build recorded."""

    def __init__(self, known: Mapping[str, tuple[State, Digest]] | None = None) -> None:
        self._known = dict(known or {})
        self._made: dict[str, Digest] = {}
        self._written: dict[str, State] = {}
        self._removed: set[str] = set()

    def of(self, path: Path | str) -> Digest | None:
        """Return the digest of a regular file; None if it does not exist or can't be read."""
        name = str(path)
        try:
            found = os.lstat(name)
            if not stat.S_ISREG(found.st_mode):
                return None
            if digest := self.known(name, state_of(found)):
                return digest
            digest = sha256(files.read(Path(name)))
        except OSError:
            return None
        self._known[name] = state_of(found), digest
        return digest

    def unchanged(self, path: Path) -> tuple[int, Digest] | None:
        """Return the size and the digest of a regular file that is as in the last build."""
        try:
            found = os.lstat(path)
        except OSError:
            return None
        digest = self.known(str(path), state_of(found)) if stat.S_ISREG(found.st_mode) else None
        return (found.st_size, digest) if digest else None

    def known(self, name: str, state: State) -> Digest | None:
        """Return the digest of a file in this state, None if it is not known."""
        recorded = self._known.get(name)
        return recorded[1] if recorded and recorded[0] == state else None

    def note(self, path: Path | str, digest: Digest) -> None:
        """Record the digest that a file has at the end of this build, whatever its times."""
        self._made[str(path)] = digest

    def wrote(self, path: Path, digest: Digest) -> None:
        """Record a file that this build has just written."""
        name = str(path)
        with contextlib.suppress(FileNotFoundError):  # somebody has removed it
            self._written[name] = state_of(path.lstat())
            self._known[name] = self._written[name], digest

    def removed(self, path: Path) -> None:
        """Record a file that this build has just removed."""
        self._removed.add(str(path))

    def is_ours(self, name: str, state: State | None) -> bool:
        """Return whether this build has put a file into this state (None: removed)."""
        return name in self._removed if state is None else self._written.get(name) == state

    def noted(self, name: str) -> Digest | None:
        """Return the recorded digest of a file, None if there is none."""
        return self._made.get(name)


def state_of(found: os.stat_result) -> State:
    """Return the state of a file, which changes whenever the file does."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def sha256(data: bytes) -> Digest:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
