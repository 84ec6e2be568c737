"""The whole collection: which keywords, which key points, which articles belong together. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.config import Settings
from generator.models import Analysis, Article, Insight
from generator.relate.choose import Decision, decisions, keywords
from generator.relate.related import related
from generator.relate.vocabulary import vocabulary


def relate(
    articles: Sequence[Article], analyses: Sequence[Analysis], settings: Settings
) -> tuple[Insight, ...]:
    """Return the insight of each article, aligned."""
    known = vocabulary(analyses, settings.keywords)
    chosen = [
        keywords(analysis, article.language, known, article.keywords)
        for article, analysis in zip(articles, analyses, strict=True)
    ]
    return tuple(
        Insight(tags, analysis.key_points, others)
        for tags, analysis, others in zip(
            chosen, analyses, related(articles, analyses, chosen), strict=True
        )
    )


def explain(
    articles: Sequence[Article], analyses: Sequence[Analysis], settings: Settings
) -> tuple[tuple[Decision, ...], ...]:
    """Return for each article what became of each keyword candidate, best first."""
    known = vocabulary(analyses, settings.keywords)
    return tuple(
        tuple(decisions(analysis, article.language, known, article.keywords))
        for article, analysis in zip(articles, analyses, strict=True)
    )
