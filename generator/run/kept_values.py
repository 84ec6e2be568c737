"""Values that the next build needs again, by key, in one file; each is read when it is used."""

from __future__ import annotations

import io
import os
import pickle
import tempfile
import zlib
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO, Generic, TypeVar

from generator.run import files
from generator.run.error_messages import temporary_folder
from generator.run.pickling import pickled
from generator.run.signing import SIZE, is_signed, signature

T = TypeVar("T")
_LENGTH = 8  # bytes that have the length of the list of values
_TOGETHER = 1 << 20  # bytes that are read at once
_FAST = 1  # level of compression


class KeptValues(Generic[T]):
    """Values by key; `record` is the file in which they are kept, None to keep none.

    `version` identifies the code that made them: values of another version are not used. Pickles
    are code, so the file is signed. New values are in a temporary file in `scratch` (default: the
    system's folder for them) until they are saved. `compressed`: the values are large, so they are
    compressed.
    """

    def __init__(
        self,
        record: Path | None,
        version: str,
        scratch: Path | None = None,
        *,
        compressed: bool = False,
    ) -> None:
        self._record = record
        self._version = version
        self._compressed = compressed
        self._before = (record and _opened(record, version)) or _Values(io.BytesIO())
        folder = scratch or temporary_folder()
        self._new = _Values(tempfile.TemporaryFile(dir=folder))  # noqa: SIM115 - closed with this
        self._now: dict[str, _Values] = {}  # where the value of each key is

    def has(self, key: str) -> bool:
        """Return whether the value of a key is known; a known one is kept."""
        if key not in self._now:
            if key not in self._before.places:
                return False
            self._now[key] = self._before
        return True

    def get(self, key: str) -> T | None:
        """Return the value of a key, None if it is not known; a known one is kept."""
        return self.known(key) if self.has(key) else None

    def former(self, key: str) -> T | None:
        """Return the value of a key, None if it is not known; it need not be kept."""
        known = key in self._now or key in self._before.places
        return self.known(key) if known else None

    def known(self, key: str) -> T:
        """Return the value of a key that is known; `KeyError` for another."""
        data = self._now.get(key, self._before).read(key)
        plain = zlib.decompress(data) if self._compressed else data
        value: T = pickle.loads(plain)  # noqa: S301 - signed by this user
        return value

    def put(self, key: str, value: T) -> None:
        """Keep a value."""
        plain = pickled(value)
        self._new.append(key, zlib.compress(plain, _FAST) if self._compressed else plain)
        self._now[key] = self._new

    def save(self) -> None:
        """Save the values that this build used or made, if they are others than before."""
        if self._record and self._now.keys() != self._before.places.keys():
            signed = signature(self._contents(), _form_of(self._record))
            files.write_parts(self._record, chain([signed], self._contents()))

    def _contents(self) -> Iterator[bytes]:
        """Yield the file without its signature: the list of values after its length; the values."""
        lengths = [(key, values.places[key][1]) for key, values in self._now.items()]
        head = pickle.dumps((self._version, lengths), pickle.HIGHEST_PROTOCOL)
        yield len(head).to_bytes(_LENGTH, "little")
        yield head
        yield from (values.read(key) for key, values in self._now.items())


class _Values:
    """Pickled values in a file; `places` has the start and the length of each by key."""

    def __init__(self, file: IO[bytes]) -> None:
        self.places: dict[str, tuple[int, int]] = {}
        self._file = file
        self._end = 0

    def append(self, key: str, data: bytes) -> None:
        """Add a value at the end."""
        self._file.seek(self._end)
        self._file.write(data)
        self.places[key] = self._end, len(data)
        self._end += len(data)

    def read(self, key: str) -> bytes:
        """Return a value."""
        start, length = self.places[key]
        self._file.seek(start)
        return self._file.read(length)


def _opened(record: Path, version: str) -> _Values | None:
    """Return the values in a file, None if there is none of this version that this user signed.

    The file stays open, so what was verified is what is read: it is replaced, never changed.
    """
    try:
        # Windows does not replace an open file.
        file = io.BytesIO(files.read(record)) if os.name == "nt" else files.opened(record)
    except OSError:
        return None
    signed = file.read(SIZE)
    parts = iter(partial(file.read, _TOGETHER), b"")
    if not is_signed(signed, parts, _form_of(record)):
        return None
    file.seek(SIZE)
    length = int.from_bytes(file.read(_LENGTH), "little")
    made_by, lengths = pickle.loads(file.read(length))  # noqa: S301 - signed by this user
    if made_by != version:
        return None
    values, start = _Values(file), file.tell()
    for key, size in lengths:
        values.places[key] = start, size
        start += size
    return values


def _form_of(record: Path) -> str:
    """Return the name under which a record is signed: one of another form counts as absent."""
    return f"{record.name} of single values"
