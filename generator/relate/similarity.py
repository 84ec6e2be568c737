"""Similarity of the articles of a collection, by an inverted index of their words. Pure.

Similarity is the cosine of TF-IDF vectors with sublinear counts (Manning, Raghavan and Schütze,
"Introduction to Information Retrieval", 6.4), the headline's words counted twice. The index finds
the articles that share a rare word; very common words propose no pairs, so the cost grows nearly
linearly with the number of articles. It serves both related articles and stories.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, pairwise
from typing import NamedTuple

import numpy as np

from generator.models import Analysis
from generator.relate.flat_arrays import Numbers, Scores, places_of, starts_of
from generator.relate.headlines import Headlines

_CROWD = 400  # articles that share a word, from which it proposes no pairs
_WIDE = 80  # most similar articles of each that are considered
_OFTEN = 10_000  # maximum count of a word
_HEADLINE, _NAME = 1, 2  # what a term may be


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of an article, each once, how often it has them, and what each of them is."""

    words: tuple[str, ...]
    counts: array[int]
    kinds: bytes

    @classmethod
    def of(cls, analysis: Analysis) -> Terms:
        """Return the terms in an analysis: which are in the headline, and which are names."""
        often, headline, names = dict(analysis.terms), set(analysis.headline), set(analysis.names)
        return cls(
            tuple(often),
            array("H", (min(times, _OFTEN) for times in often.values())),
            bytes(_HEADLINE * (term in headline) + _NAME * (term in names) for term in often),
        )


@dataclass(frozen=True)
class Likeness:
    """Articles by term and terms by article, as flat arrays of numbers to save memory.

    `terms` and `weights` contain the terms of article `at`, weighted to length 1, from `starts[at]`
    to `starts[at + 1]`; `articles[first[term] : first[term + 1]]` are those that have a term, and
    `shares` gives the weight that it has in each of them.
    """

    starts: Numbers
    terms: Numbers
    weights: Scores
    first: Numbers
    articles: Numbers
    shares: Scores
    headlines: Headlines

    @classmethod
    def of(cls, articles: Iterable[Terms]) -> Likeness:
        """Index the articles by their terms."""
        rows = _Rows.of(articles)
        total, terms = len(rows.lengths), np.asarray(rows.terms, dtype=np.int32)
        often, lengths = np.asarray(rows.counts), np.asarray(rows.lengths)
        frequency = np.bincount(terms, minlength=len(rows.numbers))
        rarity = np.log(1 + total / np.maximum(frequency, 1))
        weights = np.empty(len(terms), dtype=np.float32)
        for start, end in pairwise(np.concatenate(([0], np.cumsum(lengths, dtype=np.intp)))):
            own = ((1 + np.log(often[start:end])) * rarity[terms[start:end]]).astype(np.float32)
            weights[start:end] = own / (np.linalg.norm(own) or 1.0)
        owners = np.repeat(np.arange(total, dtype=np.int32), lengths)
        kinds, telling = np.asarray(rows.kinds), (frequency <= _CROWD)[terms]
        headlines = Headlines.of(
            owners[telling],
            terms[telling],
            headline=kinds[telling] & _HEADLINE > 0,
            name=kinds[telling] & _NAME > 0,
            counts=often[telling].astype(np.int32),
            rarity=rarity,
            articles=total,
        )
        # A word of one article, or of very many, counts for the length but proposes no pairs.
        proposes = telling & (frequency > 1)[terms]
        owners, terms, weights = owners[proposes], terms[proposes], weights[proposes]
        entries = np.argsort(terms, kind="stable")
        return cls(
            starts_of(owners, total),
            terms,
            weights,
            starts_of(terms, len(rarity)),
            owners[entries].astype(np.intp),  # as `to` needs them
            weights[entries],
            headlines,
        )

    def __iter__(self) -> Iterator[Near]:
        """Yield for each article those that are most similar to it."""
        return (Near.of(self.to(at)) for at in range(len(self.starts) - 1))

    def to(self, at: int) -> Scores:
        """Return the similarity (0 to 1) of all articles to one, 0 of itself."""
        own = slice(self.starts[at], self.starts[at + 1])
        places, sizes = places_of(self.first, self.terms[own])
        shares = self.shares[places] * np.repeat(self.weights[own], sizes)
        sums = np.bincount(self.articles[places], shares, minlength=len(self.starts) - 1)
        scores = np.asarray(sums, dtype=np.float64)
        scores[at] = 0.0
        return scores


class Near(NamedTuple):
    """The articles that are most similar to one, by number, and their similarity.

    The most similar is first; equal ones are in the order of their numbers.
    """

    articles: Numbers
    likeness: Scores

    @classmethod
    def of(cls, likeness: Scores) -> Near:
        """Return the articles nearest to one, given the similarity of all articles to it."""
        alike = np.flatnonzero(likeness)
        found = likeness[alike]
        if len(alike) > _WIDE:  # sorting all takes longer
            enough = found >= np.partition(found, -_WIDE)[-_WIDE]
            alike, found = alike[enough], found[enough]
        order = np.argsort(-found, kind="stable")[:_WIDE]
        return cls(alike[order], found[order])


@dataclass
class _Rows:
    """The terms of all articles one after another, as numbers; `lengths` has how many each has."""

    numbers: defaultdict[str, int] = field(default_factory=lambda: defaultdict(count().__next__))
    terms: array[int] = field(default_factory=lambda: array("i"))
    counts: array[int] = field(default_factory=lambda: array("H"))
    kinds: array[int] = field(default_factory=lambda: array("B"))
    lengths: array[int] = field(default_factory=lambda: array("H"))

    @classmethod
    def of(cls, articles: Iterable[Terms]) -> _Rows:
        rows = cls()
        for own in articles:
            rows.terms.extend(map(rows.numbers.__getitem__, own.words))
            rows.counts.extend(own.counts)
            rows.kinds.extend(own.kinds)
            rows.lengths.append(len(own.words))
        return rows
