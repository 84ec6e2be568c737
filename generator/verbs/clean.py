"""Remove generated files, and nothing else."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path

from generator.content.earlier_builds import RECORD, Record
from generator.content.writer import Writer
from generator.models import Problem
from generator.project import ASIDE, CACHE, CONTENT, forget_results, seeds_of
from generator.run.console import Console
from generator.run.folder_checks import check_folder
from generator.run.lock import LOCK, locked
from generator.site.site_folder import discard, is_ours
from generator.verbs.build import options_of

EXAMPLES = """\
  digest clean    remove pages, site and kept results; articles and edited pages stay
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add no arguments: `clean` has none of its own."""
    del parser


def run(args: argparse.Namespace, console: Console) -> int:
    """Remove the manifest's pages, the results in the cache, and the site if a build made it.

    What can't be rebuilt is kept: the record of addresses and days, and copies of replaced pages.
    """
    options = options_of(args)
    seeds_of(options.project)  # outside a project, nothing is removed
    check_folder(options.site)
    with locked(options.project, options.project / CACHE):
        removed = [
            *_pages(options.project / CONTENT, console),
            *_site(options.site),
            *_results(options.project / CACHE),
        ]
    console.say(f"Removed: {', '.join(removed)}." if removed else "There was nothing to remove.")
    console.say("Next: `digest build` writes pages and site again.")
    content, aside = options.project / CONTENT / RECORD, options.project / CACHE / ASIDE
    if content.is_file():
        note = "contains the addresses of the pages and the days of collection for the next build"
        console.say(f"{CONTENT}/{RECORD} {note}; delete it too to start afresh.")
    if aside.is_dir():
        console.say(f"{CACHE}/{ASIDE} holds pages that you changed and --force replaced: it stays.")
    return 0


def _pages(content: Path, console: Console) -> Iterator[str]:
    Record.of(content).save(content)
    writer = Writer(content)
    writer.remove_all()
    message = "was edited by hand and is kept. Delete it yourself if you no longer want it."
    console.problems(Problem(f"{CONTENT}/{path}", "warning", message) for path in writer.by_hand)
    if count := len(writer.removed):
        yield f"{count} {'page' if count == 1 else 'pages'} of {CONTENT}/"


def _site(site: Path) -> Iterator[str]:
    if is_ours(site):
        discard(site)
        yield f"the site ({site})"


def _results(cache: Path) -> Iterator[str]:
    """Remove what builds keep for later ones; the lock file last, while it is still locked."""
    found = forget_results(cache)
    (cache / LOCK).unlink()
    with contextlib.suppress(OSError):  # there are other files in it
        cache.rmdir()
    if found:
        yield f"the results of earlier builds ({CACHE}/)"
