"""Runs the program in forks of one process that has loaded it: `warm_process.py`."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Request:
    """A command of the program; with a `kind`, it is interrupted at its `fatal`-th change to files.

    Changes are counted in the folders of `counted`. `run` is what runs the command: a module of
    `support/` and a function of it; `folder` the working folder.
    """

    command: Sequence[str]
    kind: str = ""
    fatal: int = 0
    counted: Sequence[str] = ()
    run: str = "generator.cli:main"
    folder: str = ""


@dataclass(frozen=True)
class Answer:
    """How a run ended: exit code, output, and numbers of the places of its changes to files."""

    code: int
    stdout: str
    stderr: str
    places: Sequence[int] = ()


class Warm:
    """A process that has loaded the program, and forks.

    It has one thread, so it may fork; a process of pytest may not. It ends with the process that
    started it.
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("warm_process.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C is for the tests
        )

    def __call__(self, request: Request) -> Answer:
        """Run a command in a fork, with the environment of this process."""
        line = json.dumps({"environment": dict(os.environ), **asdict(request)})
        print(line, file=self._process.stdin, flush=True)
        return Answer(**json.loads(self._process.stdout.readline()))


@functools.cache
def warm() -> Warm:
    """Return the process that all tests of this process share."""
    return Warm()
