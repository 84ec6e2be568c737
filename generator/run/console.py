"""Output on the terminal: progress, problems, results."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

from generator.models import Problem
from generator.run.report import Tick

_STYLES = {"error": "bold red", "warning": "yellow", "doubt": "cyan"}
_SGR = {
    "bold": "1", "dim": "2", "underline": "4",
    "red": "31", "green": "32", "yellow": "33", "cyan": "36",
}  # fmt: skip
_DOING = {
    "understand": "Reading articles",
    "analyse": "Finding keywords",
}
# Characters that a terminal would interpret or that would reorder a line: escape sequences,
# controls, direction overrides. In JSON each may be written as an escape.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_LONGEST = 1000  # characters of a message
_LINES = 20  # of a message that are shown


def printable(message: str) -> str:
    """Return a message that is safe to print: without control characters, limited in length."""
    lines = _CONTROLS.sub("\ufffd", message.replace("\t", " ")).split("\n")
    more = [f"… and {len(lines) - _LINES} more lines"] if len(lines) > _LINES else []
    cut = (line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in lines[:_LINES])
    return "\n".join([*cut, *more])


@dataclass
class Console:
    """Prints results on standard output, progress and problems on standard error."""

    quiet: bool = False
    verbose: bool = False

    def error(self, message: str) -> None:
        """Print the error that ended the command."""
        _print(sys.stderr, (printable(f"digest: {message}"), ""))

    def say(self, message: str, style: str = "") -> None:
        """Print a result for a person; `--quiet` leaves it out."""
        if not self.quiet:
            _print(sys.stdout, (printable(message), style))

    def data(self, line: str) -> None:
        """Print a line for a program, unchanged."""
        inert = _CONTROLS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line)
        sys.stdout.write(f"{inert}\n")

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print problems, one per line."""
        for problem in problems:
            coded = problem.level == "doubt" and problem.code
            _print(
                sys.stderr,
                (f"{problem.level}: ", _STYLES[problem.level]),
                (printable(problem.source), "bold"),
                (f": {printable(problem.message)}", ""),
                (f" [{problem.code}]" if coded else "", "dim"),
            )

    @contextmanager
    def progress(self, stage: str, steps: int) -> Iterator[Tick]:
        """Show a bar with the time left on a terminal, a plain line elsewhere."""
        doing = _DOING[stage]
        if self.quiet or not steps:
            yield _nothing
        elif not sys.stderr.isatty():
            _print(sys.stderr, (f"{doing}: {steps}", ""))
            yield _nothing
        else:
            # Importing it takes as long as a build with nothing to do.
            from rich.console import Console as Rich  # noqa: PLC0415
            from rich.progress import (  # noqa: PLC0415
                BarColumn,
                MofNCompleteColumn,
                Progress,
                TextColumn,
                TimeRemainingColumn,
            )

            columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
            with Progress(
                *columns, TimeRemainingColumn(), console=Rich(stderr=True), transient=True
            ) as bar:
                task = bar.add_task(doing, total=steps)
                yield lambda: bar.advance(task)


def _print(stream: TextIO, *parts: tuple[str, str]) -> None:
    """Print texts with their styles, which only a terminal shows, as one line."""
    shown = stream.isatty() and not os.environ.get("NO_COLOR") and os.name == "posix"
    stream.write("".join(_styled(*part) if shown else part[0] for part in parts) + "\n")


def _styled(text: str, style: str) -> str:
    """Return a text with the control sequences (ECMA-48, SGR) of a style: "bold red"."""
    codes = ";".join(_SGR[name] for name in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text


def _nothing() -> None:
    pass
