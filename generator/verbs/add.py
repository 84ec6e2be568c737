"""Fetch pages and feeds, or copy files, into seeds/."""

from __future__ import annotations

import argparse
import datetime as dt
from functools import partial

from generator.collect import add
from generator.config import load_settings
from generator.models import Problem
from generator.project import seeds_of
from generator.review.trial_read import unusable
from generator.run.console import Console

EXAMPLES = """\
  digest add https://example.org/article
  digest add ~/Downloads/page.html --to gazette
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `add`."""
    parser.add_argument("targets", nargs="+", metavar="URL|FILE")
    parser.add_argument(
        "--to", default="", metavar="FOLDER", help="the folder in seeds/ to store them in"
    )


def run(args: argparse.Namespace, console: Console) -> int:
    """Add each target; return 1 if one could not be added, else 0."""
    seeds = seeds_of(args.project)
    limits = load_settings(args.project).limits
    now = dt.datetime.now(dt.UTC)
    failed = 0
    for target in args.targets:
        check = partial(unusable, limits, now.date())
        added = add(target, seeds, limits, now, check, args.to)
        if isinstance(added, Problem):
            console.problems([added])
            failed += 1
        else:
            console.say(f"{target}: {added.state} ({seeds / added.name})")
    if len(args.targets) > failed:
        console.say("Next: `digest inspect FILE` shows what is understood; `digest build`.")
    return 1 if failed else 0
