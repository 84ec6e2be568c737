"""Writes a site's files; each folder is created once."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.run import files
from generator.site.site_folder import discard
from generator.site.theme import MARK

_Identity = tuple[int, int]  # device and inode


class Output:
    """Writes files below the folder of a site.

    `former` is the site before the last, if it is still there: the new one begins with its files.
    Most of them are also the last site's, by hard links, so that they need not be linked again.
    """

    def __init__(self, site: Path, former: Path | None = None) -> None:
        self._site = str(site)
        self._folders: set[str] = {""}
        self._left: dict[str, _Identity] = {}  # files of the former site, not yet linked
        site.mkdir(parents=True, exist_ok=True)
        # The exchange is atomic, and what it leaves in place of the former site is empty.
        if former and _is_folder(former) and files.exchange(former, site):
            discard(former)
            self._left = {
                name: _identity(entry.stat(follow_symlinks=False))
                for name, entry in self._scanned("")
            }

    def write(self, place: str, pieces: Iterable[bytes]) -> None:
        """Write a file at a path below the site."""
        self._make_folder(place.rpartition("/")[0])
        with open(f"{self._site}/{place}", "wb") as file:  # noqa: PTH123 - thousands of files
            file.writelines(pieces)

    def link(self, place: str, file: str) -> None:
        """Link a file of the last site to a path below the site; copy it if links don't work."""
        if place in self._left:
            if self._left[place] == _identity(os.lstat(file)):
                del self._left[place]
                return
            self._remove(place)
        self._make_folder(place.rpartition("/")[0])
        try:
            os.link(file, f"{self._site}/{place}")
        except OSError:
            shutil.copyfile(file, f"{self._site}/{place}")

    def leave_out(self) -> None:
        """Remove what the former site had besides the files that were linked.

        It has to be called before anything is written: who writes to a file that the last site has
        too changes that site.
        """
        folders = {place.rpartition("/")[0] for place in self._left}
        for place in list(self._left):
            self._remove(place)
        for folder in folders:
            self._remove_empty(folder)

    def _remove(self, place: str) -> None:
        os.unlink(f"{self._site}/{place}")  # noqa: PTH108 - thousands of files
        del self._left[place]

    def _remove_empty(self, folder: str) -> None:
        with contextlib.suppress(OSError):
            while folder:
                Path(self._site, folder).rmdir()
                self._folders.discard(folder)
                folder = folder.rpartition("/")[0]

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            self._make_folder(folder.rpartition("/")[0])
            with contextlib.suppress(FileExistsError):
                os.mkdir(f"{self._site}/{folder}")  # noqa: PTH102 - thousands of folders
            self._folders.add(folder)

    def _scanned(self, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """Yield everything below a folder that is no folder, by its path; note the folders."""
        with os.scandir(f"{self._site}/{folder}") as entries:
            for entry in list(entries):
                name = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False):
                    self._folders.add(name)
                    yield from self._scanned(name)
                elif name != MARK:
                    yield name, entry


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _identity(found: os.stat_result) -> _Identity:
    return found.st_dev, found.st_ino
