"""`Article` → `Analysis`: what of an article can be known without the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yake

from generator.models import Article, Problem
from generator.parallel import Lost, Workers

_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Analysis:
    """Keyword candidates with YAKE's scores, best first."""

    candidates: tuple[tuple[str, float], ...]


def analyse(article: Article) -> Analysis:
    """Return what of an article can be known without the others."""
    text = "\n\n".join((f"{article.title}.", *(block.text for block in article.blocks)))
    found = yake.KeywordExtractor(lan=article.language, n=3, top=30).extract_keywords(text)
    kept: list[tuple[str, float]] = []
    for phrase, score in found:
        if not any(set(phrase.split()) & set(one.split()) for one, _ in kept):
            kept.append((phrase, round(float(score), 6)))
    return Analysis(tuple(kept[:10]))


def analyse_all(
    articles: Sequence[Article],
    *,
    cache: Path | None,
    jobs: int | None,
    on_done: Callable[[], None],
) -> tuple[Analysis | Problem, ...]:
    """Return the analysis of each article, aligned; a `Problem` where there is none."""
    del cache
    found = Workers(analyse, jobs, _SECONDS, on_done).run(articles)
    return tuple(
        Problem(article.key, "error", f"{one.reason}. Shorten the article.")
        if isinstance(one, Lost)
        else one
        for article, one in zip(articles, found, strict=True)
    )
