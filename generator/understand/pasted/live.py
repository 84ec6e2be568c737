"""Live texts: entries that each begin with a line of their own for the time. Pure.

The time becomes part of its entry's first line, in the order of the page. A list of the entries
above them only repeats their headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.models import Dropped
from generator.tables import load_numbers
from generator.understand.dates.clock_words import ENTRY_UNIT, HOUR
from generator.understand.pasted.line_phrases import LINE_PHRASES

_CLOCK = (
    rf"(?:[01]?\d|2[0-4])(?:[.:h]|\s?{HOUR}\s?)[0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?{ENTRY_UNIT})?"
    r"(?:\s?\(?(?-i:[A-Z]{2,5})\)?)?"
)
_TIME = re.compile(rf"(?:[•●+]+\s?)?{_CLOCK}(?:\s?\+*)", re.IGNORECASE)
_LISTED = re.compile(rf"{_CLOCK}\s*[-–—:|]?\s+(?P<heading>\S.*)", re.IGNORECASE)
_UPDATED = re.compile(rf"{LINE_PHRASES['updated']}\b.{{0,20}}?{_CLOCK}", re.IGNORECASE)
_LEAST = 2  # entries of a live text
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "live")
_WITH_TEXT = _TUNED["with_text"]
_NEAR, _RUNNING = 3, 60  # lines behind a time, characters of one of running text
_LABEL = 40  # characters of the heading of a list of entries


@dataclass(frozen=True, slots=True)
class Live:
    """The lines of a text with their numbers; `entries` are the indexes of those with a time."""

    numbers: Sequence[int]
    texts: Sequence[str]
    entries: frozenset[int] = frozenset()
    dropped: tuple[Dropped, ...] = ()


def with_times(numbers: Sequence[int], texts: Sequence[str]) -> Live:
    """Return the lines of a text; in a live text, each time is joined with the line after it."""
    times = [at for at in range(1, len(texts) - 1) if _is_entry(texts, at)]
    with_text = sum(_has_text(texts[at + 1 : end]) for at, end in pairwise((*times, len(texts))))
    if len(times) < _LEAST or with_text < _WITH_TEXT * len(times):
        return Live(numbers, texts)
    reasons = _reasons(texts, times)
    made: list[tuple[int, str]] = []
    entries: list[int] = []
    skipped = {at + 1 for at in times} | reasons.keys()
    for at, (number, text) in enumerate(zip(numbers, texts, strict=True)):
        if at in times:
            entries.append(len(made))
            made.append((number, f"{text} {texts[at + 1]}"))
        elif at not in skipped:
            made.append((number, text))
    dropped = (Dropped(numbers[at], texts[at], reasons[at]) for at in sorted(reasons))
    kept_numbers, kept_texts = zip(*made, strict=True)
    return Live(list(kept_numbers), list(kept_texts), frozenset(entries), tuple(dropped))


def _reasons(texts: Sequence[str], times: Sequence[int]) -> dict[int, str]:
    """Return the lines of a live text outside its entries, each with the reason."""
    clocks = (at for at in range(times[0] + 1, len(texts)) if _UPDATED.fullmatch(texts[at]))
    headings = {texts[at + 1] for at in times}
    listed = _listed(texts[: times[0]], headings)
    reasons = dict.fromkeys(clocks, "page clock") | dict.fromkeys(listed, "list of the entries")
    return {at: reason for at, reason in reasons.items() if at not in times}


def _is_entry(texts: Sequence[str], at: int) -> bool:
    """Return whether a line is a time alone, and the next one no time."""
    return bool(_TIME.fullmatch(texts[at])) and not _TIME.fullmatch(texts[at + 1])


def _has_text(texts: Sequence[str]) -> bool:
    """Return whether an entry has running text: the lists of news beside a page have headlines."""
    near = texts[:_NEAR]
    return any(
        len(text) >= _RUNNING and text.endswith((".", "!", "?", "…", "”", '"')) for text in near
    )


def _listed(texts: Sequence[str], headings: set[str]) -> set[int]:
    """Return the lines above the entries that list their headings, with the list's own heading."""
    found = {
        at
        for at, text in enumerate(texts)
        if (line := _LISTED.fullmatch(text)) and line["heading"] in headings
    }
    first = min(found, default=0)
    above = texts[first - 1] if first > 1 else ""
    if above and len(above) <= _LABEL and not any(map(str.isdigit, above)):
        found.add(first - 1)
    return found
