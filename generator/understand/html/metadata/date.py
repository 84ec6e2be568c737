"""The dates of publication and update that a page states for its article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from operator import itemgetter

from lxml.html import HtmlElement

from generator.moments import DatePart, Moment
from generator.understand.dates.machine import LATEST, machine_date
from generator.understand.dates.months_only import month_in
from generator.understand.dates.numeric_order import has_numbers, order_of
from generator.understand.dates.written import FoundDate
from generator.understand.html.metadata.country import country_of
from generator.understand.html.metadata.date_names import DOCUMENT, PUBLISHED, UPDATED
from generator.understand.html.metadata.jsonld import Node, articles_among, texts
from generator.understand.html.metadata.meta import Metas, first
from generator.understand.html.metadata.visible_dates import Dates, PageLines
from generator.understand.lines.publication_date import Calendar

_MOST = 40  # `time` elements that are read
_ADDRESSES = 2000  # characters of a text or an attribute that are searched for a day
_LONGEST = 400  # characters of a line that may contain a date
_OUTSIDE = frozenset({"aside", "footer", "nav"})
_PUBLICATION = re.compile("publish|entry-date|pubdate|created|posted")
_UPDATE = re.compile("update|modif")
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:[/_.-]|$)")
# Greatest offsets from UTC.
_WEST, _EAST = dt.timedelta(hours=-12), dt.timedelta(hours=14)
_QUARTER = dt.timedelta(minutes=15)
_MONTHS = 12  # a higher number is a day

_SAMPLE = 20_000  # characters of a page by which 3/4/2025 is decided
Found = tuple[Moment, str]


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page that may state a date, and how to read its dates."""

    tree: HtmlElement
    metas: Metas
    nodes: Sequence[Node]
    lines: PageLines
    url: str | None
    language: str
    collected: dt.date

    @property
    def last(self) -> dt.date:
        """The latest day that is not in the future: a day begins earlier elsewhere."""
        return self.collected + dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Published:
    """The dates of publication and update, and where the page states them.

    `other` is the other day that its numbers may mean, `inferred` the part that is not stated;
    `is_guessed`: nothing on the page shows that this is the article's date. `line` is the line that
    states it, "" if the line contains more than dates. False without a date.
    """

    date: Moment | None = None
    place: str = ""
    other: dt.date | None = None
    inferred: DatePart | None = None
    is_guessed: bool = False
    updated: Moment | None = None
    updated_place: str = ""
    line: str = ""

    def __bool__(self) -> bool:
        """Return whether the page has a date."""
        return self.date is not None


def published(page: Page) -> Published:
    """Return when the article of a page was published.

    In this order: the machine-readable date, the date shown near the headline, the address, `time`
    elements, and a guess by htmldate. A date after the day of collection is accepted only if it is
    machine-readable or shown as the article's own.
    """
    calendar = _calendar(page)
    shown = page.lines.dates(calendar)
    stated = next(_stated(page, page.last), None) or next(_stated(page, LATEST), None)
    found = _from_stated(stated, shown) if stated else _unstated(page, shown, calendar)
    if found is None or found.date is None:
        return Published()
    updated, place = _updated(page, found.date) or _shown_update(shown, found.date) or (None, "")
    return replace(found, updated=updated, updated_place=place, line=found.line or shown.line)


def _from_stated(stated: Found, shown: Dates) -> Published:
    """Return the machine-readable date, with the local day of the page.

    A page that states times in UTC shows its readers the local day, which may be another one.
    """
    date, place = stated
    dated = shown.published
    seen = dated.found if dated and not dated.updated else None
    if shown.is_first and seen and not seen.inferred and seen.day < date.day:
        return Published(seen.date, "text", seen.other)
    if seen and not seen.inferred and _is_local(date, seen.date):
        return Published(seen.date, "text")
    return Published(date, place)


def _is_local(universal: Moment, local: Moment) -> bool:
    """Return whether a shown date may be the local day of a time in UTC."""
    days = (local.day - universal.day).days
    if universal.time is None or universal.time.utcoffset() != dt.timedelta(0) or abs(days) != 1:
        return False
    at = dt.datetime.combine(universal.day, universal.time.replace(tzinfo=None))
    if local.time:
        shown = dt.datetime.combine(local.day, local.time.replace(tzinfo=None, second=0))
        ahead = shown - at.replace(second=0)
        return _WEST <= ahead <= _EAST and ahead % _QUARTER == dt.timedelta(0)
    midnight = dt.datetime.combine(at.date() + dt.timedelta(days=max(days, 0)), dt.time())
    return midnight - at <= _EAST if days > 0 else at - midnight <= -_WEST


def _unstated(page: Page, shown: Dates, calendar: Calendar) -> Published | None:
    """Return the date of a page without a machine-readable one."""
    address = _in_address(page.url, page.last)
    marked = next(_marked(page.tree, page.last), None)
    if shown.published and (shown.is_labelled or not address):
        found = shown.published.found
        if found.other and marked and marked.day in {found.day, found.other}:
            return Published(marked, "time")
        return Published(found.date, "text", found.other, found.inferred)
    if address:
        return Published(address, "address")
    if marked:
        return Published(marked, "time")
    return _month(page, calendar) or _guessed(page, calendar)


def _month(page: Page, calendar: Calendar) -> Published | None:
    """Return the month that the head of a page states where it states no day."""
    metas = filter(None, (first(page.metas, name) for name in (*PUBLISHED, *DOCUMENT)))
    nodes = chain(*(texts(node.get("datePublished")) for node in articles_among(page.nodes)))
    for place, stated in (*(("json-ld", text) for text in nodes), *metas):
        found = month_in(stated, page.language, page.collected)
        if found and (found.start, found.end) == (0, len(stated)):
            return Published(found.date, place, inferred=found.inferred)
    month, line = page.lines.month(calendar)
    return Published(month.date, "text", inferred=month.inferred, line=line) if month else None


def _in_address(url: str | None, last: dt.date) -> Moment | None:
    found = _ADDRESS.search(url or "")
    return machine_date("-".join(found.groups()), last) if found else None


def _marked(tree: HtmlElement, last: dt.date) -> Iterator[Moment]:
    """Yield the dates of `time` elements, those marked as published first, without updates."""
    found: list[tuple[bool, Moment]] = []
    for element in islice(tree.iter("time"), _MOST):
        day = machine_date(element.get("datetime") or "", last)
        names = _names(element) + _names(element.getparent())
        is_published = bool(_PUBLICATION.search(names))
        outside = any(above.tag in _OUTSIDE for above in element.iterancestors())
        if day and not outside and (is_published or not _UPDATE.search(names)):
            found.append((not is_published, day))
    yield from (day for _, day in sorted(found, key=itemgetter(0)))


def _names(element: HtmlElement | None) -> str:
    if element is None:
        return ""
    return " ".join(element.get(key) or "" for key in ("class", "id", "itemprop")).lower()


def _guessed(page: Page, calendar: Calendar) -> Published | None:
    """Return htmldate's guess, which nothing on the page confirms.

    From a month and a year htmldate makes a day that the page does not state; that is rejected.
    """
    from htmldate import find_date  # noqa: PLC0415 - only where a file needs it

    guessed = find_date(
        page.tree,
        extensive_search=False,  # the extensive one loads all of dateparser: seconds, once
        original_date=True,
        url=page.url,
        max_date=page.last.isoformat(),
        min_date="1995-01-01",
    )
    day = dt.date.fromisoformat(guessed) if guessed else None
    if day is None or not _has_day(page, day):
        return None
    found = _numbers(page, day, calendar)
    date, other = (found.date, found.other) if found else (Moment(day), None)
    return Published(date, "htmldate", other, is_guessed=True)


def _has_day(page: Page, day: dt.date) -> bool:
    """Return whether a text, an attribute or the address of the page has the numbers of a day."""
    compact = f"{day:%Y%m%d}"
    number = re.compile(rf"(?<!\d)0?{day.day}(?!\d)")
    year = re.compile(rf"(?<!\d)(?:{day:%Y}|{day:%y})(?!\d)")
    stated = chain([page.url or ""], page.tree.xpath("//@*"), page.tree.itertext())
    return any(
        compact in text or bool(number.search(text) and year.search(text))
        for text in stated
        if len(text) <= _ADDRESSES
    )


def _calendar(page: Page) -> Calendar:
    """Return how the dates in a page's text are to be read."""
    sample = "\n".join(page.lines.texts)[:_SAMPLE]
    order = order_of(sample, page.language, country_of(page.tree, page.metas, page.url))
    return Calendar(page.language, page.collected, order)


def _numbers(page: Page, day: dt.date, calendar: Calendar) -> FoundDate | None:
    """Return the numeric date (3/4/2025) that htmldate read, read by this program's rule.

    None if the page or its address also has it in another form.
    """
    if day.day > _MONTHS or day.month == day.day or _has_machine_date(page, day):
        return None
    days = {day, day.replace(month=day.day, day=day.month)}
    lines = chain(page.tree.xpath("//meta/@content"), page.tree.itertext())
    numbered = (line for line in lines if len(line) <= _LONGEST and has_numbers(line))
    dates = (date for line in numbered for date in calendar.dates(line))
    return next((date for date in dates if date.day in days), None)


def _has_machine_date(page: Page, day: dt.date) -> bool:
    """Return whether the address or an attribute of a page has a day with the year first."""
    machine = re.compile(f"{day:%Y[-/]?%m[-/]?%d}")
    return bool(machine.search(page.url or "")) or any(map(machine.search, page.tree.xpath("//@*")))


def _updated(page: Page, after: Moment) -> Found | None:
    """Return the date of the last change that the page states, if it is on a later day."""
    found = next(_in_nodes(page.nodes, "dateModified", page.last), None)
    meta = first(page.metas, *UPDATED)
    if found is None and meta and (day := machine_date(meta[1], page.last)):
        found = day, meta[0]
    return found if found and found[0].day > after.day else None


def _shown_update(shown: Dates, after: Moment) -> Found | None:
    found = shown.updated.found if shown.updated else None
    is_whole = found is not None and not found.inferred
    return (found.date, "text") if found and is_whole and found.day > after.day else None


def _stated(page: Page, last: dt.date) -> Iterator[Found]:
    """Yield the machine-readable dates of publication up to `last`."""
    yield from _in_nodes(page.nodes, "datePublished", last)
    yield from _in_metas(page.metas, PUBLISHED, last)
    for element in page.tree.xpath("//*[@itemprop='datePublished' or @pubdate]")[:5]:
        stated = element.get("content") or element.get("datetime") or ""
        if day := machine_date(stated, last):
            yield day, "datePublished"
    yield from _in_metas(page.metas, DOCUMENT, last)


def _in_metas(metas: Metas, names: Sequence[str], last: dt.date) -> Iterator[Found]:
    for name in names:
        meta = first(metas, name)
        if meta and (day := machine_date(meta[1], last)):
            yield day, name


def _in_nodes(nodes: Sequence[Node], key: str, last: dt.date) -> Iterator[Found]:
    for node in articles_among(nodes):
        for text in texts(node.get(key))[:1]:
            if day := machine_date(text, last):
                yield day, "json-ld"
