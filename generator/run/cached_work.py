"""Work on many items, without repeating what an earlier run has done."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

from generator.run.cache import Cache
from generator.run.disk_list import DiskList
from generator.run.parallel import Crew, Workers
from generator.run.resource_limits import Lost

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class CachedWork(Generic[T, R]):
    """A module-level function with its workers; `lost` returns the result of a failed item.

    `depends` returns the values that an item's result depends on; `seconds` is the CPU time that
    one item may take. Items and results are kept in files in `scratch`, so memory does not grow
    with their number.
    """

    function: Callable[[T], R]
    depends: Callable[[T], tuple[object, ...]]
    lost: Callable[[T, Lost], R]
    seconds: float
    crew: Crew
    scratch: Path | None = None

    def done(self, items: Iterable[T], cache: Cache[R], on_done: Callable[[], None]) -> DiskList[R]:
        """Return the result of each item, in order; new results are added to the cache."""
        results: DiskList[R | None] = DiskList(folder=self.scratch)
        new: DiskList[T] = DiskList(folder=self.scratch)
        places = array("Q")
        for at, item in enumerate(items):
            known = cache.get(*self.depends(item))
            results.append(known)
            if known is None:
                places.append(at)
                new.append(item)
            else:
                on_done()
        made = Workers(self.function, self.crew, self.seconds, on_done).run(new)
        for at, item, result in zip(places, new, made, strict=True):
            if isinstance(result, Lost):
                results.replace(at, self.lost(item, result))
            else:
                cache.put(result, *self.depends(item))
                results.replace(at, result)
        cache.prune()
        return cast("DiskList[R]", results)
