"""Writes a site's files; each folder is created once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


class Output:
    """Writes files below the folder of a site."""

    def __init__(self, site: Path) -> None:
        self._site = str(site)
        self._folders: set[str] = set()

    def write(self, place: str, pieces: Iterable[bytes]) -> None:
        """Write a file at a path below the site."""
        self._make_folder(place)
        with open(f"{self._site}/{place}", "wb") as file:  # noqa: PTH123 - thousands of files
            file.writelines(pieces)

    def link(self, place: str, file: str) -> None:
        """Link a file of the last site to a path below the site; copy it if links don't work."""
        self._make_folder(place)
        try:
            os.link(file, f"{self._site}/{place}")
        except OSError:
            shutil.copyfile(file, f"{self._site}/{place}")

    def _make_folder(self, place: str) -> None:
        folder = place.rpartition("/")[0]
        if folder not in self._folders:
            Path(self._site, folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
