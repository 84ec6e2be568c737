"""The program as a user runs it, and what it leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from lxml import html

from paths import ROOT
from warm import Request, warm

LONGEST = 900  # seconds: far more than any of these runs takes


def digest(
    project: Path, verb: str = "build", *arguments: object, jobs: int | None = 1, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a verb on a project; `variables` are added to the environment.

    A run with one job is a fork of a process that has loaded the program, for it takes a tenth of
    the time; any other, and one with variables, starts like a user's.
    """
    command = [verb, "-C", str(project), *map(str, arguments)]
    command += ["--jobs", str(jobs)] if jobs else []
    if jobs == 1 and not variables:
        done = warm()(Request(command))
        return subprocess.CompletedProcess(command, done.code, done.stdout, done.stderr)
    return subprocess.run(
        [sys.executable, "-m", "generator", *command],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )


def output(
    project: Path,
    verb: str = "build",
    *arguments: object,
    jobs: int | None = 1,
    **variables: str,
) -> str:
    """Run a verb that must succeed; return what it said."""
    done = digest(project, verb, *arguments, jobs=jobs, **variables)
    assert done.returncode == 0, done.stderr
    return done.stderr + done.stdout


def built(project: Path, *arguments: object, jobs: int | None = 1) -> Path:
    """Build a project, which must succeed; return the folder of its site."""
    output(project, "build", "-q", *arguments, jobs=jobs)
    return project / "site"


def tree(folder: Path, only: Iterable[str] = ("",)) -> dict[str, bytes]:
    """Return the contents of all files below a folder, or below some folders of it, by path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for name in only
        for file in sorted((folder / name).rglob("*"))
        if file.is_file()
    }


def page(site: Path, address: str) -> html.HtmlElement:
    """Return a page of a built site; an address without a file name is a folder's."""
    file = site / address
    return html.fromstring((file / "index.html" if file.is_dir() else file).read_bytes())
