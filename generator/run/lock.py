"""A lock that lets only one run at a time work on a project."""

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
    """Another run is working on the project."""


def _may_lock(path: Path) -> bool:
    """Return whether a file is regular and has no other hard link: locking empties it."""
    state = path.lstat()
    return stat.S_ISREG(state.st_mode) and state.st_nlink == 1


@contextmanager
def locked(project: Path, cache: Path) -> Iterator[None]:
    """Lock the project with a file in the folder `cache`; raise `Busy` if another run has it."""
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
