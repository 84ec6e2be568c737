"""The manifest of content/: which pages the program wrote, and whether they are unchanged.

`content/.manifest.json` contains the SHA-256 of every page as the program wrote it and, while pages
are being written, the hashes that they will have.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.page_mark import bears_mark
from generator.run import files
from generator.run.file_hashes import Digests, sha256

MANIFEST = ".manifest.json"
_NO_NAMES = frozenset({"", ".", ".."})
_LONGEST_NAME, _LONGEST_PATH = 255, 1000  # what file systems allow; the program's are far shorter


@dataclass(frozen=True, slots=True)
class Manifest:
    """The hash of each page as written, and of those that a run was about to write."""

    pages: Mapping[str, str] = field(default_factory=dict)
    writing: Mapping[str, str] = field(default_factory=dict)

    def ours(self, path: str) -> set[str | None]:
        """Return the hashes with which a page counts as written by the program."""
        return {self.pages.get(path), self.writing.get(path)}

    def data(self) -> bytes:
        """Return the contents of the manifest's file."""
        record: dict[str, object] = {"version": 1, "pages": dict(sorted(self.pages.items()))}
        if self.writing:
            record["writing"] = dict(sorted(self.writing.items()))
        return (json.dumps(record, indent=0, ensure_ascii=False) + "\n").encode()


def load_manifest(content: Path) -> Manifest:
    """Return the manifest; one that is missing or broken is rebuilt from the pages.

    Pages with a valid mark are as the program wrote them; the others count as edited by hand.
    """
    try:
        record = json.loads(files.read(content / MANIFEST))
        pages, writing = record["pages"], record.get("writing", {})
        return Manifest(_inside(pages), _inside(writing))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifest(dict(_as_marked(content)))


def _as_marked(content: Path) -> Iterator[tuple[str, str]]:
    """Yield the pages that have a valid mark, with their hashes."""
    for file in sorted(content.rglob("*.md")):
        path = file.relative_to(content).as_posix()
        with contextlib.suppress(OSError):  # a link, a pipe
            data = files.read(file)
            if bears_mark(path, data):
                yield path, sha256(data)


def _inside(values: Mapping[str, object]) -> dict[str, str]:
    """Return the hashes of pages inside content/; other paths are dropped as not written here."""
    return {path: str(digest) for path, digest in values.items() if may_be_ours(path)}


def may_be_ours(path: str) -> bool:
    """Return whether the program may have written a page at a path: its names are ASCII."""
    names = path.split("/")
    return (
        path.endswith(".md")
        and path.isascii()
        and path.isprintable()
        and len(path) <= _LONGEST_PATH
        and all(name not in _NO_NAMES and len(name) <= _LONGEST_NAME for name in names)
    )


def foreign_pages(content: Path) -> set[str]:
    """Return the pages in content/ that the program did not write."""
    pages = (file.relative_to(content).as_posix() for file in content.rglob("*.md"))
    manifest = load_manifest(content)
    return set(pages) - manifest.pages.keys() - manifest.writing.keys()


def changed_by_hand(content: Path) -> list[str]:
    """Return the pages that differ from what the program wrote."""
    manifest, digests = load_manifest(content), Digests()
    found = ((path, digests.of(content / path)) for path in manifest.pages)
    return [path for path, there in found if there and there not in manifest.ours(path)]


def pages_as_written(content: Path) -> set[str]:
    """Return the pages that are as the program wrote them."""
    manifest, digests = load_manifest(content), Digests()
    paths = {*manifest.pages, *manifest.writing}
    return {path for path in paths if digests.of(content / path) in manifest.ours(path)}
