"""Settle doubts about articles one by one, each with a keystroke."""

from __future__ import annotations

import argparse
import contextlib

from generator.config import load_settings
from generator.content.earlier_builds import Record
from generator.pipeline import Run, comprehend
from generator.project import CACHE, CONTENT, seeds_of
from generator.review.session import ReviewSession
from generator.review.terminal import Interview, keyboard
from generator.run.console import Console
from generator.run.lock import locked
from generator.run.parallel import Crew
from generator.run.report import Report
from generator.verbs.build import options_of

EXAMPLES = """\
  digest review          the doubts that `digest check` lists, one after the other
  digest serve --open    the same in the browser, at the address that it prints
"""


def arguments(_: argparse.ArgumentParser) -> None:
    """Add no arguments: `review` has none of its own."""


def run(args: argparse.Namespace, console: Console) -> int:
    """Ask about each doubt; return 0, even if some are left."""
    options = options_of(args)
    with contextlib.closing(ReviewSession(options.project)) as session:
        report = _doubts(args, console)
        session.build_found(report.problems)
        interview = Interview(session, console, keyboard(console))
        if interview.left():
            interview.run()
        left = interview.left()
    console.say(f"Doubts: {interview.settled} settled, {left} left.", "bold")
    if interview.settled:
        console.say("Next: `digest build`, or `digest serve` to look at the pages.")
    return 0


def _doubts(args: argparse.Namespace, console: Console) -> Report:
    """Return the report of reading all articles; results of earlier runs are reused."""
    options = options_of(args)
    seeds, settings = seeds_of(options.project), load_settings(options.project)
    cache = options.project / CACHE
    report = Report()
    with locked(options.project, cache):
        work = Run(
            settings,
            report,
            console.progress,
            Crew(options.jobs, megabytes=settings.limits.memory_megabytes),
            cache,
            scratch=cache,
        )
        record = Record.of(options.project / CONTENT)
        comprehend(work, seeds, record.collected())
    return report
