"""What the head of a page is, and what is found in it: the data of `head`. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

PAGE = 4  # lines above the headline from which on a menu stands there
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’\-][^\W\d_]+)*")


@dataclass
class Facts:
    """What was found, and which lines (by index) said so."""

    found: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def put(self, name: str, value: object, at: int) -> None:
        """Keep the first value of each name."""
        if value not in (None, "", ()) and name not in self.found:
            self.found[name] = value
            self.lines[name] = at


@dataclass(frozen=True)
class Head:
    """The lines of a page, where its headline stands, and where its dates are on each line."""

    lines: Sequence[str]
    title: int
    around: Sequence[int]  # indices of the lines that may state facts, in the order of trust
    far: Sequence[int]  # indices of those below the headline that may name the writer, in order
    dates: Mapping[int, tuple[int, int]]
    date_line: int | None
    last: int  # index of the last line of the article's text
    text: str  # the article's own text, so far as it is known

    @property
    def is_page(self) -> bool:
        """Whether a menu stands above the headline: a page was pasted whole."""
        return self.title >= PAGE

    def beside_date(self, at: int) -> bool:
        """Tell a line next to that of the date, but for a line of separators or one above it."""
        if self.date_line is None or at == self.date_line:
            return False
        between = self.lines[min(at, self.date_line) + 1 : max(at, self.date_line)]
        words = [line for line in between if any(map(str.isalnum, line))]
        return len(words) < (2 if at < self.date_line else 1)

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the text writes small."""
        return frozenset(filter(str.islower, _WORD.findall(self.text)))
