"""A folder of collected files → `Source`s. All reading of seeds/ happens here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.config import Limits
from generator.models import DigestError, Problem, Source
from generator.read.collection_days import CollectedDays
from generator.read.folder import Folders
from generator.read.sidecar import load_sidecar
from generator.read.walk import Found, walk
from generator.run import files
from generator.run.file_hashes import Digests, sha256
from generator.validation import ConfigError

__all__ = ["read", "read_unread"]

_UNTIL_MENDED = (
    "Fix the sidecar and build again. Until then the article's page, if there is one, stays "
    "published as it was."
)
_FOLDER_UNTIL_MENDED = (
    "It applies to all files below its folder: fix it and build again. Until then their pages stay "
    "published as they were."
)


def read(  # noqa: PLR0913, PLR0917 - where a file is from and what is known of it
    root: Path,
    limits: Limits,
    recorded: Mapping[str, dt.date],
    only: Path | None = None,
    project: Path | None = None,
    digests: Digests | None = None,
) -> Iterator[Source | Problem]:
    """Yield the sources of a folder, by path; a `Problem` for each that can't be read.

    `recorded` has the known days of collection by path; `only` names one file of the folder to read
    instead of all. `project` is the folder whose Git repository is asked when a file was collected
    (default: the one that contains `root`); no other repository is used. A file whose digest is in
    `digests` is not read: its source has no data until `read_unread`.
    """
    known = digests or Digests()
    days = CollectedDays(root, recorded, project or root.absolute().parent)
    folders = Folders(root)
    for item in walk(root, only):
        if isinstance(item, Problem):
            yield item
        else:
            yield _load(item, limits, days, folders, known)


def read_unread(root: Path, source: Source) -> Source:
    """Return a source with its data, which were not read as they had not changed.

    Raises `Changed` if they have changed since.
    """
    data = files.read((root / source.path).resolve())
    if sha256(data) != source.sha256:
        raise Changed(source.path)
    return replace(source, data=data, unread=False)


class Changed(DigestError):
    """A file has been changed during a build."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} has been changed during the build. Build again.")


def _load(
    found: Found, limits: Limits, days: CollectedDays, folders: Folders, digests: Digests
) -> Source | Problem:
    limit = int(limits.file_megabytes * 1_000_000)
    try:
        known = digests.unchanged(found.file)
        # A link inside the folder is followed.
        data = b"" if known else files.read(found.file.resolve(), limit + 1)
        sidecar = load_sidecar(found.sidecar) if found.sidecar else {}
    except OSError as error:
        return Problem(
            found.path, "error", f"can't be read: {error.strerror}. Check its permissions."
        )
    except ConfigError as error:
        return Problem(found.path, "error", f"{error} {_UNTIL_MENDED}")
    try:
        folder = folders.of(found.file)
    except ConfigError as error:
        return Problem(found.path, "error", f"{error} {_FOLDER_UNTIL_MENDED}")
    size, digest = known or (len(data), sha256(data))
    if size > limit:
        return Problem(found.path, "error", _too_big(limits))
    collected = sidecar.get("collected")
    return Source(
        path=found.path,
        data=data,
        sha256=digest,
        collected=collected if isinstance(collected, dt.date) else days.of(found),
        sidecar=sidecar,
        folder=folder,
        unread=known is not None,
    )


def _too_big(limits: Limits) -> str:
    return (
        f"is larger than {limits.file_megabytes:g} MB. Shorten it, or raise "
        "limits.file_megabytes in site_config/digest.yml."
    )
