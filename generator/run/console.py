"""Output on the terminal: progress, problems, results."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console as Rich
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from generator.models import Problem
from generator.run.report import Tick

_STYLES = {"error": "bold red", "warning": "yellow", "doubt": "cyan"}
_DOING = {
    "understand": "Reading articles",
    "analyse": "Finding keywords",
}
# Characters that a terminal would interpret or that would reorder a line: escape sequences,
# controls, direction overrides. In JSON each may be written as an escape.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_LONGEST = 1000  # characters of a message
_LINES = 20


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
    _err: Rich = field(default_factory=lambda: Rich(stderr=True, soft_wrap=True, highlight=False))
    _out: Rich = field(default_factory=lambda: Rich(soft_wrap=True, highlight=False))

    def error(self, message: str) -> None:
        """Print the error that ended the command."""
        self._err.print(Text(printable(f"digest: {message}")))

    def say(self, message: str, style: str = "") -> None:
        """Print a result for a person; `--quiet` leaves it out."""
        if not self.quiet:
            self._out.print(Text(printable(message), style))

    def data(self, line: str) -> None:
        """Print a line for a program, unchanged."""
        inert = _CONTROLS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line)
        sys.stdout.write(f"{inert}\n")

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print problems, one per line."""
        for problem in problems:
            line = Text.assemble(
                *(
                    (f"{problem.level}: ", _STYLES[problem.level]),
                    (printable(problem.source), "bold"),
                ),
                *(": ", printable(problem.message)),
            )
            if problem.level == "doubt" and problem.code:
                line.append(f" [{problem.code}]", "dim")
            self._err.print(line)

    @contextmanager
    def progress(self, stage: str, steps: int) -> Iterator[Tick]:
        """Show a bar with the time left on a terminal, a plain line elsewhere."""
        doing = _DOING[stage]
        if self.quiet or not steps:
            yield _nothing
        elif not self._err.is_terminal:
            self._err.print(Text(f"{doing}: {steps}"))
            yield _nothing
        else:
            columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
            with Progress(
                *columns, TimeRemainingColumn(), console=self._err, transient=True
            ) as bar:
                task = bar.add_task(doing, total=steps)
                yield lambda: bar.advance(task)


def _nothing() -> None:
    pass
