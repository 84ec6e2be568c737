"""List all problems of the articles, of content/ and of the built site."""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from generator.config import load_settings
from generator.content.earlier_builds import Record
from generator.content.edited_pages import edited_pages
from generator.content.entries import Entries
from generator.content.manifest import changed_by_hand
from generator.editions import load_editions
from generator.models import Article, Problem
from generator.pipeline import Run, comprehend
from generator.project import CONTENT, SEEDS, seeds_of
from generator.relate.alias_suggestions import alias_suggestions
from generator.relate.merge_suggestions import merge_suggestions
from generator.run.console import Console
from generator.run.parallel import Crew
from generator.run.report import Report
from generator.site.checks.links import broken_links
from generator.verbs.build import options_of

_SETTLE = (
    "To settle a doubt for good, list its name (in brackets) in the sidecar, NAME.yml beside the "
    "article: `settled: [name]`; for all files of a folder, in its _folder.yml.\n"
    "Next: `digest review` asks about each doubt and writes your answers."
)


EXAMPLES = """\
  digest check           every doubt, and how to settle it
  digest check --strict  the same; exit code 1 if there is one
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run(args: argparse.Namespace, console: Console) -> int:
    """Check; return 1 if articles could not be used or, with --strict, if there is any problem."""
    options = options_of(args)
    seeds = seeds_of(options.project)
    settings = load_settings(options.project)
    report = Report()
    record = Record.of(options.project / CONTENT)
    work = Run(
        settings,
        report,
        replace(console, quiet=True).progress,
        Crew(options.jobs, megabytes=settings.limits.memory_megabytes),
        editions=load_editions(options.project),
    )
    articles = comprehend(work, seeds, record.collected())
    report.problems += _of_content(options.project, record, articles)
    report.problems += merge_suggestions(articles, settings)
    pages = Entries().of(options.project / CONTENT)
    keywords = [entry.keywords for entry, _ in pages]
    report.problems += alias_suggestions(keywords, settings.keywords)
    report.problems += broken_links(options.site)
    if args.json:
        found = [asdict(problem) for problem in report.problems]
        console.data(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        console.problems(report.problems)
        console.say(_closing(report, len(articles)))
        if any(problem.level == "doubt" for problem in report.problems):
            console.say(_SETTLE, "dim")
    return 1 if report.unusable() or (options.strict and report.problems) else 0


_NO_PAGE = "has no page yet. Build the digest."
_OLD_PAGE = "has changed since its page was written. Build the digest."


def _of_content(project: Path, record: Record, articles: Sequence[Article]) -> Iterator[Problem]:
    content = project / CONTENT
    by_hand = changed_by_hand(content)
    published = [article for article in articles if not article.draft]
    known = record.addresses(articles)
    made = {
        known[article.key]: (article.key, article.sha256)
        for article in published
        if article.key in known
    }
    yield from edited_pages(content, by_hand, made, project / SEEDS)
    yield from _without_current_page(published, record, content, by_hand)


def _without_current_page(
    articles: Sequence[Article], record: Record, content: Path, by_hand: Collection[str]
) -> Iterator[Problem]:
    """Yield the articles whose page is missing, or older than the article."""
    pages = {entry.key: entry for entry in record.entries if (content / entry.path).is_file()}
    copies = {source for entry in record.entries for source in entry.also}
    for article in articles:
        if article.key in copies:
            continue
        page = pages.get(article.key)
        if page is None:
            yield Problem(article.key, "warning", _NO_PAGE, "no-page")
        elif page.sha256 != article.sha256 and page.path not in by_hand:
            yield Problem(article.key, "warning", _OLD_PAGE, "old-page")


def _closing(report: Report, articles: int) -> str:
    levels: list[str] = [problem.level for problem in report.problems]
    counts = {level: levels.count(level) for level in ("error", "warning", "doubt")}
    found = ", ".join(
        f"{count} {level}{'' if count == 1 else 's'}" for level, count in counts.items()
    )
    return f"Articles: {articles}. Found: {found}."
