"""Remove what the program wrote, and nothing else."""

from __future__ import annotations

import argparse
import shutil

from generator.console import Console
from generator.pipeline import CACHE, CONTENT, seeds_of
from generator.site.build import is_ours
from generator.verbs.build import options_of
from generator.write import Writer


def arguments(parser: argparse.ArgumentParser) -> None:
    """`clean` knows nothing of its own."""
    del parser


def run(args: argparse.Namespace, console: Console) -> int:
    """Remove pages by the manifest, the cache, and the site if a build made it."""
    options = options_of(args)
    seeds_of(options.project)  # in a folder that is no project, nothing is removed
    writer = Writer(options.project / CONTENT)
    writer.remove_all()
    console.problems(writer.problems)
    shutil.rmtree(options.project / CACHE, ignore_errors=True)
    if is_ours(options.site):
        shutil.rmtree(options.site)
    console.say(f"Removed {len(writer.removed)} pages, the site and the cache.")
    return 0
