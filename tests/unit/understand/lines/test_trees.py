"""Trees, applied to all rows at once, give what following their branches row by row gives."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from generator.understand.lines.trees import forest, sums

TREES: list[Any] = [
    [0, 0.5, [1, 2.0, 0.25, [0, 0.25, -1.5, 0.0001]], 3.125],
    [1, 1.0, 0.5, [0, 0.5, -0.25, 0.75]],
    0.0625,
]


def followed(tree: Any, row: list[float]) -> float:
    while isinstance(tree, list):
        feature, threshold, at_most, more = tree
        tree = more if row[feature] > threshold else at_most
    return float(tree)


def test_sums_are_those_of_the_branches_that_a_row_takes() -> None:
    chance = random.Random(1)
    edges = [0.25, 0.5, 1.0, 2.0]
    rows = [[chance.choice(edges) + chance.choice([-0.1, 0, 0.1]) for _ in "ab"] for _ in range(99)]
    wanted = [sum(followed(tree, row) for tree in TREES) for row in rows]
    assert sums(forest(TREES), np.array(rows)) == pytest.approx(wanted, abs=1e-12)


def test_a_value_with_more_digits_than_are_added_up_is_refused() -> None:
    with pytest.raises(ValueError, match="digits"):
        forest([0.12345678912345])


def test_a_tree_with_too_many_questions_is_refused() -> None:
    tree: Any = 0.0
    for _ in range(20):
        tree = [0, 1.0, tree, 1.0]
    with pytest.raises(ValueError, match="20 questions"):
        forest([tree])
