"""Builds that are interrupted at any change to files, and what must hold of them afterwards."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import interrupted
import machines
from program import tree

EDITED = "An editor's own line that must never be lost.\n"
KINDS = (interrupted.KILL, "ENOSPC", "EACCES")
KILLED = -9
# What a run says that can't go on: never that the program or an article is at fault.
UNTRUE = ("Traceback", "bug in the program", "could not be used")

Run = Callable[[str, int, Path], "Done"]
"""Runs a build, interrupted in some way at its k-th change, on a project."""


@dataclass(frozen=True)
class Done:
    """How a run ended: its exit code, what it said, and how many changes it made."""

    code: int
    said: str
    operations: int = 0


@dataclass(frozen=True)
class Scenario:
    """A project before a build and after it, and how many changes the build makes."""

    before: Path
    after: Path
    operations: int


def run(kind: str, fatal: int, project: Path) -> Done:
    """Build in a process of its own."""
    command = [sys.executable, interrupted.__file__, kind, str(fatal), str(project), "build"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    last = done.stdout.split()[-1:]
    return Done(done.returncode, done.stderr, int(last[0]) if last else 0)


def first(folder: Path, build: Run = run) -> Scenario:
    """Return the scenario of a first build."""
    before = folder / "first/before"
    machines.write(before)
    for file in before.glob("seeds/*.yml"):
        if "collected" not in file.read_text(encoding="utf-8"):
            with file.open("a", encoding="utf-8") as sidecar:
                sidecar.write("collected: 2025-08-30\n")
    return _built(before, build)


def incremental(folder: Path, build: Run = run) -> Scenario:
    """Return the scenario of a build after an editor has changed files, and a page by hand."""
    before = folder / "incremental/before"
    shutil.copytree(first(folder, build).after, before)
    change(before)
    return _built(before, build)


def _built(before: Path, build: Run) -> Scenario:
    after = before.with_name("after")
    shutil.copytree(before, after)
    done = build(interrupted.KILL, 0, after)
    assert done.code == 0, done.said
    return Scenario(before, after, done.operations)


def change(project: Path) -> None:
    """Do what an editor does between two builds: add, correct, remove, and edit a page by hand."""
    seeds = project / "seeds"
    (seeds / "undated.yml").write_text("collected: 2025-08-30\ndate: 2025-08-27\n")
    (seeds / "single.txt").unlink()
    (seeds / "single.yml").unlink()
    text = "A new tram for Northport\n\nThe council of Northport bought a tram on Friday.\n"
    (seeds / "tram.txt").write_text(text)
    (seeds / "tram.yml").write_text("date: 2025-08-29\ncollected: 2025-08-30\n")
    (page,) = (project / "content/articles").rglob("harbour*.md")
    page.write_text(page.read_text(encoding="utf-8") + EDITED, encoding="utf-8")


def check(scenario: Scenario, kind: str, fatal: int, project: Path, build: Run = run) -> None:
    """Interrupt a build of a copy of the project at one change, build again, and check both."""
    shutil.copytree(scenario.before, project)
    done = build(kind, fatal, project)
    assert (done.code == KILLED) == (kind == interrupted.KILL), done.said
    assert not any(words in done.said for words in UNTRUE), done.said
    if done.code == 3:  # the message names a file or folder, and what to do
        places = str(project.parent), tempfile.gettempdir()
        assert any(place in done.said for place in places), done.said
    _check_state(scenario, project, finished=done.code in {0, 1})
    done = build(interrupted.KILL, 0, project)
    assert done.code == 0, done.said
    _check_state(scenario, project, finished=True)
    assert tree(project / "content") == tree(scenario.after / "content")
    assert not list(project.rglob(".writing-*"))


def _check_state(scenario: Scenario, project: Path, *, finished: bool) -> None:
    """Hold what an interrupted build left against what was there and what should come."""
    old, new = tree(scenario.before / "site"), tree(scenario.after / "site")
    assert tree(project / "site") in ((new,) if finished else (old, new))
    olds, news = tree(scenario.before / "content"), tree(scenario.after / "content")
    found = tree(project / "content")
    for path, data in found.items():
        if not Path(path).name.startswith("."):
            assert data in {olds.get(path), news.get(path)}, path
    for path, data in olds.items():
        if EDITED.encode() in data:
            assert found[path] == data, path
