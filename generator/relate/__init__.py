"""What only the whole collection tells: keywords and related articles of each article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.config import Settings
from generator.models import Analysis, Article, Insight, Related
from generator.relate.comparison import compare
from generator.relate.forced_keywords import ForcedKeywords
from generator.relate.keywords import Decision, choose_keywords, decisions
from generator.relate.likeness import Likeness
from generator.relate.related import RelatedArticles, confirmed
from generator.relate.stories import Stories
from generator.relate.vocabulary import vocabulary
from generator.run.spool import Spool
from generator.story import Story


def relate(
    articles: Sequence[Article], analyses: Sequence[Analysis], settings: Settings
) -> Iterator[Insight]:
    """Yield the insight of each article, aligned."""
    # What is read several times is kept without what takes longest to read.
    bare = Spool(_bare(analysis) for analysis in analyses)
    known, forced = vocabulary(bare, settings.keywords), ForcedKeywords(settings.keywords)
    chosen = Spool(
        choose_keywords(analysis, article.language, known, forced.own(article))
        for article, analysis in zip(articles, bare, strict=True)
    )
    heads = Spool(replace(article, blocks=(), dropped=()) for article in articles)
    index = Likeness.of(analyses)
    related, stories = RelatedArticles(heads, chosen), Stories(heads, index.headlines)
    links: Spool[tuple[Related, ...]] = Spool()
    for at, likeness in enumerate(index):
        links.append(related.of(at, likeness))
        stories.add(at, likeness)
    names = stories.names()
    pairs = zip(heads, names, strict=True)
    story_of = {article.key: name for article, name in pairs if name is not None}
    found = zip(chosen, analyses, links, names, strict=True)
    for tags, analysis, others, story in found:
        yield Insight(
            keywords=tags,
            related=confirmed(others, story, story_of),
            story=story,
            key_points=analysis.key_points,
            quotes=analysis.quotes,
            ahead=analysis.ahead,
            mentioned=analysis.mentioned,
        )


def _bare(analysis: Analysis) -> Analysis:
    return replace(analysis, key_points=(), terms=(), quotes=(), ahead=(), mentioned=())


def tell_stories(
    articles: Sequence[Article], analyses: Sequence[Analysis], insights: Iterable[Insight]
) -> Iterator[Story]:
    """Yield each story with what its articles add and where they differ; all are aligned."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for at, insight in enumerate(insights):
        if insight.story is not None:
            members[insight.story].append(at)
    for found in members.values():
        yield compare([articles[at] for at in found], [analyses[at] for at in found])


def explain(
    articles: Sequence[Article], analyses: Sequence[Analysis], settings: Settings
) -> Iterator[tuple[Decision, ...]]:
    """Yield for each article the decision on each keyword candidate, best first."""
    known, forced = vocabulary(analyses, settings.keywords), ForcedKeywords(settings.keywords)
    for article, analysis in zip(articles, analyses, strict=True):
        yield tuple(decisions(analysis, article.language, known, forced.own(article)))
