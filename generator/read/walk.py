"""Finds the article files of a folder, and the sidecar of each."""

from __future__ import annotations

import os
import re
import stat
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.models import Problem
from generator.read.folder import NAMES as FOLDER_NAMES
from generator.tables import any_of, load_table

SIDECARS = (".yml", ".yaml")
_FOLDERS = load_table(Path(__file__).with_name("page_folders.yml"), dict[str, list[str]])
_BESIDE = re.compile(rf"(.+)[-_.]{any_of(chain.from_iterable(_FOLDERS.values()))}", re.IGNORECASE)
# Files left behind by editors (Emacs, Vim, Kate), office programs, browsers, merge tools and
# Windows; names that begin with a dot are hidden already.
_LEFTOVER = re.compile(
    r"~\$.*|#.*#|.*~|.*\.(?:sw[a-p]|bak|orig|rej|te?mp|part|partial|crdownload|download)|"
    r"(?:eh)?thumbs\.db|desktop\.ini|icon\r",
    re.IGNORECASE,
)
_MISNAMED = (
    f"has a name that is reserved for corrections of all files of a folder ({FOLDER_NAMES[0]}). "
    "Rename it."
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read: its path as shown, its path on disk, and its sidecar, if any."""

    path: str
    file: Path
    sidecar: Path | None


def walk(root: Path, only: Path | None = None) -> Iterator[Found | Problem]:
    """Yield the article files below `root` in a fixed order, except hidden ones and leftovers.

    A link that is broken or leads out of the folder is a problem, and so are pipes and devices, and
    a sidecar that does not belong to exactly one article.
    """
    home = root.resolve()
    files = [only] if only else _files(root)
    named: defaultdict[Path, list[Path]] = defaultdict(list)
    for file in sorted(only.parent.iterdir()) if only else files:
        if not _is_leftover(file.name):
            named[file.with_suffix("")].append(file)
    for file in files:
        path = file.relative_to(root).as_posix()
        beside = named[file.with_suffix("")]
        if refusal := _refusal(file, path, home):
            yield Problem(shown(path), "error", refusal)
        elif file.name in FOLDER_NAMES:
            continue
        elif not _is_sidecar(file):
            yield Found(path, file, _sidecar(beside, home))
        elif unclear := _unclear(file, beside):
            yield Problem(path, "warning", unclear)


def beside(file: Path) -> tuple[list[Path], list[Path]]:
    """Return the sidecars and the other files of a file's folder that have its name.

    Suffixes and leftovers are ignored; the first sidecar is the one that applies.
    """
    named = [
        path
        for path in sorted(file.parent.iterdir())
        if path.with_suffix("") == file.with_suffix("") and not _is_leftover(path.name)
    ]
    others = [path for path in named if path != file and not _is_sidecar(path)]
    return _sidecars(named), others


def _is_sidecar(file: Path) -> bool:
    return file.suffix.lower() in SIDECARS


def _sidecars(beside: Iterable[Path]) -> list[Path]:
    """Return the sidecars among the files of one name; the first is the one that applies."""
    found = filter(_is_sidecar, beside)
    return sorted(found, key=lambda file: (SIDECARS.index(file.suffix.lower()), file))


def _sidecar(beside: Iterable[Path], home: Path) -> Path | None:
    """Return the sidecar that applies; one that is refused has its own problem."""
    first = next(iter(_sidecars(beside)), None)
    return None if first is None or _refusal(first, first.name, home) else first


def _unclear(sidecar: Path, beside: Sequence[Path]) -> str | None:
    """Return why a sidecar does not belong to one article, as the end of a sentence."""
    articles = [file for file in beside if not _is_sidecar(file)]
    first = _sidecars(beside)[0]
    if not articles:
        return "is a sidecar, but no article file of that name is beside it."
    if sidecar != first:
        return f"is ignored: {first.name} beside it is the sidecar. Put both into that one."
    if len(articles) > 1:
        names = " and ".join(file.name for file in articles)
        return f"is the sidecar of {names}, and corrects each. Give them different names."
    return None


def _refusal(file: Path, path: str, home: Path) -> str | None:
    """Return why a file is not read, as the end of a sentence that begins with its name."""
    plain_name = path == shown(path) and not _is_misnamed(file)
    if plain_name and _is_regular(file):  # as most are: no link leads here
        return None
    try:
        inside = file.resolve().is_relative_to(home)
        there, plain, folder = file.exists(), file.is_file(), file.is_dir()
    except (OSError, RuntimeError):  # a loop, or a missing permission
        inside, there, plain, folder = True, False, False, False
    reasons = (
        (path != shown(path), "has a name that is not valid text. Rename it."),
        (not inside, "is a link that points outside the folder. Put the file itself here."),
        (not there, "is a broken link. Put the file itself here."),
        (folder, "is a link to a folder; such links are not followed. Put the files here."),
        (not plain, "is not a regular file. Remove it."),
        (_is_misnamed(file), _MISNAMED),
    )
    return next((reason for wrong, reason in reasons if wrong), None)


def _is_regular(file: Path) -> bool:
    """Return whether a path is a regular file and not a link to one."""
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        return False


def _is_misnamed(file: Path) -> bool:
    """Return whether a file's sidecar would be the file that corrects its whole folder."""
    begin = Path(FOLDER_NAMES[0]).stem + "."
    return file.name.lower().startswith(begin) and file.name not in FOLDER_NAMES


def shown(path: str) -> str:
    """Return a path that can be printed: without control characters and undecodable bytes."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in path)


def _visited(folders: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the folders to read: none that is hidden or that a browser saved with a page."""
    pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm"))}
    visible = (name for name in folders if not name.startswith("."))
    return [name for name in visible if not _is_page_folder(name, pages)]


def _files(root: Path) -> list[Path]:
    found: list[Path] = []
    for folder, folders, names in os.walk(root):  # links to folders are not followed
        folders[:] = _visited(folders, names)
        found.extend(Path(folder, name) for name in names if not _is_leftover(name))
        found.extend(file for file in (Path(folder, name) for name in folders) if file.is_symlink())
    return sorted(found, key=lambda file: file.relative_to(root).as_posix())


def _is_leftover(name: str) -> bool:
    """Return whether a file is hidden, or was left behind by a program."""
    return name.startswith(".") or _LEFTOVER.fullmatch(name) is not None


def _is_page_folder(folder: str, pages: Collection[str]) -> bool:
    """Return whether a folder contains the pictures and scripts of a page saved beside it."""
    parts = _BESIDE.fullmatch(folder)
    return parts is not None and parts[1] in pages
