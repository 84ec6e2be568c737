"""Runs the two stages that process one article at a time, for all articles of a run.

Only worker processes import these stages: a build that finds all results in its cache needs
neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.article_list import Articles
from generator.config import Limits
from generator.models import Analysis, Article, Problem, Source, Understood
from generator.run.cache import Cache
from generator.run.cached_work import CachedWork, Results
from generator.run.disk_list import DiskList
from generator.run.functions_by_name import Elsewhere
from generator.run.lazy_sequence import LazySequence
from generator.run.parallel import Crew
from generator.run.resource_limits import Lost

_UNUSED = ("networkx",)  # YAKE's graph takes a third of the time in which a worker is started
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


class Sources(LazySequence[Source]):
    """The sources of a run: their data are on disk, the rest of them (`heads`) is in memory.

    `read` returns one with its data that was left unread.
    """

    def __init__(
        self, sources: Iterable[Source], scratch: Path | None, read: Callable[[Source], Source]
    ) -> None:
        self.heads: list[Source] = []
        self._data: DiskList[bytes] = DiskList(folder=scratch)
        self._places: dict[int, int] = {}  # of the data that were read
        self._read = read
        for at, source in enumerate(sources):
            self.heads.append(replace(source, data=b"") if source.data else source)
            if not source.unread:
                self._places[at] = len(self._data)
                self._data.append(source.data)

    def __len__(self) -> int:
        """Return the number of sources."""
        return len(self.heads)

    def value(self, at: int) -> Source:
        """Return the source at an index."""
        if at in self._places:
            return replace(self.heads[at], data=self._data[self._places[at]])
        return self._read(self.heads[at])


def understand_all(
    sources: Sources, bench: Bench, on_done: Callable[[], None]
) -> Results[Understood]:
    """Return the result for each source, in order; a `Problem` for one that exceeds a limit."""
    kept: Cache[Understood] = Cache(bench.cache and bench.cache / "understood", "understand")
    function: Elsewhere[Understood] = Elsewhere("generator.understand", "understand")
    work = CachedWork(
        partial(function, limits=bench.limits),
        lambda at: (sources.heads[at], bench.limits),  # the hash replaces the data
        lambda source, why: Understood(problems=(_problem(source.path, why, _SHORTEN_FILE),)),
        bench.limits.seconds,
        bench.crew,
        bench.scratch,
    )
    return work.done(sources, kept, on_done)


def analyse_all(
    articles: Articles, bench: Bench, on_done: Callable[[], None]
) -> tuple[Results[Analysis], Sequence[Problem]]:
    """Return the analysis of each article, in order, and the problems of those without one.

    These have an empty analysis.
    """
    problems: list[Problem] = []

    def lost(article: Article, why: Lost) -> Analysis:
        problems.append(_problem(article.key, why, _SHORTEN_ARTICLE))
        return Analysis()

    kept: Cache[Analysis] = Cache(bench.cache and bench.cache / "analysed", "analyse")
    function: Elsewhere[Analysis] = Elsewhere("generator.analyse", "analyse", _UNUSED)
    work = CachedWork(
        function,
        lambda at: _analysed_by(articles.heads[at], articles.digests[at]),
        lost,
        bench.limits.seconds,
        bench.crew,
        bench.scratch,
    )
    return work.done(articles, kept, on_done), problems


def _analysed_by(article: Article, text: str) -> tuple[object, ...]:
    """Return the fields of an article that its analysis depends on; `text` is its digest."""
    names = article.authors, article.outlet
    dates = article.date, article.date_inferred, article.date_other
    return article.title, article.standfirst, text, article.language, *names, *dates


def _problem(name: str, why: Lost, remedy: str) -> Problem:
    return Problem(name, "error", why.message(remedy))
