"""What only the whole collection tells: keywords and related articles of each article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.config import Settings
from generator.models import Analysis, Article, Insight
from generator.relate.forced_keywords import ForcedKeywords
from generator.relate.keywords import Decision, decisions, keywords
from generator.relate.related import related
from generator.relate.vocabulary import vocabulary
from generator.run.spool import Spool


def relate(
    articles: Sequence[Article], analyses: Sequence[Analysis], settings: Settings
) -> Iterator[Insight]:
    """Yield the insight of each article, aligned."""
    known, always = vocabulary(analyses, settings.keywords), ForcedKeywords(settings.keywords)
    chosen = Spool(
        keywords(analysis, article.language, known, always.own(article))
        for article, analysis in zip(articles, analyses, strict=True)
    )
    for tags, analysis, others in zip(
        chosen, analyses, related(articles, analyses, chosen), strict=True
    ):
        yield Insight(tags, analysis.key_points, others)


def explain(
    articles: Sequence[Article], analyses: Sequence[Analysis], settings: Settings
) -> Iterator[tuple[Decision, ...]]:
    """Yield for each article the decision on each keyword candidate, best first."""
    known, always = vocabulary(analyses, settings.keywords), ForcedKeywords(settings.keywords)
    for article, analysis in zip(articles, analyses, strict=True):
        yield tuple(decisions(analysis, article.language, known, always.own(article)))
