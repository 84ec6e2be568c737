"""Fetch pages and feeds, or copy files, into seeds/."""

from __future__ import annotations

import argparse
import datetime as dt

from generator.collect import add
from generator.config import load_settings
from generator.console import Console
from generator.models import Problem
from generator.pipeline import seeds_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what only `add` knows."""
    parser.add_argument("targets", nargs="+", metavar="URL|FILE")


def run(args: argparse.Namespace, console: Console) -> int:
    """Add each; 1 if one of them could not be."""
    seeds = seeds_of(args.project)
    limits = load_settings(args.project).limits
    now = dt.datetime.now(dt.UTC)
    failed = 0
    for target in args.targets:
        added = add(target, seeds, limits, now)
        if isinstance(added, Problem):
            console.problems([added])
            failed = 1
        else:
            console.say(f"{target}: {added.state} ({seeds / added.name})")
    return failed
