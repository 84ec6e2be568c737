"""The chance that a line of a pasted page is body, or its title: learnt trees, applied. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from generator.tables import load_numbers, load_table
from generator.understand.lines import first_pass, headline_pass, second_pass
from generator.understand.lines.line_features import Seen, seen
from generator.understand.lines.page_features import Page
from generator.understand.lines.trees import Forest, forest, sums

LONGEST = 300  # characters of a headline
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "model")
SURE = _TUNED["sure"]
_FILE = Path(__file__).with_suffix(".json")
_SHORT = 60  # characters: a longer one of the rest is text
_MOST = 4000  # lines of a page that are weighed; longer ones are judged by their length


@dataclass(frozen=True, slots=True)
class Chances:
    """Per line, from 0 to 1: that it is the article's text, and that it is its headline."""

    body: list[float]
    title: list[float]


def weigh(lines: Sequence[str]) -> Chances:
    """Return the chances of each line of a page."""
    page, body = _body(lines)
    title = _titles(_model()["title"], page, body) if body else []
    rest = lines[_MOST:]
    return Chances(body + _by_length(rest), title + [0.0] * len(rest))


def weigh_body(lines: Sequence[str]) -> list[float]:
    """Return the chances of each line of a page of being the article's text."""
    return _body(lines)[1] + _by_length(lines[_MOST:])


def _body(lines: Sequence[str]) -> tuple[Page, list[float]]:
    """Return what is seen of a page's first lines, and their chances of being text."""
    known: dict[str, Seen] = {}  # menus repeat their lines
    for line in lines[:_MOST]:
        if line not in known:
            known[line] = seen(line)
    page = Page([known[line] for line in lines[:_MOST]])
    if not page.lines:
        return page, []
    first = list(map(_chance, sums(_model()["first"], first_pass.features(page))))
    return page, list(map(_chance, sums(_model()["body"], second_pass.features(page, first))))


def _by_length(lines: Sequence[str]) -> list[float]:
    return [float(len(line) > _SHORT) for line in lines]


def may_be_title(line: Seen, chance: float) -> bool:
    """Return whether a line is worth weighing as a headline, by its chance of being body."""
    return len(line.text) < LONGEST and chance < SURE


def _titles(trees: Forest, page: Page, body: Sequence[float]) -> list[float]:
    """Return the chances to be the headline: of all lines of the page, one is."""
    may = [may_be_title(line, chance) for line, chance in zip(page.lines, body, strict=True)]
    rows = headline_pass.features(page, body)
    fit = iter(sums(trees, rows[np.array(may)]))
    weights = [math.exp(next(fit)) if kept else 0.0 for kept in may]
    total = sum(weights) or 1.0
    return [weight / total for weight in weights]


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def _model() -> dict[str, Forest]:
    return planted(load_table(_FILE, dict[str, Any]))


def planted(model: Mapping[str, Any]) -> dict[str, Forest]:
    """Return a model's trees by what they predict."""
    return {name: forest(model[name]) for name in ("first", "body", "title")}
