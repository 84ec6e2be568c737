"""All sources → what was understood of each: on all cores, unless an earlier run has done it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.config import Limits
from generator.models import Source, Understood
from generator.run.cache import Cache
from generator.run.limited import Lost
from generator.run.parallel import Crew
from generator.run.work import Work
from generator.understand import understand
from generator.understand.results import failed


def understand_all(  # noqa: PLR0913 - what work on many needs
    sources: Sequence[Source],
    limits: Limits,
    *,
    cache: Path | None,
    crew: Crew,
    on_done: Callable[[], None],
    scratch: Path | None = None,
) -> Sequence[Understood]:
    """Return what was understood of each source, aligned; one that takes too long is a problem.

    `cache` is the folder where results are kept, None to keep none; `scratch` the one for temporary
    files.
    """
    kept = Cache(cache and cache / "understood", Understood, "understand")
    work = Work(
        partial(understand, limits=limits),
        lambda source: (replace(source, data=b""), limits),  # its hash stands for the data
        _lost,
        limits.seconds,
        crew,
        scratch,
    )
    return work.done(sources, kept, on_done)


def _lost(source: Source, why: Lost) -> Understood:
    message = why.message("Shorten the file, or raise limits.seconds.")
    return failed(source, message)
