"""The month of publication of a page that states no day of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.understand.dates.months_only import month_in
from generator.understand.lines.date_labels import is_of_event, label_of
from generator.understand.lines.publication_date import Calendar, Dated

_BEFORE, _BEHIND = 3, 6  # lines around the headline
_TEXT = 1  # lines of the text that may be a month instead


def article_month(
    lines: Sequence[str], title: int, body: Sequence[bool], calendar: Calendar
) -> Dated | None:
    """Return the month that a line of the head states, with hardly another word.

    None if lines of the page state several: they are of an archive, a calendar or a timeline.
    """
    found = [dated for at in range(len(lines)) for dated in _alone(lines, at, calendar)]
    if len({dated.found.day for dated in found}) != 1:
        return None
    first = body.index(True) if True in body else title + _BEHIND
    head = range(title - _BEFORE, min(title + _BEHIND, max(first, title + 1)) + _TEXT)
    return next((dated for dated in found if dated.at in head and dated.at != title), None)


def _alone(lines: Sequence[str], at: int, calendar: Calendar) -> Iterator[Dated]:
    """Yield the month that a line consists of, but for a label of publication."""
    line = lines[at].strip(" .|·•")
    found = month_in(line, calendar.language, calendar.collected)
    if found is None or found.end < len(line):
        return
    before = line[: found.start].strip()
    above = lines[at - 1] if at else ""
    if label_of(before) == "published" or not (before or is_of_event("", above)):
        yield Dated(found, at, updated=False)
