"""One run at a time works on a project."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.models import DigestError

LOCK = "lock"  # the file in the cache


class Busy(DigestError):
    """Another run works on the project."""


def _may_lock(path: Path) -> bool:
    """Return whether a file is plain and has no second name: to lock it empties it."""
    state = path.lstat()
    return stat.S_ISREG(state.st_mode) and state.st_nlink == 1


@contextmanager
def locked(project: Path, cache: Path) -> Iterator[None]:
    """Keep other runs out by a file in `cache`, a folder; raise `Busy` if one runs."""
    cache.mkdir(exist_ok=True)
    if os.path.lexists(cache / LOCK) and not _may_lock(cache / LOCK):
        raise Busy(f"{cache / LOCK}: is not a regular file, where the lock would be. Remove it.")
    try:
        with FileLock(cache / LOCK, timeout=0):
            yield
    except Timeout:
        raise Busy(
            f"{project}: another digest command is running here. Wait until it has finished."
        ) from None
