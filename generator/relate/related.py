"""Which articles of a collection a reader would go on to, and why. Pure.

Similarity is the cosine of TF-IDF vectors with sublinear counts (Manning, Raghavan and Schütze,
"Introduction to Information Retrieval", 6.4), the headline's words counted twice. An inverted index
finds the articles that share a rare word; words of very many articles take no part: that keeps
the cost near the number of articles. Shared keywords and nearness in time decide among the alike.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.models import Analysis, Article, Keyword, Related
from generator.relate.vocabulary import fold

MOST = 5
_REASONS = 3  # shared keywords that are named
_LEAST = 0.06  # similarity below which two articles have little to do with each other
_KEYWORDS = 0.06  # what shared keywords add at most
_NEAR, _DAYS = 0.1, 14.0  # what the same day adds, and in how many days that fades to a third
_CROWD = 400  # articles that share a word without its telling anything
_WIDE = 40  # the most similar ones, of which keywords and time choose

Scores = NDArray[np.float64]


@dataclass(frozen=True)
class _Index:
    vectors: Sequence[Mapping[str, float]]  # of each article: term → weight, of length 1
    places: Mapping[str, NDArray[np.intp]]  # term → the articles that have it
    weights: Mapping[str, Scores]  # and its weight in each


def related(
    articles: Sequence[Article], analyses: Sequence[Analysis], keywords: Sequence[Sequence[Keyword]]
) -> Iterator[tuple[Related, ...]]:
    """Yield the related articles of each, best first."""
    index = _index([dict(one.terms) for one in analyses])
    tags = [{fold(one.text): one.text for one in found} for found in keywords]
    frequency = Counter(key for found in tags for key in found)
    days = [_day(article.date) for article in articles]
    for at, article in enumerate(articles):
        likeness = _likeness(index, at)
        likely = np.argsort(-likeness, kind="stable")[:_WIDE]
        found = []
        for other in map(int, likely):
            if likeness[other] <= 0 or other == at or articles[other].draft:
                continue
            shared = sorted(tags[at].keys() & tags[other].keys(), key=lambda k: (frequency[k], k))
            apart = _apart(days[at], days[other])
            score = likeness[other] + _extra(shared, frequency, len(articles), apart)
            if likeness[other] >= _LEAST or (shared and likeness[other] >= _LEAST / 2):
                names = tuple(tags[at][key] for key in shared[:_REASONS])
                key = articles[other].key
                found.append((-score, key, Related(key, names, apart)))
        best = sorted(found, key=lambda one: one[:2])[:MOST]
        yield () if article.draft else tuple(one for _, _, one in best)


def _index(counts: Sequence[Mapping[str, int]]) -> _Index:
    frequency = Counter(term for found in counts for term in found)
    total = len(counts)
    vectors = []
    for found in counts:
        weights = {
            term: (1 + math.log(count)) * math.log(1 + total / frequency[term])
            for term, count in found.items()
        }
        length = math.sqrt(sum(one * one for one in weights.values())) or 1.0
        vectors.append({term: one / length for term, one in weights.items()})
    entries: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for term, weight in vector.items():
            if 1 < frequency[term] <= _CROWD:
                entries[term].append((at, weight))
    places = {term: np.array([at for at, _ in found]) for term, found in entries.items()}
    values = {term: np.array([one for _, one in found]) for term, found in entries.items()}
    return _Index(vectors, places, values)


def _likeness(index: _Index, at: int) -> Scores:
    scores = np.zeros(len(index.vectors))
    for term, weight in index.vectors[at].items():
        if term in index.places:
            scores[index.places[term]] += weight * index.weights[term]
    scores[at] = 0.0
    return scores


def _extra(shared: Sequence[str], frequency: Counter[str], total: int, apart: int | None) -> float:
    """Return what shared keywords, the rarer the more, and nearness in time add."""
    rarity = sum(math.log(1 + total / frequency[key]) for key in shared) / math.log(1 + total)
    near = 0.0 if apart is None else _NEAR * math.exp(-abs(apart) / _DAYS)
    return _KEYWORDS * min(1.0, rarity / 3) + near


def _day(date: str | None) -> dt.date | None:
    return dt.date.fromisoformat(date[:10]) if date else None


def _apart(day: dt.date | None, other: dt.date | None) -> int | None:
    return (other - day).days if day and other else None
