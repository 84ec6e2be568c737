"""Pages, feeds and files → seeds/, only at the editor's request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator import sanitize
from generator.collect.canonical_url import say_the_same, shown_address
from generator.collect.file_names import free_name, suffix_of
from generator.collect.http_fetch import Refused, Unchanged, fetch, public
from generator.collect.sidecars import last_fetch, sidecar_text
from generator.config import Limits
from generator.models import Problem
from generator.run import files

__all__ = ["Added", "add", "add_text"]


@dataclass(frozen=True, slots=True)
class Added:
    """The result for one address or file: its name in seeds/ and whether it is new."""

    target: str
    name: str
    state: Literal["added", "unchanged"]


TEXT = "pasted text"  # what messages call it
Unusable = Callable[[str, bytes, str | None], str | None]
"""Takes a name, bytes and their stated encoding; returns why they contain no article, or None."""


def add(  # noqa: PLR0913, PLR0917 - what may differ from one call to the next
    target: str,
    seeds: Path,
    limits: Limits,
    now: dt.datetime,
    unusable: Unusable,
    to: str = "",
    *,
    outside: bool = False,
) -> Added | Problem:
    """Add a page, feed or file to `seeds`; the sidecar of a fetched file records its address.

    An existing file is never overwritten: if an address is fetched again and has changed, the
    result is a new file, so that entries that have left a feed are not lost. `unusable` decides
    what is not stored. `now` has a time zone; `to` is the folder of `seeds` for new files. An
    address that is `outside` must not lead into the user's own network.
    """
    try:
        folder = _folder(seeds, to)
        if "://" in target:
            return _add_page(target, (seeds, folder), limits, now, unusable, outside=outside)
        return _add_file(Path(target), (seeds, folder), limits, unusable)
    except Refused as error:
        return Problem(public(target) if "://" in target else target, "error", str(error))
    except OSError as error:
        return Problem(target, "error", f"can't be stored: {error.strerror or error}.")


def add_text(  # noqa: PLR0913, PLR0917 - as `add`
    text: str, title: str, seeds: Path, limits: Limits, unusable: Unusable, to: str = ""
) -> Added | Problem:
    """Add a pasted text to `seeds` as a new file, named after its headline if that is known.

    It is not stored again if a file of that name in the folder already contains it.
    """
    data = text.encode("utf-8", "replace")
    try:
        _refuse("" if text.strip() else "there is no text.")
        folder = _folder(seeds, to)
        return _add_data(TEXT, data, (title or TEXT, ""), (seeds, folder), limits, unusable)
    except Refused as error:
        return Problem(TEXT, "error", str(error))
    except OSError as error:
        return Problem(TEXT, "error", f"can't be stored: {error.strerror or error}.")


def _folder(seeds: Path, to: str) -> Path:
    """Return the folder of `seeds` that `to` names, with or without `seeds/` before it."""
    if not to.isprintable():  # builds refuse such names; a path can't contain NUL
        raise Refused("the name of the folder is not valid text. Choose another.")
    named = Path(to)
    if named.parts[:1] == (seeds.name,) and not named.is_absolute():
        named = Path(*named.parts[1:])
    if any(part.startswith(".") and part != "." for part in named.parts):
        raise Refused(f"'{to}' is not a folder of {seeds.name}/: hidden ones are not read.")
    try:
        return sanitize.inside(seeds, named)
    except sanitize.UnsafePath as error:
        raise Refused(f"'{to}' is not a folder of {seeds.name}/. Name one below it.") from error


def _add_page(  # noqa: PLR0913 - as `add`
    address: str,
    places: tuple[Path, Path],
    limits: Limits,
    now: dt.datetime,
    unusable: Unusable,
    *,
    outside: bool,
) -> Added:
    whole, address = address, public(address)  # only the server gets user name and password
    seeds, folder = places
    known = last_fetch(seeds, address)
    found = fetch(whole, _bytes(limits), known, outside=outside)
    if isinstance(found, Unchanged):
        return Added(address, known.name if known else "", "unchanged")
    shown = shown_address(found.data, found.address)
    known = known or last_fetch(seeds, shown)
    if known and say_the_same(_there(seeds / known.name), found.data):
        return Added(address, known.name, "unchanged")
    name = free_name(folder, found.stem, suffix_of(found.data, found.kind))
    _refuse(unusable(name, found.data, found.charset))
    folder.mkdir(parents=True, exist_ok=True)
    sidecar = sanitize.inside(folder, Path(name).with_suffix(".yml"))
    files.write(sidecar, sidecar_text(address, shown, found, now).encode("utf-8"))
    files.write(sanitize.inside(folder, name), found.data)
    return Added(address, _below(seeds, folder, name), "added")


def _below(seeds: Path, folder: Path, name: str) -> str:
    return (folder / name).relative_to(seeds.resolve()).as_posix()


def _add_file(path: Path, places: tuple[Path, Path], limits: Limits, unusable: Unusable) -> Added:
    seeds, _ = places
    if not path.is_file():
        raise Refused("there is no such file. Name a file, or an address with http(s)://.")
    if path.resolve().is_relative_to(seeds.resolve()):
        return Added(str(path), path.resolve().relative_to(seeds.resolve()).as_posix(), "unchanged")
    with path.open("rb") as file:
        data = file.read(_bytes(limits) + 1)
    return _add_data(str(path), data, (path.stem, path.suffix), places, limits, unusable)


def _add_data(  # noqa: PLR0913, PLR0917 - a file's data, its name, and where it goes
    target: str,
    data: bytes,
    named: tuple[str, str],
    places: tuple[Path, Path],
    limits: Limits,
    unusable: Unusable,
) -> Added:
    """Write a file's data to the folder under a free name; `named` are its stem and suffix."""
    seeds, folder = places
    if len(data) > _bytes(limits):
        raise Refused(f"is larger than {limits.file_megabytes:g} MB (limits.file_megabytes).")
    stem, suffix = sanitize.slug(named[0]), named[1].lower() or suffix_of(data, "")
    if suffix in {".yml", ".yaml"} or not suffix[1:].isalnum():
        raise Refused(f"'{named[1]}' is not a suffix of an article file. Rename it.")
    if _same(folder / f"{stem}{suffix}", data):
        return Added(target, _below(seeds, folder, f"{stem}{suffix}"), "unchanged")
    name = free_name(folder, stem, suffix)
    _refuse(unusable(name, data, None))
    folder.mkdir(parents=True, exist_ok=True)
    files.write(sanitize.inside(folder, name), data)
    return Added(target, _below(seeds, folder, name), "added")


def _refuse(reason: str | None) -> None:
    if reason:
        raise Refused(reason)


def _bytes(limits: Limits) -> int:
    return int(limits.file_megabytes * 1_000_000)


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and _there(path) == data


def _there(path: Path) -> bytes:
    """Return the contents of a file in seeds/, empty if it is a link or can't be read."""
    try:
        return files.read(path)
    except OSError:
        return b""
