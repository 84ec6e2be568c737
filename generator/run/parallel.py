"""Runs one function on many items, on all cores or a cluster, with a time limit for each."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from typing import Generic, TypeVar

from generator.models import DigestError
from generator.run.error_messages import temporary_folder
from generator.run.garbage_collection import collect_rarely
from generator.run.resource_limits import DIED, MEGABYTES, Lost, expendable, isolated, limited

T = TypeVar("T")
R = TypeVar("R")
_FEW = 24  # items for which starting processes does not pay
_ENDING = (signal.SIGINT, signal.SIGTERM)
_AHEAD = 8  # items queued per process: limits memory


class ClusterLost(DigestError):
    """The cluster has failed."""


class KeptProcesses:
    """The worker processes of a run, kept so that the next stage need not import modules again.

    With `across_runs`, a single process is kept after the run, so that the next one, for a few
    changed articles, starts at once.
    """

    def __init__(self, *, across_runs: bool = False) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._kind = (0, 0.0)  # how many processes, and what memory an item may take
        self._across_runs = across_runs

    def take(self, jobs: int, megabytes: float) -> ProcessPoolExecutor | None:
        """Remove and return a pool of so many idle processes, None if there is none."""
        if self._kind != (jobs, megabytes):
            self.end()
        pool, self._pool = self._pool, None
        return pool

    def keep(self, pool: ProcessPoolExecutor, jobs: int, megabytes: float) -> None:
        """Keep processes for the next stage."""
        self._pool, self._kind = pool, (jobs, megabytes)

    def rest(self) -> None:
        """End the processes, to free memory for the other stages, but keep one across runs."""
        if not self._across_runs or self._kind[0] > 1:
            self.end()

    def end(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.shutdown()
            self._pool = None


@dataclass(frozen=True, slots=True)
class Crew:
    """The workers: local processes (`jobs`, None: one per core), or a cluster with `threads`."""

    jobs: int | None = None
    cluster: Executor | None = None
    threads: int = 1
    megabytes: float = MEGABYTES  # of memory for an item
    kept: KeptProcesses | None = None  # processes kept between stages; None: keep none

    def rest(self) -> None:
        """End the processes that the other stages do not need."""
        if self.kept:
            self.kept.rest()


@dataclass
class Workers(Generic[T, R]):
    """Runs a module-level function over items, at most `seconds` CPU seconds for each.

    Results are in the order of the items and don't depend on which worker made them.
    """

    function: Callable[[T], R]
    crew: Crew
    seconds: float
    on_done: Callable[[], None]

    def run(self, items: Sequence[T]) -> Iterator[R | Lost]:
        """Yield each item's result, or why it has none, in order and as soon as possible.

        Raises `OSError` if the file system fails in a way that would affect every item.
        """
        temporary_folder()  # libraries need one
        for result in self._results(items):
            if isinstance(result, Lost) and result.refused:
                raise result.refused
            self.on_done()
            yield result

    def _results(self, items: Sequence[T]) -> Iterator[R | Lost]:
        if len(items) < _FEW:
            return self._here(items, 1)
        if self.crew.cluster:
            return self._there(self.crew.cluster, items)
        return self._here(items, self.crew.jobs or os.cpu_count() or 1)

    def _there(self, cluster: Executor, items: Sequence[T]) -> Iterator[R | Lost]:
        work = partial(isolated, self.function, self.seconds, megabytes=self.crew.megabytes)
        try:
            there = partial(cluster.submit, work)
            for future in _ahead(there, items, self.crew.threads * _AHEAD):
                yield future.result()
        except Exception as error:  # an item's own exceptions are caught in the worker
            name = type(error).__name__
            raise ClusterLost(
                f"The cluster failed ({name}: {error}). Finished work is kept: check "
                "that its scheduler and workers are running, and build again."
            ) from error

    def _here(self, items: Sequence[T], jobs: int) -> Iterator[R | Lost]:
        done = 0
        while done < len(items):
            for result in self._round(items, done, jobs):
                done += 1
                yield result

    def _round(self, items: Sequence[T], done: int, jobs: int) -> Iterator[R | Lost]:
        """Continue until the end or until a process dies; then try each waiting item alone."""
        work = partial(limited, self.function, self.seconds)
        rest = (items[at] for at in range(done, len(items)))
        try:
            with _pool(jobs, self.crew.megabytes, self.crew.kept) as pool:
                for future in _ahead(partial(_submit, pool, work), rest, jobs * _AHEAD):
                    yield future.result()
                    done += 1
        except BrokenProcessPool:
            yield from map(self._alone, items[done : done + jobs * _AHEAD])

    def _alone(self, item: T) -> R | Lost:
        with _pool(1, self.crew.megabytes) as pool:
            try:
                work = partial(limited, self.function, self.seconds)
                return _submit(pool, work, item).result()
            except BrokenProcessPool:
                return DIED


@contextmanager
def _pool(
    jobs: int, megabytes: float, kept: KeptProcesses | None = None
) -> Iterator[ProcessPoolExecutor]:
    """Yield processes: those of `kept`, which gets them back if none has died."""
    pool = (kept and kept.take(jobs, megabytes)) or _started(jobs, megabytes)
    try:
        yield pool
    except (GeneratorExit, KeyboardInterrupt, SystemExit):
        for worker in active_children():  # without waiting for their items
            worker.terminate()
        pool.shutdown(cancel_futures=True)
        raise
    except BaseException:
        pool.shutdown(cancel_futures=True)
        raise
    if kept:
        kept.keep(pool, jobs, megabytes)
    else:
        pool.shutdown(cancel_futures=True)


def _started(jobs: int, megabytes: float) -> ProcessPoolExecutor:
    # A fork would copy locks that other threads hold; a fork server's CPU times are not counted.
    # But if no other thread runs, a fork is the fastest way to start one process for a few items.
    alone = jobs == 1 and sys.platform == "linux" and threading.active_count() == 1
    context = get_context("fork" if alone else "spawn")
    return ProcessPoolExecutor(jobs, context, _begin_worker, (megabytes,))


def _submit(pool: Executor, work: Callable[[T], R], item: T) -> Future[R]:
    """Submit an item; a process started for it ignores interrupts until it is ready."""
    _block_interrupts()
    try:
        return pool.submit(work, item)
    finally:
        _unblock_interrupts()


def _begin_worker(megabytes: float) -> None:
    """Prepare this process for its items: it may be killed for one that exceeds a limit.

    It ends silently on SIGINT and SIGTERM, and when its parent process ends: Ctrl-C reaches all
    processes of a terminal, and a run that is killed can't end its workers itself.
    """
    expendable(megabytes)
    collect_rarely()
    for number in _ENDING:  # a forked process inherits handlers
        signal.signal(number, signal.SIG_DFL)
    _unblock_interrupts()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _block_interrupts() -> None:
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)


def _unblock_interrupts() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


def _ahead(
    submit: Callable[[T], Future[R]], items: Iterable[T], window: int
) -> Iterator[Future[R]]:
    """Yield the futures of all items in order; at most `window` of them are submitted at once."""
    source = iter(items)
    waiting = [submit(item) for item in islice(source, window)]
    while waiting:
        yield waiting.pop(0)
        waiting += [submit(item) for item in islice(source, 1)]
