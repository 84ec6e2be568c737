"""Pages → content/. What a person changed or wrote there is kept; the manifest is written last.

The manifest (`content/.manifest.json`) holds the SHA-256 of every page as the program wrote it. A
page is overwritten or removed only if it still has one of these hashes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator import files, safe
from generator.models import Page, Problem

MANIFEST = ".manifest.json"
_EDITED = (
    "was changed by hand and is kept as it is. To make the change last, put it into the sidecar "
    "beside the article; to give it up, build with --force."
)
_FOREIGN = "is in the way of a page the program would write. Rename it, or build with --force."


def load_manifest(content: Path) -> dict[str, str]:
    """Return the hash of each page the program wrote; a lost or broken manifest is empty.

    Nothing is at risk then: pages that differ from what would be written count as changed by hand.
    """
    try:
        pages = json.loads((content / MANIFEST).read_text(encoding="utf-8"))["pages"]
        return {str(path): str(digest) for path, digest in pages.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def foreign_pages(content: Path) -> set[str]:
    """Return the pages in content/ that the program did not write."""
    pages = (file.relative_to(content).as_posix() for file in content.rglob("*.md"))
    return set(pages) - load_manifest(content).keys()


def changed_by_hand(content: Path) -> list[str]:
    """Return the pages that no longer read as the program wrote them."""
    pages = load_manifest(content).items()
    found = ((path, digest, _hash_of(safe.inside(content, path))) for path, digest in pages)
    return [path for path, digest, there in found if there not in (None, digest)]


@dataclass
class Writer:
    """Writes the pages of one build and remembers what became of them."""

    content: Path
    force: bool = False
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read what the last build wrote."""
        self._before = load_manifest(self.content)
        self._ours = set(self._before.values())
        self._after: dict[str, str] = {}

    def put(self, pages: Iterable[Page]) -> None:
        """Write the pages that differ from what is there, but for those changed by hand."""
        for page in pages:
            self._put(page)

    def finish(self, spared: Collection[str]) -> None:
        """Remove the last build's pages that no longer exist, but for `spared`; keep the record."""
        for path in sorted(self._before.keys() - self._after.keys()):
            if path in spared:
                self._after[path] = self._before[path]
            else:
                self._remove(path)
        record = {"version": 1, "pages": dict(sorted(self._after.items()))}
        text = json.dumps(record, indent=0, ensure_ascii=False) + "\n"
        if not self._same(self.content / MANIFEST, text.encode()):
            files.write(self.content / MANIFEST, text.encode())

    def remove_all(self) -> None:
        """Remove every page that reads as the program wrote it, and the manifest."""
        for path in sorted(self._before):
            self._remove(path)
        (self.content / MANIFEST).unlink(missing_ok=True)

    def counts(self) -> dict[str, int]:
        """Return how many pages were written, unchanged, kept as a hand left them, and removed."""
        names = ("written", "unchanged", "kept", "removed")
        return {name: len(getattr(self, name)) for name in names}

    def _put(self, page: Page) -> None:
        data = (safe.front_matter(page.front) + "\n" + page.body).encode()
        digest = _sha256(data)
        target = safe.inside(self.content, page.path)
        there = _hash_of(target)
        if there == digest:
            self.unchanged.append(page.path)
        elif there is None or there in self._ours or self.force:
            files.write(target, data)
            self.written.append(page.path)
        else:
            self._keep(page.path, known=page.path in self._before)
            return
        self._after[page.path] = digest

    def _keep(self, path: str, *, known: bool) -> None:
        self.kept.append(path)
        message = _EDITED if known else _FOREIGN
        self.problems.append(Problem(f"content/{path}", "warning", message, "changed-by-hand"))
        if known:
            self._after[path] = self._before[path]

    def _remove(self, path: str) -> None:
        target = safe.inside(self.content, path)
        there = _hash_of(target)
        if there is None:
            return
        if there not in self._ours:
            self._keep(path, known=True)
            return
        target.unlink()
        self.removed.append(path)
        for folder in target.parents:
            if folder == self.content.resolve() or any(folder.iterdir()):
                break
            folder.rmdir()

    @staticmethod
    def _same(path: Path, data: bytes) -> bool:
        return path.is_file() and path.read_bytes() == data


def _hash_of(path: Path) -> str | None:
    return _sha256(path.read_bytes()) if path.is_file() else None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
