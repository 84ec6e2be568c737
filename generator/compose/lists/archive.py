"""The archive: years, months, and calendars of articles by day. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.compose.article.entry import Entry
from generator.compose.lists.collection import Shelf, grouped
from generator.compose.lists.front_page import lead_of
from generator.compose.lists.paging import paged
from generator.compose.lists.periods import start_of
from generator.compose.lists.trend_labels import common
from generator.compose.lists.views import Calendar, Cell, Heat, Link, Links, Month, View
from generator.compose.pictures import charts

_LATEST_YEAR = 12  # months in the archive's calendar
_TOP = 12  # keywords listed for a year
_UNDATED = "archive/undated.md"


def pages(shelf: Shelf) -> Iterator[View]:
    """Yield the archive's index, its years and its months, and the undated articles."""
    words = shelf.words
    months = grouped((start_of(entry.day, "month"), entry) for entry in shelf.entries if entry.day)
    undated = [entry for entry in shelf.entries if not entry.day]
    yield _index(shelf, months, len(undated))
    if undated:
        view = View("month", _UNDATED, words("undated"), facts=(shelf.count(len(undated)),))
        yield from paged(view, undated, shelf)
    days = _days(shelf)
    most = max(days.values(), default=0)
    for year, found in grouped((month.year, month) for month in months).items():
        yield _year(shelf, year, sorted(found), months, most)
    for month, entries in months.items():
        yield from _month(shelf, month, entries, most)


def month_path(month: dt.date) -> str:
    """Return the path of a month's page."""
    return f"archive/{month.year:04}/{month.month:02}.md"


def latest_months(shelf: Shelf, most: int = 1) -> Calendar:
    """Return the calendar of the latest months with articles, the latest last."""
    months = grouped((start_of(entry.day, "month"), entry) for entry in shelf.listed if entry.day)
    days = _days(shelf)
    latest = sorted(months)[-most:]
    return Calendar(
        shelf.words("coverage"),
        shelf.words.weekdays(),
        tuple(_in_weeks(shelf, month, months[month], max(days.values())) for month in latest),
    )


def _days(shelf: Shelf) -> Counter[dt.date]:
    return Counter(entry.day for entry in shelf.entries if entry.day)


def _index(shelf: Shelf, months: Mapping[dt.date, Sequence[Entry]], undated: int) -> View:
    words = shelf.words
    years = sorted({month.year for month in months}, reverse=True)
    most = max((len(found) for found in months.values()), default=0)
    rows = tuple((_year_link(year, months), _cells(shelf, year, months, most)) for year in years)
    names = tuple(words.month_name(dt.date(2001, number, 1), short=True) for number in range(1, 13))
    other = (Link(words("undated"), _UNDATED, undated),) if undated else ()
    return View(
        "archive",
        "archive/index.md",
        words("archive"),
        summary="" if shelf.entries else words("empty"),
        facts=(shelf.count(len(shelf.entries)),) if shelf.entries else (),
        heat=Heat(words("archive-text"), names, rows) if rows else None,
        calendar=latest_months(shelf, _LATEST_YEAR) if rows else None,
        links=(Links("", other, "letters"),) if other else (),
    )


def _year_link(year: int, months: Mapping[dt.date, Sequence[Entry]]) -> Link:
    total = sum(len(found) for month, found in months.items() if month.year == year)
    return Link(str(year), f"archive/{year:04}.md", total)


def _cells(
    shelf: Shelf, year: int, months: Mapping[dt.date, Sequence[Entry]], most: int
) -> tuple[Cell, ...]:
    cells = []
    for number in range(1, 13):
        month = dt.date(year, number, 1)
        count = len(months.get(month, ()))
        link = Link(shelf.words.number(count), month_path(month), count) if count else None
        cells.append(Cell(link, charts.share_level(count, most)))
    return tuple(cells)


def _year(
    shelf: Shelf,
    year: int,
    found: Sequence[dt.date],
    months: Mapping[dt.date, Sequence[Entry]],
    most: int,
) -> View:
    words = shelf.words
    entries = [entry for month in found for entry in months[month]]
    named = [_with_lead(shelf, month, months[month]) for month in reversed(found)]
    keywords = common(shelf, entries, _TOP)
    return View(
        "year",
        f"archive/{year:04}.md",
        str(year),
        kicker=words("archive"),
        facts=(shelf.count(len(entries)),),
        calendar=Calendar(
            words("calendar"),
            words.weekdays(),
            tuple(_named(shelf, dt.date(year, number, 1), months, most) for number in range(1, 13)),
        ),
        links=(
            *([Links(words("most-covered"), keywords, "ranked")] if keywords else []),
            Links(words("archive-text"), tuple(named), "dated"),
        ),
    )


def _with_lead(shelf: Shelf, month: dt.date, entries: Sequence[Entry]) -> Link:
    """Return the link to a month, with its leading article."""
    lead = lead_of(shelf, entries)
    return Link(shelf.words.month_name(month), month_path(month), len(entries), article=lead)


def _named(
    shelf: Shelf, month: dt.date, months: Mapping[dt.date, Sequence[Entry]], most: int
) -> Month:
    """Return a month labelled with its name; one without articles has no link."""
    found = _in_weeks(shelf, month, months.get(month, ()), most)
    path = found.link.path if month in months else None
    return replace(found, link=replace(found.link, text=shelf.words.month_name(month), path=path))


def _in_weeks(shelf: Shelf, month: dt.date, entries: Sequence[Entry], most: int) -> Month:
    link = Link(shelf.words.month(month), month_path(month), len(entries))
    counts = Counter(entry.day for entry in entries if entry.day)
    days = {
        day: replace(shelf.edition_at(start_of(day, shelf.unit)), count=count)
        for day, count in counts.items()
    }
    return charts.month_of_days(link, month, days, most, shelf.words)


def _month(shelf: Shelf, month: dt.date, entries: Sequence[Entry], most: int) -> Iterator[View]:
    words = shelf.words
    days = sorted(Counter(entry.day for entry in entries if entry.day).items())
    calendar = Calendar(
        words("calendar"),
        words.weekdays(),
        (_in_weeks(shelf, month, entries, most),),
        (words("period"), words("articles-column")),
        tuple((words.day(day), words.number(count)) for day, count in days),
    )
    view = View(
        "month",
        month_path(month),
        words.month(month),
        kicker=words("archive"),
        facts=(shelf.count(len(entries)),),
        calendar=calendar,
    )
    yield from paged(view, entries, shelf)
