"""The whole collection: which keywords, which key points, which articles belong together. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analyse import Analysis
from generator.config import Settings
from generator.models import Article, Insight, KeyPoint, Keyword


def relate(
    articles: Sequence[Article], analyses: Sequence[Analysis], settings: Settings
) -> tuple[Insight, ...]:
    """Return the insight of each article, aligned."""
    del settings
    return tuple(
        Insight(
            tuple(Keyword(*one) for one in analysis.candidates),
            tuple(KeyPoint(block.text, at, 0) for at, block in enumerate(article.blocks[:2])),
        )
        for article, analysis in zip(articles, analyses, strict=True)
    )
