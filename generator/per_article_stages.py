"""Runs the two stages that process one article at a time, for all articles of a run.

Only worker processes import these stages: a build that finds all results in its cache needs
neither.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.config import Limits
from generator.models import Analysis, Article, Problem, Source, Understood
from generator.run.cache import Cache
from generator.run.cached_work import CachedWork
from generator.run.functions_by_name import Elsewhere
from generator.run.parallel import Crew
from generator.run.resource_limits import Lost

_SHORTEN_FILE = "Shorten the file, or raise limits.seconds."
_SHORTEN_ARTICLE = "Shorten the article, or raise limits.seconds."


@dataclass(frozen=True)
class Bench:
    """The processes, folders and limits with which articles are processed.

    `cache` is the folder for the results of unchanged articles, None to keep none; `scratch` the
    folder for temporary files, None for the system's. One article may take `limits.seconds` of CPU
    time.
    """

    limits: Limits
    crew: Crew
    cache: Path | None = None
    scratch: Path | None = None


def understand_all(
    sources: Sequence[Source], bench: Bench, on_done: Callable[[], None]
) -> Sequence[Understood]:
    """Return the result for each source, in order; a `Problem` for one that exceeds a limit."""
    kept = Cache(bench.cache and bench.cache / "understood", Understood, "understand")
    function: Elsewhere[Understood] = Elsewhere("generator.understand", "understand")
    work = CachedWork(
        partial(function, limits=bench.limits),
        lambda source: (replace(source, data=b""), bench.limits),  # the hash replaces the data
        lambda source, why: Understood(problems=(_problem(source.path, why, _SHORTEN_FILE),)),
        bench.limits.seconds,
        bench.crew,
        bench.scratch,
    )
    return work.done(sources, kept, on_done)


def analyse_all(
    articles: Sequence[Article], bench: Bench, on_done: Callable[[], None]
) -> Sequence[Analysis | Problem]:
    """Return the analysis of each article, in order; a `Problem` where it failed."""
    kept = Cache[Analysis | Problem](bench.cache and bench.cache / "analysed", Analysis, "analyse")
    function: Elsewhere[Analysis | Problem] = Elsewhere("generator.analyse", "analyse")
    work: CachedWork[Article, Analysis | Problem] = CachedWork(
        function,
        _analysed_by,
        lambda article, why: _problem(article.key, why, _SHORTEN_ARTICLE),
        bench.limits.seconds,
        bench.crew,
        bench.scratch,
    )
    return work.done(articles, kept, on_done)


def _analysed_by(article: Article) -> tuple[object, ...]:
    """Return the fields of an article that its analysis depends on."""
    names = article.authors, article.outlet
    dates = article.date, article.date_inferred, article.date_other
    return article.title, article.blocks, article.language, *names, *dates


def _problem(name: str, why: Lost, remedy: str) -> Problem:
    return Problem(name, "error", why.message(remedy))
