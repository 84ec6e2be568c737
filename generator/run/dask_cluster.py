"""A Dask cluster as a crew; the only module that needs the extra `cluster`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from generator.models import UsageError
from generator.run.cache import fingerprint
from generator.run.parallel import Crew, KeptProcesses

_SECONDS = 10  # until the scheduler must have answered
_STAGES = "understand", "analyse"  # the stages that run on a cluster


class NoCluster(UsageError):
    """The cluster that was asked for can't be used; the message says what to do."""


@contextmanager
def crew(
    scheduler: str | None, jobs: int | None, kept: KeptProcesses | None = None
) -> Iterator[Crew]:
    """Yield the crew of the scheduler at an address; without one, that of this machine.

    `kept` are processes of earlier runs, which may be kept for later ones. Raises `NoCluster`.
    """
    if scheduler is None:
        kept = kept or KeptProcesses()
        try:
            yield Crew(jobs, kept=kept)
        finally:
            kept.rest()
        return
    with _client(scheduler) as client:
        _check(client, scheduler)
        threads = sum(client.nthreads().values())
        yield Crew(jobs, client.get_executor(pure=False), threads)


def _client(scheduler: str) -> Any:  # noqa: ANN401 - Dask declares no types
    try:
        distributed = import_module("distributed")
    except ModuleNotFoundError:
        raise NoCluster(
            "--scheduler needs Dask, which is not installed. In the program's folder: "
            "pip install '.[cluster]'"
        ) from None
    try:
        return distributed.Client(scheduler, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoCluster(
            f"{scheduler}: no Dask scheduler answers there. Start one with 'dask scheduler', and "
            "give the address that it prints, such as tcp://10.0.0.5:8786."
        ) from error


def _check(client: Any, scheduler: str) -> None:  # noqa: ANN401
    """Raise `NoCluster` if there are no workers, or their versions differ from this machine's."""
    remedy = "Install the same version of briefing-digest, with the same lock, on every machine."
    try:
        found = client.run(fingerprint, *_STAGES)
    except ImportError as error:
        raise NoCluster(
            f"{scheduler}: a worker can't run this program ({error}). {remedy}"
        ) from None
    if not found:
        raise NoCluster(f"{scheduler}: there are no workers. Start some: dask worker {scheduler}")
    other = sorted(worker for worker, value in found.items() if value != fingerprint(*_STAGES))
    if other:
        raise NoCluster(f"{other[0]}: this worker has other versions installed. {remedy}")
