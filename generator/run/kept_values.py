"""Values that the next build needs again, by key, in one file."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from typing import Generic, TypeVar

from generator.run import files
from generator.run.pickling import Reducers
from generator.run.signing import sign, unsign

T = TypeVar("T")
_REDUCERS = Reducers()


class KeptValues(Generic[T]):
    """Values by key; `record` is the file in which they are kept, None to keep none.

    `version` identifies the code that made them: values of another version are not used. Pickles
    are code, so the file is signed.
    """

    def __init__(self, record: Path | None, version: str) -> None:
        self._record = record
        self._version = version
        self._before = _load(record, version) if record else {}
        self._now: dict[str, bytes] = {}

    def get(self, key: str) -> T | None:
        """Return the value of a key, None if it is not known; a known one is kept."""
        data = self._before.get(key)
        if data is None:
            return None
        self._now[key] = data
        value: T = pickle.loads(data)  # noqa: S301 - signed by this user
        return value

    def put(self, key: str, value: T) -> None:
        """Keep a value."""
        data = io.BytesIO()
        pickler = pickle.Pickler(data, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = _REDUCERS
        pickler.dump(value)
        self._now[key] = data.getvalue()

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
