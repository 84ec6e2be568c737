"""How likely a phrase is a keyword, and what it is worth as a tag: learnt weights. Pure.

A logistic regression (`weights.yml`) weighs its features. What the collection adds to that,
`relate.choose` knows. Keywords are shown in the order of their worth: a name says more than a
common word.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.analyse.keywords.features import FEATURES, Described
from generator.models import Candidate
from generator.tables import load_table

_WEIGHTS = Path(__file__).with_suffix(".yml")
_LEARNT = frozenset({"en", "fr", "pt"})  # languages of the collections that weights.yml names
Weights = Mapping[str, float]


def weighed(one: Described, language: str) -> Candidate:
    """Return a phrase as a candidate of its article.

    Where no readers' choice was there to learn from, what makes a good tag chooses as well.
    """
    tables = _tables()
    features = dict(zip(FEATURES, one.features, strict=True)) | {"constant": 1.0}
    odds = _sum(features, tables.get(language, tables["other"]))
    worth = odds + _sum(features, tables["worth"])
    odds = odds if language in _LEARNT else worth
    weights = round(odds, 5), round(worth, 5)
    return Candidate(one.text, one.key, *weights, one.name, one.base, language)


def _sum(features: Mapping[str, float], weights: Weights) -> float:
    return sum(weight * features[name] for name, weight in weights.items())


@cache
def _tables() -> dict[str, Weights]:
    return load_table(_WEIGHTS, dict[str, Weights])
