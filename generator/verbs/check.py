"""List every problem of the articles, of content/ and of the built site."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from generator.config import load_settings
from generator.console import Console
from generator.content import Record
from generator.models import Article, Problem
from generator.parallel import Crew
from generator.pipeline import CONTENT, Run, comprehend, seeds_of
from generator.read import read
from generator.report import Report
from generator.site.links import broken_links
from generator.verbs.build import options_of
from generator.write import changed_by_hand

_SETTLE = (
    "A doubt that is none, `settled: [its name in brackets]` in the sidecar (NAME.yml beside the "
    "article) silences for good."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what only `check` knows."""
    parser.add_argument("--json", action="store_true", help="the list as JSON")


def run(args: argparse.Namespace, console: Console) -> int:
    """Check; 1 if articles could not be used, or with --strict if there is any problem."""
    options = options_of(args)
    settings = load_settings(options.project)
    report = Report()
    record = Record.of(options.project / CONTENT)
    work = Run(settings, report, replace(console, quiet=True).progress, Crew(options.jobs))
    sources = read(seeds_of(options.project), settings.limits, record.collected())
    articles = comprehend(work, sources)
    report.problems += _of_content(options.project / CONTENT, record, articles)
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


def _of_content(content: Path, record: Record, articles: Sequence[Article]) -> Iterator[Problem]:
    for path in changed_by_hand(content):
        message = "was changed by hand; builds keep it as it is."
        yield Problem(f"{content.name}/{path}", "warning", message, "changed-by-hand")
    pages = {entry.key: entry.sha256 for entry in record.entries}
    copies = {source for entry in record.entries for source in entry.also}
    for article in articles:
        if article.draft or article.key in copies:
            continue
        if article.key not in pages:
            yield Problem(article.key, "warning", "has no page yet. Build the digest.", "no-page")
        elif pages[article.key] != article.sha256:
            message = "has changed since its page was written. Build the digest."
            yield Problem(article.key, "warning", message, "old-page")


def _closing(report: Report, articles: int) -> str:
    levels: list[str] = [problem.level for problem in report.problems]
    counts = {level: levels.count(level) for level in ("error", "warning", "doubt")}
    found = ", ".join(
        f"{count} {level}{'' if count == 1 else 's'}" for level, count in counts.items()
    )
    return f"Articles: {articles}. Found: {found}."
