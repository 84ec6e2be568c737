"""Pages of the last site that would be rendered the same again: they are reused, not made.

What pages and files are made from is known by a digest (`Sources`) before anything is parsed. If it
is that of the last build, and each file of the last site still has the digest that it was written
with, the files are linked into the new site. They were scanned when they were made.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.run import files
from generator.run.digests import Digests, sha256
from generator.run.sealed import seal, unseal


@dataclass(slots=True)
class Made:
    """What was made from one source.

    The digest of the source, those of the files of the site by their names, and what identifies the
    theme's own scripts in them.
    """

    source: str
    files: dict[str, str]
    scripts: tuple[str, ...] = ()


_RECORD = TypeAdapter(dict[str, Made])


class LastSite:
    """The site as the last build left it; `record` is the file that says what it was made from.

    `digests` know the files of the site. What is made is named by its page in content/, or by its
    own name in the site.
    """

    def __init__(self, site: Path, record: Path, digests: Digests) -> None:
        self._site = site
        self._digests = digests
        self._record = record
        self._before = _load(record)
        self._now: dict[str, Made] = {}
        self._folders: set[str] = set()  # of the new site, that are there
        self.taken: set[str] = set()  # names of files

    def take(self, name: str, source: str, staging: str) -> Made | None:
        """Link what was made from the same source into a new site; None if there is none."""
        made = self._before.get(name)
        if made is None or made.source != source:
            return None
        site, digests = str(self._site), self._digests
        if any(digests.of(f"{site}/{file}") != value for file, value in made.files.items()):
            return None
        for file in made.files:
            self._link(file, staging)
        self._now[name] = made
        self.taken.update(made.files)
        return made

    def _link(self, file: str, staging: str) -> None:
        """Put a file of the last site into the new one; a copy where links are not to be had."""
        folder = f"{staging}/{file.rpartition('/')[0]}"
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        try:
            os.link(f"{self._site}/{file}", f"{staging}/{file}")
        except OSError:
            shutil.copyfile(f"{self._site}/{file}", f"{staging}/{file}")

    def note(
        self, name: str, source: str, file: str, data: bytes, scripts: Iterable[str] = ()
    ) -> None:
        """Take note of a file of the site that was made from a source."""
        made = self._now.setdefault(name, Made(source, {}))
        made.files[file] = sha256(data)
        made.scripts = tuple(sorted({*made.scripts, *scripts}))

    def keep(self) -> None:
        """Keep for the next build what was made from what."""
        for made in self._now.values():
            for file, value in made.files.items():
                self._digests.note(f"{self._site}/{file}", value)
        files.write(self._record, seal(_RECORD.dump_json(self._now), self._record.name))


def digest(value: object) -> str:
    """Return a short digest of bytes, or of plain data by how it is written."""
    data = value if isinstance(value, bytes) else repr(value).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _load(record: Path) -> dict[str, Made]:
    with contextlib.suppress(OSError, ValidationError):
        return _RECORD.validate_json(unseal(files.read(record), record.name) or b"{}")
    return {}
