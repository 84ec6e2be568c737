"""Messages for errors that no stage expects: the file system's, and the program's own faults."""

from __future__ import annotations

import errno
import os
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from generator.models import DigestError

_REMEDIES = {
    errno.EACCES: "Check its permissions.",
    errno.EPERM: "Check its permissions.",
    errno.EROFS: "It is on a read-only file system: choose another folder.",
    errno.EEXIST: "A file is where a folder is needed: move or rename it.",
    errno.ENOTDIR: "A file is where a folder is needed: move or rename it.",
    errno.EISDIR: "A folder is where a file is needed: move or rename it.",
    errno.ENOSPC: "Free some space and run the command again.",
    errno.EDQUOT: "Free some space and run the command again.",
    errno.EBUSY: "It is in use, or a file system is mounted there: choose another folder.",
    errno.EFBIG: "Raise the limit of the size of files (ulimit -f).",
    errno.EIO: "Check the disk for errors.",
    errno.ENFILE: "Close other programs: the system has too many files open.",
    errno.EMFILE: "Raise the limit of open files (ulimit -n).",
}
# Errors caused by the machine, never by a file's contents: a full disk, permissions, limits.
_OF_MACHINE = frozenset(
    {
        *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
        *(errno.EMFILE, errno.ENFILE, errno.EIO),
    }
)
_ABOUT = "While working on: "


def refused(error: OSError) -> str:
    """Return a message about an error of the file system: path, reason, remedy."""
    path = error.filename2 or error.filename
    where = f"{path}: " if path is not None else ""
    remedy = _REMEDIES.get(error.errno or 0, "")
    if path is not None and os.fspath(path) == _temporary_folder():
        remedy += " Or name another folder for temporary files in the variable TMPDIR."
    return f"{where}{error.strerror or error}. {remedy}".strip()


def of_machine(error: BaseException) -> OSError | None:
    """Return the error, with a path, if it was caused by the machine and not by a file, else None.

    An error without a path is about a temporary file.
    """
    if not isinstance(error, OSError) or error.errno not in _OF_MACHINE:
        return None
    if error.filename is not None:
        return error
    return OSError(error.errno, error.strerror, temporary_folder())


def temporary_folder() -> str:
    """Return the folder for temporary files; `OSError` with a remedy if none is writable."""
    if folder := _temporary_folder():
        return folder
    message = "no folder for temporary files is writable. Name one in the variable TMPDIR"
    raise OSError(errno.ENOENT, message)


def _temporary_folder() -> str | None:
    try:
        return tempfile.gettempdir()
    except FileNotFoundError:
        return None


@contextmanager
def working_on(name: str) -> Iterator[None]:
    """Add the name of the file being processed to an unexpected exception raised inside."""
    try:
        yield
    except Exception as error:
        name_file(error, name)
        raise


def name_file(error: Exception, name: str) -> None:
    """Add the name of the file that was being processed to an unexpected exception."""
    if not isinstance(error, DigestError | OSError):
        error.add_note(f"{_ABOUT}{name}")


def fault(error: BaseException) -> str:
    """Return a message about an exception that is a bug in the program.

    It names the file that was being processed, if known (`working_on`), and says where to report
    the bug; the traceback comes last.
    """
    notes = [note for note in getattr(error, "__notes__", ()) if note.startswith(_ABOUT)]
    files = [note.removeprefix(_ABOUT) for note in notes]
    about = f"{files[0]}: " if files else ""
    lines = [
        f"{about}{type(error).__name__}: {error}",
        "This is a bug in the program, not a fault in your files. The published site is as it was.",
        f"Please {report_it()}, with the lines below{' and, if you can, that file' * bool(files)}.",
    ]
    return "\n".join([*lines, "", *_trace(error)])


def report_it() -> str:
    """Return "report it at ADDRESS", the address being the package's project URL "Issues"."""
    from importlib import metadata  # noqa: PLC0415 - only faults need it

    try:
        urls = metadata.metadata("briefing-digest").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:  # run from its folder, not installed
        urls = []
    known = dict(url.split(", ", 1) for url in urls)
    return f"report it at {known['Issues']}" if "Issues" in known else "report it to its authors"


def _trace(error: BaseException) -> list[str]:
    return "".join(traceback.format_exception(error)).rstrip().split("\n")
