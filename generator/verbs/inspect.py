"""Show what is understood of files or folders, without writing anything."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.compose.reasons import reason
from generator.config import Settings, load_settings
from generator.console import Console
from generator.content import Record, load_entries
from generator.models import Article, Block, DigestError, Insight
from generator.pipeline import CONTENT, SEEDS, Collection, Run, comprehend, examine
from generator.read import read
from generator.report import Report
from generator.words import load_words


class NotFound(DigestError):
    """A path that is to be inspected does not exist."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what only `inspect` knows."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON array")
    form.add_argument("--jsonl", action="store_true", help="one JSON object per article and line")
    parser.add_argument(
        "--no-analysis", action="store_true", help="leave out keywords, key points and related"
    )


def run(args: argparse.Namespace, console: Console) -> int:
    """Inspect; 1 if articles could not be used."""
    settings = load_settings(args.project)
    report = Report()
    found: list[dict[str, object]] = []
    for path in args.paths:
        one = Run(settings, report, replace(console, quiet=True).progress, args.jobs)
        collection = _collection(one, path, args.project, analysis=not args.no_analysis)
        found += records(collection, settings)
    _show(found, args, console)
    console.problems(report.unusable())
    return 1 if report.unusable() else 0


def _collection(run: Run, path: Path, project: Path, *, analysis: bool) -> Collection:
    if not path.exists():
        raise NotFound(f"{path}: there is no such file or folder.")
    seeds = project / SEEDS
    ours = path.resolve().is_relative_to(seeds.resolve())
    recorded = Record(load_entries(project / CONTENT)).collected() if ours else {}
    if path.is_dir():
        root, only = path, None
    else:
        root, only = (
            (seeds, seeds / path.resolve().relative_to(seeds.resolve()))
            if ours
            else (path.parent, path)
        )
    if analysis:
        return examine(run, root, recorded, only)
    articles = comprehend(run, read(root, run.settings.limits, recorded, only))
    return Collection(articles, (Insight(),) * len(articles))


def records(collection: Collection, settings: Settings) -> Iterator[dict[str, object]]:
    """Yield what is known of each article as plain data; the form is a contract."""
    words = load_words(settings.language)
    for article, insight in zip(collection.articles, collection.insights, strict=True):
        yield {
            **_understood(article),
            "keywords": [
                {"text": one.text, "score": round(one.score, 4)} for one in insight.keywords
            ],
            "key_points": [
                {"text": one.text, "paragraph": one.paragraph, "sentence": one.sentence}
                for one in insight.key_points
            ],
            "related": [
                {"source": one.key, "reason": reason(one, words)} for one in insight.related
            ],
            "problems": [
                {"level": one.level, "message": one.message, "code": one.code}
                for one in article.problems
            ],
        }


def _understood(article: Article) -> dict[str, object]:
    return {
        "source": article.source,
        "entry": article.entry,
        "title": article.title,
        "section": article.section,
        "date": article.date,
        "date_inferred": article.date_inferred,
        "updated": article.updated,
        "authors": list(article.authors),
        "outlet": article.outlet,
        "url": article.url,
        "place": article.place,
        "language": article.language,
        "views": article.views,
        "reading_minutes": article.reading_minutes,
        "standfirst": article.standfirst,
        "summary_only": article.summary_only,
        "paragraphs": [_paragraph(block) for block in article.blocks],
        "dropped": [
            {"line": one.line, "text": one.text, "reason": one.reason} for one in article.dropped
        ],
        "also": [
            {"source": one.source, "outlet": one.outlet, "url": one.url} for one in article.also
        ],
        "origins": dict(article.origins),
    }


def _paragraph(block: Block) -> str | dict[str, str]:
    return {"heading": block.text} if block.kind == "heading" else block.text


def _show(found: list[dict[str, object]], args: argparse.Namespace, console: Console) -> None:
    if args.json:
        console.data(json.dumps(found, ensure_ascii=False, indent=2))
    elif args.jsonl:
        for one in found:
            console.data(json.dumps(one, ensure_ascii=False))
