"""Properties of an article as a whole that decide which of its sentences are key points. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.analyse.key_points.anchoring import Names, names_of
from generator.analyse.key_points.headline import reports_news
from generator.analyse.key_points.statements import ADDRESSED, Statement
from generator.analyse.text.token import Text
from generator.models import Article
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "choice")
ENOUGH = 4  # running sentences, or paragraphs, of an article from which some are picked out
_SPOKEN = _TUNED["spoken"]
_HEADLINE = _TUNED["headline"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Properties of the article as a whole."""

    language: str
    year: int | None
    headline: frozenset[str]  # stems
    content: frozenset[str]  # stems of its content words
    plain: frozenset[str]  # those of them that are no names
    weights: Mapping[str, float]  # of each stem
    names: Names
    topic: frozenset[str]  # stems of the headline and of the lead
    end: int  # the last paragraph, often about the author or the next article
    no_report: str  # why it has no key points


def reading_of(
    article: Article, text: Text, headline: frozenset[str], running: Sequence[Statement]
) -> Reading:
    """Return the properties of an article; `headline`: its stems, `running`: its sentences."""
    return Reading(
        article.language,
        article.date.day.year if article.date else None,
        headline,
        frozenset(token.stem for token in text.sentences[0] if token.content),
        frozenset(token.stem for token in text.sentences[0] if token.kind == "word"),
        _weights(text, headline),
        names_of(text),
        headline.union(*(statement.stems for statement in running[:1])),
        len(article.blocks) - 1,
        _no_report(article, running),
    )


def _no_report(article: Article, running: Sequence[Statement]) -> str:
    """Return why an article is no report, or too short for key points; empty if it is one."""
    if len(running) < ENOUGH:
        return "the article is short"
    if not reports_news(article.title, article.language):
        return "the headline reports nothing"
    spoken = sum(statement.dropped == ADDRESSED for statement in running)
    return "the writer speaks" if spoken > _SPOKEN * len(running) else ""


def _weights(text: Text, headline: frozenset[str]) -> dict[str, float]:
    """Return how much each stem of the article counts."""
    counts = Counter(
        token.stem for sentence in text.sentences[1:] for token in sentence if token.content
    )
    return {
        stem: math.log1p(count) * (_HEADLINE if stem in headline else 1)
        for stem, count in counts.items()
    }
