"""Learnt weights: log-odds of a phrase being a keyword, and its worth as a tag. Pure.

A logistic regression (`weights.yml`) weights the features; `relate.keywords` adds what the
collection shows. Keywords are shown in the order of their worth: a name says more than a common
word.
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


def weigh(phrase: Described, language: str) -> Candidate:
    """Return a phrase as a candidate of its article.

    In languages without training data, the worth as a tag replaces the log-odds.
    """
    tables = _tables()
    features = dict(zip(FEATURES, phrase.features, strict=True))
    features |= {"constant": 1.0, "aside": phrase.aside}
    odds = _sum(features, tables.get(language, tables["other"]))
    worth = odds + _sum(features, tables["worth"])
    odds = odds if language in _LEARNT else worth
    weights = round(odds, 5), round(worth, 5)
    own = Candidate(phrase.text, phrase.key, *weights, phrase.name, phrase.base, language)
    return own._replace(passing=phrase.passing, described=phrase.described)


def _sum(features: Mapping[str, float], weights: Weights) -> float:
    return sum(weight * features[name] for name, weight in weights.items())


@cache
def _tables() -> dict[str, Weights]:
    return load_table(_WEIGHTS, dict[str, Weights])
