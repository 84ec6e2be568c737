"""What a person sees on the terminal: progress, problems, the closing line."""

from __future__ import annotations

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


@dataclass
class Console:
    """Results go to standard output; progress and problems to standard error."""

    quiet: bool = False
    verbose: bool = False
    _err: Rich = field(default_factory=lambda: Rich(stderr=True, soft_wrap=True, highlight=False))
    _out: Rich = field(default_factory=lambda: Rich(soft_wrap=True, highlight=False))

    def error(self, message: str) -> None:
        """Say why nothing could be done."""
        self._err.print(Text(f"digest: {message}"))

    def say(self, message: str, style: str = "") -> None:
        """Print a result for a person; `--quiet` leaves it out."""
        if not self.quiet:
            self._out.print(Text(message, style))

    def data(self, line: str) -> None:
        """Print a line for a program, as it is."""
        sys.stdout.write(f"{line}\n")

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print problems, one per line."""
        for problem in problems:
            line = Text.assemble(
                (f"{problem.level}: ", _STYLES[problem.level]),
                (problem.source, "bold"),
                ": ",
                problem.message,
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
