"""Reading of plain files only; atomic writing: beside the target, then renamed."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

_BEGUN = ".writing-"
_AT_FDCWD, _NOREPLACE, _EXCHANGE = -100, 1, 2  # renameat2(2)


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


def replace(path: Path, data: bytes, ours: Callable[[bytes], bool]) -> bool:
    """Write `data` to `path` atomically, if nothing is there or what `ours` holds of.

    Return whether it was written. Somebody may save the file at any moment; so where the system
    can exchange two files (Linux), what was there is looked at when it has been taken away.
    Raises `OSError` as `write` does.
    """
    try:
        with _begun(path, data, 0o644) as name:
            return _put(name, path, ours)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def exchange(path: Path, other: Path) -> bool:
    """Exchange two paths atomically; False where that is not to be had."""
    return _renamed(path, other, _EXCHANGE)


def _put(new: Path, path: Path, ours: Callable[[bytes], bool]) -> bool:
    if _renamed(new, path, _NOREPLACE):
        return True
    if exchange(new, path):
        if _holds(new, ours):
            return True
        exchange(new, path)
        return False
    if os.path.lexists(path) and not _holds(path, ours):
        return False
    new.replace(path)
    return True


def _holds(path: Path, ours: Callable[[bytes], bool]) -> bool:
    """Return whether a path is a plain file whose contents are `ours`."""
    try:
        return ours(read(path))
    except OSError:
        return False


def _renamed(path: Path, other: Path, how: int) -> bool:
    """Return whether a path could be renamed in a way that Python has no function for."""
    sys.audit("os.rename", str(path), str(other), -1, -1)  # as os.rename does
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):  # other systems than Linux
        return False
    names = os.fsencode(path), os.fsencode(other)
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], how) == 0)


def _write(path: Path, data: bytes, mode: int) -> None:
    with _begun(path, data, mode) as name:
        name.replace(path)


@contextlib.contextmanager
def _begun(path: Path, data: bytes, mode: int) -> Iterator[Path]:
    """Yield a new file beside `path` that holds `data`; it is removed if it is still there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_BEGUN, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
        Path(name).chmod(mode)
        yield Path(name)
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
