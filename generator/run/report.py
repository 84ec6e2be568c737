"""What a run did and the time it took, for `--report` and the closing lines."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from generator.models import Problem

Tick = Callable[[], None]
Progress = Callable[[str, int], AbstractContextManager[Tick]]
"""Takes a stage's name and number of steps; the context's value is called once per step."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage's cost: wall-clock seconds, and CPU seconds including worker processes."""

    name: str
    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run reported, to be repeated as long as nothing changes."""

    counts: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass
class Report:
    """The report of a run that is in progress."""

    stages: list[Stage] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure the time of the code inside."""
        wall, cpu = time.perf_counter(), _cpu()
        try:
            yield
        finally:
            self.stages.append(Stage(name, time.perf_counter() - wall, _cpu() - cpu))

    def outcome(self) -> Outcome:
        """Return what a repeated run would report: nothing written, nothing removed."""
        there = self.counts["written"] + self.counts["unchanged"]
        again = {**self.counts, "written": 0, "unchanged": there, "removed": 0}
        return Outcome(again, tuple(self.problems))

    def repeat(self, outcome: Outcome) -> None:
        """Report the outcome of an earlier run again."""
        self.counts |= outcome.counts
        self.problems += outcome.problems

    def unusable(self) -> list[Problem]:
        """Return the errors: articles that could not be used."""
        return [problem for problem in self.problems if problem.level == "error"]

    def as_json(self) -> dict[str, object]:
        """Return the report as plain data: seconds rounded to milliseconds."""
        return {
            "stages": [
                {"name": stage.name, "wall": round(stage.wall, 3), "cpu": round(stage.cpu, 3)}
                for stage in self.stages
            ],
            "counts": dict(self.counts),
            "problems": [
                {"source": problem.source, "level": problem.level, "message": problem.message}
                for problem in self.problems
            ],
        }


def _cpu() -> float:
    """Return the CPU seconds of this process and of those it has waited for."""
    return sum(os.times()[:4])  # Windows does not count processes that have ended
