"""Average-link clustering of sparse pairs (Sokal and Michener 1958). Pure.

Pairs that are not given have the lowest value. So two clusters can be joined only if one of their
pairs reaches the threshold, and each connected component of such pairs is clustered separately:
time and memory grow with the pairs, not with the square of the articles.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.relate.flat_arrays import Numbers, Scores

Clusters = dict[int, list[int]]
Links = defaultdict[int, dict[int, float]]


@dataclass(frozen=True)
class Pairs:
    """Pairs of numbers with a value each, aligned; every pair once."""

    left: Numbers
    right: Numbers
    values: Scores


@dataclass(frozen=True, slots=True)
class AverageLink:
    """Joins clusters as long as the mean of all their pairs reaches `threshold`.

    A pair that is not given has the value `floor`.
    """

    floor: float
    threshold: float

    def clusters(self, pairs: Pairs) -> list[list[int]]:
        """Return the clusters that have two or more members."""
        found: list[list[int]] = []
        for odds in self._components(pairs):
            found += [members for members in self._joined(odds).values() if len(members) > 1]
        return found

    def _components(self, pairs: Pairs) -> Iterator[dict[tuple[int, int], float]]:
        """Yield the pairs of each connected component."""
        leader: dict[int, int] = {}
        near = pairs.values >= self.threshold
        for left, right in zip(pairs.left[near].tolist(), pairs.right[near].tolist(), strict=True):
            first, second = _root(leader, left), _root(leader, right)
            leader[max(first, second)] = min(first, second)
        found: defaultdict[int, dict[tuple[int, int], float]] = defaultdict(dict)
        for left, right, value in zip(
            pairs.left.tolist(), pairs.right.tolist(), pairs.values.tolist(), strict=True
        ):
            inside = left in leader and right in leader
            if inside and (root := _root(leader, left)) == _root(leader, right):
                found[root][left, right] = value
        yield from found.values()

    def _joined(self, values: Mapping[tuple[int, int], float]) -> Clusters:
        """Join the best two clusters repeatedly.

        `links` has for each pair of clusters the sum by which their pairs exceed the floor.
        """
        clusters: Clusters = {number: [number] for pair in values for number in pair}
        links: Links = defaultdict(dict)
        for (left, right), value in values.items():
            links[left][right] = links[right][left] = value - self.floor
        heap = list(self._candidates(clusters, links, sorted(clusters)))
        heapq.heapify(heap)
        while heap:
            loss, left, right = heapq.heappop(heap)
            current = left in clusters and right in clusters and right in links[left]
            if current and -loss == self._mean(clusters, links, left, right):
                _join(clusters, links, left, right)
                for entry in self._candidates(clusters, links, [left]):
                    heapq.heappush(heap, entry)
        return clusters

    def _candidates(
        self, clusters: Clusters, links: Links, of: Sequence[int]
    ) -> Iterator[tuple[float, int, int]]:
        """Yield the clusters that may be joined, for a heap: best first, then by number."""
        for name in of:
            for other in links[name]:
                mean = self._mean(clusters, links, name, other)
                if mean >= self.threshold:
                    yield -mean, min(name, other), max(name, other)

    def _mean(self, clusters: Clusters, links: Links, left: int, right: int) -> float:
        return self.floor + links[left][right] / (len(clusters[left]) * len(clusters[right]))


def _join(clusters: Clusters, links: Links, left: int, right: int) -> None:
    """Join the second cluster to the first."""
    clusters[left] += clusters.pop(right)
    for other, value in links.pop(right).items():
        del links[other][right]
        if other != left:
            links[left][other] = links[other][left] = links[left].get(other, 0.0) + value


def _root(leader: dict[int, int], number: int) -> int:
    """Return the lowest number of a component, and shorten the paths to it."""
    while (above := leader.setdefault(number, number)) != number:
        leader[number] = leader.setdefault(above, above)
        number = above
    return number
