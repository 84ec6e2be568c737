"""Pages → content/. Pages edited or written by hand are kept; the manifest is written last.

The manifest (`content/.manifest.json`) contains the SHA-256 of every page as the program wrote it.
A page is overwritten or removed only if it still has one of these hashes. If the manifest is lost,
it is rebuilt from the marks of the pages (`page_mark`). New hashes are added to it before the pages
are written, so that after a run that was killed no page is taken for one edited by hand. The
program never overwrites a page that it did not write.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from generator import sanitize
from generator.compose.input_hashes import Draft
from generator.content.manifest import MANIFEST, Manifest, load_manifest
from generator.content.page_hashes import Known, source_of
from generator.content.page_mark import marked_page
from generator.models import Page, Problem
from generator.run import files
from generator.run.file_hashes import Digests, sha256

_TOGETHER = 200  # pages written between two updates of the manifest
_CODE = "changed-by-hand"
_FOREIGN = (
    "was not written by this program and is kept; the page that belongs there was not written. "
    "Rename or remove the file to get that page."
)
_NO_PAGE = "is a link, a folder or not a regular file, where a page would be written. Move it away."


@dataclass
class Writer:
    """Writes the pages of one build and counts what was done.

    Pages edited by hand are kept or, if there is a folder `aside`, copied there and replaced.
    `record` is the file with the sources of the last build's pages; `digests` has the digests of
    the present pages.
    """

    content: Path
    aside: Path | None = None
    record: Path | None = None
    digests: Digests = field(default_factory=Digests)
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)  # of those kept, the program's own
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read what the last build wrote."""
        manifest = load_manifest(self.content)
        self._before = {**manifest.writing, **manifest.pages}
        self._ours = {*manifest.writing.values(), *manifest.pages.values()}
        self._writing = dict(manifest.writing)
        self._after: dict[str, str] = {}
        self.known = Known(self.record)
        self._folders: set[str] = set()  # known to be inside content/

    def put(self, pages: Iterable[Page | Draft]) -> None:
        """Write the pages that differ from the present ones, except those edited by hand.

        They are taken in batches, so memory does not grow with their number.
        """
        source = iter(pages)
        while prepared := [_Prepared.of(page, self) for page in islice(source, _TOGETHER)]:
            new = {page.path: page.digest for page in prepared if page.there != page.digest}
            if new:
                self._writing |= new
                self._record(Manifest(self._before, self._writing))
            for page in prepared:
                self._put(page)

    def gone(self) -> set[str]:
        """Return the last build's pages that this one has not put."""
        return self._before.keys() - self._after.keys()

    def finish(self, spared: Collection[str]) -> None:
        """Remove the pages that this build has not put, except `spared`; save the record."""
        for path in sorted(self.gone()):
            if path in spared:
                self._after[path] = self._before[path]
            else:
                self._remove(path)
        self._record(Manifest(self._after))
        self.known.save()

    def remove_all(self) -> None:
        """Remove every page that is as the program wrote it; the others stay in the manifest."""
        if self._before:
            self.finish(())
        if not self._after:
            (self.content / MANIFEST).unlink(missing_ok=True)

    def check_folder(self, folder: str) -> None:
        """Raise `UnsafePath` if a folder of content/ is a link that leads out of it."""
        if folder not in self._folders:
            sanitize.inside(self.content, folder)
            self._folders.add(folder)

    def counts(self) -> dict[str, int]:
        """Return the numbers of pages written, unchanged, kept as edited, and removed."""
        names = ("written", "unchanged", "kept", "removed")
        return {name: len(getattr(self, name)) for name in names}

    def _put(self, page: _Prepared) -> None:
        if page.there is None and not _is_free(page.target):
            self.kept.append(page.path)
            self._warn(page.path, _NO_PAGE)
            return
        if page.there == page.digest:
            self.unchanged.append(page.path)
            self._after[page.path] = page.digest
        elif page.there is None or page.there in self._ours:
            self._replace(page)
        elif page.path not in self._before and not _is_marked(page.target):
            self.kept.append(page.path)
            self._warn(page.path, _FOREIGN)
        elif self.aside:
            self._put_aside(page.path, page.target, page.there, self.aside)
            self._replace(page)
        else:
            self._keep(page.path, self._before.get(page.path, ""))

    def _replace(self, page: _Prepared) -> None:
        """Write a page; one that somebody has saved meanwhile counts as edited by hand."""
        sanitize.inside(
            self.content, posixpath.dirname(page.path)
        )  # again: it may have become a link
        ours = partial(self._is_ours, page)
        if not files.replace(page.target, page.data or page.make(), ours):
            self._put(replace(page, there=self.digests.of(page.target)))
            return
        self.digests.wrote(page.target, page.digest)
        self.written.append(page.path)
        self._after[page.path] = page.digest

    def _is_ours(self, page: _Prepared, data: bytes) -> bool:
        found = sha256(data)
        return found == page.there or found in self._ours

    def _put_aside(self, path: str, target: Path, digest: str, aside: Path) -> None:
        """Keep a copy of a page edited by hand, under a unique name."""
        copy = aside / Path(path).with_suffix(f".{digest[:8]}.md")
        files.write(copy, target.read_bytes())
        where = copy.relative_to(aside.parent.parent).as_posix()
        self._warn(path, f"was edited by hand and has been replaced; a copy is in {where}.")

    def _keep(self, path: str, digest: str) -> None:
        self.kept.append(path)
        self.by_hand.append(path)
        self._after[path] = digest

    def _warn(self, path: str, message: str) -> None:
        self.problems.append(Problem(f"content/{path}", "warning", message, _CODE))

    def _remove(self, path: str) -> None:
        target = self.content / path
        if not _is_free(target) or (there := self.digests.of(target)) is None:
            return
        if there not in self._ours:
            self._keep(path, self._before[path])
            return
        target.unlink()
        self.digests.removed(target)
        self.removed.append(path)
        for folder in target.parents:
            if folder == self.content or any(folder.iterdir()):
                break
            folder.rmdir()

    def _record(self, manifest: Manifest) -> None:
        data = manifest.data()
        path = self.content / MANIFEST
        if not path.is_file() or path.read_bytes() != data:
            files.write(path, data)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A page ready to be written: its bytes, their hash, and the hash of the present one.

    For a page that an earlier build made, `data` is None until it has to be written.
    """

    path: str
    content: Path
    make: Callable[[], bytes]
    data: bytes | None
    digest: str
    there: str | None

    @classmethod
    def of(cls, page: Page | Draft, writer: Writer) -> _Prepared:
        content, known = writer.content, writer.known
        writer.check_folder(posixpath.dirname(page.path))
        source = page.source if isinstance(page, Draft) else source_of(page)
        make, data = partial(_bytes, page), None
        digest = known.digest(source)
        if digest is None:
            data = make()
            digest = sha256(data)
            known.note(source, digest)
        there = writer.digests.of(f"{content}{os.sep}{page.path}")
        return cls(page.path, content, make, data, digest, there)

    @property
    def target(self) -> Path:
        return self.content / self.path


def _bytes(page: Page | Draft) -> bytes:
    made = page.make() if isinstance(page, Draft) else page
    return marked_page(made.path, made.front, made.body)


def _is_marked(page: Path) -> bool:
    """Return whether a page's front matter says that the program wrote it."""
    front, _ = sanitize.split_front_matter(page.read_text(encoding="utf-8", errors="replace"))
    own = front.get("digest")
    return isinstance(own, dict) and "drawn" in own


def _is_free(path: Path) -> bool:
    """Return whether a page may be written at `path`: it is a regular file or does not exist."""
    return not path.is_symlink() and (path.is_file() or not path.exists())
