"""Values made from files that change only with the program, kept as Python keeps its bytecode.

They are in `__pycache__` beside the module that uses them: whoever can change them can change the
program too, so they need no signature. Arrays are mapped into memory, not read: a worker process
that uses a few rows of a model reads only these.
"""

from __future__ import annotations

import contextlib
import mmap
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar

from generator.run import files

T = TypeVar("T")
_NUMBER = 8  # bytes of a length
_ALIGNED = 16  # bytes: arrays begin at a multiple


def compiled(name: Path, sources: Iterable[Path], make: Callable[[], T]) -> T:
    """Return the value that `make` makes from files, kept while their contents stay the same.

    `name` is that of the value, beside its module. The value consists of Python's own types and of
    arrays; whoever changes the code of `make` changes the name.
    """
    contents = b"".join(sha256(source.read_bytes()).digest() for source in sources)
    digest = sha256(contents).digest()
    if (known := kept(name)) and known[0] == digest:
        found: T = known[1]
        return found
    value = make()
    keep(name, (digest, value))
    return value


def kept(name: Path) -> Any:  # noqa: ANN401 - what was kept
    """Return the value kept under a name, None without one."""
    with contextlib.suppress(Exception):  # it is absent or damaged: pickles fail in many ways
        return _load(_place(name))
    return None


def keep(name: Path, value: object) -> None:
    """Keep a value under a name, if this Python keeps bytecode."""
    if not sys.dont_write_bytecode:
        with contextlib.suppress(OSError, NotImplementedError):  # the program's folder is read-only
            files.write(_place(name), b"".join(_parts(value)))


def _place(name: Path) -> Path:
    return Path(cache_from_source(f"{name}.py"))


def _parts(value: object) -> Iterator[bytes | memoryview]:
    """Yield the parts of a file: the lengths of the others, a pickle of the value, its arrays."""
    arrays: list[pickle.PickleBuffer] = []
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL, buffer_callback=arrays.append)
    contents: list[bytes | memoryview] = [data, *(array.raw() for array in arrays)]
    numbers = [len(contents), *map(len, contents)]
    lengths = b"".join(number.to_bytes(_NUMBER, "little") for number in numbers)
    for content in (lengths, *contents):
        yield content
        yield bytes(-len(content) % _ALIGNED)


def _load(path: Path) -> Any:  # noqa: ANN401 - what was kept
    """Return the value in a file; its arrays stay there."""
    with path.open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    count = int.from_bytes(data[:_NUMBER], "little")
    at, contents = 0, list[memoryview]()
    lengths = [_NUMBER * (count + 1)]
    lengths += (
        int.from_bytes(data[start : start + _NUMBER], "little")
        for start in range(_NUMBER, min(lengths[0], len(data)), _NUMBER)
    )
    for length in lengths:
        contents.append(data[at : at + length])
        at += length + -length % _ALIGNED
    return pickle.loads(contents[1], buffers=contents[2:])  # noqa: S301 - see above
