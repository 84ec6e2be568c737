"""When a page says that its article was published and updated."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from htmldate import find_date
from lxml.html import HtmlElement

from generator.understand.dates.machine import iso
from generator.understand.dates.written import FoundDate, has_numbers, order_of
from generator.understand.html.about.country import country_of
from generator.understand.html.about.jsonld import Node, articles_among, texts
from generator.understand.html.about.meta import Metas, first
from generator.understand.lines.publication_date import Calendar

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article:published",
    "cxenseparse:recs:publishtime",
    "publishdate",
    "published",
    "pub_date",
    "originalpublicationdate",
    "article_date_original",
    "dc.created",
    "created",
    "publish-date",
    "publication_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "citation_publication_date",
    "date",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified")

_MARKED = (
    "//body//*[self::time or contains(@class,'date') or contains(@class,'Date') or "
    "contains(@class,'datum') or contains(@class,'fecha') or contains(@class,'time') or "
    "contains(@class,'publish') or contains(@class,'posted') or contains(@class,'meta') or "
    "contains(@class,'byline') or contains(@id,'date')]"
)
_BELOW = "(//h1)[1]/following::*[self::p or self::div or self::span][position()<12]"
_OWN = 40  # characters of a line that is a date alone
_MOST = 40  # marked elements that are looked at
_LINES = (
    "p",
    "div",
    "span",
    "li",
    "td",
    "a",
    "b",
    "strong",
    "em",
    "i",
    "small",
    "h2",
    "h3",
    "h4",
    "h5",
)
_PIECES = 4000  # of running text in which a date without any mark is sought
_LINE, _LONGEST = 120, 400  # characters of a line that may be a date line

_SAMPLE = 20_000  # characters of a page by which 3/4/2025 is decided

Found = tuple[str, str]
Stated = tuple[Metas, Sequence[Node]]
"""The page's meta elements and JSON-LD."""


@dataclass(frozen=True, slots=True)
class Published:
    """The date of an article, where it was found, and the day it may mean as well, if any."""

    date: str
    place: str
    other: str | None = None


def published(
    tree: HtmlElement, stated: Stated, url: str | None, language: str, collected: dt.date
) -> Published | None:
    """Return when the article was published.

    What the page states for machines goes before what htmldate finds in its text and address.
    """
    last = collected + dt.timedelta(days=1)  # a day begins earlier elsewhere
    told = next(_stated(tree, stated, last), None)
    if told:
        return Published(*told)
    calendar = _calendar(tree, stated[0], url, language, collected)
    own = next(_below_headline(tree, calendar), None)
    if own:
        return Published(own.date, "text", own.other)
    day = find_date(
        tree,
        extensive_search=False,  # the extensive one loads all of dateparser: seconds, once
        original_date=True,
        url=url,
        max_date=last.isoformat(),
        min_date="1995-01-01",
    )
    found = _numbers(tree, day, url, calendar) if day else next(_shown(tree, calendar), None)
    if found:
        return Published(found.date, "text", found.other)
    return Published(day, "htmldate") if day else None


def _calendar(
    tree: HtmlElement, metas: Metas, url: str | None, language: str, collected: dt.date
) -> Calendar:
    """Return how the dates in a page's text are to be read."""
    sample = "\n".join(islice(tree.itertext(*_LINES), _PIECES))[:_SAMPLE]
    return Calendar(language, collected, order_of(sample, language, country_of(tree, metas, url)))


def _numbers(tree: HtmlElement, day: str, url: str | None, calendar: Calendar) -> FoundDate | None:
    """Return the date that htmldate read from numbers as 3/4/2025 are, read by our own rule.

    None where the page has it in another form as well, or the address has.
    """
    year, month, number = day.split("-")
    if max(month, number) > "12" or month == number:
        return None
    machine = re.compile(rf"{year}[-/]?{month}[-/]?{number}")
    if machine.search(url or "") or any(map(machine.search, tree.xpath("//@*"))):
        return None
    days = {day, f"{year}-{number}-{month}"}
    lines = chain(tree.xpath("//meta/@content"), tree.itertext())
    numbered = (line for line in lines if len(line) <= _LONGEST and has_numbers(line))
    dates = (date for line in numbered for date in calendar.dates(line))
    return next((date for date in dates if date.day in days), None)


def updated(stated: Stated, after: str, collected: dt.date) -> Found | None:
    """Return the date of the last change, if it is on a later day than `after`."""
    last = collected + dt.timedelta(days=1)
    metas, nodes = stated
    found = next(_in_nodes(nodes, "dateModified", last), None)
    meta = first(metas, *_UPDATED)
    if found is None and meta and (day := iso(meta[1], last)):
        found = day, meta[0]
    return found if found and found[0][:10] > after[:10] else None


def _stated(tree: HtmlElement, stated: Stated, last: dt.date) -> Iterator[Found]:
    metas, nodes = stated
    yield from _in_nodes(nodes, "datePublished", last)
    for name in _PUBLISHED:
        meta = first(metas, name)
        if meta and (day := iso(meta[1], last)):
            yield day, name
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]")[:5]:
        said = element.get("content") or element.get("datetime") or ""
        if day := iso(said, last):
            yield day, "datePublished"


def _below_headline(tree: HtmlElement, calendar: Calendar) -> Iterator[FoundDate]:
    """Read the lines right below the headline that are a date of numbers and nothing else."""
    if next(tree.iter("time"), None) is not None:  # states it for machines: htmldate reads that
        return
    for element in tree.xpath(_BELOW):
        line = " ".join(element.text_content()[:_LONGEST].split())
        if len(line) <= _OWN and has_numbers(line):
            yield from (found for found in calendar.dates(line)[:1] if found.end == len(line))


def _shown(tree: HtmlElement, calendar: Calendar) -> Iterator[FoundDate]:
    """Read the elements that are marked as a date, then what follows the headline, then lines."""
    marked = [*tree.xpath(_MARKED)[:_MOST], *tree.xpath(_BELOW)]
    lines = (element.text_content()[:_LONGEST] for element in marked)
    for text in chain(lines, islice(tree.itertext(*_LINES), _PIECES)):
        line = " ".join(text.split())
        if 0 < len(line) < _LINE and not line.startswith("©"):
            yield from (found for found in calendar.dates(line)[:1] if not found.inferred)


def _in_nodes(nodes: Sequence[Node], key: str, last: dt.date) -> Iterator[Found]:
    for node in articles_among(nodes):
        for text in texts(node.get(key))[:1]:
            if day := iso(text, last):
                yield day, "json-ld"
