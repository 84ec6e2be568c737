"""The order of the stages: read → understand → analyse → relate → compose → write → site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from generator.article_list import Articles
from generator.compose.all_lists import Lists
from generator.compose.edition_files import EditionFiles
from generator.config import Settings, load_settings
from generator.content.earlier_builds import Record
from generator.content.edited_pages import edited_pages
from generator.content.entries import FILE as ENTRIES
from generator.content.entries import Entries
from generator.content.page_hashes import FILE as PAGES
from generator.content.pages import with_identity
from generator.content.publish import Contents, publish
from generator.content.writer import Writer
from generator.editions import EditionFile, load_editions
from generator.insight_list import Insights
from generator.models import Analysis, Article, Insight, Problem, Source, Withheld
from generator.per_article_stages import Bench, Sources, analyse_all, understand_all
from generator.project import ASIDE, CACHE, CONTENT, SEEDS, Options
from generator.read import read, read_unread
from generator.relate import relate, tell_stories
from generator.relate.articles_with_features import ArticlesWithFeatures
from generator.relate.duplicates import mark_copies, merge_copies
from generator.relate.kept_parts import Kept
from generator.relate.names_in_use import NamesInUse
from generator.relate.repeated_lines import without_repeated
from generator.relate.versions import Newest
from generator.relate.withdrawn import Published
from generator.run import files
from generator.run.dask_cluster import crew
from generator.run.disk_list import DiskList
from generator.run.file_hashes import Digests
from generator.run.last_build import LastBuild
from generator.run.parallel import Crew
from generator.run.report import Progress, Report
from generator.site.build import Known, build_site


@dataclass(frozen=True, slots=True)
class Collection:
    """The articles of a folder with their insights and analyses, in the same order.

    `kept` is where results that depend on the analyses are kept.
    """

    articles: Sequence[Article] = ()
    insights: Sequence[Insight] = ()
    analyses: Sequence[Analysis] = ()
    kept: Kept = field(default_factory=Kept)


@dataclass
class Run:
    """One run over a folder: its settings, folders, caches, and where problems are reported."""

    settings: Settings
    report: Report
    progress: Progress
    crew: Crew = field(default_factory=Crew)
    cache: Path | None = None  # None: nothing is kept for the next run
    entries: Entries = field(default_factory=Entries)
    digests: Digests = field(default_factory=Digests)
    lists: Lists = field(default_factory=Lists)
    scratch: Path | None = None  # for temporary files; None: the system's folder
    project: Path | None = None  # for its Git repository; None: the folder above the seeds
    editions: Mapping[str, EditionFile] = field(default_factory=dict)
    merges: bool = True  # merge copies of one text into one article; else mark each as a copy

    @property
    def bench(self) -> Bench:
        """The processes, folders and limits of this run."""
        return Bench(self.settings.limits, self.crew, self.cache, self.scratch)


def build_anew(options: Options, report: Report, progress: Progress, last: LastBuild) -> None:
    """Build a project from its seeds to its site; add problems and costs to `report`.

    `last` records the state of the folder that the build itself writes.
    """
    settings = with_identity(load_settings(options.project), options.project / CONTENT)
    cache = options.project / CACHE
    with crew(options.scheduler, options.jobs, options.kept) as team:
        for folder in (options.project / CONTENT, cache):
            files.sweep(folder)
        work_crew = replace(team, megabytes=settings.limits.memory_megabytes)
        run = Run(
            settings,
            report,
            progress,
            work_crew,
            cache,
            entries=Entries(cache / ENTRIES, last.digests),
            digests=last.digests,
            scratch=cache,
            editions=load_editions(options.project),
        )
        _content(run, options)
        last.wrote(CONTENT)
        with report.stage("site"):
            report.problems += build_site(
                options.project,
                options.site,
                strict=options.strict,
                offline=options.offline,
                known=Known(cache, run.entries, run.digests, run.lists),
            )
        run.entries.save()


def _content(run: Run, options: Options) -> None:
    """Update content/ from the seeds; nothing stays in memory afterwards."""
    record = Record.of(options.project / CONTENT, run.entries)
    collection = examine(run, options.project / SEEDS, record.collected())
    with run.report.stage("write"):
        write(run, options, collection, record)


def examine(
    run: Run, folder: Path, recorded: Mapping[str, dt.date], only: Path | None = None
) -> Collection:
    """Read, understand, analyse and relate the articles of a folder."""
    articles = comprehend(run, folder, recorded, only)
    run.report.counts["articles"] = len(articles)
    with run.report.stage("analyse"), run.progress("analyse", len(articles)) as tick:
        analyses, problems = analyse_all(articles, run.bench, tick)
        run.crew.rest()
    run.report.problems += problems
    if lost := {problem.source for problem in problems}:
        usable = [at for at, head in enumerate(articles.heads) if head.key not in lost]
        articles.keep(usable)
        analyses.keep(usable)
    with run.report.stage("relate"):
        kept = Kept(analyses.keys, run.cache, run.scratch)
        found = relate(articles, analyses, run.settings, kept)
    return Collection(articles, Insights(found, analyses, analyses.keys), analyses, kept)


def _merge(run: Run, gathered: ArticlesWithFeatures, withheld: Sequence[Withheld]) -> None:
    """Leave the articles to publish: none withheld, no copies, no lines that a site repeats."""
    articles, features = gathered.articles, gathered.features
    if withheld and run.merges:
        published = Published.of(articles.heads, withheld)
        run.report.problems += published.problems
        gathered.apply(published.changes())
    if len(articles) > 1:
        gathered.apply(_each_once(gathered, run))
    if len(articles) > 1 and run.settings.repeated_lines == "remove":
        gathered.apply(without_repeated(articles, features))


def comprehend(
    run: Run, folder: Path, recorded: Mapping[str, dt.date], only: Path | None = None
) -> Articles:
    """Return the articles of a folder, copies merged; problems are added to the report."""
    with run.report.stage("read"):
        sources = read(folder, run.settings.limits, recorded, only, run.project, run.digests)
        usable = Sources(_readable(run, sources), run.scratch, partial(read_unread, folder))
    with run.report.stage("understand"), run.progress("understand", len(usable)) as tick:
        results = understand_all(usable, run.bench, tick)
    names, withheld = NamesInUse(), list[Withheld]()
    with run.report.stage("merge"):
        gathered = ArticlesWithFeatures(run.cache, run.scratch)
        for at in range(len(results)):
            source = gathered.add_source(results, at, run.settings)
            run.report.problems += source.problems
            names.note(source.heads)
            withheld += source.withheld
        _merge(run, gathered, withheld)
        gathered.save()
    _apply_edition_files(run, gathered.articles, names)
    run.report.problems += names.unused(run.settings)
    return gathered.articles


def _apply_edition_files(run: Run, articles: Articles, names: NamesInUse) -> None:
    """Apply the edition files to the articles that they name; report all problems."""
    editions = EditionFiles(run.editions, run.settings)
    for number, head in enumerate(articles.heads):
        run.report.problems += head.problems
        article = articles[number] if editions.need_text(head) else head
        applied = editions.applied(article)
        names.note([applied])
        if applied is not article:
            articles.replace(number, applied, articles.digests[number])
    run.report.problems += editions.problems()


def _readable(run: Run, sources: Iterable[Source | Problem]) -> Iterator[Source]:
    for source in sources:
        if isinstance(source, Problem):
            run.report.problems.append(source)
        else:
            yield source


def _each_once(gathered: ArticlesWithFeatures, run: Run) -> Iterable[tuple[int, Article | None]]:
    """Return what leaves one version of each article, and no copies if the settings merge them."""
    articles, features = gathered.articles, gathered.features
    if run.settings.duplicates == "keep":
        return Newest.of(articles).changes() if run.merges else ()
    return merge_copies(articles, features) if run.merges else mark_copies(articles, features)


def write(run: Run, options: Options, collection: Collection, record: Record) -> None:
    """Write the pages of a collection into content/."""
    content, seeds = options.project / CONTENT, options.project / SEEDS
    writer = Writer(
        content,
        options.project / CACHE / ASIDE if options.force else None,
        run.cache and run.cache / PAGES,
        run.digests,
    )
    failed = _failed(run.report.problems, record)
    found, kept = collection, collection.kept
    stories = tell_stories(found.articles, found.analyses, found.insights, kept)
    contents = Contents(found.articles, found.insights, DiskList(stories, run.scratch))
    composed = publish(writer, contents, record, run.settings, failed, run.entries, run.lists)
    record.without_page(content, failed).save(content)  # the other pages' front matter records it
    made = {path: (entry.key, entry.sha256) for path, entry in composed.items() if entry}
    run.report.problems += writer.problems
    run.report.problems += edited_pages(content, writer.by_hand, made, seeds)
    run.report.counts |= writer.counts()


def _failed(problems: Sequence[Problem], record: Record) -> set[str]:
    """Return the sources that could not be used this time: their pages stay as they are.

    A problem names a file, or an article in it ("feed.xml#7"); file names may contain a "#" too.
    """
    named = {problem.source for problem in problems if problem.level == "error"}
    cut = {name[:at] for name in named for at, sign in enumerate(name) if sign == "#"}
    return named | (cut & {entry.source for entry in record.entries})
