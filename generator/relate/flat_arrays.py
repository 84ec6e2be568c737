"""Lists of many articles as flat arrays: `flat[starts[at] : starts[at + 1]]` is article `at`'s."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]
Numbers = NDArray[np.signedinteger]
Flags = NDArray[np.bool_]


def starts_of(owners: Numbers, count: int) -> Numbers:
    """Return where the entries of each of `count` owners begin, and where the last ones end.

    `owners` has the owner of each entry, ascending.
    """
    return np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=count))))


def owners_of(starts: Numbers, wanted: Numbers) -> tuple[Numbers, Numbers]:
    """Return the indices into the flat array of the wanted lists.

    The first array has for each index the position in `wanted` of its list, the second the index.
    """
    places, sizes = places_of(starts, wanted)
    return np.repeat(np.arange(len(wanted), dtype=np.int64), sizes), places


def places_of(starts: Numbers, wanted: Numbers) -> tuple[Numbers, Numbers]:
    """Return the indices into the flat array of the wanted lists, and the size of each list."""
    ends = starts[wanted + 1]
    sizes = ends - starts[wanted]
    return np.arange(sizes.sum()) + np.repeat(ends - np.cumsum(sizes), sizes), sizes
