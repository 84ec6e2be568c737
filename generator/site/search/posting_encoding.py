"""The encoding of postings as integers in the files of the index. Pure.

Documents are numbered within their month (`Document.period`), from the oldest. Adding a document
renumbers only the later ones of the same month.

The postings of a word are integers. A negative one, −n, advances by n months and restarts document
numbers at zero. A positive one is 16 × (number − previous number) + level, with a level of 1 to 15.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.site.search.document import UNDATED

LEVELS = 15  # of relevance: four bits of a posting
_STEP = LEVELS + 1
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Found:
    """Postings in columns, ordered by word, month and number in the month.

    `words` are numbers of words; every number from 0 to the largest occurs.
    """

    words: Integers
    periods: Integers
    places: Integers
    levels: Integers


def encode(found: Found) -> tuple[Integers, Integers]:
    """Return the integers of all words in one array, and the index where each word's end."""
    first = np.diff(found.words, prepend=-1) != 0
    later, further = _differences(found.periods), _differences(found.places)
    later[first] = found.periods[first] - UNDATED
    moved = later != 0
    further[moved | first] = found.places[moved | first]
    positions = np.arange(len(found.words)) + np.cumsum(moved)
    encoded = np.empty(len(found.words) + int(moved.sum()), np.int64)
    encoded[positions] = further * _STEP + found.levels
    encoded[positions[moved] - 1] = -later[moved]
    last = np.append(first, True)[1:]
    return encoded, positions[last] + 1


def decode(encoded: Integers, ends: Integers) -> Found:
    """Return the postings that `encode` encoded."""
    sizes = np.diff(ends, prepend=0)
    words = np.repeat(np.arange(len(ends)), sizes)
    first = np.zeros(len(encoded), bool)
    first[ends - sizes] = True
    moves = encoded < 0
    periods = UNDATED + _summed(np.where(moves, -encoded, 0), first)
    places = _summed(np.where(moves, 0, encoded // _STEP), first | moves)
    return Found(words[~moves], periods[~moves], places[~moves], (encoded % _STEP)[~moves])


def _differences(values: Integers) -> Integers:
    return np.diff(values, prepend=0)


def _summed(values: Integers, starts: npt.NDArray[np.bool_]) -> Integers:
    """Return running sums that restart at each start."""
    total = np.cumsum(values)
    before = np.where(starts, total - values, 0)
    return total - np.maximum.accumulate(before)
