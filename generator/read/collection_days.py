"""The day a file was collected: as recorded, else its first commit, else its modification time.

Collected files are untrusted, and a repository can name programs that Git runs. So Git is only run
on the project's own repository, never on one inside the collection, and everything that a
repository's configuration could start is turned off.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from generator.read.walk import Found

_SECONDS = 120  # that Git may take
_INHERITED = ("PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SYSTEMROOT")
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",  # objects that a partial clone lacks are not fetched
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_CONFIGURATION = (
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.pager=",
    "core.quotePath=false",
    "diff.external=",
    "gpg.program=",
    "log.showSignature=false",
)
_LOG = (
    *("log", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-renames"),
    *("--no-mailmap", "--ignore-submodules=all", "--diff-filter=A", "--format=%x00%ct"),
    *("--name-only", "-z"),
)


class CollectedDays:
    """The days of collection of the files in one folder; Git is run once, and only if needed.

    `project` is the folder whose repository may be used, if `root` is inside it.
    """

    def __init__(self, root: Path, recorded: Mapping[str, dt.date], project: Path) -> None:
        self._root = root.resolve()
        self._recorded = recorded
        self._project = project.resolve()

    def of(self, found: Found) -> dt.date:
        """Return the day (UTC) on which a file was collected."""
        return (
            self._recorded.get(found.path)
            or self._commits.get(found.path)
            or dt.datetime.fromtimestamp(found.file.stat().st_mtime, dt.UTC).date()
        )

    @cached_property
    def _commits(self) -> dict[str, dt.date]:
        top, git = self._repository(), _git(self._project)
        if top is None or git is None:
            return {}
        below = self._root.relative_to(top).as_posix()
        settings = (part for value in _CONFIGURATION for part in ("-c", value))
        command = [git, "--no-pager", "--literal-pathspecs", *settings]
        command += [*_LOG, f"--relative={below}/", "--", below]
        inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command, no shell
                command,
                cwd=top,
                env={**inherited, **_ENVIRONMENT, "GIT_CEILING_DIRECTORIES": str(top.parent)},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            return {}
        return _first_commits(done.stdout.decode("utf-8", "replace"))

    def _repository(self) -> Path | None:
        """Return the top folder of the project's repository, which is above the collection."""
        if self._root == self._project or not self._root.is_relative_to(self._project):
            return None
        for folder in (self._project, *self._project.parents):
            if os.path.lexists(folder / ".git"):
                inside = (folder / ".git").resolve().is_relative_to(self._root)
                return None if inside else folder
        return None


def _git(project: Path) -> str | None:
    """Return the path of Git; a program of that name inside the project is not used."""
    git = shutil.which("git")
    if git is None or not Path(git).is_absolute() or Path(git).is_relative_to(project):
        return None
    return git


def _first_commits(log: str) -> dict[str, dt.date]:
    """Return the day of the first commit of each path in the output of `_LOG`.

    Each commit is an empty field, its time, then the paths it added. The log runs from the newest
    to the oldest commit, so the last day found for a path is that of its first commit.
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
