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

from generator.site.search.document import Document
from generator.site.search.fold import words
from generator.site.search.posting_encoding import LEVELS, Found, Integers, encode

_TITLE, _KEYWORD, _NAME = 4, 3, 2  # weights of words there, relative to one in the text
_SATURATION, _LENGTH = 1.2, 0.5  # BM25's k1 and b
_USUAL_LENGTH = 400  # words of an article
_LEAST_BLOCK = 24_000  # characters; blocks grow with the square root of the index
_GROWTH = 5  # factor under that square root
_GROUP = 32  # blocks
_CHARACTERS = 6  # per posting
_WORD, _LEVEL = 32, 4  # bits below the word's number; bits of the level
_LEAST_SHARED = 2  # a word in two of at least _MANY documents is not a misspelling
_MANY = 500  # documents
_SHORT = 3  # letters: a word is not corrected to one so short


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the index: its first word, and the range of its words among all."""

    start: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Size:
    """The size of an index: its words, their characters, and the postings."""

    words: int = 0
    characters: int = 0
    postings: int = 0

    def spread(self) -> int:
        """Return the average number of words per block, a power of two."""
        size = self.characters + _CHARACTERS * self.postings
        block = max(_LEAST_BLOCK, math.sqrt(_GROWTH * size))
        return 1 << max(0, round(math.log2(max(1, self.words * block / max(1, size)))))


class Postings:
    """Collects the words of documents.

    Documents are numbered from the oldest to the newest. A posting is one integer made of the
    numbers of word and document and the level.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}  # of words
        self._found = array("q")
        self._periods, self._places = array("q"), array("q")

    def add(self, period: int, place: int, levels: Mapping[str, int]) -> None:
        """Add the words of the next document, with its month and its number there."""
        document = len(self._places) << _LEVEL
        self._periods.append(period)
        self._places.append(place)
        numbers, found = self._numbers, self._found
        for word, level in levels.items():
            found.append(numbers.setdefault(word, len(numbers)) << _WORD | document | level)

    def finish(self) -> Index:
        """Return the finished index of words; nothing can be added after that."""
        found, self._found = np.frombuffer(self._found, np.int64), array("q")
        return Index(
            list(self._numbers),
            found,
            np.frombuffer(self._periods, np.int64),
            np.frombuffer(self._places, np.int64),
        )


class Index:
    """Words with their postings, in JavaScript's order."""

    def __init__(
        self, names: list[str], postings: Integers, periods: Integers, places: Integers
    ) -> None:
        order = sorted(range(len(names)), key=lambda number: javascript_order(names[number]))
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
        self._ends = np.cumsum(self._sizes)
        self._periods, self._places = periods, places

    def size(self) -> Size:
        """Return the size of the index."""
        return Size(len(self._names), sum(map(len, self._names)), len(self._postings))

    def spellings(self) -> list[str]:
        """Return, in order, the words that may correct a misspelt one."""
        least = least_shared(len(self._places))
        sizes = zip(self._names, self._sizes.tolist(), strict=True)
        return [word for word, size in sizes if size >= least and is_spelling(word)]

    def blocks(self, spread: int) -> Iterator[Block]:
        """Yield the blocks, with about `spread` words each."""
        first = 0
        for place, word in enumerate(self._names):
            if place and begins(word, spread):
                yield Block(self._names[first], first, place)
                first = place
        if self._names:
            yield Block(self._names[first], first, len(self._names))

    def postings(self, block: Block) -> dict[str, list[int]]:
        """Return the words of a block with their postings."""
        names = self._names[block.first : block.end]
        start = int(self._ends[block.first - 1]) if block.first else 0
        found = self._postings[start : int(self._ends[block.end - 1])]
        documents = (found & (1 << _WORD) - 1) >> _LEVEL
        word_numbers = np.cumsum(np.diff(found >> _WORD, prepend=-1) != 0) - 1
        levels = found & (1 << _LEVEL) - 1
        encoded, ends = encode(
            Found(word_numbers, self._periods[documents], self._places[documents], levels)
        )
        return divided(names, encoded, ends)


def divided(names: Iterable[str], encoded: Integers, ends: Integers) -> dict[str, list[int]]:
    """Return the postings of each word; `ends` are the indices where they end in `encoded`."""
    found, stops = encoded.tolist(), ends.tolist()
    return {
        name: found[start:end]
        for name, start, end in zip(names, [0, *stops[:-1]], stops, strict=True)
    }


def least_shared(documents: int) -> int:
    """Return in how many documents a word must be to count as no misspelling."""
    return 1 if documents < _MANY else _LEAST_SHARED


def is_spelling(word: str) -> bool:
    """Return whether a word may correct a misspelt one."""
    return len(word) > _SHORT and not any(sign.isdigit() for sign in word)


def grouped(blocks: Iterable[tuple[str, str]], spread: int) -> Iterator[list[tuple[str, str]]]:
    """Yield groups of blocks, given as first word and name; boundaries depend only on the words."""
    group: list[tuple[str, str]] = []
    for start, name in blocks:
        if group and begins(start, spread * _GROUP):
            yield group
            group = []
        group.append((start, name))
    if group:
        yield group


def begins(word: str, spread: int) -> bool:
    """Return whether a word begins a block."""
    return zlib.crc32(word.encode()) % spread == 0


def levels(document: Document) -> dict[str, int]:
    """Return the words of a document with their levels."""
    text = words(document.text)
    longer = 1 - _LENGTH + _LENGTH * len(text) / _USUAL_LENGTH
    weights = _weighed(document, text)
    by_weight = {
        weight: max(1, round(LEVELS * weight / (weight + _SATURATION * longer)))
        for weight in set(weights.values())
    }
    return {word: by_weight[weight] for word, weight in weights.items()}


def _weighed(document: Document, text: Iterable[str]) -> Counter[str]:
    counts = Counter(text)
    for part, weight in ((document.title, _TITLE), *((name, _NAME) for name in document.names)):
        for word in words(part):
            counts[word] += weight
    for word in {word for keyword in document.keywords for word in words(keyword)}:
        counts[word] += _KEYWORD
    return counts


def javascript_order(word: str) -> bytes:
    """Return a key that orders words as JavaScript compares strings."""
    return word.encode("utf-16-be")
