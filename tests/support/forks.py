"""Builds that may be interrupted, in forks of one process that has loaded the program."""

from __future__ import annotations

import tempfile
from pathlib import Path

from interruptions import Done
from warm import Request, warm


def forked(kind: str, fatal: int, project: Path, *arguments: str) -> Done:
    """Build, and interrupt it in some way at its k-th change to files: an `interruptions.Run`."""
    command = ["build", "-C", str(project), "--jobs", "1", *arguments]
    answer = warm()(Request(command, kind, fatal, [str(project), tempfile.gettempdir()]))
    return Done(answer.code, answer.stdout + answer.stderr, len(answer.places), answer.places)
