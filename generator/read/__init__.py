"""A folder of collected files → `Source`s. All reading of seeds/ happens here."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.config import Limits
from generator.models import Problem, Source
from generator.read.collection_days import CollectedDays
from generator.read.folder import Folders
from generator.read.sidecar import load_sidecar
from generator.read.walk import Found, walk
from generator.run import files
from generator.validation import ConfigError

__all__ = ["read"]

_UNTIL_MENDED = (
    "Fix the sidecar and build again. Until then the article's page, if there is one, stays "
    "published as it was."
)
_FOLDER_UNTIL_MENDED = (
    "It applies to all files below its folder: fix it and build again. Until then their pages stay "
    "published as they were."
)


def read(
    root: Path,
    limits: Limits,
    recorded: Mapping[str, dt.date],
    only: Path | None = None,
    project: Path | None = None,
) -> Iterator[Source | Problem]:
    """Yield the sources of a folder, by path; a `Problem` for each that can't be read.

    `recorded` has the known days of collection by path; `only` names one file of the folder to read
    instead of all. `project` is the folder whose Git repository is asked when a file was collected
    (default: the one that contains `root`); no other repository is used.
    """
    days = CollectedDays(root, recorded, project or root.absolute().parent)
    folders = Folders(root)
    for item in walk(root, only):
        if isinstance(item, Problem):
            yield item
        else:
            yield _load(item, limits, days, folders)


def _load(found: Found, limits: Limits, days: CollectedDays, folders: Folders) -> Source | Problem:
    limit = int(limits.file_megabytes * 1_000_000)
    try:
        data = files.read(found.file.resolve(), limit + 1)  # a link inside the folder is followed
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
    if len(data) > limit:
        return Problem(found.path, "error", _too_big(limits))
    collected = sidecar.get("collected")
    return Source(
        path=found.path,
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        collected=collected if isinstance(collected, dt.date) else days.of(found),
        sidecar=sidecar,
        folder=folder,
    )


def _too_big(limits: Limits) -> str:
    return (
        f"is larger than {limits.file_megabytes:g} MB. Shorten it, or raise "
        "limits.file_megabytes in site_config/digest.yml."
    )
