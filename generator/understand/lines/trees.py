"""Learnt trees, applied to all lines of a page at once. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]
Tree: TypeAlias = float | list[Any]  # [feature, threshold, tree if at most, tree if more]


@dataclass(frozen=True, slots=True)
class Forest:
    """The nodes of some trees, in arrays by node number; the successor of a leaf is itself."""

    roots: Ints
    depth: int
    feature: Ints
    threshold: Floats
    following: Ints  # where the feature is at most the threshold, and after these where it is more
    value: Floats  # of a leaf


def forest(trees: Sequence[Tree]) -> Forest:
    """Return the nodes of some trees."""
    nodes: list[tuple[int, float, int, int, float]] = []
    roots = [_add(nodes, tree) for tree in trees]
    feature, threshold, at_most, more, value = map(np.array, zip(*nodes, strict=True))
    depth = max(map(_depth, trees))
    return Forest(
        np.array(roots), depth, feature, threshold, np.concatenate([at_most, more]), value
    )


def sums(trees: Forest, rows: Sequence[Sequence[float]]) -> list[float]:
    """Return what the trees' values add up to, for each row of features."""
    if not rows:
        return []
    width, count = len(rows[0]), len(trees.feature)
    values = np.fromiter(chain.from_iterable(rows), np.float64, len(rows) * width)
    begin = np.arange(0, len(values), width)[:, None]  # of each row among the values
    at = np.broadcast_to(trees.roots, (len(rows), len(trees.roots)))
    for _ in range(trees.depth):
        is_more = values.take(begin + trees.feature.take(at)) > trees.threshold.take(at)
        at = trees.following.take(at + count * is_more)
    return [math.fsum(row) for row in trees.value.take(at).tolist()]  # the same on every machine


def _add(nodes: list[tuple[int, float, int, int, float]], tree: Tree) -> int:
    """Add a tree's nodes; return the number of its root."""
    at = len(nodes)
    nodes.append((0, 0.0, at, at, tree if isinstance(tree, float) else 0.0))
    if isinstance(tree, list):
        feature, threshold, at_most, more = tree
        nodes[at] = (feature, threshold, _add(nodes, at_most), _add(nodes, more), 0.0)
    return at


def _depth(tree: Tree) -> int:
    return 1 + max(map(_depth, tree[2:])) if isinstance(tree, list) else 0
