"""The command line: arguments, the verb that they name, exit codes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from generator import __version__
from generator.models import DigestError, UsageError
from generator.run.console import Console
from generator.verbs import add, build, check, clean, inspect, new, serve

DONE, SOME_UNUSABLE, USAGE, FAILED = 0, 1, 2, 3


class Verb(Protocol):
    """What the module of a verb offers; the first line of its docstring is the help."""

    __doc__: str | None

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the verb's own arguments."""
        ...

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Do it; return the exit code."""
        ...


_VERBS: dict[str, Verb] = {
    "build": build,
    "serve": serve,
    "inspect": inspect,
    "check": check,
    "new": new,
    "add": add,
    "clean": clean,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run `digest` with the given arguments (default: the process's); return the exit code."""
    args = _parser().parse_args(argv)
    console = Console(quiet=args.quiet, verbose=args.verbose)
    try:
        return _VERBS[args.verb].run(args, console)
    except UsageError as error:
        console.error(str(error))
        return USAGE
    except DigestError as error:
        console.error(str(error))
        return FAILED
    except BrokenPipeError:  # the reader of our output has seen enough
        return DONE
    except KeyboardInterrupt:
        console.error("Interrupted. What was done is kept; build again to finish.")
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="digest",
        description="From collected news articles to a published briefing digest.",
        parents=[_common()],
    )
    parser.add_argument("--version", action="version", version=f"digest {__version__}")
    parser.set_defaults(
        project=Path(), site_dir=None, strict=False, jobs=None, quiet=False, verbose=False
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, verb in _VERBS.items():
        summary = (verb.__doc__ or "").split("\n")[0]
        verb.arguments(
            verbs.add_parser(name, parents=[_common()], help=summary, description=summary)
        )
    return parser


def _common() -> argparse.ArgumentParser:
    """Return the options that may stand before a verb or after it.

    They have no defaults of their own: a verb's would replace what was said before it.
    """
    common = argparse.ArgumentParser(add_help=False)
    add = partial(common.add_argument, default=argparse.SUPPRESS)
    add("-C", dest="project", type=Path, metavar="DIR", help="the project's folder")
    add("--site-dir", type=Path, metavar="DIR", help="where the site is built (default: site)")
    add("--strict", action="store_true", help="take warnings for failures")
    add("--jobs", type=_positive, metavar="N", help="processes (default: one per core)")
    add("-q", "--quiet", action="store_true", help="only what went wrong")
    add("-v", "--verbose", action="store_true", help="doubts and times as well")
    return common


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return int(text)
