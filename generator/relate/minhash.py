"""Candidate pairs of similar sets by MinHash and banding, without comparing all pairs. Pure.

MinHash signatures are cut into bands; sets that share a band are candidates (Leskovec, Rajaraman
and Ullman, "Mining of Massive Datasets", 3.3 and 3.4). A signature takes 252 bytes; a set that
shares no band takes no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]
_BANDS, _ROWS = 21, 3  # a pair that shares 35 % is proposed with 60 % certainty, 55 % with 98 %
# Multiply-shift (Dietzfelbinger 1997): factors and offsets are the same in every run.
_RANDOM = np.random.Generator(np.random.PCG64(1))
_FACTORS, _OFFSETS = _RANDOM.integers(0, 1 << 64, (2, _BANDS * _ROWS, 1), dtype=np.uint64)
_HALF = np.uint64(32)


def minhash(runs: Hashes) -> Hashes:
    """Return the MinHash signature of a set: equal positions estimate the Jaccard similarity."""
    hashes = (runs.astype(np.uint64) * _FACTORS + _OFFSETS) >> _HALF
    least: Hashes = hashes.min(axis=1).astype(np.uint32)
    return least


def candidate_groups(signatures: Mapping[int, Hashes]) -> Mapping[int, Sequence[Sequence[int]]]:
    """Return the groups of candidates to which each set belongs, if it may resemble others.

    Sets are given and returned by their numbers.
    """
    numbers = np.array(list(signatures), dtype=np.int64)
    table = np.array(list(signatures.values()), dtype=np.uint32).reshape(-1, _BANDS, _ROWS)
    found: defaultdict[int, list[Sequence[int]]] = defaultdict(list)
    for band in range(_BANDS):
        for places in _equal(table[:, band]):
            group = numbers[places].tolist()
            for number in group:
                found[number].append(group)
    return found


def _equal(rows: Hashes) -> Iterable[list[int]]:
    """Yield the numbers of rows that are equal, where more than one is."""
    _, kinds, counts = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
    several = np.flatnonzero(counts[kinds.ravel()] > 1)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in several.tolist():
        groups[int(kinds.ravel()[number])].append(number)
    return groups.values()
