"""Postings as integers: what the files of the index hold of each word. Pure.

A document is numbered within its month (`Document.period`), from the oldest. A document that is
added renumbers only the later ones of the same month, which are none if it is the newest.

The postings of a word are integers. A negative one, −n, means: n months later, and documents count
from zero again. A positive one is 16 × (number − number before) + level, with a level of 1 to 15.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.site.search.document import UNDATED

LEVELS = 15
_STEP = LEVELS + 1
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Found:
    """Postings in columns, ordered by word, month and number in the month.

    `words` are numbers of words: each from 0 on occurs.
    """

    words: Integers
    periods: Integers
    places: Integers
    levels: Integers


def encode(found: Found) -> tuple[Integers, Integers]:
    """Return the integers of all words, one after another, and where those of each word end."""
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
    """Return the postings that `encode` made these integers of."""
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
    """Return running sums that begin again at each start."""
    total = np.cumsum(values)
    before = np.where(starts, total - values, 0)
    return total - np.maximum.accumulate(before)
