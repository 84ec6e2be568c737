"""Show how files or folders are understood, without writing anything."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path

from generator.compose.article.labels import reason
from generator.config import Settings, load_settings
from generator.content.earlier_builds import Record
from generator.models import (
    Article,
    Block,
    Copy,
    Dropped,
    Insight,
    KeyPoint,
    Problem,
    UsageError,
)
from generator.moments import Moment
from generator.pipeline import Collection, Run, comprehend, examine
from generator.project import CONTENT, SEEDS
from generator.quotations_and_dates import MentionedDate, Quotation
from generator.review.examination import lines_of
from generator.review.terminal import style_of
from generator.run.console import Console
from generator.run.parallel import Crew
from generator.run.report import Report
from generator.understand.editor.trace import Line
from generator.verbs.explain import explained, head_of, print_explained
from generator.verbs.original_spelling import as_written
from generator.words import load_words

_PLACES = frozenset({"paragraph", "sentence"})  # of a key point: for programs
# Fields of an article that are of no use to a reader of `inspect`, or shown in another form.
_HIDDEN = frozenset({"sha256", "collected", "blocks", "exported", "date_other", "keywords", "slug",
                     "verbatim", "draft", "editorial", "rights", "settled",
                     "problems"})  # fmt: skip
# The fields of an article; first those that every article has.
_SHOWN = tuple(
    dict.fromkeys(
        name
        for name in ("source", "title", "language", *(field.name for field in fields(Article)))
        if name not in _HIDDEN
    )
)
# Fields that people see in the lines, or beside the values.
_IN_LINES = frozenset({"source", "entry", "summary_only", "dropped", "origins"})
_FIELDS = tuple(name for name in _SHOWN if name not in _IN_LINES)
_FOUND = ("keywords", "key_points", "related", "story", "quotes", "ahead", "mentioned")
_RECORDS = (Dropped, Copy, KeyPoint, Quotation, MentionedDate)


class NotFound(UsageError):
    """A path that is to be inspected does not exist."""


EXAMPLES = """\
  digest inspect seeds/bridge.txt            each line, and what it was recognised as
  digest inspect --explain seeds/bridge.txt  with the reasons for its keywords and its head
  digest inspect --jsonl seeds               one JSON object per article
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `inspect`."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON array")
    form.add_argument(
        "--jsonl", action="store_true", help="print one JSON object per line and article"
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="show all candidates for keywords and key points, and why each was chosen or rejected",
    )
    parser.add_argument(
        "--no-analysis",
        action="store_true",
        help="omit keywords, key points, related articles, quotations and dates",
    )


def run(args: argparse.Namespace, console: Console) -> int:
    """Inspect; return 1 if articles could not be used, else 0."""
    settings = load_settings(args.project)
    report = Report()
    for_machines = args.json or args.jsonl
    found: list[dict[str, object]] = []
    of_articles: set[Problem] = set()
    for path in args.paths:
        scan = _scan(args, settings, report, console)
        collection = _collection(scan, path, args.project, analysis=not args.no_analysis)
        of_articles.update(*(article.problems for article in collection.articles))
        root = _root(path, args.project)
        made = list(records(collection, settings))
        if args.explain:
            made = _with_reasons(made, collection, settings, root, analysis=not args.no_analysis)
        if for_machines:
            found += [as_written(record, root) for record in made]
        else:
            _print(collection, made, root, console)
    _show(found, args, console)
    console.problems(_serious_of_files(report.problems, of_articles))
    if not for_machines:
        console.say("Next: `digest review` corrects what is in doubt; `digest build`.", "dim")
    return 1 if report.unusable() else 0


def _serious_of_files(problems: Iterable[Problem], of_articles: set[Problem]) -> list[Problem]:
    """Return the problems, except doubts and those that are shown with their article."""
    return [
        problem for problem in problems if problem not in of_articles and problem.level != "doubt"
    ]


def _scan(args: argparse.Namespace, settings: Settings, report: Report, console: Console) -> Run:
    """Return a run that reads and analyses without output, and does not merge copies."""
    return Run(
        settings,
        report,
        replace(console, quiet=True).progress,
        Crew(args.jobs, megabytes=settings.limits.memory_megabytes),
        project=args.project,
        merges=False,
    )


def _with_reasons(
    made: list[dict[str, object]],
    collection: Collection,
    settings: Settings,
    root: Path,
    *,
    analysis: bool,
) -> list[dict[str, object]]:
    """Return the records with what `--explain` adds: candidates, sentences, lines of the head."""
    if analysis:
        pairs = zip(made, explained(collection, settings), strict=True)
        made = [record | reasons for record, reasons in pairs]
    return [
        record | head_of(article, root)
        for record, article in zip(made, collection.articles, strict=True)
    ]


def _collection(run: Run, path: Path, project: Path, *, analysis: bool) -> Collection:
    if not path.exists():
        raise NotFound(f"{path}: there is no such file or folder.")
    ours = _ours(path, project)
    recorded = Record.of(project / CONTENT).collected() if ours else {}
    root = _root(path, project)
    only = None if path.is_dir() else root / path.resolve().relative_to(root.resolve())
    if analysis:
        return examine(run, root, recorded, only)
    articles = comprehend(run, root, recorded, only)
    return Collection(articles, (Insight(),) * len(articles))


def _ours(path: Path, project: Path) -> bool:
    return path.resolve().is_relative_to((project / SEEDS).resolve())


def _root(path: Path, project: Path) -> Path:
    """Return the folder of the collection: `path`, or the folder that contains it."""
    if path.is_dir():
        return path
    return project / SEEDS if _ours(path, project) else path.parent


def _print(
    collection: Collection, made: list[dict[str, object]], root: Path, console: Console
) -> None:
    """Print, for a person, what each line was recognised as, then the fields."""
    for article, record in zip(collection.articles, made, strict=True):
        console.say(f"\n{article.key}", "bold underline")
        for line in _lines(article, root):
            console.say(f"{line.number:5} {line.taken_for:24.24} {line.text[:160]}", style_of(line))
        for name in (*_FIELDS, *_FOUND):
            _print_field(name, record.get(name), article.origins.get(name, ""), console)
        print_explained(record, console)
        for dropped in article.dropped:
            if dropped.others:
                where = ", ".join(dropped.others)
                console.say(f"  line {dropped.line} is repeated in {where}", "dim")
        for problem in article.problems:
            code = f" [{problem.code}]" if problem.code else ""
            console.say(f"  {problem.level}: {problem.message}{code}", "yellow")


def _lines(article: Article, root: Path) -> Sequence[Line]:
    """Return the lines of an article's source with what each was recognised as."""
    try:
        return lines_of(article, (root / article.source).read_bytes())
    except OSError:
        return ()


def _print_field(name: str, value: object, origin: str, console: Console) -> None:
    if value in (None, "", [], False):
        return
    source = f"  ({origin})" if origin else ""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        console.say(f"  {name}:{source}")
        _print_items(value, console)
    else:
        shown = ", ".join(map(str, value)) if isinstance(value, list) else value
        console.say(f"  {name}: {shown}{source}")


def _print_items(items: Iterable[Mapping[str, object]], console: Console) -> None:
    for item in items:
        parts = (part for key, part in item.items() if key not in _PLACES and part is not None)
        console.say("    " + "  ".join(map(str, parts)))


def records(collection: Collection, settings: Settings) -> Iterator[dict[str, object]]:
    """Yield the record of each article as plain data; its format is stable."""
    words = load_words(settings.language)
    for article, insight in zip(collection.articles, collection.insights, strict=True):
        yield {
            **_understood(article),
            "keywords": [
                {"text": keyword.text, "score": round(keyword.score, 4)}
                for keyword in insight.keywords
            ],
            "key_points": _plain(insight.key_points),
            "related": [
                {"source": related.key, "reason": reason(related, words)}
                for related in insight.related
            ],
            "story": insight.story,
            "quotes": _plain(insight.quotes),
            "ahead": _plain(insight.ahead),
            "mentioned": _plain(insight.mentioned),
            "problems": [
                {"level": problem.level, "message": problem.message, "code": problem.code}
                for problem in article.problems
            ],
        }


def _understood(article: Article) -> dict[str, object]:
    """Return the fields of an article that are shown; new fields of `Article` are included."""
    return {
        **{name: _plain(getattr(article, name)) for name in _SHOWN},
        "paragraphs": [_paragraph(block) for block in article.blocks],
    }


def _plain(value: object) -> object:
    """Return a model's value as JSON-compatible data: moments as text, dataclasses as mappings.

    A dropped line without `others` has no such key; a quotation's `start` is left out.
    """
    if isinstance(value, Moment):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, _RECORDS):
        given = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {name: item for name, item in given.items() if item != [] and name != "start"}
    return value


def _paragraph(block: Block) -> str | dict[str, str]:
    return {"heading": block.text} if block.kind == "heading" else block.text


def _show(found: list[dict[str, object]], args: argparse.Namespace, console: Console) -> None:
    if args.json:
        console.data(json.dumps(found, ensure_ascii=False, indent=2))
    elif args.jsonl:
        for record in found:
            console.data(json.dumps(record, ensure_ascii=False))
