"""Calls with limits on time and memory, here or in a separate process that may be killed."""

from __future__ import annotations

import math
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from generator.run.error_messages import of_machine, report_it
from generator.run.garbage_collection import collect_rarely

T = TypeVar("T")
R = TypeVar("R")
MEGABYTES = 300.0  # default memory limit for an item
_GRACE = 1.0  # CPU seconds beyond an item's limit after which its process is ended
_SERVE = "from generator.run.resource_limits import serve; serve({})"


@dataclass(frozen=True, slots=True)
class Lost:
    """Why an item has no result, as the end of a sentence that begins with its name.

    `fault` marks an exception, which is a bug in the program whatever the item is. `refused` is an
    error of the file system while the item was processed: neither is to blame.
    """

    reason: str
    fault: bool = False
    refused: OSError | None = None

    def message(self, remedy: str) -> str:
        """Return the reason and what to do: `remedy`, or report it if it is a bug."""
        if self.fault:
            remedy = f"This is a bug in the program: please {report_it()}, with the file."
        return f"{self.reason}. {remedy}"


DIED = Lost("crashed the process that worked on it, or took too much time or memory")


_expendable = False  # whether this process may be killed for one item
_megabytes: float | None = None  # memory that an item may add to this process


class _TimeIsUp(BaseException):
    """The time limit is reached; not an `Exception`, so that no library's handler catches it."""


def limited(function: Callable[[T], R], seconds: float, item: T) -> R | Lost:
    """Return `function(item)`, or `Lost` if it exceeds a limit or raises; main thread only."""
    try:
        with _alarm(seconds), _memory_limit():
            return function(item)
    except _TimeIsUp:
        return Lost(f"took more than {seconds:g} CPU seconds")
    except MemoryError:
        return Lost("took more memory than limits.memory_megabytes allows")
    except Exception as error:  # noqa: BLE001 - whatever a hostile file provokes
        reason = f"could not be used ({type(error).__name__}: {str(error)[:200]})"
        return Lost(reason, fault=True, refused=of_machine(error))


def isolated(
    function: Callable[[T], R], seconds: float, item: T, megabytes: float = MEGABYTES
) -> R | Lost:
    """Do the same from any thread, in a separate process that is kept for the thread's next call.

    Signals reach only the main thread, so the time limit would not work in others; and a cluster's
    workers are daemons, which may not have `multiprocessing` children.
    """
    if not hasattr(_own, "child"):
        _own.child = _started(megabytes)
    result: R | Lost | None = _asked(_own.child, (function, seconds, item))
    if result is None:
        _own.child.kill()
        _own.child.wait()
        del _own.child
        return DIED
    return result


_own = threading.local()


def _started(megabytes: float) -> subprocess.Popen[bytes]:
    paths = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen(  # noqa: S603 - this program itself
        [sys.executable, "-c", _SERVE.format(megabytes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
    )


def _asked(child: subprocess.Popen[bytes], call: object) -> Any:  # noqa: ANN401
    """Return a process's answer to a call, None if the process died."""
    if child.stdin is None or child.stdout is None:
        raise AssertionError(child)
    try:
        pickle.dump(call, child.stdin)
        child.stdin.flush()
        return pickle.load(child.stdout)  # noqa: S301 - of the process started above
    except (OSError, EOFError, pickle.UnpicklingError):
        return None


def serve(megabytes: float) -> None:
    """Answer calls from standard input on standard output, until standard input is closed."""
    expendable(megabytes)
    collect_rarely()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print must not mix with answers
    while True:
        try:
            call = pickle.load(sys.stdin.buffer)  # noqa: S301 - of the process that started this one
        except EOFError:
            return
        pickle.dump(limited(*call), answers)
        answers.flush()


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise `_TimeIsUp` inside after the given CPU seconds; signals reach the main thread only.

    CPU time is measured because results must not depend on the machine's load. Windows has no such
    signal: there is no limit there.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        with _last_resort(seconds + _GRACE):
            yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _last_resort(seconds: float) -> Iterator[None]:
    """Let the system end an expendable process after so many CPU seconds (setrlimit(2)).

    Signal handlers do not run during C code, or while there is no memory to call them. System time
    counts as well: if allocations fail, it is most of the time.
    """
    if not _expendable:
        yield
        return
    import resource  # noqa: PLC0415 - not there on Windows

    before, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = math.ceil(time.process_time() + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard < 0 else min(most, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (before, hard))


def expendable(megabytes: float | None = None) -> None:
    """Let this process be killed if an item takes too long; limit the memory an item may add.

    What libraries print is discarded: without memory, lxml prints a traceback for each error in a
    file, and exceptions are returned as results anyway. Systems without such limits (macOS: memory;
    Windows: both) ignore them.
    """
    global _expendable, _megabytes  # noqa: PLW0603 - properties of the process
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    _expendable = hasattr(signal, "setitimer")
    if _expendable:
        import resource  # noqa: PLC0415 - not there on Windows

        # SIGXCPU would write a core dump.
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    _megabytes = megabytes if sys.platform == "linux" else None


@contextmanager
def _memory_limit() -> Iterator[None]:
    """Limit the memory that calls inside may add to this process's (setrlimit(2)).

    Memory that earlier items left in use, such as dictionaries of languages, does not count.
    """
    if _megabytes is None or sys.platform != "linux":
        yield
        return
    import resource  # noqa: PLC0415 - not there on Windows

    before, hard = resource.getrlimit(resource.RLIMIT_DATA)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    most = pages * resource.getpagesize() + int(_megabytes * 1_000_000)
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard < 0 else min(most, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (before, hard))


def _ring(*_: object) -> None:
    raise _TimeIsUp
