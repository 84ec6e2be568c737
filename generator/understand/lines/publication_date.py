"""Which of a page's dates is the article's own: published before updated, no page clock. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

from generator.months import weekday_before
from generator.tables import load_numbers
from generator.understand.dates.future_dates import later_dates as later_in
from generator.understand.dates.numeric_order import Order, order_of
from generator.understand.dates.written import FoundDate, dates_in
from generator.understand.lines.date_labels import LABEL, is_of_event, is_of_other, label_of
from generator.understand.lines.fact_lines import is_dated

_LONGEST = 220  # characters of a line that states when the article was published
_SAMPLE = 20_000  # characters of a page by which 3/4/2025 is decided
TIME = re.compile(r"\d\d?[:.]\d\d(?:\s?(?:[ap]\.?m\.?|h))?(?:\s?[A-Z]{2,4})?", re.IGNORECASE)
_HEAD, _BEFORE, _AFTER, _FAR = 6, 3, 14, 60  # lines below the headline, and around it
YEAR_WORD = re.compile(r"\s?[^\W\d_]{1,2}\.?")  # behind a date: "2026 г."
_DASH = re.compile(r"\s?(?:\([^)]{1,30}\)\s?)?[—–-]")  # what follows the date of a dateline
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "publication_date")
_PASSED = _TUNED["passed"]
_LABELLED_LATER, _LATER = _TUNED["labelled_later"], _TUNED["later"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, the index of its line, and how it was labelled."""

    found: FoundDate
    at: int
    updated: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """When the article was published and when it was updated, as the page states it."""

    published: Dated | None = None
    updated: Dated | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """How the dates of a page are to be read."""

    language: str
    collected: dt.date
    order: Order

    def dates(self, line: str) -> list[FoundDate]:
        """Return the dates in a line, none that is after the day of collection."""
        return list(_dates(self, line))

    def later(self, line: str) -> list[FoundDate]:
        """Return the dates in a line that are after the day of collection and beyond doubt."""
        return later_in(line, self.language, self.collected, self.order)

    def any_dates(self, line: str) -> list[FoundDate]:
        """Return the dates in a line, if there are none the later ones."""
        return self.dates(line) or self.later(line)

    def begin(self, line: str, found: FoundDate) -> int:
        """Return where a date in a line begins, with the weekday before it."""
        return weekday_before(line[: found.start])


@lru_cache(maxsize=1 << 11)  # headline, facts and text ask for the dates of the same lines
def _dates(calendar: Calendar, line: str) -> tuple[FoundDate, ...]:
    return tuple(dates_in(line, calendar.language, calendar.collected, calendar.order))


def calendar_of(lines: Sequence[str], language: str, collected: dt.date) -> Calendar:
    """Return how the dates on a page are to be read, by the page's own evidence."""
    return Calendar(language, collected, order_of("\n".join(lines)[:_SAMPLE], language))


def article_date(
    lines: Sequence[str], title: int, body: Sequence[bool], calendar: Calendar
) -> Dates:
    """Return the article's dates.

    `title` is the index of the headline; `body` tells which lines are the article's text: dates in
    it are those of events.
    """
    found = [*_ranked(lines, title, body, calendar), *later_dates(lines, title, body, calendar)]
    ranked = sorted(found, key=lambda pair: pair[0])
    published = _nearest([date for _, date in ranked if not date.updated], title)
    updated = next((date for _, date in ranked if date.updated), None)
    if published is None:
        return Dates(updated)
    if updated and published.found.inferred and not updated.found.inferred:
        return Dates(updated)
    return Dates(published, updated)


def _nearest(dates: Sequence[Dated], title: int) -> Dated | None:
    """Return the first of the dates, on the line nearest the headline that has the same one.

    That line may add the time.
    """
    same = (date for date in dates if date.at > title and _is_same(date.found, dates[0].found))
    return min(same, key=lambda date: date.at, default=dates[0] if dates else None)


def _is_same(other: FoundDate, found: FoundDate) -> bool:
    """Return whether another date is the same, or the same day where `found` has no time."""
    if found.inferred or other.inferred or found.date.time:
        return other.date == found.date
    return other.day == found.day


def _ranked(
    lines: Sequence[str], title: int, body: Sequence[bool], calendar: Calendar
) -> Iterator[tuple[tuple[float, ...], Dated]]:
    """Yield the dates that may be the article's with their ranks, less is better."""
    for at, distance, needs_label in _near_lines(lines, title, body):
        own = _is_beside_names(at, lines, title, calendar)
        if not (own or _may_state(lines[at], is_body=body[at])):
            continue
        for date, label in _labelled(lines, at, calendar):
            found = _timed(date, lines, at, calendar)
            rank = _rank(distance, label, found, 0 if own else len(lines[at]))
            above = lines[at - 1] if at else ""
            before = lines[at][: calendar.begin(lines[at], date)]
            stated = label or not (needs_label or is_of_event(before, above))
            if rank is not None and stated:
                yield rank, Dated(found, at, label == "updated")


def _near_lines(
    lines: Sequence[str], title: int, body: Sequence[bool]
) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines around headline and text with their distance from the headline.

    The last value is whether a date in the line needs a label.
    """
    first = body.index(True) if True in body else title  # the head of the text may be far below
    last = _last(title, body)
    labelled_only = range(_inside(lines, title, body) + 1, len(lines))
    for at in _order(len(lines), title, body):
        if at != title:
            is_near = first - _AFTER <= at <= first + _BEFORE
            distance = min(at - title, _AFTER) if is_near else at - title
            yield at, distance, at in labelled_only and not last < at <= last + _BEFORE


def _is_beside_names(at: int, lines: Sequence[str], title: int, calendar: Calendar) -> bool:
    """Return whether a line below the headline has names, however many, and a date only.

    It is nothing but the article's.
    """
    return 0 < at - title <= _HEAD and is_dated(lines[at], calendar.dates(lines[at]))


def later_dates(
    lines: Sequence[str], title: int, body: Sequence[bool], calendar: Calendar
) -> Iterator[tuple[tuple[float, ...], Dated]]:
    """Yield the dates after the day of collection that a head states as the article's, with ranks.

    A date to come is mostly that of an event: it must have a line to itself, be the only such day,
    and without a label be above the text and absent from it.
    """
    found = list(_later_alone(lines, title, body, calendar))
    if len({date.found.day for date, _ in found}) > 1:
        return
    end = _head_end(body)
    for date, label in found:
        distance = float(abs(date.at - title) + (_AFTER if date.at < title else 0))
        if label:
            yield (_LABELLED_LATER, distance), date
        elif date.at < end and not _is_in_text(date.found.day, lines, body, calendar):
            yield (_LATER, distance), date


def _later_alone(
    lines: Sequence[str], title: int, body: Sequence[bool], calendar: Calendar
) -> Iterator[tuple[Dated, str]]:
    """Yield the dates after the day of collection that have a line to themselves, with labels."""
    for at in range(max(0, title - _BEFORE), min(len(lines), max(title, 0) + _AFTER + 1)):
        later = calendar.later(lines[at]) if at != title and not body[at] else []
        if len(later) == 1 and (label := _own_label(lines, at, later[0], calendar)) is not None:
            yield Dated(_timed(later[0], lines, at, calendar), at, updated=False), label


def _head_end(body: Sequence[bool]) -> int:
    """Return the second line of the text: the first may be a standfirst, above the date."""
    return next(islice((at for at, is_body in enumerate(body) if is_body), 1, None), len(body))


def _own_label(lines: Sequence[str], at: int, found: FoundDate, calendar: Calendar) -> str | None:
    """Return the label of a date that has a line to itself: "published" or "", else None."""
    line = lines[at]
    before = line[: calendar.begin(line, found)]
    label = label_of(before[-LABEL:]) if before.strip() else _label_above(lines, at)
    is_other = label == "updated" or (not label and is_of_other(before))
    end = found.end if YEAR_WORD.fullmatch(line[found.end :]) else len(line)
    return label if is_dated(line[:end], [found]) and not is_other else None


def _is_in_text(
    day: dt.date, lines: Sequence[str], body: Sequence[bool], calendar: Calendar
) -> bool:
    """Return whether the text names a day, with a year or without, other than in a dateline."""
    that_day = replace(calendar, collected=day)
    texts = [line for line, is_body in zip(lines, body, strict=True) if is_body]
    return any(
        found.day == day and not _DASH.match(line[found.end :])
        for line in texts
        for found in that_day.dates(line)
    )


def _may_state(line: str, *, is_body: bool) -> bool:
    return not is_body and len(line) <= _LONGEST


def _last(title: int, body: Sequence[bool]) -> int:
    """Return the last line of the text, the headline where there is none."""
    return max((at for at, is_body in enumerate(body) if is_body), default=title)


def _inside(lines: Sequence[str], title: int, body: Sequence[bool]) -> int:
    """Return the line behind the title up to which a good part of the text has passed.

    The first line of it may be a standfirst, before the date.
    """
    sizes = [len(lines[at]) * body[at] for at in range(title + 1, len(lines))]
    passed, total, count = 0, sum(sizes), 0
    for at, size in enumerate(sizes, title + 1):
        passed, count = passed + size, count + body[at]
        if passed > _PASSED * total and count > 1:
            return at
    return len(lines)


def _order(count: int, title: int, body: Sequence[bool]) -> Iterator[int]:
    """Yield the lines near the headline, then those right below the text."""
    first = body.index(True) if True in body else title
    yield from range(title, min(count, max(title + _FAR, first + _BEFORE + 1)))
    yield from range(title - 1, max(-1, title - 1 - _FAR), -1)
    last = _last(title, body)
    yield from range(max(last, title + _FAR), min(count, last + _AFTER))


def _labelled(lines: Sequence[str], at: int, calendar: Calendar) -> Iterator[tuple[FoundDate, str]]:
    line, start = lines[at], 0
    for found in calendar.dates(line):
        label = label_of(line[max(start, found.start - LABEL) : found.start])
        if not label and start == 0:
            label = _label_above(lines, at)
        yield found, label
        start = found.end


def _label_above(lines: Sequence[str], at: int) -> str:
    """Return the kind of date that a short line above a date names."""
    return label_of(lines[at - 1]) if at and len(lines[at - 1]) < LABEL else ""


def _timed(found: FoundDate, lines: Sequence[str], at: int, calendar: Calendar) -> FoundDate:
    """Return a date that ends its line with the time that the next line consists of."""
    following = lines[at + 1] if at + 1 < len(lines) else ""
    if found.date.time or found.end < len(lines[at]) or not TIME.fullmatch(following):
        return found
    joined = calendar.dates(f"{lines[at]} {following}")
    same = [date for date in joined if date.day == found.day and date.start == found.start]
    return replace(same[0], end=found.end) if same else found


def _rank(distance: int, label: str, found: FoundDate, length: int) -> tuple[float, ...] | None:
    """Return how well a date fits, less is better; None for one that is not the article's."""
    is_stray = length - (found.end - found.start) > 90 and not label
    if is_stray or (found.inferred and not -_BEFORE <= distance <= _AFTER):
        return None
    timed = found.date.time is not None
    if distance >= 0:
        base = _rank_below(distance, label, timed=timed)
        return (base + 2 * bool(found.inferred), float(distance))
    if distance < -_BEFORE and not label:
        return None
    is_beside = bool(label) or (timed and distance == -1)
    return (3.0 - 0.5 * is_beside, float(bool(found.inferred)), -distance)


def _rank_below(distance: int, label: str, *, timed: bool) -> float:
    """Return the rank of a date below the headline by what is beside it."""
    if distance <= _AFTER:
        return 0.0 if label else 1.0
    if label:
        return 2.0
    return 4.0 if timed else 5.0
