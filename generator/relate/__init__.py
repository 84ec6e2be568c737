"""Results that depend on the whole collection: keywords, related articles, stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.config import Settings
from generator.models import Analysis, Article, Insight, Related
from generator.relate.comparison import compare
from generator.relate.forced_keywords import ForcedKeywords
from generator.relate.keywords import Decision, choose_keywords, decisions
from generator.relate.related import RelatedArticles, confirmed
from generator.relate.similarity import Likeness
from generator.relate.stories import Stories
from generator.relate.vocabulary import vocabulary
from generator.run.disk_list import DiskList
from generator.story_models import Story


def relate(
    articles: Sequence[Article], analyses: Sequence[Analysis], settings: Settings
) -> Iterator[Insight]:
    """Yield the insight of each article, in the articles' order."""
    parts = _Parts()
    index = Likeness.of(parts.divided(analyses))
    bare = parts.candidates
    known = vocabulary(bare, settings.keywords, DiskList)
    forced = ForcedKeywords(settings.keywords)
    heads: list[Article] = []
    chosen = DiskList(
        choose_keywords(analysis, article.language, known, forced.own(article), keys)
        for article, analysis, keys in zip(
            _noted(articles, heads), bare, known.collected, strict=True
        )
    )
    related = RelatedArticles(heads, chosen)
    stories = Stories(heads, index.headlines)
    links: DiskList[tuple[Related, ...]] = DiskList()
    for at, likeness in enumerate(index):
        links.append(related.of(at, likeness))
        stories.add(at, likeness)
    names = stories.names()
    pairs = zip(heads, names, strict=True)
    story_of = {article.key: name for article, name in pairs if name is not None}
    found = zip(chosen, parts.excerpts, links, names, strict=True)
    for tags, excerpts, others, story in found:
        yield replace(
            excerpts, keywords=tags, related=confirmed(others, story, story_of), story=story
        )


def _noted(articles: Iterable[Article], heads: list[Article]) -> Iterator[Article]:
    """Yield articles; note each without its text."""
    for article in articles:
        heads.append(replace(article, blocks=(), dropped=(), origins={}, problems=()))
        yield article


@dataclass
class _Parts:
    """The parts of analyses that are read several times, each without the others."""

    candidates: DiskList[Analysis] = field(default_factory=DiskList)
    excerpts: DiskList[Insight] = field(default_factory=DiskList)

    def divided(self, analyses: Iterable[Analysis]) -> Iterator[Analysis]:
        """Divide analyses; yield each, whose terms are needed once."""
        for analysis in analyses:
            self.candidates.append(Analysis(candidates=analysis.candidates))
            self.excerpts.append(
                Insight(
                    key_points=analysis.key_points,
                    quotes=analysis.quotes,
                    ahead=analysis.ahead,
                    mentioned=analysis.mentioned,
                )
            )
            yield analysis


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
