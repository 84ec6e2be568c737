"""The file of an article's sidecar: its path, its contents, and its safe replacement."""

from __future__ import annotations

import os
from pathlib import Path

from generator import sanitize
from generator.models import DigestError
from generator.read.walk import SIDECARS, beside
from generator.review.change import Change
from generator.run import files
from generator.text import NotText, characters

_LARGEST = 100_000  # bytes of a sidecar; the same limit as in builds


class CantWrite(DigestError):
    """A sidecar that must be edited by hand; the message says why."""


def sidecar_of(seeds: Path, source: str) -> str:
    """Return the path of an article file's sidecar below `seeds`, whether it exists or not.

    Raises `CantWrite` if it would also apply to another file, or is not a regular file.
    """
    file = sanitize.inside(seeds, source)
    if file != seeds.resolve() / source:
        raise CantWrite(f"{source}: is a link. Write the sidecar of the file itself.")
    sidecars, others = beside(file)
    if others:
        raise CantWrite(
            f"{source}: a sidecar would correct {others[0].name} as well. Give the files different "
            "names first."
        )
    if len(sidecars) > 1:
        names = " and ".join(path.name for path in sidecars)
        raise CantWrite(f"{source}: has two sidecars, {names}. Put both into one first.")
    sidecar = sidecars[0] if sidecars else file.with_suffix(SIDECARS[0])
    return sidecar.relative_to(seeds.resolve()).as_posix()


def text_of(seeds: Path, sidecar: str) -> str | None:
    """Return the text of a sidecar, with its own line ends; None if it does not exist."""
    path = seeds.resolve() / sidecar
    if not os.path.lexists(path):
        return None
    try:
        data = files.read(path, _LARGEST + 1)
        if len(data) > _LARGEST:
            raise CantWrite(f"{sidecar}: is larger than {_LARGEST // 1000} KB.")
        return characters(data)
    except OSError as error:
        raise CantWrite(
            f"{sidecar}: can't be read ({error.strerror}). Change it by hand."
        ) from error
    except NotText as error:
        raise CantWrite(f"{sidecar}: {error}.") from error


def put(seeds: Path, change: Change) -> None:
    """Write a change; `CantWrite` if the sidecar no longer has the text before the change."""
    path = sanitize.inside(seeds, change.path)
    if path != seeds.resolve() / change.path or path.suffix.lower() not in SIDECARS:
        raise CantWrite(f"{change.path}: is not the path of a sidecar.")
    if text_of(seeds, change.path) != change.before:
        raise CantWrite(
            f"{change.path}: has changed since it was shown. Nothing was written: look at it again."
        )
    if change.after is None:
        path.unlink()
    else:
        files.write(path, change.after.encode("utf-8"))
