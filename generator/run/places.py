"""The folders of a project are folders: a link in place of one could lead anywhere.

A project may have come from a stranger. What the program writes, empties or publishes is looked at
before anything is changed, and a link where none belongs is refused by its name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.models import UsageError


class Misplaced(UsageError):
    """A link, or something else that is no folder, is in a folder's place."""


def check_project(seeds: Path, content: Path, *others: Path) -> None:
    """Raise `Misplaced` if a folder of a project is a link, or holds links that are followed."""
    check_folder(seeds)
    check_no_links(content, files=False)
    for folder in others:
        check_no_links(folder)


def check_folder(path: Path) -> None:
    """Raise `Misplaced` unless `path` is a folder or nothing at all."""
    if path.is_symlink():
        raise Misplaced(f"{path}: is a link. Put the folder itself here, or remove the link.")
    if os.path.lexists(path) and not path.is_dir():
        raise Misplaced(f"{path}: is no folder. Move it away: the program needs a folder there.")


def check_no_links(folder: Path, *, files: bool = True) -> None:
    """Raise `Misplaced` if `folder` is, or holds at any depth, a link to a folder or to a file.

    With `files` false, links to files and links that lead nowhere are left to who reads them.
    """
    check_folder(folder)
    for link in links(folder):
        if files or link.is_dir():
            raise Misplaced(f"{link}: is a link. Put what it leads to here, or remove the link.")


def links(folder: Path) -> Iterator[Path]:
    """Yield the symbolic links at any depth below a folder, by name; none of them is followed."""
    for here, folders, names in os.walk(folder):
        folders.sort()
        yield from (
            path for name in sorted((*folders, *names)) if (path := Path(here, name)).is_symlink()
        )
