"""The process that `warm.py` starts: it has built before, and runs each command in a fork.

It builds a small digest, then runs what each line of standard input asks for, and answers with a
line of JSON. It ends where standard input ends.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import jinja2

import interrupted
import machines
from generator import cli
from generator.analyse import analyse
from generator.config import Limits
from generator.models import Source
from generator.read import read
from generator.understand import understand
from warm import Answer, Request

LONGEST = 900  # seconds that a run may take: far more than any does


def _serve() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    with tempfile.TemporaryDirectory() as folder:
        _warm_up(Path(folder) / "warm")
        gc.freeze()
        for line in sys.stdin:
            asked = json.loads(line)
            environment = asked.pop("environment")
            answer = _forked(Request(**asked), environment, Path(folder))
            print(json.dumps(asdict(answer)), file=answers, flush=True)


def _warm_up(project: Path) -> None:
    """Read, analyse and build some articles in this process: its forks need not load all that."""
    _keep_templates()
    machines.write(project)
    for source in read(project / "seeds", Limits(), {}):
        assert isinstance(source, Source)
        for article in understand(source, Limits()).articles:
            analyse(article)
    cli.main(["build", "-q", "-C", str(project), "--jobs", "1"])


def _keep_templates() -> None:
    """Compile each template once: projects without a cache would compile them again."""
    compiled = {}
    really = jinja2.Environment.compile

    def once(environment, source, name=None, filename=None, *rest, **named):
        key = source, name, filename, *sorted(environment.extensions)
        if key not in compiled:
            compiled[key] = really(environment, source, name, filename, *rest, **named)
        return compiled[key]

    jinja2.Environment.compile = once


def _forked(request: Request, environment: dict[str, str], folder: Path) -> Answer:
    names = "stdout", "stderr", "places"
    files = [os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_TRUNC) for name in names]
    child = os.fork()
    if child == 0:
        _become(files, environment)
        code, places = _run(request)
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(files[-1], json.dumps(places).encode())
        os._exit(code)
    _, status = os.waitpid(child, 0)
    for file in files:
        os.close(file)
    stdout, stderr, places = (
        (folder / name).read_text(encoding="utf-8", errors="replace") for name in names
    )
    return Answer(os.waitstatus_to_exitcode(status), stdout, stderr, json.loads(places or "[]"))


def _become(files: Sequence[int], environment: dict[str, str]) -> None:
    """Be a process that a test has started: with its files and environment."""
    for number, file in ((1, files[0]), (2, files[1]), (0, os.open(os.devnull, os.O_RDONLY))):
        os.dup2(file, number)
    sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115 - what this one has read is the parent's
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = None
    tempfile.gettempdir()  # it is looked for by writing
    signal.alarm(LONGEST)


def _run(request: Request) -> tuple[int, Sequence[int]]:
    os.chdir(request.folder or ".")
    try:
        if request.kind:
            return interrupted.run(request.kind, request.fatal, request.command, request.counted)
        module, _, function = request.run.partition(":")
        return getattr(importlib.import_module(module), function)(request.command), ()
    except SystemExit as error:
        return error.code, ()


if __name__ == "__main__":
    _serve()
