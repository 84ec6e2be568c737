"""Reuses pages of the last site whose inputs have not changed.

A digest of the input of pages and files is known before anything is parsed. If it is that of the
last build, and each file of the last site still has the digest that it was written with, the files
are linked into the new site. They were scanned when they were made.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.run import files
from generator.run.file_hashes import Digests, sha256
from generator.run.signing import sign, unsign
from generator.site.output import Output


@dataclass(slots=True)
class Made:
    """The files made from one source.

    The digest of the source, the digests of the site's files by name, and the ids of the theme's
    own scripts in them.
    """

    source: str
    files: dict[str, str]
    scripts: tuple[str, ...] = ()


_RECORD = TypeAdapter(dict[str, Made])


class LastSite:
    """The site of the last build; `record` is the file that says what it was made from.

    `digests` are those of the site's files. Results are named by their page in content/, or by
    their own name in the site.
    """

    def __init__(self, site: Path, record: Path, digests: Digests) -> None:
        self._site = site
        self._digests = digests
        self._record = record
        self._before = _load(record)
        self._now: dict[str, Made] = {}
        self.taken: set[str] = set()  # names of files

    def take(self, name: str, source: str, output: Output) -> Made | None:
        """Link the files made from the same source into a new site; None if there are none."""
        made = self._before.get(name)
        if made is None or made.source != source:
            return None
        site, digests = str(self._site), self._digests
        if any(digests.of(f"{site}/{file}") != value for file, value in made.files.items()):
            return None
        for file in made.files:
            output.link(file, f"{site}/{file}")
        self._now[name] = made
        self.taken.update(made.files)
        return made

    def note(
        self, name: str, source: str, file: str, data: bytes, scripts: Iterable[str] = ()
    ) -> None:
        """Record a file of the site that was made from a source."""
        made = self._now.setdefault(name, Made(source, {}))
        made.files[file] = sha256(data)
        made.scripts = tuple(sorted({*made.scripts, *scripts}))

    def keep(self) -> None:
        """Save, for the next build, what each file was made from."""
        for made in self._now.values():
            for file, value in made.files.items():
                self._digests.note(f"{self._site}/{file}", value)
        files.write(self._record, sign(_RECORD.dump_json(self._now), self._record.name))


def digest(value: object) -> str:
    """Return a short digest of bytes, or of plain data by its serialisation."""
    data = value if isinstance(value, bytes) else repr(value).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _load(record: Path) -> dict[str, Made]:
    with contextlib.suppress(OSError, ValidationError):
        return _RECORD.validate_json(unsign(files.read(record), record.name) or b"{}")
    return {}
