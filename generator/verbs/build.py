"""Build the digest: read seeds/, write content/, build the site."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from generator.models import Problem
from generator.project import Options, build
from generator.run import files
from generator.run.console import Console
from generator.run.report import Report

EXAMPLES = """\
  digest build                      build what is new or has changed
  digest build --offline            a site that opens from disk by double click
  digest build --report costs.json  with times, counts and problems as JSON
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `build`."""
    parser.add_argument("--redo", action="store_true", help="ignore the results of earlier builds")
    parser.add_argument(
        "--force",
        action="store_true",
        help="like --redo, and replace pages edited by hand; copies are kept in .cache/replaced",
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="run the work on the Dask cluster at this address"
    )
    parser.add_argument(
        "--offline",
        action="store_true",
        help="build a site that works when opened from disk, search included",
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write times, counts and problems to FILE as JSON",
    )


def options_of(args: argparse.Namespace) -> Options:
    """Return the build options that the arguments set."""
    return Options(
        project=args.project.resolve(),
        site=args.site_dir.resolve() if args.site_dir else args.project.resolve() / "site",
        strict=args.strict,
        redo=getattr(args, "redo", False),
        force=getattr(args, "force", False),
        offline=getattr(args, "offline", False),
        jobs=args.jobs,
        scheduler=getattr(args, "scheduler", None),
        report=getattr(args, "report", None) and args.report.resolve(),
    )


def run(args: argparse.Namespace, console: Console) -> int:
    """Build the project; return 1 if articles could not be used, else 0."""
    report = Report()
    options = options_of(args)
    try:
        build(options, report, console.progress)
    finally:
        show(report, console)
        if args.report:
            text = json.dumps(report.as_json(), indent=2, ensure_ascii=False)
            files.write(args.report, f"{text}\n".encode())
    console.say(_closing(report))
    console.say(f"The site is in {options.site}", "bold")
    console.say("Next: `digest serve` shows it on localhost.")
    return 1 if report.unusable() or (options.strict and _serious(report.problems)) else 0


def show(report: Report, console: Console) -> None:
    """Print warnings and errors, and with `--verbose` doubts and times."""
    doubts = [problem for problem in report.problems if problem.level == "doubt"]
    console.problems(report.problems if console.verbose else _serious(report.problems))
    if doubts and not console.verbose:
        noun = "doubt" if len(doubts) == 1 else "doubts"
        console.say(f"{len(doubts)} {noun} about articles; `digest review` settles them.")
    if console.verbose:
        for stage in report.stages:
            console.say(f"{stage.name:<12}{stage.wall:8.2f} s, {stage.cpu:8.2f} s CPU")


def _serious(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.level != "doubt"]


def _closing(report: Report) -> str:
    counts = report.counts
    changes = ", ".join(
        f"{counts[name]} {name}"
        for name in ("written", "unchanged", "kept", "removed")
        if counts[name]
    )
    noun = "article" if counts["articles"] == 1 else "articles"
    return f"{counts['articles']} {noun}; pages: {changes or 'none'}."
