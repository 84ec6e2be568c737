"""Builds that are interrupted at any change to files, and what must hold of them afterwards."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import interrupted
import machines
from program import tree

EDITED = "An editor's own line that must never be lost.\n"
KINDS = (interrupted.KILL, "ENOSPC", "EACCES")
KILLED = -9
PUBLISHED = "published"
# Three articles pass the same code as six.
_OTHERS = ("ferry", "lighthouse", "observatory")
# What a run says that can't go on: never that the program or an article is at fault.
UNTRUE = ("Traceback", "bug in the program", "could not be used")


class Run(Protocol):
    """Runs a build, interrupted in some way at its k-th change, on a project."""

    def __call__(self, kind: str, fatal: int, project: Path, *arguments: str) -> Done:
        """Return how it ended; `arguments` are those of the build."""
        ...


@dataclass(frozen=True)
class Done:
    """How a run ended: its exit code, what it said, and what changes it made.

    `places` has, where it is known, a number for the lines of code that made each change.
    """

    code: int
    said: str
    operations: int = 0
    places: Sequence[int] = ()


@dataclass(frozen=True)
class Scenario:
    """A project before a build and after it, and what changes the build makes.

    `site` is the folder of the site in the project, `arguments` those of the build; `code` is its
    exit code.
    """

    before: Path
    after: Path
    site: str
    arguments: Sequence[str]
    places: Sequence[int] = ()
    operations: int = 0
    code: int = 0

    def build(self, run: Run, kind: str, fatal: int, project: Path) -> Done:
        """Build a project as the scenario has it."""
        return run(kind, fatal, project, *self.arguments, "--site-dir", str(project / self.site))


def first(folder: Path, run: Run) -> Scenario:
    """Return the scenario of a first build."""
    before = folder / "first/before"
    machines.write(before, "site_name: Northport\n")
    for name in _OTHERS:
        for file in before.glob(f"seeds/{name}.*"):
            file.unlink()
    for file in before.glob("seeds/*.yml"):
        if "collected" not in file.read_text(encoding="utf-8"):
            with file.open("a", encoding="utf-8") as sidecar:
                sidecar.write("collected: 2025-08-30\n")
    return _built(before, run)


def incremental(folder: Path, run: Run) -> Scenario:
    """Return the scenario of a build after an editor has changed files, and a page by hand."""
    before = folder / "incremental/before"
    shutil.copytree(first(folder, run).after, before)
    change(before)
    return _built(before, run)


def renewing(folder: Path, run: Run) -> Scenario:
    """Return the scenario of a build that changes the site before the last into the next."""
    before = folder / "renewing/before"
    _copy(first(folder, run).after, before)
    for name in ("quay", "market"):
        text = f"The {name} of Northport opens\n\nThe council opened the {name} on Friday.\n"
        (before / f"seeds/{name}.txt").write_text(text)
        (before / f"seeds/{name}.yml").write_text("date: 2025-08-28\ncollected: 2025-08-30\n")
        done = run(interrupted.KILL, 0, before)
        assert done.code == 0, done.said
    assert (before / ".cache/former-site/index.html").is_file()
    change(before)
    return _built(before, run)


def publishing(folder: Path, run: Run) -> Scenario:
    """Return the scenario of a strict build that replaces a published site, and edited pages."""
    before = folder / "publishing/before"
    shutil.copytree(first(folder, run).after, before)
    (before / "site").rename(before / PUBLISHED)
    change(before)
    return _built(before, run, PUBLISHED, ("--strict", "--force"))


def _built(before: Path, run: Run, site: str = "site", arguments: Sequence[str] = ()) -> Scenario:
    after = before.with_name("after")
    _copy(before, after)
    scenario = Scenario(before, after, site, arguments)
    done = scenario.build(run, interrupted.KILL, 0, after)
    # A strict build that replaces an edited page warns of it.
    assert done.code == ("--strict" in arguments), done.said
    return replace(scenario, operations=done.operations, places=done.places, code=done.code)


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


def check(  # noqa: PLR0917 - the parts of a case
    scenario: Scenario,
    kind: str,
    fatal: int,
    project: Path,
    run: Run,
    mended: set[str] | None = None,
) -> None:
    """Interrupt a build of a copy of the project at one change, build again, and check both.

    `mended` are digests of what such builds have left, from which another build has gone on well:
    from the same files it would again.
    """
    _copy(scenario.before, project)
    done = scenario.build(run, kind, fatal, project)
    assert (done.code == KILLED) == (kind == interrupted.KILL), done.said
    assert not any(words in done.said for words in UNTRUE), done.said
    if done.code == 3:  # the message names a file or folder, and what to do
        places = str(project.parent), tempfile.gettempdir()
        assert any(place in done.said for place in places), done.said
    _check_state(scenario, project, finished=done.code in {0, 1})
    left = _digest(project)
    if mended is not None and left in mended:
        return
    done = scenario.build(run, interrupted.KILL, 0, project)
    assert done.code in {0, scenario.code}, done.said
    _check_state(scenario, project, finished=True)
    assert tree(project / "content") == tree(scenario.after / "content")
    assert not list(project.rglob(".writing-*"))
    if mended is not None:
        mended.add(left)


def _copy(folder: Path, to: Path) -> None:
    """Copy a folder; files that are one by hard links stay one."""
    copies: dict[int, str] = {}

    def copy(source: str, target: str) -> str:
        number = os.stat(source).st_ino  # noqa: PTH116 - as copytree names it
        if number in copies:
            os.link(copies[number], target)
        else:
            copies[number] = shutil.copy2(source, target)
        return target

    shutil.copytree(folder, to, copy_function=copy)


def _digest(folder: Path) -> str:
    """Return a digest of the names, kinds and contents of all that is in a folder."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        about = path.relative_to(folder).as_posix(), path.lstat().st_mode, len(data)
        found.update(repr(about).encode() + data)
    return found.hexdigest()


def _check_state(scenario: Scenario, project: Path, *, finished: bool) -> None:
    """Hold what an interrupted build left against what was there and what should come."""
    old, new = tree(scenario.before / scenario.site), tree(scenario.after / scenario.site)
    assert tree(project / scenario.site) in ((new,) if finished else (old, new))
    olds, news = tree(scenario.before / "content"), tree(scenario.after / "content")
    found = tree(project / "content")
    for path, data in found.items():
        if not Path(path).name.startswith("."):
            assert data in {olds.get(path), news.get(path)}, path
    replaced = tree(project / ".cache/replaced").values()
    for path, data in olds.items():
        if EDITED.encode() in data:
            assert found[path] == data or ("--force" in scenario.arguments and data in replaced)
