"""The same work on many items: on all cores, within a time limit each, whatever an item does."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_FEW = 24  # items for which starting processes does not pay
_AHEAD = 8  # items per process that wait for it: memory stays flat


@dataclass(frozen=True, slots=True)
class Lost:
    """Why an item has no result, as the end of a sentence that begins with its name."""

    reason: str


class _TimeIsUp(BaseException):
    """Not an `Exception`: no library's own handler may swallow it."""


@dataclass
class Workers(Generic[T, R]):
    """Runs a module-level function over items.

    `jobs` processes (None: one per core), `seconds` of wall time per item. Results come in the
    order of the items and don't depend on the number of processes.
    """

    function: Callable[[T], R]
    jobs: int | None
    seconds: float
    on_done: Callable[[], None]

    def run(self, items: Sequence[T]) -> list[R | Lost]:
        """Return each item's result, or why it has none."""
        jobs = self.jobs or os.cpu_count() or 1
        if jobs == 1 or len(items) < _FEW:
            return [self._here(item) for item in items]
        results: list[R | Lost] = []
        while len(results) < len(items):
            results += self._round(items[len(results) :], jobs)
        return results

    def _here(self, item: T) -> R | Lost:
        result = limited(self.function, self.seconds, item)
        self.on_done()
        return result

    def _round(self, items: Sequence[T], jobs: int) -> list[R | Lost]:
        """Work until the end or until a process dies; which item killed it, it is tried alone."""
        work = partial(limited, self.function, self.seconds)
        done: list[R | Lost] = []
        with _pool(jobs) as pool:
            try:
                for future in _ahead(pool, work, items, jobs * _AHEAD):
                    done.append(future.result())
                    self.on_done()
            except BrokenProcessPool:
                done += [self._alone(item) for item in items[len(done) : len(done) + jobs * _AHEAD]]
        return done

    def _alone(self, item: T) -> R | Lost:
        with _pool(1) as pool:
            try:
                return pool.submit(limited, self.function, self.seconds, item).result()
            except BrokenProcessPool:
                return Lost("made the process that worked on it die")
            finally:
                self.on_done()


def limited(function: Callable[[T], R], seconds: float, item: T) -> R | Lost:
    """Call a function; a call that takes too long or raises is lost."""
    try:
        with _alarm(seconds):
            return function(item)
    except _TimeIsUp:
        return Lost(f"took more than {seconds:g} seconds")
    except Exception as error:  # noqa: BLE001 - whatever a hostile file provokes
        return Lost(f"could not be worked on ({type(error).__name__}: {error})")


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise `_TimeIsUp` inside after the given time; signals reach the main thread only."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> None:
    raise _TimeIsUp


def _pool(jobs: int) -> ProcessPoolExecutor:
    # A fork would copy the locks of whatever threads run; a fork server's would hide their costs.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _ahead(
    pool: ProcessPoolExecutor, work: Callable[[T], R], items: Sequence[T], window: int
) -> Iterator[Future[R]]:
    """Yield the futures of all items in order; at most `window` of them wait for a process."""
    source = iter(items)
    waiting = [pool.submit(work, item) for item in islice(source, window)]
    while waiting:
        yield waiting.pop(0)
        waiting += [pool.submit(work, item) for item in islice(source, 1)]
