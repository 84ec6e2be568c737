"""Reading of plain files only; atomic writing: beside the target, then renamed."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

_BEGUN = ".writing-"


# A named pipe would block, and a link could lead anywhere; Windows has neither flag.
_PLAIN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_PLAIN |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read(path: Path, limit: int | None = None) -> bytes:
    """Return the contents of a plain file, at most `limit` bytes.

    `OSError` if it can't be read or is a link, a folder, a pipe or a device.
    """
    handle = os.open(path, _PLAIN)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "is not a regular file", str(path))
        return file.read(-1 if limit is None else limit)


def sweep(folder: Path) -> None:
    """Remove what runs that were killed had begun to write below a folder."""
    remove(folder, lambda path: os.path.basename(path).startswith(_BEGUN))  # noqa: PTH119 - many


def remove(folder: Path, unwanted: Callable[[str], bool]) -> None:
    """Remove files below a folder, if it is there, at any depth; no link is followed.

    `unwanted` is given the path of each, and decides.
    Where the system can (not on Windows), a file is removed by the folder that it was found in:
    a link that somebody puts in that folder's place meanwhile leads nowhere else.
    """
    if not folder.is_dir():
        return
    if not hasattr(os, "fwalk"):
        for path in list(folder.rglob("*")):
            if unwanted(str(path)):
                path.unlink(missing_ok=True)
        return
    for here, _, names, handle in os.fwalk(folder):
        for name in names:
            if unwanted(f"{here}{os.sep}{name}"):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(name, dir_fd=handle)


def write(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write `data` to `path` atomically; missing folders are created.

    Raises `OSError` with `path` as its file name, whatever step was refused.
    """
    try:
        _write(path, data, mode)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def create(path: Path, data: bytes) -> bool:
    """Write `data` to `path` atomically, for this user alone, unless the file exists.

    Of several processes that do so at once, one succeeds. Return whether this one did.
    """
    handle, name = tempfile.mkstemp(prefix=_BEGUN, dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.link(name, path)
    except FileExistsError:
        return False
    finally:
        Path(name).unlink()
    return True


def _write(path: Path, data: bytes, mode: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_BEGUN, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise
