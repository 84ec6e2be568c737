"""Tries to read a file before it is added to seeds/."""

from __future__ import annotations

import datetime as dt
from functools import partial

from generator.config import Limits
from generator.models import Source
from generator.run.resource_limits import Lost, isolated
from generator.understand import understand


def unusable(
    limits: Limits, today: dt.date, name: str, data: bytes, charset: str | None
) -> str | None:
    """Return a build's problems with a file if it contains no article, else None."""
    source = Source(name, data, "", today, {"charset": charset} if charset else {})
    work = partial(understand, limits=limits)
    understood = isolated(work, limits.seconds, source, limits.memory_megabytes)
    if isinstance(understood, Lost):
        return understood.message("Save its text in a file, or raise limits.seconds.")
    if understood.articles:
        return None
    return next(
        (problem.message for problem in understood.problems if problem.level == "error"), None
    )
