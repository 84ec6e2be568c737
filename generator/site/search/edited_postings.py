"""Edits the postings of the last index: only words of changed documents are decoded. Pure.

The result is that of a new index: where a block begins depends only on the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

import numpy as np

from generator.site.search.posting_encoding import Found, Integers, decode, encode
from generator.site.search.postings import (
    Size,
    begins,
    divided,
    is_spelling,
    javascript_order,
    least_shared,
)

Words = dict[str, list[int]]  # postings by word
Place = tuple[int, int]  # of a document: its month and its number there
_PERIOD, _PLACE = 17, 20  # bits of a posting for sorting, below the word's number
_LEVEL = 4
N = TypeVar("N", int, Integers)


@dataclass
class Changes:
    """Postings to remove and to add, by word: places of documents, and levels."""

    removed: defaultdict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    added: defaultdict[str, list[tuple[Place, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def note(
        self,
        before: tuple[Place, Mapping[str, int]] | None,
        after: tuple[Place, Mapping[str, int]] | None,
    ) -> None:
        """Add what changes for a document; None if it is not in the old or the new index."""
        old = {(word, before[0], level) for word, level in before[1].items()} if before else set()
        new = {(word, after[0], level) for word, level in after[1].items()} if after else set()
        for word, place, _ in old - new:
            self.removed[word].append(place)
        for word, place, level in new - old:
            self.added[word].append((place, level))

    def words(self) -> list[str]:
        """Return the words whose postings change, in JavaScript's order."""
        return sorted({*self.removed, *self.added}, key=javascript_order)


class Mismatch(Exception):
    """The last index does not have the postings that should be removed."""


@dataclass
class EditedPostings:
    """The blocks of the last index, edited.

    `blocks` are the first words and names of the blocks, `read` returns the words of the block with
    a name; `size` is the size of the index, `spellings` are the words that may correct others.
    """

    blocks: list[tuple[str, str | Words]]
    size: Size
    spellings: list[str]
    read: Callable[[str], Words]

    def apply(self, changes: Changes, documents: int, spread: int) -> None:
        """Apply changes; `documents` is the new number of documents."""
        words = changes.words()
        if not words:
            return
        loaded = self._load(words)
        before = {word: block.get(word, []) for found, block in loaded.values() for word in found}
        after = _changed(before, changes)
        for number, (found, block) in loaded.items():
            self.blocks[number] = self.blocks[number][0], _updated(block, found, after)
        self.blocks = list(self._divided(set(loaded), spread))
        self._count(before, after, least_shared(documents))

    def _load(self, words: Iterable[str]) -> dict[int, tuple[list[str], Words]]:
        """Return the blocks that have or get some words, by number, each with these words."""
        starts = [javascript_order(start) for start, _ in self.blocks]

        def number_of(word: str) -> int:
            return max(0, bisect_right(starts, javascript_order(word)) - 1)

        return {
            number: (list(found), self._words(self.blocks[number][1]))
            for number, found in groupby(words, key=number_of)
        }

    def _words(self, block: str | Words) -> Words:
        return self.read(block) if isinstance(block, str) else block

    def _divided(self, edited: set[int], spread: int) -> Iterator[tuple[str, str | Words]]:
        """Yield the blocks with the boundaries that the words give."""
        last: tuple[str, str | Words] | None = None
        for number, block in enumerate(self.blocks):
            for start, words in _parts(block, spread, edited=number in edited):
                if last and not begins(start, spread):
                    last = last[0], self._words(last[1]) | self._words(words)
                    continue
                if last:
                    yield last
                last = start, words
        if last:
            yield last

    def _count(self, before: Words, after: Words, least: int) -> None:
        """Update the size and the spellings."""
        old = {word: _documents(found) for word, found in before.items()}
        new = {word: _documents(found) for word, found in after.items()}
        gone = [word for word in old if old[word] and not new[word]]
        come = [word for word in old if new[word] and not old[word]]
        self.size = Size(
            self.size.words + len(come) - len(gone),
            self.size.characters + sum(map(len, come)) - sum(map(len, gone)),
            self.size.postings + sum(new.values()) - sum(old.values()),
        )
        usual = {word for word in new if new[word] >= least and is_spelling(word)}
        kept = [word for word in self.spellings if word not in old]
        self.spellings = sorted([*kept, *usual], key=javascript_order)


def _parts(
    block: tuple[str, str | Words], spread: int, *, edited: bool
) -> Iterator[tuple[str, str | Words]]:
    """Yield a block, an edited one divided where its words say."""
    if not edited or isinstance(block[1], str):
        yield block
        return
    part: Words = {}
    for word, found in block[1].items():
        if part and begins(word, spread):
            yield next(iter(part)), part
            part = {}
        part[word] = found
    if part:
        yield next(iter(part)), part


def _updated(block: Words, words: Iterable[str], after: Words) -> Words:
    """Return a block with other postings of some words, in JavaScript's order."""
    new = [word for word in words if after[word] and word not in block]
    found = {**block, **{word: after[word] for word in words}}
    order = sorted(found, key=javascript_order) if new else found
    return {word: found[word] for word in order if found[word]}


def _documents(postings: Sequence[int]) -> int:
    return sum(posting >= 0 for posting in postings)


def _changed(before: Words, changes: Changes) -> Words:
    """Return the postings of words after the changes; `Mismatch` if one to remove is absent."""
    names = list(before)
    numbers = {word: number for number, word in enumerate(names)}
    known = [(word, found) for word, found in before.items() if found]
    keys = _keys_of(known, numbers)
    removed = np.array(
        [
            _key(numbers[word], *place, 0)
            for word, places in changes.removed.items()
            for place in places
        ],
        np.int64,
    )
    gone = np.isin(keys >> _LEVEL, removed >> _LEVEL)
    if int(gone.sum()) != len(removed):
        raise Mismatch
    added = np.array(
        [
            _key(numbers[word], *place, level)
            for word, found in changes.added.items()
            for place, level in found
        ],
        np.int64,
    )
    keys = np.sort(np.concatenate([keys[~gone], added]))
    there, word_numbers = np.unique(keys >> _LEVEL + _PLACE + _PERIOD, return_inverse=True)
    after: Words = {word: [] for word in names}
    if len(keys):
        encoded, ends = encode(_found(word_numbers.astype(np.int64), keys))
        after |= divided((names[number] for number in there.tolist()), encoded, ends)
    return after


def _keys_of(known: Sequence[tuple[str, list[int]]], numbers: Mapping[str, int]) -> Integers:
    """Return the postings of words as integers that sort by word, month and number."""
    if not known:
        return np.empty(0, np.int64)
    ends = np.cumsum([len(found) for _, found in known])
    encoded = [posting for _, postings in known for posting in postings]
    found = decode(np.array(encoded, np.int64), ends)
    words = np.array([numbers[word] for word, _ in known], np.int64)[found.words]
    return _key(words, found.periods, found.places, found.levels)


def _key(word: N, period: N, place: N, level: N) -> N:
    return ((word << _PERIOD | period) << _PLACE | place) << _LEVEL | level


def _found(words: Integers, keys: Integers) -> Found:
    places = keys >> _LEVEL & (1 << _PLACE) - 1
    periods = keys >> _LEVEL + _PLACE & (1 << _PERIOD) - 1
    return Found(words, periods, places, keys & (1 << _LEVEL) - 1)
