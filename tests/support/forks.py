"""Builds in forks of one process that has built before: none of them needs to load the program.

python tests/support/forks.py FOLDER: builds a small digest in the folder, then one for each line of
standard input, and answers with a line of JSON. `Forks` starts it and asks.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Self

import jinja2

import interrupted
import machines
from generator import cli
from generator.analyse import analyse
from generator.config import Limits
from generator.models import Source
from generator.read import read
from generator.understand import understand
from interruptions import Done


class Forks:
    """Runs builds that may be interrupted: an `interruptions.Run`, in a process of its own.

    That process has one thread, so it may fork; a process of pytest may not.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._process = subprocess.Popen(
            [sys.executable, __file__, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._process.communicate()

    def __call__(self, kind: str, fatal: int, project: Path, *arguments: str) -> Done:
        """Build, and interrupt it in some way at its k-th change to files."""
        print(json.dumps([kind, fatal, str(project), *arguments]), file=self._process.stdin)
        self._process.stdin.flush()
        code, places = json.loads(self._process.stdout.readline())
        said = _said(project).read_text(encoding="utf-8")
        return Done(code, said, len(places), places)


def serve(folder: Path) -> None:
    """Build as standard input says, each time in a fork, and answer."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    _warm_up(folder)
    for line in sys.stdin:
        kind, fatal, project, *arguments = json.loads(line)
        answer = _forked(kind, fatal, Path(project), arguments)
        print(json.dumps(answer), file=answers, flush=True)


def _warm_up(folder: Path) -> None:
    """Read, analyse and build some articles in this process: its forks need not load all that."""
    _keep_templates()
    project = folder / "warm"
    machines.write(project)
    for source in read(project / "seeds", Limits(), {}):
        assert isinstance(source, Source)
        for article in understand(source, Limits()).articles:
            analyse(article)
    cli.main(["build", "-q", "-C", str(project), "--jobs", "1"])


def _keep_templates() -> None:
    """Compile each template once: that is a third of what a small build costs."""
    compiled = {}
    really = jinja2.Environment.compile

    def once(environment, source, name=None, filename=None, *rest, **named):
        key = source, name, filename, *sorted(environment.extensions)
        if key not in compiled:
            compiled[key] = really(environment, source, name, filename, *rest, **named)
        return compiled[key]

    jinja2.Environment.compile = once
    listed = functools.cache(lambda *paths: found(jinja2.FileSystemLoader(paths)))
    found = jinja2.FileSystemLoader.list_templates
    jinja2.FileSystemLoader.list_templates = lambda loader: listed(*map(str, loader.searchpath))


def _forked(kind: str, fatal: int, project: Path, arguments: list[str]) -> tuple[int, list[int]]:
    """Build in a fork; return its exit code and the places of its changes."""
    counted = project.parent / "counted.txt"
    child = os.fork()
    if child == 0:
        with _said(project).open("w", encoding="utf-8") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        command = ["build", "-C", str(project), "--jobs", "1", *arguments]
        folders = [str(project), tempfile.gettempdir()]
        code, places = interrupted.run(kind, fatal, command, folders)
        sys.stdout.flush()
        sys.stderr.flush()
        counted.write_text(json.dumps(places), encoding="ascii")
        os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return code, json.loads(counted.read_text(encoding="ascii")) if code >= 0 else []


def _said(project: Path) -> Path:
    return project.parent / "said.txt"


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
