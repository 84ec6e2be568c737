"""What can be seen of each line of a pasted page: the features that the line model weighs. Pure."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.understand.page_words import coverage, kinds, tokens

_END = re.compile(r"[.!?…。！？։؟।][\"'”’»）)\]]*$")
_INSIDE = re.compile(r"[.!?…。！？][\"'”’»]?\s+\S")
_MARKS = re.compile(r"[|•›»>·/]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_OPENING = re.compile(r"^[\"'“„«‚‘»]")
_QUOTES = re.compile(r"[\"“”„«»‘’]")
_SEEN = 3000  # characters of a line that are looked at
LONG = 12  # words: a line of running text
_NEAR = (-3, -2, -1, 1, 2, 3)


@dataclass(frozen=True)
class Seen:
    """A line, and what is seen of it without the others."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """The words; unspaced scripts count two characters as a word."""
        text = self.text[:_SEEN]
        if _UNSPACED.search(text):
            return [text[at : at + 2] for at in range(0, len(text), 2)]
        return tokens(text)

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_END.search(self.text))

    @cached_property
    def running(self) -> bool:
        """Whether it is a line of running text beyond doubt."""
        return len(self.words) >= LONG and self.ends

    @cached_property
    def shares(self) -> dict[str, float]:
        """The shares of page words by kind."""
        return coverage(self.text[:400], tokens(self.text[:400]))

    @cached_property
    def own(self) -> list[float]:
        """The features that need no other line."""
        text, count = self.text[:_SEEN], max(len(self.words), 1)
        length = max(len(text), 1)
        letters = sum(map(str.isalpha, text[:300])) or 1
        capitals = sum(word[:1].isupper() for word in text[:300].split())
        return [
            math.log(length),
            float(min(count, 60)),
            sum(len(word) for word in self.words[:60]) / min(count, 60),
            float(self.ends),
            float(text.endswith(":")),
            float(len(_INSIDE.findall(text[:1000]))),
            text.count(",") / count,
            sum(map(str.isdigit, text[:300])) / min(length, 300),
            sum(map(str.isupper, text[:300])) / letters,
            capitals / max(len(text[:300].split()), 1),
            float(text[:1].islower()),
            float(not text[:1].isalnum()),
            float(bool(_OPENING.match(text))),
            float(len(_QUOTES.findall(text[:300]))),
            float(len(_MARKS.findall(text[:300]))),
            float("http" in text or "www." in text or "@" in text),
            float("(" in text),
            float("?" in text),
            float("©" in text or "®" in text),
            *(self.shares.get(kind, 0.0) for kind in kinds()),
        ]


def features(lines: Sequence[str]) -> list[list[float]]:
    """Return the features of each line: its own, its place, its neighbours'."""
    seen = [Seen(line) for line in lines]
    count = len(seen)
    often = Counter(line.lower() for line in lines)
    running = [one.running for one in seen]
    before = _totals(running)
    first = running.index(True) if True in running else count
    last = count - 1 - running[::-1].index(True) if True in running else -1
    core = Counter(word for one in seen if one.running for word in set(one.words) if len(word) > 3)
    page = [
        before[-1] / max(count, 1),
        math.log(max(count, 1)),
        sum(max(one.shares.values(), default=0.0) >= 0.5 for one in seen) / max(count, 1),
        _share(seen),
    ]
    rows = []
    for at, one in enumerate(seen):
        long_words = [word for word in one.words[:60] if len(word) > 3]
        known = sum(core[word] > one.running for word in long_words) / max(len(long_words), 1)
        place = [
            at / count,
            float(min(at, 60)),
            float(min(count - at, 60)),
            _clip(at - first),
            _clip(last - at),
            float(often[one.text.lower()] - 1),
            known,
            *(_around(before, at, width) for width in (2, 5, 12)),
            _until(running, at, -1),
            _until(running, at, 1),
        ]
        rows.append(
            one.own + place + page + [value for step in _NEAR for value in _glance(seen, at + step)]
        )
    return rows


def _share(seen: Sequence[Seen]) -> float:
    """Return which share of the page's characters stands in running lines."""
    running = sum(len(one.text) for one in seen if one.running)
    return running / max(1, sum(len(one.text) for one in seen))


def with_neighbours(rows: Sequence[list[float]], chances: Sequence[float]) -> list[list[float]]:
    """Return the rows with what a first look made of the line and of those around it."""
    sums = _totals(chances)
    total = sums[-1] or 1.0
    return [
        row
        + [chances[at]]
        + [_at(chances, at + step) for step in _NEAR]
        + [_around(sums, at, width) for width in (3, 8)]
        + [sums[at] / total, float(min(sums[at], 30)), float(min(sums[-1] - sums[at], 30))]
        for at, row in enumerate(rows)
    ]


def _glance(seen: Sequence[Seen], at: int) -> list[float]:
    """Return the little that counts of a neighbour."""
    if not 0 <= at < len(seen):
        return [-1.0, -1.0, -1.0, -1.0]
    one = seen[at]
    return [
        float(min(len(one.words), 40)),
        float(one.ends),
        max(one.shares.values(), default=0.0),
        float(one.text[:1].islower()),
    ]


def _totals(values: Sequence[float]) -> list[float]:
    sums = [0.0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums


def _around(sums: Sequence[float], at: int, width: int) -> float:
    """Return the mean over the lines at most `width` away."""
    start, end = max(0, at - width), min(len(sums) - 1, at + width + 1)
    return (sums[end] - sums[start]) / (end - start)


def _until(flags: Sequence[bool], at: int, step: int) -> float:
    """Return how many lines away the next running line is, at most ten."""
    for distance in range(1, 11):
        place = at + step * distance
        if 0 <= place < len(flags) and flags[place]:
            return float(distance)
    return 11.0


def _at(values: Sequence[float], at: int) -> float:
    return values[at] if 0 <= at < len(values) else -1.0


def _clip(value: int) -> float:
    return float(max(-40, min(40, value)))
