"""Stories: the articles of a collection that report the same event. Pure.

Pairs of articles that are alike (see `likeness`) get the log-odds of being of one event, by a
logistic regression (`stories.yml`) on few features: how alike text, headline and keyword candidates
are, how many days lie between them, how dense their surroundings are (articles on one subject are
all alike), and whether either has a nearer neighbour of the same days. Average-link clustering
(Sokal and Michener 1958) on these pairs makes the stories: a pair that is not alike counts against.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from generator.models import Analysis, Article
from generator.relate.likeness import Numbers, Scores
from generator.relate.related import day_of
from generator.tables import load_table

FEATURES = (
    "text", "headline", "candidates", "density", "days", "density_days", "next_day", "same_week",
    "nearer", "constant",
)  # fmt: skip
_WEIGHTS = Path(__file__).with_suffix(".yml")
_WIDE = 80  # the most similar articles of each that are looked at
_LEAST = 0.03  # likeness of a pair that is looked at
_DENSE = 10  # neighbours whose mean likeness is the density of an article's surroundings
_LONGEST = 300  # days between articles of one event: after a year the same words tell another
_NEAR = 3  # days between an article and its neighbours "of the same days"
_UNDATED = 30  # days that are taken to lie between articles of which one has no date
_FLOOR, _CEILING = -6.0, 4.0  # log-odds; pairs that were not looked at have the floor
_THRESHOLD = -1.25  # mean log-odds from which on two clusters are one story

Pair = tuple[int, int]
Clusters = dict[int, list[int]]


class Stories:
    """Collects the pairs of a collection article by article, then divides it into stories."""

    def __init__(self, articles: Sequence[Article], analyses: Sequence[Analysis]) -> None:
        self._keys = [article.key for article in articles]
        self._drafts = [article.draft for article in articles]
        days = [day_of(article) for article in articles]
        self._days = np.array([day.toordinal() if day else -1 for day in days], dtype=np.int64)
        self._headlines = _Words([analysis.headline for analysis in analyses])
        self._candidates = _Words(
            [[candidate.key for candidate in analysis.candidates] for analysis in analyses]
        )
        self._density = np.zeros(len(self._keys))
        self._nearest = np.zeros(len(self._keys))
        self._likeness: dict[Pair, float] = {}

    def add(self, at: int, likeness: Scores) -> None:
        """Take in the likeness of all articles to article `at`."""
        nearest = np.argsort(-likeness, kind="stable")[:_WIDE]
        self._density[at] = likeness[nearest[:_DENSE]].sum() / max(
            1, min(_DENSE, len(self._keys) - 1)
        )
        apart = self._apart(np.full(len(nearest), at), nearest)
        self._nearest[at] = likeness[nearest[apart <= _NEAR]].max(initial=0.0)
        for other in nearest[(likeness[nearest] > _LEAST) & (apart <= _LONGEST)].tolist():
            if not (self._drafts[at] or self._drafts[other]):
                self._likeness[min(at, other), max(at, other)] = float(likeness[other])

    def names(self) -> list[str | None]:
        """Return for each article the name of its story: the key of the story's first article.

        None for an article that stands alone. First is the earliest by day, then by key.
        """
        names: list[str | None] = [None] * len(self._keys)
        for members in _clusters(self._odds()).values():
            first = min(members, key=self._order)
            for at in members:
                names[at] = self._keys[first]
        return names

    def _order(self, at: int) -> tuple[bool, int, str]:
        return self._days[at] < 0, int(self._days[at]), self._keys[at]

    def features(self) -> tuple[list[Pair], Scores]:
        """Return the pairs that were looked at, with their `FEATURES`, a row each."""
        pairs = sorted(self._likeness)
        if not pairs:
            return [], np.zeros((0, len(FEATURES)))
        left, right = np.array(pairs, dtype=np.intp).T
        text = np.array([self._likeness[pair] for pair in pairs])
        days = np.log1p(self._apart(left, right))
        density = (self._density[left] + self._density[right]) / 2
        nearest = np.minimum(self._nearest[left], self._nearest[right])
        columns = (
            text,
            np.array([self._headlines.cosine(*pair) for pair in pairs]),
            np.array([self._candidates.cosine(*pair) for pair in pairs]),
            density,
            days,
            density * days,
            days <= math.log1p(1),
            days <= math.log1p(7),
            np.maximum(0.0, nearest - text),
            np.ones(len(pairs)),
        )
        return pairs, np.column_stack(columns)

    def _odds(self) -> dict[Pair, float]:
        """Return the log-odds of each pair being of one event."""
        pairs, features = self.features()
        weights = np.array([_weights()[name] for name in FEATURES])
        odds = np.clip(features @ weights, _FLOOR, _CEILING)
        return dict(zip(pairs, odds.tolist(), strict=True))

    def _apart(self, left: Numbers, right: Numbers) -> Numbers:
        """Return the days between articles."""
        first, second = self._days[left], self._days[right]
        return np.where((first < 0) | (second < 0), _UNDATED, np.abs(first - second))


class _Words:
    """Sets of words, one an article, compared by the cosine of their inverse frequencies."""

    def __init__(self, words: Sequence[Sequence[str]]) -> None:
        frequency = Counter(word for own in words for word in set(own))
        rarity = {word: math.log(1 + len(words) / n) ** 2 for word, n in frequency.items()}
        self._rarity = rarity
        # A word of one article is shared with none: its weight alone is kept.
        self._shared = [frozenset(word for word in own if frequency[word] > 1) for own in words]
        self._lengths = [math.sqrt(sum(rarity[word] for word in set(own))) for own in words]

    def cosine(self, left: int, right: int) -> float:
        """Return the cosine of two articles' words, 0 where either has none."""
        shared = self._shared[left] & self._shared[right]
        if not shared:
            return 0.0
        dot = math.fsum(self._rarity[word] for word in shared)
        return dot / (self._lengths[left] * self._lengths[right])


def _clusters(odds: Mapping[Pair, float]) -> Clusters:
    """Return the clusters of two articles and more, by average link over log-odds.

    The best two clusters are joined as long as the mean over all their pairs reaches the
    threshold. `links` holds per two clusters by how much their pairs exceed the floor, in sum.
    """
    clusters: Clusters = {at: [at] for pair in odds for at in pair}
    links: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (left, right), value in odds.items():
        links[left][right] = links[right][left] = value - _FLOOR
    heap = list(_candidates(clusters, links, sorted(clusters)))
    heapq.heapify(heap)
    while heap:
        loss, left, right = heapq.heappop(heap)
        current = left in clusters and right in clusters and right in links[left]
        if current and -loss == _mean(clusters, links, left, right):
            _join(clusters, links, left, right)
            for entry in _candidates(clusters, links, [left]):
                heapq.heappush(heap, entry)
    return {name: members for name, members in clusters.items() if len(members) > 1}


def _mean(
    clusters: Clusters, links: Mapping[int, Mapping[int, float]], left: int, right: int
) -> float:
    return _FLOOR + links[left][right] / (len(clusters[left]) * len(clusters[right]))


def _candidates(
    clusters: Clusters, links: Mapping[int, Mapping[int, float]], of: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    """Yield the pairs of clusters that may be joined, for a heap: best first, then by number."""
    for name in of:
        for other in links[name]:
            mean = _mean(clusters, links, name, other)
            if mean >= _THRESHOLD:
                yield -mean, min(name, other), max(name, other)


def _join(
    clusters: Clusters, links: defaultdict[int, dict[int, float]], left: int, right: int
) -> None:
    """Join the second cluster to the first."""
    clusters[left] += clusters.pop(right)
    for other, value in links.pop(right).items():
        del links[other][right]
        if other != left:
            links[left][other] = links[other][left] = links[left].get(other, 0.0) + value


@cache
def _weights() -> Mapping[str, float]:
    return load_table(_WEIGHTS, dict[str, float])
