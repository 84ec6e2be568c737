"""The project that `make bench` builds, and what changes in it from one build to the next."""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import newsroom
from bench_costs import Cost, run
from paths import CORPUS

ARTICLES = CORPUS / "articles"
_REDONE = ("content", "site")  # what a first build makes; with the analysis kept in .cache
_ANALYSIS = {"understood", "analysed"}
_SETTINGS = "site_config/digest.yml"


class Project:
    """A digest of so many articles in a folder: real ones where they are to be had."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.count = count
        self.seeds = folder / "seeds"
        if self.seeds.is_dir():
            self._forget()
        else:
            _collect(self.seeds, count)
        self._write_settings("A briefing")

    def _forget(self) -> None:
        """Remove everything that builds made, except the results of the analysis."""
        shutil.rmtree(self.seeds)
        _collect(self.seeds, self.count)
        for name in _REDONE:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        for path in (self.folder / ".cache").iterdir():
            if path.is_dir() and path.name not in _ANALYSIS:
                shutil.rmtree(path)
            elif path.is_file():
                path.unlink()

    def _write_settings(self, name: str) -> None:
        path = self.folder / _SETTINGS
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"site_name: {name}\nfeeds: {{identity: bench}}\n", encoding="utf-8")

    def build(self) -> Cost:
        """Build the project and return the cost."""
        report = self.folder / "report.json"
        command = [sys.executable, "-m", "generator", "build", "-q", "-C", self.folder]
        cost = run([*command, "--report", report], self.folder, accepted=(0, 1))
        told = json.loads(report.read_text(encoding="utf-8"))
        return replace(
            cost,
            stages={stage["name"]: stage["cpu"] for stage in told["stages"]},
            walls={stage["name"]: stage["wall"] for stage in told["stages"]},
            written=told["counts"]["written"],
        )

    def words(self) -> int:
        """Return how many words the collected files have."""
        return sum(len(path.read_text(encoding="utf-8").split()) for path in _files(self.seeds))

    def touch(self) -> None:
        """Give all collected and written files other times and modes."""
        for folder in (self.seeds, self.folder / "content"):
            for path in folder.rglob("*"):
                if path.is_file():
                    path.chmod(0o640)
                    os.utime(path, (1_700_000_000, 1_700_000_000))

    def change_article(self) -> None:
        """Add a sentence to the article in the middle."""
        files = _files(self.seeds)
        path = files[len(files) // 2]
        text = path.read_text(encoding="utf-8").rstrip("\n")
        path.write_text(f"{text} Nobody was hurt, the fire brigade said.\n", encoding="utf-8")

    def add_article(self) -> None:
        """Add an article that is newer than the others."""
        text = (
            "Harbour bridge in Millbrook reopens after repairs\nLocal\n3 June 2021\n\n"
            "The harbour bridge in Millbrook reopened on Thursday after two years of repairs. "
            "Mayor Ines Carvalho said that the work had cost 12 million.\n\n"
            "The first tram crossed the bridge at noon. A second lane opens in autumn, the city "
            "council of Millbrook announced.\n"
        )
        (self.seeds / "added.txt").write_text(text, encoding="utf-8")

    def change_setting(self) -> None:
        """Rename the digest: its name is on every page."""
        self._write_settings("Another briefing")


def _collect(seeds: Path, count: int) -> None:
    """Fill a folder with articles, taken at equal distances from those there are."""
    found = _files(ARTICLES)
    if len(found) < count:
        newsroom.write(seeds, count)
        return
    for number in range(count):
        path = found[number * len(found) // count]
        target = seeds / path.relative_to(ARTICLES)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.txt") if path.is_file())
