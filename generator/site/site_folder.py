"""The folder of the site: whether a build may replace it, and how it is replaced."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from generator.models import UsageError
from generator.run import files
from generator.run.folder_checks import check_folder
from generator.site.theme import MARK


class NotOurs(UsageError):
    """The folder of the site contains files that no build made."""


def check_site(site: Path) -> None:
    """Raise `NotOurs` if a build would remove files that no build made, `Misplaced` for a link."""
    for folder in (site, beside(site, "building"), beside(site, "old")):
        check_folder(folder)
        if folder.exists() and not is_ours(folder):
            raise NotOurs(
                f"{folder}: contains files that no build wrote. Empty it, or name another folder "
                "for the site with --site-dir."
            )


def is_ours(site: Path) -> bool:
    """Return whether a folder may be replaced: a build made it, or it is empty."""
    return site.is_dir() and ((site / MARK).is_file() or not any(site.iterdir()))


def swap(staging: Path, site: Path) -> None:
    """Exchange the old site, if any, with the new one; one of them is complete at any time."""
    if not site.exists():
        staging.rename(site)
    elif not files.exchange(staging, site):
        old = beside(site, "old")
        discard(old)
        site.rename(old)
        staging.rename(site)
        old.rename(staging)


def set_aside(folder: Path, former: Path | None) -> None:
    """Keep a folder that a site has replaced at `former`, if that is possible; else remove it."""
    if former:
        discard(former)
        with contextlib.suppress(OSError):
            folder.rename(former)
    discard(folder)


def beside(site: Path, purpose: str) -> Path:
    """Return the path of a folder beside the site, named for its purpose."""
    return site.with_name(f".{site.name}-{purpose}")


def discard(folder: Path) -> None:
    """Remove a folder that a build made, if it exists; its mark is removed last.

    So if removal is interrupted or not allowed, the rest is still recognised as a build's.
    """
    if folder.is_symlink() or not folder.is_dir():
        return
    mark = folder / MARK
    with contextlib.suppress(OSError):  # if something can't be removed, the mark stays
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path != mark:
                path.unlink(missing_ok=True)
        mark.unlink(missing_ok=True)
        folder.rmdir()
