"""Work on many items of which an earlier run has done some: that is not done again."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

from generator.cache import Cache
from generator.limited import Lost
from generator.parallel import Crew, Workers
from generator.spool import Spool

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Work(Generic[T, R]):
    """A module-level function, what its results depend on, and what stands for a lost one.

    `seconds` is the processor time that one item may take.
    """

    function: Callable[[T], R]
    depends: Callable[[T], tuple[object, ...]]
    lost: Callable[[T, Lost], R]
    seconds: float


def done(
    work: Work[T, R],
    items: Iterable[T],
    cache: Cache[R],
    crew: Crew,
    on_done: Callable[[], None],
    scratch: Path | None,
) -> Spool[R]:
    """Return the result of each item, in their order; new ones are kept in the cache.

    What goes through here lies in files in `scratch`, so that memory doesn't grow with it.
    """
    results: Spool[R | None] = Spool(folder=scratch)
    new: Spool[T] = Spool(folder=scratch)
    places = array("Q")
    for at, item in enumerate(items):
        known = cache.get(*work.depends(item))
        results.append(known)
        if known is None:
            places.append(at)
            new.append(item)
        else:
            on_done()
    made = Workers(work.function, crew, work.seconds, on_done).run(new)
    for at, item, result in zip(places, new, made, strict=True):
        if isinstance(result, Lost):
            results.replace(at, work.lost(item, result))
        else:
            cache.put(result, *work.depends(item))
            results.replace(at, result)
    cache.prune()
    return cast(Spool[R], results)
