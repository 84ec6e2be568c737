"""Learnt trees, applied to all lines of a page at once. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Tree: TypeAlias = float | list[Any]  # [feature, threshold, tree if at most, tree if more]

_MOST = 12  # questions of a tree: the values of all answers to them are kept
_UNIT = 10**9  # values are added up as whole numbers of this part: the same on every machine


@dataclass(frozen=True, slots=True)
class Forest:
    """The questions of some trees, and the values to which the answers lead.

    Asking all questions of a tree at once is faster than following its branches line by line. The
    answers are the bits of a number; `values` has the values of each tree by that number.
    """

    features: NDArray[np.intp]  # by question and tree
    thresholds: Floats  # by question and tree
    values: Ints  # of all trees, one behind the other


def forest(trees: Sequence[Tree]) -> Forest:
    """Return some trees as the questions that they ask."""
    asked = [list(_questions(tree)) for tree in trees]
    count = max(map(len, asked))
    if count > _MOST:
        raise ValueError(f"a tree has {count} questions, more than {_MOST}")
    features = np.zeros((count, len(trees)), np.intp)
    thresholds = np.full((count, len(trees)), np.inf)
    for at, questions in enumerate(asked):
        for number, (feature, threshold, *_) in enumerate(questions):
            features[number, at], thresholds[number, at] = feature, threshold
    answers = np.arange(1 << count)
    bits = [(answers >> number) & 1 == 1 for number in range(count)]
    values = [_values(tree, iter(bits), answers) for tree in trees]
    return Forest(features, thresholds, np.concatenate(values))


def sums(trees: Forest, rows: Floats) -> list[float]:
    """Return what the trees' values add up to, for each row of features."""
    columns = np.ascontiguousarray(rows.T)
    count, number = trees.features.shape
    answers = np.zeros((number, len(rows)), np.int32)
    for bit in range(count):
        is_more = columns.take(trees.features[bit], axis=0) > trees.thresholds[bit][:, None]
        answers |= is_more.astype(np.int32) << bit
    first = np.arange(0, number << count, 1 << count)[:, None]  # of each tree's values
    whole = trees.values.take(first + answers).sum(axis=0)
    return [value / _UNIT for value in whole.tolist()]


def _questions(tree: Tree) -> Iterator[list[Any]]:
    """Yield the inner nodes of a tree, each before those below it."""
    if isinstance(tree, list):
        yield tree
        for below in tree[2:]:
            yield from _questions(below)


def _values(tree: Tree, bits: Iterator[NDArray[np.bool_]], answers: Ints) -> Ints:
    """Return the value of a tree by the answers; `bits` are those to each of its questions."""
    if not isinstance(tree, list):
        value = round(tree * _UNIT)
        if value / _UNIT != tree:
            raise ValueError(f"the value {tree} has too many digits")
        return np.full_like(answers, value)
    is_more = next(bits)
    at_most, more = (_values(below, bits, answers) for below in tree[2:])
    return np.where(is_more, more, at_most)
