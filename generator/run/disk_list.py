"""A sequence kept in a temporary file, so that a collection need not fit into memory."""

from __future__ import annotations

import pickle
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

from generator.run.error_messages import temporary_folder
from generator.run.lazy_sequence import LazySequence
from generator.run.pickling import pickled

T = TypeVar("T")


class DiskList(LazySequence[T]):
    """Values of one type, each read from the file whenever it is accessed.

    The file, in `folder` (default: the system's for temporary files), is removed with the sequence.
    """

    def __init__(self, values: Iterable[T] = (), folder: Path | None = None) -> None:
        self._folder = str(folder or temporary_folder())
        with _named(self._folder):
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed with the sequence
        self._starts = array("Q")
        self._end = 0
        for value in values:
            self.append(value)

    def append(self, value: T) -> None:
        """Add a value at the end."""
        data = pickled(value)
        with _named(self._folder):
            self._file.seek(self._end)
            self._file.write(data)
        self._starts.append(self._end)
        self._end += len(data)

    def __len__(self) -> int:
        """Return the number of values."""
        return len(self._starts)

    def value(self, at: int) -> T:
        """Return the value at an index."""
        with _named(self._folder):  # `seek` first writes what is buffered
            self._file.seek(self._starts[at])
        value: T = pickle.load(self._file)  # noqa: S301 - of this process
        return value


@contextmanager
def _named(folder: str) -> Iterator[None]:
    """Add the folder to an error of the file system: the file itself has no name."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, folder) from error


class DiskMap(Mapping[str, T], Generic[T]):
    """Values by name, kept in a temporary file; a new value of a name replaces the old."""

    def __init__(self) -> None:
        self._values: DiskList[T] = DiskList()
        self._places: dict[str, int] = {}

    def __setitem__(self, name: str, value: T) -> None:
        """Set the value of a name."""
        self._places[name] = len(self._values)
        self._values.append(value)

    def __getitem__(self, name: str) -> T:
        """Return the value of a name."""
        return self._values[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        """Return the names in the order in which they were first set."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self._places)
