"""Reuses pages of the last site whose inputs have not changed.

A digest of the input of pages and files is known before anything is parsed. If it is that of the
last build, and each file of the last site still has the digest that it was written with, the files
are linked into the new site. They were scanned when they were made.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.run import files
from generator.run.file_hashes import Digests, sha256
from generator.run.signing import sign, unsign
from generator.site.output import Output


@dataclass(slots=True)
class Made:
    """The files made from one source in one frame.

    The digests of the source and of what is shown around it, the digests of the site's files by
    name, the ids of the theme's own scripts in them, and where a page has its content: the first
    byte and the one after the last. It has no such place if the content has scripts.
    """

    source: str
    frame: str
    files: dict[str, str] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()
    content: tuple[int, int] | None = None


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

    def take(self, name: str, wanted: Made, output: Output) -> Made | None:
        """Link the files made from the same source and frame into a new site; None without any."""
        made = self._before.get(name)
        if made is None or (made.source, made.frame) != (wanted.source, wanted.frame):
            return None
        if not self._stand(made):
            return None
        self._link(made.files, output)
        self._now[name] = made
        return made

    def take_content(self, name: str, wanted: Made, page: str, output: Output) -> bool:
        """Link the files made from the same source, except the page; return whether there are any.

        `content` then returns the content of the page.
        """
        made = self._before.get(name)
        if made is None or made.source != wanted.source or not made.content:
            return False
        if not self._stand(made):
            return False
        others = {file: value for file, value in made.files.items() if file != page}
        self._link(others, output)
        self._now[name] = replace(wanted, files=others)
        return True

    def content(self, name: str, file: str) -> bytes:
        """Return the content of a page of the last site, after `take_content`."""
        start, end = self._before[name].content or (0, 0)
        return files.read(self._site / file)[start:end]

    def _stand(self, made: Made) -> bool:
        """Return whether the files are as they were made."""
        site, digests = str(self._site), self._digests
        return all(digests.of(f"{site}/{file}") == value for file, value in made.files.items())

    def _link(self, names: Iterable[str], output: Output) -> None:
        for file in names:
            output.link(file, f"{self._site}/{file}")
            self.taken.add(file)

    def note(self, name: str, made: Made, file: str, data: bytes) -> None:
        """Record a file of the site that was made from a source and frame."""
        known = self._now.setdefault(name, replace(made, files={}))
        known.files[file] = sha256(data)
        known.scripts = known.scripts or made.scripts
        known.content = known.content or made.content

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
