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

LONGEST = 300  # characters of a headline
_FILE = Path(__file__).with_suffix(".json")
_MOST = 4000  # lines of a page that are weighed; longer ones are judged by their length
_SURE = 0.97  # chance of a body line that makes it no headline


@dataclass(frozen=True, slots=True)
class Chances:
    """Per line, from 0 to 1: that it is the article's text, and that it is its headline."""

    body: list[float]
    title: list[float]


def weigh(lines: Sequence[str]) -> Chances:
    """Return the chances of each line of a page."""
    model = _model()
    rows = features(lines[:_MOST])
    body = [_chance(model["body"], row) for row in rows]
    title = [
        _chance(model["title"], row) if len(line) < LONGEST and chance < _SURE else 0.0
        for line, chance, row in zip(lines, body, with_neighbours(rows, body), strict=False)
    ]
    rest = lines[_MOST:]
    return Chances(body + [float(len(line) > 60) for line in rest], title + [0.0] * len(rest))


def _chance(forest: Mapping[str, Any], row: Sequence[float]) -> float:
    odds: float = forest["base"]
    for tree in forest["trees"]:
        node = tree
        while type(node) is list:  # [feature, threshold, node if at most, node if more]
            node = node[2] if row[node[0]] <= node[1] else node[3]
        odds += node
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def _model() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return found
