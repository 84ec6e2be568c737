"""Results that depend on the whole collection: keywords, related articles, stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.article_list import heads_of, text_digests
from generator.config import Keywords, Settings
from generator.insight_list import decided
from generator.models import Analysis, Article, Insight, Keyword
from generator.relate.forced_keywords import ForcedKeywords
from generator.relate.kept_parts import Column, Kept, Parts
from generator.relate.keywords import Decision, choose_keywords, decisions, evidence
from generator.relate.related import Link, RelatedArticles, confirmed
from generator.relate.similarity import Likeness
from generator.relate.stories import Stories
from generator.relate.story_differences import compare
from generator.relate.vocabulary import Vocabulary, vocabulary, vocabulary_of
from generator.run.disk_list import DiskList
from generator.run.file_hashes import sha256
from generator.run.kept_values import KeptValues
from generator.story_models import Story

INSIGHTS, KEYWORDS, STORIES = "insights.bin", "keywords.bin", "stories.bin"  # in the cache


def relate(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    settings: Settings,
    kept: Kept | None = None,
) -> Sequence[Insight]:
    """Return the insight of each article, without excerpts, in the articles' order.

    `kept` is where results are kept for the next build: all insights, while the whole collection is
    the same, or those parts that depend on less.
    """
    kept = kept or Kept(list(map(str, range(len(analyses)))))
    values: KeptValues[Insight] = kept.values(INSIGHTS, settings.keywords)
    depends = list(kept.keys), list(text_digests(articles)), list(heads_of(articles))
    digest = sha256(repr(depends).encode("utf-8", "surrogatepass"))
    keys = [f"{digest} {at}" for at in range(len(articles))]
    if not all(map(values.has, keys)):
        for key, insight in zip(keys, _insights(articles, analyses, settings, kept), strict=True):
            values.put(key, insight)
    values.save()
    return Column(values, keys)


def _insights(
    articles: Sequence[Article], analyses: Sequence[Analysis], settings: Settings, kept: Kept
) -> Iterator[Insight]:
    """Yield the insight of each article."""
    parts = Parts.of(analyses, kept)
    index = Likeness.of(parts.terms)
    known = vocabulary_of(parts.names, parts.forms, settings.keywords, DiskList)
    heads = heads_of(articles)
    chosen = _chosen(articles, parts, known, settings.keywords, kept)
    related = RelatedArticles(heads, chosen, index.headlines)
    stories = Stories(heads, index.headlines)
    links: DiskList[tuple[Link, ...]] = DiskList()
    for at, near in enumerate(index):
        links.append(related.of(at, near))
        stories.add(at, near)
    told = stories.names()
    pairs = zip(heads, told, strict=True)
    story_of = {article.key: name for article, name in pairs if name is not None}
    for tags, others, story in zip(chosen, links, told, strict=True):
        yield Insight(keywords=tags, related=confirmed(others, story, story_of), story=story)


def _chosen(
    articles: Sequence[Article],
    parts: Parts,
    known: Vocabulary,
    settings: Keywords,
    kept: Kept,
) -> Sequence[tuple[Keyword, ...]]:
    """Return the keywords of each article: kept ones while all that they depend on is the same."""
    values: KeptValues[tuple[Keyword, ...]] = kept.values(KEYWORDS, settings)
    forced, digests = ForcedKeywords(settings), list[str]()
    given = articles if forced.need_text else heads_of(articles)
    for at, (article, keys) in enumerate(zip(given, known.collected, strict=True)):
        own, language = forced.own(article), article.language
        depends = kept.keys[at], language, own, keys, evidence(keys, language, known)
        digest = sha256(repr(depends).encode("utf-8", "surrogatepass"))
        if not values.has(digest):
            values.put(digest, choose_keywords(parts.candidates[at], language, known, own, keys))
        digests.append(digest)
    values.save()
    return list(map(values.known, digests))


def tell_stories(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    insights: Sequence[Insight],
    kept: Kept,
) -> Iterator[Story]:
    """Yield each story with what its articles add and where they differ; all are aligned.

    A story of the same articles is kept.
    """
    members: defaultdict[str, list[int]] = defaultdict(list)
    for at, insight in enumerate(decided(insights)):
        if insight.story is not None:
            members[insight.story].append(at)
    values: KeptValues[Story] = kept.values(STORIES)
    heads, digests = heads_of(articles), text_digests(articles)
    for found in members.values():
        depends = [
            (kept.keys[at], digests[at], heads[at].key, heads[at].language, heads[at].date)
            for at in found
        ]
        digest = sha256(repr(depends).encode("utf-8", "surrogatepass"))
        if not values.has(digest):
            story = compare([articles[at] for at in found], [analyses[at] for at in found])
            values.put(digest, story)
        yield values.known(digest)
    values.save()


def explain(
    articles: Sequence[Article], analyses: Sequence[Analysis], settings: Settings
) -> Iterator[tuple[Decision, ...]]:
    """Yield for each article the decision on each keyword candidate, best first."""
    known, forced = vocabulary(analyses, settings.keywords), ForcedKeywords(settings.keywords)
    for article, analysis in zip(articles, analyses, strict=True):
        yield tuple(decisions(analysis, article.language, known, forced.own(article)))
