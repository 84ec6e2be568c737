"""Builds of a project in which an editor saves files meanwhile, and what must hold of them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import interruptions
from interrupted import KILL
from interruptions import Run
from program import tree
from saving import LINE, SAVES

_GONE = "No such file or directory.\nThe site was not built; the published site"
_UNTRUE = ("Traceback", "bug in the program")
_PIER = "A pier for Northport\n\nThe council of Northport plans a pier for the summer.\n"
_MORE = "\nThe detour is signposted, the council said.\n"


@dataclass(frozen=True)
class Saved:
    """A project before an editor saves, and what it holds when all is saved.

    `kind` is one of `saving.SAVES`; the first step may be at any change of a build, of which
    `places` tells which are made by the same lines of code.
    """

    before: Path
    kind: str
    places: Sequence[int]
    own: dict[str, bytes]
    pages: set[str]

    @classmethod
    def of(cls, kind: str, folder: Path, run: Run) -> Saved:
        """Return the project with such saves, in a folder of its own."""
        before, after = folder / kind / "before", folder / kind / "after"
        shutil.copytree(interruptions.first(folder / kind, run).after, before)
        with (before / "seeds/bridge.md").open("a", encoding="utf-8") as article:
            article.write(_MORE)
        (before / "seeds/pier.txt").write_text(_PIER, encoding="utf-8")
        (before / "seeds/pier.yml").write_text("date: 2025-08-29\ncollected: 2025-08-30\n")
        shutil.copytree(before, after)
        for _ in SAVES[kind](after):
            pass
        own, pages = _own(after), _pages(after)
        done = run(kind, 0, after)
        assert done.code == 0, done.said
        return cls(before, kind, done.places, own, pages)

    def check(self, moment: int, project: Path, run: Run) -> None:
        """Build a copy while the editor saves from a moment on; build again, and all anew."""
        shutil.copytree(self.before, project)
        self._build(self.kind, moment, project, run)
        self._build(KILL, 0, project, run)
        found = tree(project / "content") | tree(project / "site")
        self._build(KILL, 0, project, run, "--redo")
        anew = tree(project / "content") | tree(project / "site")
        wrong = {path for path in found.keys() | anew.keys() if found.get(path) != anew.get(path)}
        assert not wrong, f"the build after the one of the saves is not up to date: {sorted(wrong)}"

    def _build(self, kind: str, moment: int, project: Path, run: Run, *more: str) -> None:
        done = run(kind, moment, project, *more)
        gone = kind in SAVES and done.code == 3 and _GONE in done.said  # a page, when it was needed
        assert done.code in {0, 1} or gone, done.said
        assert not any(words in done.said for words in _UNTRUE), done.said
        assert _own(project) == self.own
        assert self.pages <= _pages(project), self.pages - _pages(project)


def _own(project: Path) -> dict[str, bytes]:
    """Return the files that are the editor's alone."""
    return tree(project, ("seeds", "site_config"))


def _pages(project: Path) -> set[str]:
    """Return the names of the pages that the editor has written, changed or renamed."""
    pages = tree(project / "content").items()
    marks = LINE.encode(), b"title: Renamed."
    changed = {path for path, data in pages if any(mark in data for mark in marks)}
    return changed | {path for path, _ in pages if path.endswith("renamed.md")}
