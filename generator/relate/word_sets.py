"""Sets of words, one an article, compared by the cosine of their inverse frequencies. Pure."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from generator.relate.likeness import Numbers, Scores


@dataclass(frozen=True)
class WordSets:
    """The words of article `at` are `words[starts[at] : starts[at + 1]]`, in ascending order.

    `weights` are those of the words, squared; `lengths` the lengths of the articles' vectors. A
    word of one article is shared with none: it counts for the length alone.
    """

    starts: Numbers
    words: Numbers
    weights: Scores
    lengths: Scores

    @classmethod
    def of(cls, sets: Iterable[Sequence[str]]) -> WordSets:
        """Return the sets as numbers."""
        numbers: dict[str, int] = {}
        flat, sizes = array("i"), array("i")
        for own in sets:
            found = sorted({numbers.setdefault(word, len(numbers)) for word in own})
            flat.extend(found)
            sizes.append(len(found))
        words = np.asarray(flat, dtype=np.int64)
        frequency = np.bincount(words, minlength=len(numbers))
        weights = np.log(1 + len(sizes) / np.maximum(frequency, 1)) ** 2
        owners = np.repeat(np.arange(len(sizes)), sizes)
        lengths = np.sqrt(np.bincount(owners, weights[words], minlength=len(sizes)))
        shared = frequency[words] > 1
        counts = np.bincount(owners[shared], minlength=len(sizes))
        return cls(np.concatenate(([0], np.cumsum(counts))), words[shared], weights, lengths)

    def cosines(self, left: Numbers, right: Numbers) -> Scores:
        """Return the cosine of each pair of articles, 0 where either has no word."""
        own, owners = self._keys(left)
        other, _ = self._keys(right)
        if not len(own) or not len(other):
            return np.zeros(len(left))
        places = np.minimum(np.searchsorted(other, own), len(other) - 1)
        hits = other[places] == own
        words = own[hits] % len(self.weights)
        dots = np.bincount(owners[hits], self.weights[words], minlength=len(left))
        lengths = self.lengths[left] * self.lengths[right]
        return np.asarray(np.divide(dots, lengths, out=np.zeros(len(left)), where=lengths > 0))

    def _keys(self, articles: Numbers) -> tuple[Numbers, Numbers]:
        """Return a number per word of each article, ascending, and the place it belongs to.

        It names the article's place among `articles` and the word.
        """
        begins, ends = self.starts[articles], self.starts[articles + 1]
        sizes = ends - begins
        owners = np.repeat(np.arange(len(articles), dtype=np.int64), sizes)
        places = np.arange(sizes.sum()) + np.repeat(ends - np.cumsum(sizes), sizes)
        return owners * len(self.weights) + self.words[places], owners
