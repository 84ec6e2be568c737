"""Which candidates of an article are its keywords: learnt weights, then greedily. Pure.

Each candidate's features are weighed by a logistic regression (`weights.yml`); how many articles of
the collection share it enters in steps, so that one more article changes few tags. Best first, a
candidate is skipped whose words contain, or are contained in, those of a keyword already chosen.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

import yaml

from generator.models import Analysis, Candidate, Keyword
from generator.relate.vocabulary import Vocabulary, fold

MOST = 10
OF_COLLECTION = ("shared_steps", "constant")
_STEPS = (2, 3, 6)  # articles that share a candidate: each step counts once
_WEIGHTS = Path(__file__).with_name("weights.yml")
_LEAST = -5.0  # log-odds below which a candidate is filler


@dataclass(frozen=True, slots=True)
class Decision:
    """A candidate as it would be shown, its log-odds, and why it is no keyword ("" if it is)."""

    text: str
    key: str
    odds: float
    dropped: str = ""


def keywords(
    analysis: Analysis, language: str, vocabulary: Vocabulary, own: Sequence[str] = ()
) -> tuple[Keyword, ...]:
    """Return at most ten keywords, best first; those that the editor set for the article before."""
    chosen = (one for one in decisions(analysis, language, vocabulary, own) if not one.dropped)
    return tuple(
        Keyword(one.text, round(1 / (1 + math.exp(one.odds)), 4)) for one in islice(chosen, MOST)
    )


def decisions(
    analysis: Analysis, language: str, vocabulary: Vocabulary, own: Sequence[str] = ()
) -> Iterator[Decision]:
    """Yield what becomes of each candidate, best first."""
    taken: list[tuple[str, frozenset[str]]] = []
    for text in own:
        taken.append((text, frozenset(fold(text).split())))
        yield Decision(text, fold(text), 30.0)
    for one in _weighed(analysis.candidates, language, vocabulary):
        words = frozenset(one.key.split())
        rival = next((text for text, other in taken if words <= other or other <= words), None)
        if {one.key, fold(one.text)} & vocabulary.never:
            reason = "never a keyword (settings)"
        elif rival is not None:
            reason = f"said by {rival}"
        elif one.odds < _LEAST:
            reason = "too weak"
        else:
            reason = ""
            taken.append((one.text, words))
        yield Decision(one.text, one.key, one.odds, reason)


def _weighed(
    candidates: Sequence[Candidate], language: str, vocabulary: Vocabulary
) -> list[Decision]:
    """Return one undecided decision per keyword: of its variants, the best one's odds count."""
    found: dict[str, Decision] = {}
    weights = _weights(language)
    for one in candidates:
        key = vocabulary.key(one)
        wanted = {key, fold(one.text)} & vocabulary.always
        odds = 30.0 if wanted else _odds(one, vocabulary.frequency[key], weights)
        if key not in found or odds > found[key].odds:
            found[key] = Decision(vocabulary.text(one), key, odds)
    return sorted(found.values(), key=lambda one: (-one.odds, one.text))


def values(one: Candidate, articles: int) -> tuple[float, ...]:
    """Return what the weights weigh: the candidate's features and those of the collection."""
    return (*one.features, float(sum(articles >= step for step in _STEPS)), 1.0)


def _odds(one: Candidate, articles: int, weights: Mapping[str, float]) -> float:
    pairs = zip(values(one, articles), weights.values(), strict=True)
    return sum(value * weight for value, weight in pairs)


def _weights(language: str) -> Mapping[str, float]:
    tables = _tables()
    return tables.get(language, tables["other"])


@cache
def _tables() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = yaml.safe_load(_WEIGHTS.read_text(encoding="utf-8"))
    return found
