"""Related articles of a collection, with the reason. Pure.

Similarity is the cosine of TF-IDF vectors with sublinear counts (Manning, Raghavan and Schütze,
"Introduction to Information Retrieval", 6.4), the headline's words counted twice. An inverted index
finds the articles that share a rare word; words of very many articles take no part: that keeps
the cost near the number of articles. Shared keywords and nearness in time decide among the alike.
"""

from __future__ import annotations

import datetime as dt
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.models import Analysis, Article, Keyword, Related
from generator.moments import day_of
from generator.relate.vocabulary import fold

MOST = 5
_REASONS = 3  # shared keywords that are named
# Similarity below which two articles have little to do with each other, where they share a keyword
# that tells something, and where none. A keyword of many articles tells nothing.
_LEAST, _LEAST_UNNAMED = 0.08, 0.12
_COMMON, _COMMON_SHARE = 5, 0.04  # articles, and share of the articles, of that many
_KEYWORDS = 0.06  # what shared keywords add at most
_NEAR, _DAYS = 0.1, 14.0  # what the same day adds, and in how many days that fades to a third
_CROWD = 400  # articles that share a word without its telling anything
_OFTEN = 10_000  # a word is counted
_WIDE = 40  # the most similar ones, of which keywords and time choose

Scores = NDArray[np.floating]
Numbers = NDArray[np.signedinteger]


class _Head(NamedTuple):
    """The fields of an article that count beside its words."""

    key: str
    day: dt.date | None
    draft: bool


@dataclass(frozen=True)
class _Index:
    """Articles by term, terms by article, as numbers: flat arrays, for memory's sake.

    `terms` and `weights` hold the terms of article `at`, weighed to length 1, from `starts[at]` to
    `starts[at + 1]`; `articles[first[term] : first[term + 1]]` are those that have a term, and
    `entries` in the same places where in `weights` its weight in each stands.
    """

    starts: Numbers
    terms: Numbers
    weights: Scores
    first: Numbers
    articles: Numbers
    entries: Numbers


def related(
    articles: Sequence[Article], analyses: Sequence[Analysis], keywords: Sequence[Sequence[Keyword]]
) -> Iterator[tuple[Related, ...]]:
    """Yield the related articles of each, best first."""
    index = _index(analysis.terms for analysis in analyses)
    tags = [{fold(keyword.text): keyword.text for keyword in found} for found in keywords]
    frequency = Counter(key for found in tags for key in found)
    heads = [_Head(article.key, _day(article.date), article.draft) for article in articles]
    for at, (_, day, draft) in enumerate(heads):
        likeness = _likeness(index, at)
        found = []
        alike = np.flatnonzero(likeness >= _LEAST)
        for other in alike[np.argsort(-likeness[alike], kind="stable")][:_WIDE].tolist():
            shared = sorted(tags[at].keys() & tags[other].keys(), key=lambda k: (frequency[k], k))
            named = telling(shared, frequency, len(heads))
            least = _LEAST if named else _LEAST_UNNAMED
            if likeness[other] < least or other == at or heads[other].draft:
                continue
            apart = _apart(day, heads[other].day)
            score = likeness[other] + _extra(shared, frequency, len(heads), apart)
            names = tuple(tags[at][key] for key in named[:_REASONS] or shared[:1])
            key = heads[other].key
            found.append((-score, key, Related(key, names, apart)))
        best = sorted(found, key=lambda pair: pair[:2])[:MOST]
        yield () if draft else tuple(link for _, _, link in best)


def telling(shared: Sequence[str], frequency: Counter[str], total: int) -> list[str]:
    """Return the shared keywords that are rare enough to be a reason."""
    most = max(_COMMON, _COMMON_SHARE * total)
    return [key for key in shared if frequency[key] <= most]


def _index(counts: Iterable[Sequence[tuple[str, int]]]) -> _Index:
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
    # A word that one article has, or very many have, is part of its length and proposes nothing.
    telling = ((frequency > 1) & (frequency <= _CROWD))[terms]
    owners = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[telling]
    terms, weights = terms[telling], weights[telling]
    entries = np.argsort(terms, kind="stable").astype(np.int32)
    return _Index(
        _starts(owners, len(lengths)),
        terms,
        weights,
        _starts(terms, len(numbers)),
        owners[entries],
        entries,
    )


def _starts(numbers: Numbers, count: int) -> Numbers:
    """Return where each of `count` numbers begins among these in their order, and the end."""
    return np.concatenate(([0], np.cumsum(np.bincount(numbers, minlength=count))))


def _likeness(index: _Index, at: int) -> Scores:
    own = slice(index.starts[at], index.starts[at + 1])
    begins, ends = index.first[index.terms[own]], index.first[index.terms[own] + 1]
    sizes = ends - begins
    places = np.arange(sizes.sum()) + np.repeat(ends - np.cumsum(sizes), sizes)
    shares = index.weights[index.entries[places]] * np.repeat(index.weights[own], sizes)
    sums = np.bincount(index.articles[places], shares, minlength=len(index.starts) - 1)
    scores = np.asarray(sums, dtype=np.float64)
    scores[at] = 0.0
    return scores


def _extra(shared: Sequence[str], frequency: Counter[str], total: int, apart: int | None) -> float:
    """Return what shared keywords, the rarer the more, and nearness in time add."""
    rarity = sum(math.log(1 + total / frequency[key]) for key in shared) / math.log(1 + total)
    near = 0.0 if apart is None else _NEAR * math.exp(-abs(apart) / _DAYS)
    return _KEYWORDS * min(1.0, rarity / 3) + near


def _day(date: str | None) -> dt.date | None:
    return day_of(date) if date else None


def _apart(day: dt.date | None, other: dt.date | None) -> int | None:
    return (other - day).days if day and other else None
