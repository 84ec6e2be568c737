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
    """A link, or something else that is not a folder, is in a folder's place."""


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
        raise Misplaced(f"{path}: is not a folder. Move it away: the program needs a folder there.")


def check_no_links(folder: Path, *, files: bool = True) -> None:
    """Raise `Misplaced` if `folder` is, or holds at any depth, a link to a folder or to a file.

    So does a pipe, a socket or a device, which could not be read to its end. With `files` false,
    all but links to folders is left to who reads it.
    """
    check_folder(folder)
    for path in odd_files(folder):
        if path.is_symlink() and (files or path.is_dir()):
            raise Misplaced(f"{path}: is a link. Put what it leads to here, or remove the link.")
        if files:
            raise Misplaced(f"{path}: is not a regular file. Remove it.")


def odd_files(folder: Path) -> Iterator[Path]:
    """Yield what is neither a file nor a folder, at any depth, by name; no link is followed."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:  # no folder, or one that can't be read
        return
    folders = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
    for entry in entries:
        path = Path(entry.path)
        plain = entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False)
        if not plain and os.path.lexists(path):  # else another run has removed it
            yield path
    for entry in folders:
        yield from odd_files(Path(entry.path))
