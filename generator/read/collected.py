"""The day a file was collected: as recorded, else its first commit, else its modification time."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from generator.read.walk import Found


class CollectedDays:
    """Answers for the files of one folder; asks git once, and only if a file needs it."""

    def __init__(self, root: Path, recorded: Mapping[str, dt.date]) -> None:
        self._root = root
        self._recorded = recorded

    def of(self, found: Found) -> dt.date:
        """Return the day (UTC) on which a file was collected."""
        return (
            self._recorded.get(found.path)
            or self._commits.get(found.path)
            or dt.datetime.fromtimestamp(found.file.stat().st_mtime, dt.UTC).date()
        )

    @cached_property
    def _commits(self) -> dict[str, dt.date]:
        command = ["git", "-c", "core.quotePath=false", "log", "--no-renames", "--diff-filter=A"]
        command += ["--format=%x00%ct", "--name-only", "--relative", "-z", "--", "."]
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command, no shell
                command, cwd=self._root, capture_output=True, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            return {}
        return _first_commits(done.stdout.decode("utf-8", "replace"))


def _first_commits(log: str) -> dict[str, dt.date]:
    """Read `git log` as asked above: an empty field, the commit's time, then its new paths.

    The log runs from the newest to the oldest commit: the last day seen for a path is its first.
    """
    days: dict[str, dt.date] = {}
    day, announced = dt.date.max, False
    for field in log.split("\0"):
        if announced and field.isdigit():
            day = dt.datetime.fromtimestamp(int(field), dt.UTC).date()
        elif field:
            days[field.removeprefix("\n")] = day
        announced = not field
    return days
