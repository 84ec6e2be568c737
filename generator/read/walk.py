"""Which files of a folder are articles, and which sidecar belongs to which."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.models import Problem

SIDECARS = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read: its path as shown, where it lies, and its sidecar if there is one."""

    path: str
    file: Path
    sidecar: Path | None


def walk(root: Path, only: Path | None = None) -> Iterator[Found | Problem]:
    """Yield the article files below `root` in a fixed order; hidden names are passed over.

    A link that leads out of the folder is a problem, and so is a sidecar without its article.
    """
    home = root.resolve()
    files = [only] if only else _files(root)
    articles = {file for file in files if file.suffix.lower() not in SIDECARS}
    owners = {file.with_suffix("") for file in articles}
    for file in files:
        path = file.relative_to(root).as_posix()
        if file not in articles:
            if file.with_suffix("") not in owners:
                yield Problem(
                    path, "warning", "is a sidecar, but no article file of that name is beside it."
                )
        elif not file.resolve().is_relative_to(home):
            yield Problem(
                path, "error", "is a link that leads out of the folder. Put the file itself here."
            )
        elif file.is_file():
            yield Found(path, file, _sidecar(file))


def _files(root: Path) -> list[Path]:
    found: list[Path] = []
    for folder, folders, names in os.walk(root):  # links to folders are not followed
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(folder, name) for name in names if not name.startswith("."))
    return sorted(found, key=lambda file: file.relative_to(root).as_posix())


def _sidecar(file: Path) -> Path | None:
    for suffix in SIDECARS:
        beside = file.with_suffix(suffix)
        if beside != file and beside.is_file():
            return beside
    return None
