"""Results that depend on the whole collection: keywords, related articles, stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.article_list import heads_of
from generator.config import Settings
from generator.insight_list import decided
from generator.models import Analysis, Article, Insight, Related
from generator.relate.forced_keywords import ForcedKeywords
from generator.relate.kept_parts import Parts
from generator.relate.keywords import Decision, choose_keywords, decisions
from generator.relate.related import RelatedArticles, confirmed
from generator.relate.similarity import Likeness
from generator.relate.stories import Stories
from generator.relate.story_differences import compare
from generator.relate.vocabulary import vocabulary
from generator.run.disk_list import DiskList
from generator.story_models import Story


def relate(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    settings: Settings,
    parts: Parts | None = None,
) -> Iterator[Insight]:
    """Yield the insight of each article, without excerpts, in the articles' order.

    `parts` are those of the analyses, where they are known.
    """
    parts = parts or Parts.of(analyses)
    index = Likeness.of(parts.terms)
    known = vocabulary(parts.candidates, settings.keywords, DiskList, parts.names)
    forced = ForcedKeywords(settings.keywords)
    heads = heads_of(articles)
    chosen = DiskList(
        choose_keywords(analysis, article.language, known, forced.own(article), keys)
        for article, analysis, keys in zip(
            articles if forced.need_text else heads, parts.candidates, known.collected, strict=True
        )
    )
    related = RelatedArticles(heads, chosen)
    stories = Stories(heads, index.headlines)
    links: DiskList[tuple[Related, ...]] = DiskList()
    for at, likeness in enumerate(index):
        links.append(related.of(at, likeness))
        stories.add(at, likeness)
    told = stories.names()
    pairs = zip(heads, told, strict=True)
    story_of = {article.key: name for article, name in pairs if name is not None}
    for tags, others, story in zip(chosen, links, told, strict=True):
        yield Insight(keywords=tags, related=confirmed(others, story, story_of), story=story)


def tell_stories(
    articles: Sequence[Article], analyses: Sequence[Analysis], insights: Sequence[Insight]
) -> Iterator[Story]:
    """Yield each story with what its articles add and where they differ; all are aligned."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for at, insight in enumerate(decided(insights)):
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
