"""Which words occur in which documents, in blocks that are stable across builds. Pure.

The level of a word in a document is its rounded BM25 weight, from how often and where it occurs
(Robertson and Zaragoza, 2009). Lengths are compared with a constant, not with the collection's
mean, which every document changes.

A block begins with a word whose hash ends with some zeros, so the block boundaries depend only on
the words, not on the sizes of the preceding blocks.
"""

from __future__ import annotations

import math
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.site.search.document import Document
from generator.site.search.fold import words
from generator.site.search.posting_encoding import LEVELS, Found, Integers, decode, encode

_TITLE, _KEYWORD, _NAME = 4, 3, 2  # weights of words there, relative to one in the text
_SATURATION, _LENGTH = 1.2, 0.5  # BM25's k1 and b
_USUAL_LENGTH = 400  # words of an article
_LEAST_BLOCK = 12_000  # characters; blocks grow with the square root of the index
_GROWTH = 5  # factor under that square root
_GROUP = 32  # blocks
_CHARACTERS = 6  # per posting
_WORD, _LEVEL = 32, 4  # bits below the word's number; bits of the level
_LEAST_SHARED = 2  # a word in two of at least _MANY documents is not a misspelling
_MANY = 500  # documents


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the index: its first word, and the range of its words among all.

    `touched`: some word's postings differ from the last index, or the word is only in one of them.
    """

    start: str
    first: int
    end: int
    touched: bool


class Postings:
    """Collects the words of documents, and postings reused from the last index.

    Documents are numbered from the oldest to the newest before their words are added. A posting is
    one integer made of the numbers of word and document and the level.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}  # of words
        self._touched = bytearray()  # by the numbers of words
        self._new = array("q")
        self._old: list[Integers] = []
        self._periods, self._places = array("q"), array("q")

    def number(self, period: int, place: int) -> int:
        """Register the next document's month and its number there; return its overall number."""
        self._periods.append(period)
        self._places.append(place)
        return len(self._places) - 1

    def add(self, number: int, document: Document) -> None:
        """Add the words of a document."""
        for word, level in (document.levels or levels(document)).items():
            known = self._number_of(word)
            self._touched[known] = True
            self._new.append(known << _WORD | number << _LEVEL | level)

    def add_last(
        self, block: Mapping[str, list[int]], periods: Integers, starts: Integers, now: Integers
    ) -> None:
        """Add the postings of a block of the last index.

        `periods` are its months, `starts` the number of documents before each, `now` the present
        number of each of its documents, −1 for one that is gone or has changed.
        """
        known = np.array([self._number_of(word) for word in block])
        ends = np.cumsum([len(found) for found in block.values()])
        found = decode(
            np.concatenate([np.array(found, np.int64) for found in block.values()]), ends
        )
        documents = now[starts[np.searchsorted(periods, found.periods)] + found.places]
        word_numbers, kept = known[found.words], documents >= 0
        moved = ~kept
        moved[kept] = np.frombuffer(self._places, np.int64)[documents[kept]] != found.places[kept]
        for number in np.unique(word_numbers[moved]).tolist():
            self._touched[number] = True
        postings = word_numbers << _WORD | documents << _LEVEL | found.levels
        self._old.append(postings[kept])

    def finish(self) -> Index:
        """Return the finished index of words; nothing can be added after that."""
        postings = np.concatenate([*self._old, np.frombuffer(self._new, np.int64)])
        self._old, self._new = [], array("q")
        return Index(
            list(self._numbers),
            np.frombuffer(self._touched, np.bool_),
            postings,
            np.frombuffer(self._periods, np.int64),
            np.frombuffer(self._places, np.int64),
        )

    def _number_of(self, word: str) -> int:
        number = self._numbers.setdefault(word, len(self._numbers))
        if number == len(self._touched):
            self._touched.append(False)
        return number


class Index:
    """Words with their postings, in JavaScript's order; words without postings are left out."""

    def __init__(
        self,
        names: list[str],
        touched: npt.NDArray[np.bool_],
        postings: Integers,
        periods: Integers,
        places: Integers,
    ) -> None:
        order = sorted(range(len(names)), key=lambda number: _javascript_order(names[number]))
        ranks = np.empty(len(names), np.int64)
        ranks[order] = np.arange(len(names))
        words_ranked = postings >> _WORD
        np.take(ranks, words_ranked, out=words_ranked, mode="clip")
        self._sizes = np.bincount(words_ranked, minlength=len(names))
        words_ranked <<= _WORD
        postings &= (1 << _WORD) - 1
        postings |= words_ranked
        postings.sort()  # in place, and single integers, to save memory
        self._postings = postings
        self._names = [names[number] for number in order]
        self._touched = touched[order] if names else touched
        self._ends = np.cumsum(self._sizes)
        self._periods, self._places = periods, places

    def spread(self) -> int:
        """Return the average number of words per block, a power of two."""
        there = [name for name, size in zip(self._names, self._sizes, strict=True) if size]
        size = sum(map(len, there)) + _CHARACTERS * len(self._postings)
        block = max(_LEAST_BLOCK, math.sqrt(_GROWTH * size))
        return 1 << max(0, round(math.log2(max(1, len(there) * block / max(1, size)))))

    def spellings(self) -> Iterator[str]:
        """Yield, in order, the words that may correct a misspelt one."""
        least = 1 if len(self._places) < _MANY else _LEAST_SHARED
        for word, size in zip(self._names, self._sizes.tolist(), strict=True):
            if size >= least and len(word) > 3 and not any(sign.isdigit() for sign in word):
                yield word

    def blocks(self, spread: int) -> Iterator[Block]:
        """Yield the blocks, with about `spread` words each."""
        start, first, touched = "", 0, False
        columns = zip(self._names, self._sizes.tolist(), self._touched.tolist(), strict=True)
        for place, (word, size, changed) in enumerate(columns):
            if size and start and _begins(word, spread):
                yield Block(start, first, place, touched)
                start, first, touched = "", place, False
            start = start or word * bool(size)
            touched |= changed
        if start:
            yield Block(start, first, len(self._names), touched)

    def postings(self, block: Block) -> dict[str, list[int]]:
        """Return the words of a block with their postings."""
        names = [
            self._names[place] for place in range(block.first, block.end) if self._sizes[place]
        ]
        start = int(self._ends[block.first - 1]) if block.first else 0
        found = self._postings[start : int(self._ends[block.end - 1])]
        documents = (found & (1 << _WORD) - 1) >> _LEVEL
        word_numbers = np.cumsum(np.diff(found >> _WORD, prepend=-1) != 0) - 1
        levels = found & (1 << _LEVEL) - 1
        encoded, ends = encode(
            Found(word_numbers, self._periods[documents], self._places[documents], levels)
        )
        starts = [0, *ends.tolist()]
        return {
            name: encoded[start:end].tolist()
            for name, start, end in zip(names, starts, starts[1:], strict=False)
        }


def grouped(blocks: Iterable[tuple[str, str]], spread: int) -> Iterator[list[tuple[str, str]]]:
    """Yield groups of blocks, given as first word and name; boundaries depend only on the words."""
    group: list[tuple[str, str]] = []
    for start, name in blocks:
        if group and _begins(start, spread * _GROUP):
            yield group
            group = []
        group.append((start, name))
    if group:
        yield group


def _begins(word: str, spread: int) -> bool:
    return zlib.crc32(word.encode()) % spread == 0


def levels(document: Document) -> dict[str, int]:
    """Return the words of a document with their levels."""
    text = words(document.text)
    longer = 1 - _LENGTH + _LENGTH * len(text) / _USUAL_LENGTH
    return {
        word: max(1, round(LEVELS * count / (count + _SATURATION * longer)))
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
