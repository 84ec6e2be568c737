"""Reads regular files only; writes files atomically, beside the target and then renamed."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

_BEGUN = ".writing-"
_AT_FDCWD, _NOREPLACE, _EXCHANGE = -100, 1, 2  # renameat2(2)


# A named pipe would block, and a link could lead anywhere; Windows has neither flag.
_PLAIN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_PLAIN |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read(path: Path | str, limit: int | None = None) -> bytes:
    """Return the contents of a regular file, at most `limit` bytes.

    Raises `OSError` if it can't be read or is a link, a folder, a pipe or a device.
    """
    with opened(path) as file:
        return file.read(-1 if limit is None else limit)


def opened(path: Path | str) -> BinaryIO:
    """Return a regular file, open for reading; raises `OSError` as `read` does."""
    file = os.fdopen(os.open(path, _PLAIN), "rb")
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    raise OSError(errno.EINVAL, "is not a regular file", str(path))


def sweep(folder: Path) -> None:
    """Remove the unfinished files that killed runs have left below a folder."""
    remove(folder, lambda path: os.path.basename(path).startswith(_BEGUN))  # noqa: PTH119 - many


def remove(folder: Path, unwanted: Callable[[str], bool]) -> None:
    """Remove the files below a folder, at any depth, for whose path `unwanted` returns true.

    Links are not followed, and a missing folder is ignored. Where the system allows it (not on
    Windows), a file is removed relative to the open folder that it was found in: replacing that
    folder with a link meanwhile has no effect.
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

    Raises `OSError` with `path` as its file name, whatever step failed.
    """
    write_parts(path, [data], mode)


def write_parts(path: Path, parts: Iterable[bytes], mode: int = 0o644) -> None:
    """Write `path` as `write` does, from parts of its contents that need not fit into memory."""
    try:
        with _begun(path, parts, mode) as name:
            name.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def create(path: Path, data: bytes) -> bool:
    """Write `data` to `path` atomically, readable by this user only, unless the file exists.

    Return whether it was written. Of several processes that try at once, one succeeds.
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
    """Write `data` to `path` atomically, if it does not exist or `ours` is true of its contents.

    Return whether it was written. Somebody may save the file at any moment: where the system can
    exchange two files (Linux), the old file is examined only after it has been moved away.
    Raises `OSError` as `write` does.
    """
    try:
        with _begun(path, [data], 0o644) as name:
            return _put(name, path, ours)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def exchange(path: Path, other: Path) -> bool:
    """Exchange two paths atomically; return whether that was possible."""
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
    """Return whether a path is a regular file of whose contents `ours` is true."""
    try:
        return ours(read(path))
    except OSError:
        return False


def _renamed(path: Path, other: Path, how: int) -> bool:
    """Rename a path with a flag of renameat2(2); return whether that succeeded."""
    sys.audit("os.rename", str(path), str(other), -1, -1)  # as os.rename does
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):  # other systems than Linux
        return False
    names = os.fsencode(path), os.fsencode(other)
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], how) == 0)


@contextlib.contextmanager
def _begun(path: Path, parts: Iterable[bytes], mode: int) -> Iterator[Path]:
    """Yield a new file beside `path` with the contents; remove it if it was not renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_BEGUN, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            file.flush()
        Path(name).chmod(mode)
        yield Path(name)
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
