"""Values that the next build needs again, by key, in one file."""

from __future__ import annotations

import io
import pickle
import zlib
from pathlib import Path
from typing import Generic, TypeVar

from generator.run import files
from generator.run.pickling import Reducers
from generator.run.signing import sign, unsign

T = TypeVar("T")
_REDUCERS = Reducers()
_FAST = 1  # level of compression


class KeptValues(Generic[T]):
    """Values by key; `record` is the file in which they are kept, None to keep none.

    `version` identifies the code that made them: values of another version are not used. Pickles
    are code, so the file is signed. `compressed`: the values are large, so they are compressed.
    """

    def __init__(self, record: Path | None, version: str, *, compressed: bool = False) -> None:
        self._record = record
        self._version = version
        self._compressed = compressed
        self._before = _load(record, version) if record else {}
        self._now: dict[str, bytes] = {}

    def get(self, key: str) -> T | None:
        """Return the value of a key, None if it is not known; a known one is kept."""
        return self.former(key) if self.has(key) else None

    def has(self, key: str) -> bool:
        """Return whether the value of a key is known; a known one is kept."""
        if key not in self._now and key in self._before:
            self._now[key] = self._before[key]
        return key in self._now

    def former(self, key: str) -> T | None:
        """Return the value of a key, None if it is not known; it need not be kept."""
        data = self._now.get(key) or self._before.get(key)
        if data is None:
            return None
        plain = zlib.decompress(data) if self._compressed else data
        value: T = pickle.loads(plain)  # noqa: S301 - signed by this user
        return value

    def put(self, key: str, value: T) -> None:
        """Keep a value."""
        data = io.BytesIO()
        pickler = pickle.Pickler(data, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = _REDUCERS
        pickler.dump(value)
        plain = data.getvalue()
        self._now[key] = zlib.compress(plain, _FAST) if self._compressed else plain

    def save(self) -> None:
        """Save the values that this build used or made, if they are others than before."""
        if self._record and self._now.keys() != self._before.keys():
            data = pickle.dumps((self._version, self._now), pickle.HIGHEST_PROTOCOL)
            files.write(self._record, sign(data, self._record.name))


def _load(record: Path, version: str) -> dict[str, bytes]:
    try:
        data = unsign(files.read(record), record.name)
    except OSError:
        return {}
    if data is None:
        return {}
    made_by, values = pickle.loads(data)  # noqa: S301 - signed by this user
    known: dict[str, bytes] = values if made_by == version else {}
    return known
