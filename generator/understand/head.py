"""What the lines around a headline state: section, views, reading time, authors, outlet. Pure.

A line is read by its label ("Source: …"), its separators ("World | 3 May 2025 | A. Writer"), its
numbers with their units, and where it stands: an unlabelled name before the date is a section's,
one after it a person's or an outlet's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.understand.byline import byline, says_job, unglued, writers
from generator.understand.page_words import coverage, starts_with, tokens
from generator.understand.phrases import (
    is_ordinary,
    is_outlet,
    is_titled,
    is_topic,
    known,
    may_name,
    parts,
)
from generator.understand.reasons import kind
from generator.understand.stated import CRUMB, LABEL, is_stated

_LONGEST = 300  # characters of a line that states facts
_NAMES = 80  # characters: a longer part is a list of people or nothing
_RUNNING = 60  # characters: a longer line is likely text
_TOP = 5  # lines after the headline that state facts though they look like text
_LEAD = 1  # lines of text, a standfirst, before which facts are stated
_AFTER = 16  # lines after the headline that may state facts
_FAR = 56  # lines after the headline that may still hold the byline
_SECTION = 0.5  # of the words above a headline, below the menu: those that sections are named with
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_NUMBER = re.compile(
    r"(?<![\w.,:])(\d{1,3}(?:[., \u00a0]\d{3})+|\d+[.,]\d(?=\s?[kKmM]\b)|\d+)"
    r"(?:\s?([kKmM])\b)?(?![\d:])"
)
_FACTOR = {"k": 1_000, "m": 1_000_000}
_AFTER_DATE = re.compile(r"\s*(\d[\d.,]*)\s+(?=\d+\s)")


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
    text: str  # the article's own text, so far as it is known

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the text writes small."""
        return frozenset(filter(str.islower, _WORD.findall(self.text)))


def around(texts: Sequence[str], title: int, is_body: Sequence[bool]) -> list[int]:
    """Return the lines that may state facts: those after the headline, then those before."""
    after, open_head, passed = [], True, 0
    for at in range(title + 1, min(len(texts), title + 1 + _AFTER)):
        if passed > _LEAD:
            break
        short = _width(texts[at]) < _RUNNING or is_stated(texts[at])
        open_head = open_head and (short or not is_body[at])
        if not is_body[at] or (open_head and at - title <= _TOP):
            after.append(at)
        passed += is_body[at] and not short
    before = [at for at in range(title - 1, max(-1, title - 4), -1) if not is_body[at]]
    return after + before


def _width(text: str) -> int:
    """Return the length of a line; Chinese and Japanese say in a third of it what others do."""
    return len(text) + 2 * sum("\u3040" <= sign <= "\u9fff" for sign in text)


def far(texts: Sequence[str], title: int, is_body: Sequence[bool]) -> list[int]:
    """Return the lines below the headline, down to a text's foot, that may name its writer."""
    start = title + 1
    return [at for at in range(start, min(len(texts), start + _FAR)) if not is_body[at]]


def facts(head: Head) -> Facts:
    """Return what the lines around the headline state."""
    found = Facts()
    for at in head.around:
        line = head.lines[at]
        if len(line) > _LONGEST or at == head.title:
            continue
        _numbers(line, at, head, found)
        if not _labelled(line, at, found) and at >= head.title - 2:
            found.put("authors", byline(head.lines, at, head.dates), at)
    for at in head.around:
        line = head.lines[at]
        if len(line) <= _LONGEST and at != head.title:
            _parts(line, at, head, found)
    _late(head, found)
    return found


def _late(head: Head, found: Facts) -> None:
    """Read what stands farther from the headline, where nothing nearer says it."""
    for at in head.around:
        if 0 < at - head.title <= 2 * _TOP and known(head.lines[at]) == 1:
            found.put("section", head.lines[at], at)
    for at in head.far:
        if "authors" not in found.found:
            found.put("authors", byline(head.lines, at, head.dates), at)


def _numbers(line: str, at: int, head: Head, found: Facts) -> None:
    """Read views and reading time: numbers beside their units."""
    start, end = head.dates.get(at, (0, 0))
    rest = line[:start] + " ; " + line[end:] if end else line
    shares = coverage(rest, tokens(rest))
    if "ago" in shares:
        return
    if end and "minutes" in shares and (bare := _AFTER_DATE.match(line[end:])):
        found.put("views", _whole(bare[1], None), at)
    for match in _NUMBER.finditer(rest):
        unit = rest[match.end() : match.end() + 24]
        before = rest[max(0, match.start() - 24) : match.start()]
        if starts_with("minutes", unit) and int(re.sub(r"\D", "", match[1])[:4]) < 180:
            found.put("reading_minutes", _whole(match[1], None), at)
        elif starts_with("views", unit) or "views" in coverage(before, tokens(before)[-2:]):
            found.put("views", _whole(match[1], match[2]), at)


def _whole(number: str, factor: str | None) -> int:
    if factor:
        return round(float(number.replace(",", ".")) * _FACTOR[factor.lower()])
    return int(re.sub(r"\D", "", number)[:12])


def _labelled(line: str, at: int, found: Facts) -> bool:
    """Read "Section: …", "Source: …", "Author: …"."""
    match = LABEL.fullmatch(line)
    if not match:
        return False
    words = tokens(match[1])
    for label, name in (("section", "section"), ("source", "outlet"), ("by", "authors")):
        if words and starts_with(label, match[1]) == len(words):
            value = match[2].strip()
            if name == "authors":
                found.put(name, writers(value, strict=False), at)
            elif len(value) < 60:
                found.put(name, value, at)
            return True
    return False


def _parts(line: str, at: int, head: Head, found: Facts) -> None:
    """Read the names that stand without a label."""
    if LABEL.fullmatch(line):
        return
    if CRUMB.search(line):
        last = parts(line)[-1]
        if at <= head.title + 3 and len(last) < 40:
            found.put("section", last, at)
        return
    start, end = head.dates.get(at, (0, 0))
    before = line[:start] if end else line
    early = head.date_line is None or at <= head.date_line
    for part in parts(unglued(before)):
        _name(part, at, head, found, before_date=early)
    for part in parts(unglued(line[end:])) if end else ():
        _name(part, at, head, found, before_date=False)


def _name(part: str, at: int, head: Head, found: Facts, *, before_date: bool) -> None:
    if not may_name(part):
        return
    persons = writers(part, strict=True)
    if len(part) > _NAMES and len(persons) < 2:
        return
    topic = is_topic(part) if before_date else known(part) == 1
    outlet = is_outlet(part) and not persons
    if before_date and not topic and persons:
        topic = is_ordinary(part, head.common) or (at == head.title - 1 and at < _TOP)
    section = not says_job(part) and (topic or not (persons or outlet))
    beside = -2 <= at - head.title <= 4 and not _is_menu(part, at, head)
    if before_date and section and beside and "section" not in found.found and _words(part) <= 6:
        found.put("section", part, at)
    elif persons and not topic and not _is_subject(persons, at, head):
        found.put("authors", persons, at)
    elif at > head.title and not topic and _words(part) <= 6:
        near = head.date_line is not None and 0 <= at - head.date_line <= 2
        if outlet or (near and not before_date and is_titled(part)):
            found.put("outlet", part, at)


def _is_menu(part: str, at: int, head: Head) -> bool:
    """Tell an item of a page's menu from the section that stands between it and the headline."""
    if head.title <= _TOP or at > head.title:
        return False
    if any(map(kind, head.lines[at + 1 : head.title])):
        return True
    is_way = at == head.title - 1 and known(head.lines[at - 1]) == 1  # "Sport", "Rowing"
    return known(part) < _SECTION and not is_way


def _is_subject(persons: Sequence[str], at: int, head: Head) -> bool:
    """Tell names away from the date that are no authors': above the headline, or in the text."""
    if head.date_line is not None and abs(at - head.date_line) <= 1:
        return False
    return at < head.title or all(name in head.text for name in persons)


def _words(part: str) -> int:
    return len(part.split())
