"""Features of a pasted page as a whole: what its lines have in common. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

import numpy as np
from numpy.typing import ArrayLike

from generator.understand.lines.line_features import Seen
from generator.understand.lines.trees import Floats

_ECHOED = range(12, 301)  # characters of a line that may be found inside others
_SEARCHED = 1500  # lines of a page that are searched for such lines
FAR = 40  # lines: a distance is at most this
NEVER = 30  # lines: what is further away is not seen


@dataclass(frozen=True)
class Page:
    """The lines of a page, each as it is recognised by itself."""

    lines: Sequence[Seen]

    @cached_property
    def own(self) -> Floats:
        """The features of each line that need no other line."""
        return table([line.own for line in self.lines])

    @cached_property
    def running(self) -> list[bool]:
        """Whether each line is running text beyond doubt."""
        return [line.running for line in self.lines]

    @cached_property
    def spread(self) -> Counter[str]:
        """In how many lines each stem is."""
        return Counter(chain.from_iterable(line.stems for line in self.lines))

    @cached_property
    def low(self) -> list[str]:
        """The lines in lower case."""
        return [line.text.lower() for line in self.lines]

    @cached_property
    def often(self) -> Counter[str]:
        """How often each line is on the page."""
        return Counter(self.low)

    @cached_property
    def rarity(self) -> dict[str, float]:
        """Return the weight of each stem: the fewer lines contain it, the higher."""
        count = len(self.lines)
        return {stem: math.log(1 + count / lines) for stem, lines in self.spread.items()}

    @cached_property
    def weights(self) -> list[float]:
        """Return the weights of each line's stems."""
        return [self._weight(line.stems) for line in self.lines]

    def share(self, at: int, part: frozenset[str]) -> float:
        """Return which share of a line's stems, by rarity, a part of them is."""
        total = self.weights[at]
        return self._weight(part) / total if total and part else 0.0

    def _weight(self, stems: frozenset[str]) -> float:
        # The order of a set differs from run to run: fsum rounds once, whatever the order.
        return math.fsum(map(self.rarity.__getitem__, stems))

    @cached_property
    def echoes(self) -> list[tuple[float, float]]:
        """Return per line how many others contain it (at most 3), and its share of another line."""
        whole = "\n".join(self.low[:_SEARCHED])
        inside = {
            line: min(3, whole.count(line) - times)
            for line, times in self.often.items()
            if len(line) in _ECHOED and " " in line
        }
        held = [line for line, times in inside.items() if times > 0]
        return [(float(inside.get(line, 0)), _held(line, held)) for line in self.low]


def _held(line: str, held: Iterable[str]) -> float:
    """Return which share of a line is another one."""
    if len(line) not in _ECHOED:
        return 0.0
    return max(
        (len(part) / len(line) for part in held if part != line and part in line), default=0.0
    )


def table(rows: Sequence[Sequence[float]]) -> Floats:
    """Return one row of features per line as a table."""
    width = len(rows[0])
    values = np.fromiter(chain.from_iterable(rows), np.float64, len(rows) * width)
    return values.reshape(len(rows), width)


def side_by_side(*columns: ArrayLike) -> Floats:
    """Return columns of features as a table."""
    values = np.empty((len(columns), np.size(columns[0])))
    for at, column in enumerate(columns):
        values[at] = column
    return values.T


def padded(rows: Floats, count: int) -> Floats:
    """Return rows with as many before and after them that are -1 throughout."""
    beyond = np.full((count, *rows.shape[1:]), -1.0)
    return np.concatenate((beyond, rows, beyond))


def joined(parts: Sequence[Floats]) -> Floats:
    """Return several tables as one."""
    return np.concatenate(parts, axis=1)


def totals(values: Iterable[float]) -> Floats:
    """Return the running sums, 0 first."""
    return np.array(list(accumulate(values, initial=0.0)))


def around(sums: Floats, width: int) -> Floats:
    """Return for each line the mean over those at most `width` away, from their running sums."""
    at = np.arange(len(sums) - 1)
    starts, ends = np.maximum(at - width, 0), np.minimum(at + width + 1, len(at))
    means: Floats = (sums[ends] - sums[starts]) / (ends - starts)
    return means


def since(flags: ArrayLike) -> Floats:
    """Return how many lines before each the last flagged one is, `NEVER` at most."""
    is_flagged = np.asarray(flags, bool)
    at = np.arange(len(is_flagged))
    flagged = np.where(is_flagged, at, -NEVER)
    last = np.maximum.accumulate(np.concatenate(([-NEVER], flagged[:-1])))
    return np.minimum(at - last, NEVER).astype(np.float64)


def until(flags: Sequence[bool]) -> Floats:
    """Return how many lines after each the next flagged one is, `NEVER` at most."""
    return since(flags[::-1])[::-1]
