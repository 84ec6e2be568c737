"""Skips a build if nothing has changed since the last one, and shows that one's report again.

A build depends on every file of the project, the options, and the program itself; its result is
the site. A file with the same size and times as in the last build is unchanged; otherwise its
digest decides, so a copy, a checkout or changed permissions do not count as a change. If a file
changes during a build, the build may have read either version: then nothing is recorded.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.models import Problem
from generator.run import files
from generator.run.file_hashes import Digests, State, sha256, state_of
from generator.run.program_fingerprint import PACKAGE, libraries
from generator.run.report import Outcome
from generator.run.signing import sign, unsign

_NAME = re.compile(r"\w+")
_LINK = (-1, 0, 0)  # the state of a link to a folder: its target is not part of the project

States = dict[str, State]


class LastBuild:
    """The last build of a project into `site`, and whether it is still up to date.

    `record` is the file that describes it. `places` are the files and folders, and `values` the
    other values, on which a build depends besides the project; `apart` is a path in the project
    that is not part of it.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a build depends on
        self,
        record: Path,
        project: Path,
        site: Path,
        places: Iterable[Path],
        values: Sequence[object],
        apart: Path | None,
    ) -> None:
        self._record = record
        self._project = project
        self._site = site
        self._places = (PACKAGE, *places)
        self._values = values
        self._apart = {str(site)} | ({str(apart)} if apart else set())
        self.digests = Digests()
        self._read = self._inputs()

    def outcome(self) -> Outcome | None:
        """Return what the last build reported, None if anything has changed since."""
        last = _load(self._record)
        known = {name: (tuple(state), value) for name, state, value in last["files"]}
        self.digests = Digests(known)
        if last["values"] != self._key():
            return None
        now = self._read | _states(self._site)
        if now.keys() != known.keys():
            return None
        touched = [name for name, state in now.items() if state != known[name][0]]
        if any(_digest(name) != known[name][1] for name in touched):
            return None
        outcome = Outcome(last["counts"], tuple(Problem(**found) for found in last["problems"]))
        if touched:
            self._save(now, outcome)
        return outcome

    def wrote(self, folder: str) -> None:
        """Record that the current build has updated a folder of the project.

        A file that has changed, but not by this build, was saved by somebody else, and the build
        may have missed that: its state is not updated. Hidden files are the program's own records.
        """
        below = f"{self._project / folder}{os.sep}"
        now = _states(self._project / folder, self._apart)
        for name in {*now, *(name for name in self._read if name.startswith(below))}:
            state = now.get(name)
            if self.digests.is_ours(name, state) or os.path.basename(name).startswith("."):  # noqa: PTH119 - many
                self._note(name, state)

    def _note(self, name: str, state: State | None) -> None:
        if state is None:
            self._read.pop(name, None)
        else:
            self._read[name] = state

    def keep(self, outcome: Outcome) -> None:
        """Save what a build reported, to be shown as long as nothing changes."""
        if self._read == self._inputs():
            self._save(self._read | _states(self._site), outcome)
        else:
            self._record.unlink(missing_ok=True)

    def _save(self, states: Mapping[str, State], outcome: Outcome) -> None:
        """Write the record; only files whose digest no stage has computed are read."""
        made, known = self.digests.noted, self.digests.known
        found = [
            (name, state, made(name) or known(name, state) or _digest(name))
            for name, state in states.items()
        ]
        record = {
            "values": self._key(),
            "files": found,
            "counts": outcome.counts,
            "problems": [asdict(problem) for problem in outcome.problems],
        }
        data = json.dumps(record).encode()
        files.write(self._record, sign(data, _form_of(self._record)))

    def _inputs(self) -> States:
        found: States = {}
        for place in (self._project, *self._places):
            found |= _states(place, self._apart)
        return found

    def _key(self) -> str:
        """Return a digest of the options and of everything else that is not a file."""
        own = self._project / "mkdocs.yml"  # it may use environment variables
        named = set(_NAME.findall(own.read_text("utf-8", "replace"))) if own.is_file() else set()
        variables = sorted((name, os.environ[name]) for name in named & os.environ.keys())
        return repr((str(self._site), *self._values, variables, libraries()))


def _states(place: Path, apart: Collection[str] = ()) -> States:
    """Return the state of each file at or below a path, and of links to folders."""
    if place.is_file():
        return {str(place): state_of(place.stat())}
    found: States = {}
    folders = [str(place)] if place.is_dir() else []
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.path in apart:
                    continue
                if not entry.is_dir(follow_symlinks=False):
                    found[entry.path] = _state(entry)
                elif not entry.name.startswith(".") and entry.name != "__pycache__":  # tools' own
                    folders.append(entry.path)
    return found


def _state(entry: os.DirEntry[str]) -> State:
    try:
        return _LINK if entry.is_dir() else state_of(entry.stat())
    except OSError:  # a broken link, or one to itself
        return _LINK


def _digest(name: str) -> str:
    """Return a digest of a file's contents, "" if it can't be read."""
    try:
        data = Path(name).read_bytes() if Path(name).is_file() else b""
    except OSError:
        return ""
    return sha256(data)


def _form_of(record: Path) -> str:
    """Return the name under which a record is signed; it includes the kind of digests.

    The digests distinguish pages edited by hand from the program's own, so a record with digests
    of another kind must count as absent.
    """
    return f"{record.name} of SHA-256"


def _load(record: Path) -> dict[str, Any]:
    try:
        data = unsign(files.read(record), _form_of(record))
    except OSError:
        data = None
    if data is None:
        return {"values": None, "files": []}
    found: dict[str, Any] = json.loads(data)
    return found
