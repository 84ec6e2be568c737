"""A build since which nothing has changed is not repeated: its report is shown again.

What a build depends on is every file of the project, by size and times (as Git tells changed
files), the options, and the program itself; what it made is the site. A file that changes while a
build runs may have been read before or after: then nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from generator.run.cache import Cache
from generator.run.report import Outcome

_NAME = re.compile(r"\w+")


class LastBuild:
    """The last build of a project into `site`, and whether it still holds.

    `cache` is the folder for it (None: nothing is kept), `others` are files, folders and values
    that a build depends on besides the project; `apart` is what lies in the project and is no part
    of it.
    """

    def __init__(
        self,
        cache: Path | None,
        project: Path,
        site: Path,
        others: Iterable[object],
        apart: Path | None,
    ) -> None:
        self._kept = Cache(cache and cache / "built", Outcome)
        self._project = project
        self._site = site
        self._others = tuple(others)
        self._apart = {site} | ({apart} if apart else set())
        self._read = self._state()

    def outcome(self) -> Outcome | None:
        """Return what it reported, None if anything has changed since."""
        return self._kept.get(sorted(self._read.items()), *self._rest())

    def wrote(self, folder: str) -> None:
        """Take note that the build that runs has brought a folder of the project up to date."""
        self._read[folder] = _digest(self._project / folder)

    def keep(self, outcome: Outcome) -> None:
        """Keep what a build reported, for as long as nothing changes."""
        if self._read == self._state():
            self._kept.put(outcome, sorted(self._read.items()), *self._rest())
        self._kept.prune()

    def _state(self) -> dict[str, str]:
        """Return for each file and folder of the project what changes with it."""
        found = set(self._project.iterdir()) - self._apart
        return {path.name: _digest(path, self._apart) for path in found if not _is_ours(path)}

    def _rest(self) -> tuple[object, ...]:
        """Return what else a build depends on, and the state of the site that it made."""
        own = self._project / "mkdocs.yml"  # which may name variables
        named = set(_NAME.findall(own.read_text("utf-8", "replace"))) if own.is_file() else set()
        variables = sorted((name, os.environ[name]) for name in named & os.environ.keys())
        others = [_digest(other) if isinstance(other, Path) else other for other in self._others]
        return self._site.as_posix(), _digest(self._site), variables, *others


def _digest(path: Path, apart: Collection[Path] = ()) -> str:
    """Return what changes with any file at or below a path."""
    found = hashlib.sha256()
    for file in _files(path, apart):
        with contextlib.suppress(OSError):  # a link that leads nowhere or to itself
            state = file.stat()
            times = state.st_size, state.st_mtime_ns, state.st_ctime_ns
            found.update(f"{file}\0{times}\0".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _files(path: Path, apart: Collection[Path]) -> Iterator[Path]:
    if path.is_file() and path not in apart:
        yield path
    for folder, names, files in os.walk(path):
        here = Path(folder)
        names[:] = sorted(name for name in names if not _is_ours(here / name))
        if here not in apart:
            yield from (here / name for name in sorted(files) if here / name not in apart)
        else:
            names.clear()


def _is_ours(path: Path) -> bool:
    """Return whether tools keep their own files in a folder: .cache, .git, .venv."""
    return path.is_dir() and (path.name.startswith(".") or path.name == "__pycache__")
