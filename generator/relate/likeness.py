"""How much the articles of a collection are alike, by an inverted index of their words. Pure.

Likeness is the cosine of TF-IDF vectors with sublinear counts (Manning, Raghavan and Schütze,
"Introduction to Information Retrieval", 6.4), the headline's words counted twice. The index finds
the articles that share a rare word; words of very many articles propose nothing: that keeps the
cost near the number of articles. Related articles and stories are both found with it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_CROWD = 400  # articles that share a word from which on it proposes nothing
_OFTEN = 10_000  # the most that a word is counted

Scores = NDArray[np.floating]
Numbers = NDArray[np.signedinteger]


@dataclass(frozen=True)
class Likeness:
    """Articles by term and terms by article, as flat arrays of numbers to save memory.

    `terms` and `weights` hold the terms of article `at`, weighted to length 1, from `starts[at]` to
    `starts[at + 1]`; `articles[first[term] : first[term + 1]]` are those that have a term, and
    `entries` gives for each of them the index into `weights`.
    """

    starts: Numbers
    terms: Numbers
    weights: Scores
    first: Numbers
    articles: Numbers
    entries: Numbers

    @classmethod
    def of(cls, counts: Iterable[Sequence[tuple[str, int]]]) -> Likeness:
        """Index the articles; `counts` are the terms of each with their counts."""
        numbers: dict[str, int] = {}
        known, counted, lengths = array("i"), array("H"), array("H")
        for found in counts:
            known.extend(numbers.setdefault(term, len(numbers)) for term, _ in found)
            counted.extend(min(count, _OFTEN) for _, count in found)
            lengths.append(len(found))
        terms, often = np.asarray(known), np.asarray(counted)
        frequency = np.bincount(terms, minlength=len(numbers))
        rarity = np.log(1 + len(lengths) / frequency)
        weights = np.empty(len(terms), dtype=np.float32)
        for start, end in pairwise(np.concatenate(([0], np.cumsum(lengths, dtype=np.intp)))):
            own = ((1 + np.log(often[start:end])) * rarity[terms[start:end]]).astype(np.float32)
            weights[start:end] = own / (np.linalg.norm(own) or 1.0)
        # A word of one article, or of very many, counts for the length and proposes nothing.
        proposes = ((frequency > 1) & (frequency <= _CROWD))[terms]
        owners = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[proposes]
        terms, weights = terms[proposes], weights[proposes]
        entries = np.argsort(terms, kind="stable").astype(np.int32)
        return cls(
            _starts(owners, len(lengths)),
            terms,
            weights,
            _starts(terms, len(numbers)),
            owners[entries],
            entries,
        )

    def __iter__(self) -> Iterator[Scores]:
        """Yield for each article its likeness (0 to 1) to every article; to itself it is 0."""
        return map(self.to, range(len(self.starts) - 1))

    def to(self, at: int) -> Scores:
        """Return the likeness of all articles to one."""
        own = slice(self.starts[at], self.starts[at + 1])
        begins, ends = self.first[self.terms[own]], self.first[self.terms[own] + 1]
        sizes = ends - begins
        places = np.arange(sizes.sum()) + np.repeat(ends - np.cumsum(sizes), sizes)
        shares = self.weights[self.entries[places]] * np.repeat(self.weights[own], sizes)
        sums = np.bincount(self.articles[places], shares, minlength=len(self.starts) - 1)
        scores = np.asarray(sums, dtype=np.float64)
        scores[at] = 0.0
        return scores


def _starts(numbers: Numbers, count: int) -> Numbers:
    """Return where each of `count` numbers begins among these in their order, and the end."""
    return np.concatenate(([0], np.cumsum(np.bincount(numbers, minlength=count))))
