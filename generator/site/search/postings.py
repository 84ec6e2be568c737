"""Which words occur in which documents, in blocks that change little. Pure.

A document is numbered within its month (`Document.period`), from the oldest. A document that is
added renumbers only the later ones of the same month, which are none if it is the newest.

The postings of a word are integers. A negative one, −n, means: n months later, and documents count
from zero again. A positive one is 16 × (number − number before) + level. The level (1 to 15) is
what BM25 makes of how often and where the word occurs (Robertson and Zaragoza, 2009), rounded.
Documents are compared with a usual length, not with the mean of the collection, which every
document changes.

A block begins with a word whose hash ends with some zeros, so the limits of the blocks depend on
their words alone, not on how large the blocks before them are.
"""

from __future__ import annotations

import math
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from generator.site.search.document import UNDATED, Document
from generator.site.search.fold import words

_TITLE, _KEYWORD, _NAME = 4, 3, 2  # weight of a word there, relative to one in the text
_SATURATION, _LENGTH = 1.2, 0.5  # BM25's k1 and b
_USUAL_LENGTH = 400  # words of an article
_LEVELS = 15
_LEAST_BLOCK = 12_000  # characters; blocks grow with the square root of the index
_GROWTH = 5
_LEAST_SHARED = 2  # of many documents, a word in two of them is no misspelling
_MANY = 500

Integers = npt.NDArray[np.int64]
Block = dict[str, list[int]]


class Postings:
    """The words of documents, added month by month, the oldest first."""

    def __init__(self) -> None:
        self._found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._periods = array("q")
        self._places = array("q")

    def add(self, documents: Sequence[Document]) -> None:
        """Add all documents of one month."""
        for place, document in enumerate(documents):
            ordinal = len(self._places) * (_LEVELS + 1)
            self._periods.append(document.period)
            self._places.append(place)
            for word, level in (document.levels or levels(document)).items():
                self._found[word].append(ordinal + level)

    def spellings(self) -> Iterator[str]:
        """Yield, in order, the words that a misspelt one may have meant."""
        least = 1 if len(self._places) < _MANY else _LEAST_SHARED
        for word in sorted(self._found):
            if len(self._found[word]) >= least and len(word) > 3 and not any(map(_is_digit, word)):
                yield word

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks: words in the order of JavaScript, with their postings."""
        order = sorted(self._found, key=_javascript_order)
        if not order:
            return
        sizes = np.array([len(self._found[word]) for word in order])
        encoded, ends = self._encoded(order, sizes)
        spread = _spread(sum(map(len, order)) + 4 * len(encoded), len(order))
        block: Block = {}
        start = 0
        for word, end in zip(order, ends.tolist(), strict=True):
            if block and zlib.crc32(word.encode()) % spread == 0:
                yield block
                block = {}
            block[word] = encoded[start:end].tolist()
            start = end
        yield block

    def _encoded(self, order: Iterable[str], sizes: Integers) -> tuple[Integers, Integers]:
        """Return the postings of all words, one after another, and where those of each end."""
        found = np.concatenate([np.frombuffer(self._found[word], np.uint32) for word in order])
        ordinals, levels = np.divmod(found.astype(np.int64), _LEVELS + 1)
        periods = np.frombuffer(self._periods, np.int64)[ordinals]
        places = np.frombuffer(self._places, np.int64)[ordinals]
        starts = np.cumsum(sizes) - sizes
        later, further = _differences(periods), _differences(places)
        later[starts] = periods[starts] - UNDATED
        further[starts] = places[starts]
        moved = later != 0
        further[moved] = places[moved]
        positions = np.arange(len(found)) + np.cumsum(moved)
        encoded = np.empty(len(found) + int(moved.sum()), np.int64)
        encoded[positions] = further * (_LEVELS + 1) + levels
        encoded[positions[moved] - 1] = -later[moved]
        return encoded, positions[starts + sizes - 1] + 1


def _differences(values: Integers) -> Integers:
    return np.diff(values, prepend=0)


def _spread(size: int, count: int) -> int:
    """Return one in how many words begins a block, a power of two; `size` in characters."""
    block = max(_LEAST_BLOCK, math.sqrt(_GROWTH * size))
    return 1 << max(0, round(math.log2(max(1, count * block / size))))


def levels(document: Document) -> dict[str, int]:
    """Return the words of a document with their levels."""
    text = words(document.text)
    longer = 1 - _LENGTH + _LENGTH * len(text) / _USUAL_LENGTH
    return {
        word: max(1, round(_LEVELS * count / (count + _SATURATION * longer)))
        for word, count in _weighed(document, text).items()
    }


def _weighed(document: Document, text: Iterable[str]) -> Counter[str]:
    counts = Counter(text)
    for part, weight in ((document.title, _TITLE), *((name, _NAME) for name in document.names)):
        for word in words(part):
            counts[word] += weight
    for word in {word for keyword in document.keywords for word in words(keyword)}:
        counts[word] += _KEYWORD
    return counts


def _javascript_order(word: str) -> bytes:
    return word.encode("utf-16-be")  # as JavaScript compares strings


def _is_digit(sign: str) -> bool:
    return sign.isdigit()
