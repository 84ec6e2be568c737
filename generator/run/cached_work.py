"""Work on many items, without repeating what an earlier run has done."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from generator.run.cache import Cache, ResultLost
from generator.run.disk_list import DiskList
from generator.run.lazy_sequence import LazySequence
from generator.run.parallel import Crew, Workers
from generator.run.resource_limits import Lost

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class CachedWork(Generic[T, R]):
    """A module-level function with its workers; `lost` returns the result of a failed item.

    `depends` returns the values that the result of the item at an index depends on; `seconds` is
    the CPU time that one item may take. New items and results are kept in files in `scratch`, so
    memory does not grow with their number.
    """

    function: Callable[[T], R]
    depends: Callable[[int], tuple[object, ...]]
    lost: Callable[[T, Lost], R]
    seconds: float
    crew: Crew
    scratch: Path | None = None

    def done(self, items: Sequence[T], cache: Cache[R], on_done: Callable[[], None]) -> Results[R]:
        """Return the result of each item, in order; new results are added to the cache."""
        results = Results(cache, self.scratch)
        new: DiskList[T] = DiskList(folder=self.scratch)
        places = array("Q")
        for at in range(len(items)):
            key = cache.key(*self.depends(at))
            results.keys.append(key)
            if cache.has(key):
                on_done()
            else:
                places.append(at)
                new.append(items[at])
        made = Workers(self.function, self.crew, self.seconds, on_done).run(new)
        for at, item, result in zip(places, new, made, strict=True):
            if isinstance(result, Lost):
                results.add(at, self.lost(item, result))
            else:
                cache.put(result, *self.depends(at))
                results.add(at, result)
        cache.prune()
        return results


class Results(LazySequence[R]):
    """The results of items, in order: those of earlier runs are read from the cache when used.

    `keys` are their keys in the cache.
    """

    def __init__(self, cache: Cache[R], scratch: Path | None) -> None:
        self.keys: list[str] = []
        self._cache = cache
        self._new: DiskList[R] = DiskList(folder=scratch)
        self._places: dict[int, int] = {}

    def add(self, at: int, result: R) -> None:
        """Add the new result of an item."""
        self._places[at] = len(self._new)
        self._new.append(result)

    def keep(self, numbers: Sequence[int]) -> None:
        """Keep only the results at some indexes, in their order."""
        places = ((at, self._places.get(before)) for at, before in enumerate(numbers))
        self._places = {at: place for at, place in places if place is not None}
        self.keys = [self.keys[at] for at in numbers]

    def __len__(self) -> int:
        """Return the number of results."""
        return len(self.keys)

    def value(self, at: int) -> R:
        """Return the result at an index."""
        if at in self._places:
            return self._new[self._places[at]]
        result = self._cache.read(self.keys[at])
        if result is None:
            raise ResultLost(self.keys[at])
        return result
