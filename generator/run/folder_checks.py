"""Checks that folders and settings of a project are what they must be: a link could lead anywhere.

A project may come from an untrusted source. The folders that the program writes, empties or
publishes are checked before anything is changed, and links in their place are refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.models import UsageError


class Misplaced(UsageError):
    """A link, or something else, is where a folder or a file of settings is expected."""


def check_project(seeds: Path, content: Path, *others: Path) -> None:
    """Raise `Misplaced` if a project's folder is a link, or contains links that are followed."""
    check_folder(seeds)
    check_no_links(content, files=False)
    for folder in others:
        check_no_links(folder)


def check_folder(path: Path) -> None:
    """Raise `Misplaced` unless `path` is a folder or does not exist."""
    if path.is_symlink():
        raise Misplaced(f"{path}: is a link. Put the folder itself here, or remove the link.")
    if os.path.lexists(path) and not path.is_dir():
        raise Misplaced(f"{path}: is not a folder. Move it away: the program needs a folder there.")


def check_file(path: Path) -> None:
    """Raise `Misplaced` unless `path` is a regular file or does not exist."""
    if path.is_symlink():
        raise Misplaced(f"{path}: is a link. Put the file itself here, or remove the link.")
    if os.path.lexists(path) and not path.is_file():
        raise Misplaced(f"{path}: is not a regular file. Move it away: settings belong there.")


def check_no_links(folder: Path, *, files: bool = True) -> None:
    """Raise `Misplaced` if `folder` is, or contains at any depth, a link to a folder or a file.

    Pipes, sockets and devices are refused too, as they could not be read to the end. With `files`
    false, only links to folders are refused; the rest is left to the caller.
    """
    check_folder(folder)
    for path in odd_files(folder):
        if path.is_symlink() and (files or path.is_dir()):
            raise Misplaced(f"{path}: is a link. Put what it leads to here, or remove the link.")
        if files:
            raise Misplaced(f"{path}: is not a regular file. Remove it.")


def odd_files(folder: Path | str) -> Iterator[Path]:
    """Yield what is neither a file nor a folder, at any depth, by name, without following links."""
    folders, odd = [], []
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif not entry.is_file(follow_symlinks=False):
                    odd.append(entry.path)
    except OSError:  # not a folder, or one that can't be read
        return
    for path in sorted(odd):
        if os.path.lexists(path):  # else another run has removed it
            yield Path(path)
    for path in sorted(folders):
        yield from odd_files(path)
