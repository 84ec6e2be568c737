"""The chance that a line of a pasted page is body, or its title: learnt trees, applied. Pure."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.understand.lines import features, with_neighbours

_FILE = Path(__file__).with_suffix(".json")
Tree = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Chances:
    """Per line, from 0 to 1: that it is the article's text, and that it is its headline."""

    body: list[float]
    title: list[float]


def weigh(lines: Sequence[str]) -> Chances:
    """Return the chances of each line of a page."""
    model = _model()
    rows = features(lines)
    body = [_chance(model["body"], row) for row in rows]
    title = [_chance(model["title"], row) for row in with_neighbours(rows, body)]
    return Chances(body, title)


def _chance(forest: Mapping[str, Any], row: Sequence[float]) -> float:
    odds = forest["base"] + sum(_value(tree, row) for tree in forest["trees"])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _value(tree: Tree, row: Sequence[float]) -> float:
    node = tree[0]
    while len(node) > 1:
        feature, threshold, left, right = node
        node = tree[int(left) if row[int(feature)] <= threshold else int(right)]
    return node[0]


@cache
def _model() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return found
