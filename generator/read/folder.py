"""Corrections for all files of a folder: `_folder.yml` in it, or in a folder above it."""

from __future__ import annotations

import os
from pathlib import Path

from generator.config import FolderCorrections
from generator.read.sidecar import load
from generator.validation import ConfigError

NAMES = ("_folder.yml", "_folder.yaml")


class Folders:
    """The folder corrections below a root, each file read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._home = root.resolve()
        self._known: dict[Path, dict[str, object] | ConfigError] = {}

    def of(self, file: Path) -> dict[str, object]:
        """Return the folder corrections for a file; those of inner folders take precedence.

        Raises `ConfigError`, which names the file and the key, if one of them can't be used.
        """
        parts = file.relative_to(self._root).parts[:-1]
        fields: dict[str, object] = {}
        for depth in range(len(parts) + 1):
            found = self._in(self._root.joinpath(*parts[:depth]))
            if isinstance(found, ConfigError):
                raise found
            fields |= found
        return fields

    def _in(self, folder: Path) -> dict[str, object] | ConfigError:
        if folder not in self._known:
            self._known[folder] = self._read(folder)
        return self._known[folder]

    def _read(self, folder: Path) -> dict[str, object] | ConfigError:
        file = next((folder / name for name in NAMES if os.path.lexists(folder / name)), None)
        if file is None:
            return {}
        name = file.relative_to(self._root).as_posix()
        try:
            if not file.resolve().is_relative_to(self._home):
                return ConfigError(f"{name}: is a link that points outside the folder.")
            return load(FolderCorrections, file, name)
        except OSError as error:
            return ConfigError(f"{name}: can't be read: {error.strerror}.")
        except ConfigError as error:
            return error
