"""Runs a command and, at its k-th change to files, ends the process or refuses the change.

python tests/support/interrupted.py KIND K PROJECT VERB [ARGUMENT...]: KIND is KILL, or the name of
an error (ENOSPC, EACCES …) with which the system refuses; with K = 0 the changes are only counted.
KIND may also be one of `saving.SAVES`: from the k-th change on an editor saves files, a step at
each; whatever is read is counted as well then.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from saving import SAVES

KILL = "KILL"
# Python's audit events: where the paths are among the arguments, and where their folder handles.
CHANGES = {
    "os.chmod": (0, 2),
    "os.link": (1, 3),
    "os.mkdir": (0, 2),
    "os.remove": (0, 1),
    "os.rename": (0, 2),
    "os.rmdir": (0, 1),
    "os.symlink": (1, 2),
    "os.truncate": (0, None),
    "os.utime": (0, 3),
}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_FRAMES = 12  # calls that tell one place of the code from another


class Operations:
    """Counts what changes files below some folders; at the k-th, the process or the change fails.

    Opening, writing, renaming, removing and making are counted, and exchanging two paths.
    `places` has for each change a number for the calls that lead to it: changes with one number are
    made by the same lines of code.
    """

    reads = False  # whether opening a file to read it is counted too

    def __init__(self, kind: str, fatal: int, folders: Sequence[str]) -> None:
        self.kind = kind
        self.fatal = fatal
        self.places: list[int] = []
        self._folders = tuple(folders)
        self._process = os.getpid()

    def watch(self) -> None:
        """Begin to count."""
        sys.addaudithook(self._audited)
        builtins.open = io.open = os.fdopen = tempfile._io.open = self._opened
        self._send, os.sendfile = os.sendfile, self._sent

    def finish(self) -> None:
        """Do what is left to do after the command."""

    def changed(self, path: object, *, named: bool = True) -> None:
        """Count a change to a path; end the process or raise at the fatal one.

        The system names no file if it refuses to write into one that is open.
        """
        if not isinstance(path, str | os.PathLike) or os.getpid() != self._process:
            return
        if not str(Path(path).absolute()).startswith(self._folders):
            return
        self.places.append(hash(tuple(_calls())))
        self._reached(path, named=named)

    def _reached(self, path: str | os.PathLike[str], *, named: bool) -> None:
        if len(self.places) == self.fatal:
            if self.kind == KILL:
                os.kill(os.getpid(), signal.SIGKILL)
            number = getattr(errno, self.kind)
            raise OSError(number, os.strerror(number), *[os.fspath(path)] * named)

    def _audited(self, event: str, args: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = args
            if isinstance(flags, int) and (self.reads or flags & WRITING):
                self.changed(path)
        elif event in CHANGES:
            at, handle = CHANGES[event]
            path, folder = args[at], args[handle] if handle else -1
            if isinstance(path, int):
                path = _name(path)
            elif isinstance(folder, int) and folder >= 0:
                path = Path(_name(folder), os.fsdecode(path))
            self.changed(path)

    def _opened(  # noqa: PLR0917 - the signature is that of `open`
        self, file, mode="r", buffering=-1, encoding=None, errors=None, newline=None,
        closefd=True, opener=None,  # noqa: FBT002
    ):  # fmt: skip
        """Open a file as `open` does; each write to the system is a change."""
        file = file if isinstance(file, int) else os.fspath(file)
        raw = _File(file, mode.replace("t", "").replace("b", ""), closefd, opener)
        raw.operations = self
        if buffering == 0:
            return raw
        size = buffering if buffering > 1 else io.DEFAULT_BUFFER_SIZE
        kind = io.BufferedReader
        if raw.writable():
            kind = io.BufferedRandom if raw.readable() else io.BufferedWriter
        buffered = kind(raw, size)
        if "b" in mode:
            return buffered
        text = io.TextIOWrapper(buffered, encoding, errors, newline, line_buffering=buffering == 1)
        text.mode = mode
        return text

    def _sent(self, out: int, *args: object, **named: object) -> int:
        self.changed(_name(out), named=False)
        return self._send(out, *args, **named)


class Saving(Operations):
    """Lets an editor save files of a project: a step at each change from the k-th on.

    Opening a file to read it counts as a change: what is saved before it and what is saved after it
    may matter.
    """

    reads = True

    def __init__(self, kind: str, fatal: int, folders: Sequence[str]) -> None:
        super().__init__(kind, fatal, folders)
        self._steps = SAVES[kind](Path(folders[0]))
        self._saves = False

    def changed(self, path: object, *, named: bool = True) -> None:
        """Count a change to a path, unless it is the editor's; take the editor's next step."""
        if not self._saves:
            super().changed(path, named=named)

    def finish(self) -> None:
        """Take the steps that are left."""
        while self.fatal and self._step():
            pass

    def _reached(self, path: str | os.PathLike[str], *, named: bool) -> None:  # noqa: ARG002
        if len(self.places) >= self.fatal > 0:
            self._step()

    def _step(self) -> bool:
        """Return whether there was one."""
        self._saves = True
        taken = any(True for _ in islice(self._steps, 1))
        self._saves = False
        return taken


class _File(io.FileIO):
    operations: Operations

    def write(self, data):
        self.operations.changed(_name(self.fileno()), named=False)
        return super().write(data)


def _name(handle: int) -> str:
    return str(Path(f"/proc/self/fd/{handle}").readlink())


def _calls() -> Iterator[tuple[str, int]]:
    """Yield file and line of the innermost calls, but for those of this module."""
    frame = sys._getframe(1)
    left = _FRAMES
    while frame and left:
        if frame.f_code.co_filename != __file__:
            left -= 1
            yield frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back


def run(
    kind: str, fatal: int, command: Sequence[str], folders: Sequence[str]
) -> tuple[int, list[int]]:
    """Run a command of the program in this process; return its exit code and the places."""
    from generator.cli import main  # noqa: PLC0415 - what it opens as it loads is not counted

    kinds = Saving if kind in SAVES else Operations
    operations = kinds(kind, fatal, [os.path.realpath(folder) for folder in folders])
    operations.watch()
    code = main(command)
    operations.finish()
    return code, operations.places


if __name__ == "__main__":
    kind, fatal, project, verb, *arguments = sys.argv[1:]
    command = [verb, "-C", project, "--jobs", "1", *arguments]
    code, places = run(kind, int(fatal), command, [project, tempfile.gettempdir()])
    print("changes", len(places))
    sys.exit(code)
