"""The command line: arguments, dispatch to a command, exit codes."""

from __future__ import annotations

import argparse
import difflib
import re
import signal
import sys
import threading
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol, cast

from generator import __version__
from generator.run.garbage_collection import collect_rarely

if TYPE_CHECKING:
    from generator.run.console import Console

DONE, SOME_UNUSABLE, USAGE, FAILED = 0, 1, 2, 3
_INTERRUPTED = "Interrupted. Finished work is kept; build again to continue."
# One module in `verbs` per command. It is imported only when its command is run: importing what
# `build` needs takes longer than printing `--help`.
_VERBS = {
    "init": "Create a digest in a new folder.",
    "build": "Build the digest: read seeds/, write content/, build the site.",
    "serve": "Build, serve on localhost, and build again when a file changes.",
    "inspect": "Show how files or folders are understood, without writing anything.",
    "check": "List all problems of the articles, of content/ and of the built site.",
    "review": "Settle doubts about articles one by one, each with a keystroke.",
    "new": "Create an article file with front matter to fill in.",
    "add": "Fetch pages and feeds, or copy files, into seeds/.",
    "export": "Export one edition to a file: HTML, e-mail, plain text, EPUB or PDF.",
    "clean": "Remove generated files, and nothing else.",
}
_EXAMPLES = """\
examples:
  digest init my-digest        create a digest in the new folder my-digest
  digest build -C my-digest    build its site
  digest build --help          options and examples of one command
"""
_COMPLETION = "--print-completion"
_COMPLETION_HELP = "print the completion script of a shell: bash, zsh or tcsh"
_INVALID = re.compile(r"argument VERB: invalid choice: '(.*?)'")
_UNKNOWN = re.compile(r"unrecognized arguments: .*?(--[\w-]+)")
_OPTION = re.compile(r"--[\w-]+")


class Verb(Protocol):
    """The interface of a command's module."""

    EXAMPLES: str  # command lines with what they do, for `--help`

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments."""
        ...

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Run the command; return the exit code."""
        ...


class _Parser(argparse.ArgumentParser):
    """An argument parser that suggests corrections for misspelt commands and options.

    `commands` are the parsers of the commands.
    """

    commands: Sequence[argparse.ArgumentParser] = ()

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the arguments, and exit."""
        if found := _INVALID.search(message):
            near = difflib.get_close_matches(found[1].lower(), _VERBS, 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Commands: {', '.join(_VERBS)}."
            message = f"there is no command '{found[1]}'. {hint}"
        elif found := _UNKNOWN.match(message):
            near = difflib.get_close_matches(found[1], self._options(), 1)
            message += f". Did you mean '{near[0]}'?" if near else ""
        super().error(message)

    def _options(self) -> list[str]:
        parsers = (self, *self.commands)
        return [name for parser in parsers for name in _OPTION.findall(parser.format_usage())]


def main(argv: Sequence[str] | None = None) -> int:
    """Run `digest` with the given arguments (default: the process's); return the exit code."""
    try:
        collect_rarely()
        _end_in_order_at_sigterm()
        parser = _parser(sys.argv[1:] if argv is None else argv)
        args = parser.parse_args(argv)
        if args.verb is None:
            parser.print_help(sys.stderr)
            return USAGE
        return _run(args)
    except KeyboardInterrupt:
        sys.stderr.write(f"digest: {_INTERRUPTED}\n")
        return FAILED


def _run(args: argparse.Namespace) -> int:
    """Run a command and turn what it raises into a message and an exit code."""
    from generator.models import DigestError, UsageError  # noqa: PLC0415 - see _VERBS
    from generator.run.console import Console  # noqa: PLC0415
    from generator.run.error_messages import fault, refused  # noqa: PLC0415

    console = Console(quiet=args.quiet, verbose=args.verbose)
    try:
        return _verb(args.verb).run(args, console)
    except UsageError as error:
        console.error(str(error))
        return USAGE
    except DigestError as error:
        console.error(str(error))
        return FAILED
    except BrokenPipeError:  # the output's reader has closed the pipe
        return DONE
    except OSError as error:
        console.error(refused(error))
        return FAILED
    except Exception as error:  # noqa: BLE001 - the user gets a message
        console.error(fault(error))
        return FAILED


def _end_in_order_at_sigterm() -> None:
    """Handle SIGTERM like Ctrl-C: workers end and temporary folders are removed."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _verb(name: str) -> Verb:
    return cast("Verb", import_module(f"generator.verbs.{name}"))


def _parser(argv: Sequence[str]) -> _Parser:
    """Return a parser with the arguments of the commands named in `argv`."""
    parser = _Parser(
        prog="digest",
        description="From collected news articles to a published briefing digest.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[_common()],
    )
    parser.add_argument("--version", action="version", version=f"digest {__version__}")
    parser.add_argument(
        _COMPLETION, action=_PrintCompletion, choices=("bash", "zsh", "tcsh"), help=_COMPLETION_HELP
    )
    parser.set_defaults(
        project=Path(), site_dir=None, strict=False, jobs=None, quiet=False, verbose=False
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for name, summary in _VERBS.items():
        own = verbs.add_parser(
            name,
            parents=[_common()],
            help=summary,
            description=summary,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name in argv or _asks_completion(argv):
            verb = _verb(name)
            verb.arguments(own)
            own.epilog = f"examples:\n{verb.EXAMPLES}"
    parser.commands = list(verbs.choices.values())
    return parser


def _asks_completion(argv: Sequence[str]) -> bool:
    return any(argument.startswith(_COMPLETION) for argument in argv)


class _PrintCompletion(argparse.Action):
    """Print a shell's completion script for commands and options, and exit."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,  # noqa: ARG002 - the signature is argparse's
        values: object,
        option_string: str | None = None,  # noqa: ARG002
    ) -> NoReturn:
        """Print the script for the shell `values`."""
        import shtab  # noqa: PLC0415 - nothing else needs it

        sys.stdout.write(f"{shtab.complete(parser, str(values))}\n")
        parser.exit()


def _common() -> _Parser:
    """Return the options that are accepted both before and after a command.

    They have no defaults: a command's default would replace a value given before the command.
    """
    common = _Parser(add_help=False)
    add = partial(common.add_argument, default=argparse.SUPPRESS)
    add("-C", dest="project", type=Path, metavar="DIR", help="the project's folder")
    add("--site-dir", type=Path, metavar="DIR", help="where the site is built (default: site)")
    add("--strict", action="store_true", help="treat warnings as errors")
    add("--jobs", type=_positive, metavar="N", help="processes (default: one per core)")
    add("-q", "--quiet", action="store_true", help="print only warnings and errors")
    add("-v", "--verbose", action="store_true", help="print doubts and times as well")
    return common


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive whole number")
    return int(text)
