"""Lets an editor save files while `digest serve` builds, and checks what is shown at the end.

python tests/tools/save_serving.py [ROUNDS [SEED]]: in each round (default: 20) an editor changes
articles, sidecars, pages and settings at random moments, the first build included. Then nothing of
theirs is lost, the site shows the last change, and it is the site that a build of all anew makes.
SEED (default: 1) is that of the first round.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import interruptions
from forks import forked
from program import digest, tree
from saving import Steps, by_backup, by_rename, in_place
from serving import serving

WAYS = (in_place, by_rename, by_backup)
PATIENCE = 90  # seconds until the last change must be shown
SETTLED = 3  # seconds without a change after which a server has nothing left to build
_UNTRUE = ("Traceback", "bug in the program")


class Editor(threading.Thread):
    """Saves files of a project, with random pauses between the steps of a save.

    `own` has the last text of each file of the editor's, `lines` what pages must go on to contain,
    and `last` what the site must show at the end.
    """

    def __init__(self, project: Path, seed: int) -> None:
        super().__init__()
        self.own: dict[Path, str] = {}
        self.lines: list[str] = []
        self.last = ""
        self._project = project
        self._random = random.Random(seed)
        self._seed = seed

    def run(self) -> None:
        """Save between one and eight times."""
        self._pause(4)
        for number in range(self._random.randint(1, 8)):
            self.last = f"Saved {self._seed} times {number}"
            kind = self._random.choice((self._article, self._sidecar, self._page, self._settings))
            for _ in kind():
                self._pause(0.3)
            self._pause(self._random.choice((0.1, 1, 3)))

    def _pause(self, longest: float) -> None:
        time.sleep(self._random.uniform(0, longest))

    def _article(self) -> Steps:
        file = self._project / "seeds" / self._random.choice(("bridge.md", "undated.txt"))
        yield from self._save(file, f"{_text(file)}\n{self.last} in an article.\n")

    def _sidecar(self) -> Steps:
        file = self._project / "seeds/undated.yml"
        yield from self._save(file, f"collected: 2025-08-30\ntitle: {self.last} in a sidecar\n")

    def _settings(self) -> Steps:
        file = self._project / "site_config/digest.yml"
        yield from self._save(file, f"site_name: {self.last} in settings\n")

    def _page(self) -> Steps:
        pages = sorted((self._project / "content/articles").rglob("a-single*.md"))
        if not pages:  # the first build has not come so far
            yield from self._settings()
            return
        self.lines.append(self.last)
        yield from self._way()(pages[0], f"{_text(pages[0])}\n{self.last} in a page.\n")

    def _save(self, file: Path, text: str) -> Steps:
        self.own[file] = text
        yield from self._way()(file, text)

    def _way(self) -> Callable[[Path, str], Steps]:
        return self._random.choice(WAYS)


def wrong(project: Path, errors: Path, seed: int) -> Iterator[str]:
    """Serve a project while an editor saves; yield what does not hold at the end."""
    editor = Editor(project, seed)
    editor.start()
    with errors.open("w") as said, serving(project, said):
        editor.join()
        shown = _is_shown(project / "site", editor.last.encode())
        _settle(project)
    if not shown:
        yield f"{editor.last!r} is not shown after {PATIENCE} seconds"
    if any(words in _text(errors) for words in _UNTRUE):
        yield _text(errors)[-2000:]
    yield from (f"lost: {file}" for file, text in editor.own.items() if _text(file) != text)
    pages = "".join(map(_text, (project / "content").rglob("*.md")))
    yield from (f"lost: {line}" for line in editor.lines if line not in pages)
    found = _made(project)
    done = digest(project, "build", "--redo")
    if done.returncode not in {0, 1}:
        yield done.stderr
    anew = _made(project)
    if differ := {path for path in found.keys() | anew.keys() if found.get(path) != anew.get(path)}:
        yield f"not up to date: {sorted(differ)[:10]}"


def _is_shown(site: Path, text: bytes) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if any(text in data for path, data in _files(site).items() if path.endswith(".html")):
            return True
        time.sleep(0.5)
    return False


def _settle(project: Path) -> None:
    """Return when no file of the site and of content/ has changed for a while."""
    before, since = _made(project), time.monotonic()
    while time.monotonic() < since + SETTLED:
        time.sleep(0.5)
        if (now := _made(project)) != before:
            before, since = now, time.monotonic()


def _made(project: Path) -> Mapping[str, bytes]:
    return _files(project / "content") | _files(project / "site")


def _files(folder: Path) -> dict[str, bytes]:
    """Return the contents of all files below a folder; a build may replace it meanwhile."""
    while True:
        try:
            return tree(folder)
        except FileNotFoundError:
            continue


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def main() -> int:
    """Try so many rounds; return 1 if something does not hold."""
    rounds, seed = (int(word) for word in [*sys.argv[1:], *("20", "1")[len(sys.argv) - 1 :]])
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        built = interruptions.first(folder, forked)
        for number in range(seed, seed + rounds):
            project = folder / "project"
            shutil.copytree(built.after if number % 2 else built.before, project)
            found = list(wrong(project, folder / "errors", number))
            failed += bool(found)
            print(f"round {number}: {'; '.join(found) or 'ok'}", flush=True)
            shutil.rmtree(project)
    print(f"{rounds} rounds, {failed} failed")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
