"""Create an article file with front matter to fill in."""

from __future__ import annotations

import argparse
import datetime as dt

from generator import sanitize
from generator.models import UsageError
from generator.project import seeds_of
from generator.run import files
from generator.run.console import Console

_KNOWN = "# Remove the # from what you know; leave out what you don't.\n"
_OPTIONAL = """\
# section: World
# authors: [First Author, Second Author]
# outlet: Name of the newspaper
# url: https://example.org/article
# place: Tashkent
# keywords: [set here, and they come first]
# standfirst: One sentence that says what it is about.
"""


class Exists(UsageError):
    """A file of that name exists already."""


class NoTitle(UsageError):
    """The headline is empty."""


EXAMPLES = """\
  digest new "The old harbour bridge reopens"
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `new`."""
    parser.add_argument("title", help="the article's headline")


def run(args: argparse.Namespace, console: Console) -> int:
    """Write the file; `Exists` if there is one already, `NoTitle` without a headline."""
    if not args.title.strip():
        raise NoTitle("the headline is empty. Write it after `digest new`, in quotation marks.")
    path = seeds_of(args.project) / f"{sanitize.slug(args.title)}.md"
    if path.exists():
        raise Exists(f"{path}: exists already. Edit it, or choose another title.")
    known = sanitize.front_matter({"title": args.title})
    today = f"# date: {dt.datetime.now(dt.UTC).date()}  # the day on which it was published\n"
    head = known.removesuffix("---\n")
    files.write(path, f"{head}{_KNOWN}{today}{_OPTIONAL}---\n\n".encode())
    console.say(f"{path}: is written.")
    console.say("Next: fill in what you know, put the text below the second ---, `digest build`.")
    return 0
