"""When a page says that its article was published and updated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from htmldate import find_date
from lxml.html import HtmlElement

from generator.understand.html.iso import iso
from generator.understand.html.jsonld import Node, articles_among, texts
from generator.understand.html.meta import Metas, first

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article:published",
    "cxenseparse:recs:publishtime",
    "publishdate",
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

Found = tuple[str, str]


def published(
    tree: HtmlElement, metas: Metas, nodes: Sequence[Node], url: str | None, collected: dt.date
) -> Found | None:
    """Return the date of the article and where it was found.

    What the page states for machines goes before what htmldate finds in its text and address.
    """
    last = collected + dt.timedelta(days=1)  # a day begins earlier elsewhere
    stated = next(_stated(tree, metas, nodes, last), None)
    if stated:
        return stated
    day = find_date(
        tree,
        extensive_search=True,
        original_date=True,
        url=url,
        max_date=last.isoformat(),
        min_date="1995-01-01",
    )
    return (day, "htmldate") if day else None


def updated(metas: Metas, nodes: Sequence[Node], after: str, collected: dt.date) -> Found | None:
    """Return the date of the last change, if it is on a later day than `after`."""
    last = collected + dt.timedelta(days=1)
    found = next(_in_nodes(nodes, "dateModified", last), None)
    meta = first(metas, *_UPDATED)
    if found is None and meta and (day := iso(meta[1], last)):
        found = day, meta[0]
    return found if found and found[0][:10] > after[:10] else None


def _stated(
    tree: HtmlElement, metas: Metas, nodes: Sequence[Node], last: dt.date
) -> Iterator[Found]:
    yield from _in_nodes(nodes, "datePublished", last)
    for name in _PUBLISHED:
        meta = first(metas, name)
        if meta and (day := iso(meta[1], last)):
            yield day, name
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]")[:5]:
        said = element.get("content") or element.get("datetime") or ""
        if day := iso(said, last):
            yield day, "datePublished"


def _in_nodes(nodes: Sequence[Node], key: str, last: dt.date) -> Iterator[Found]:
    for node in articles_among(nodes):
        for text in texts(node.get(key))[:1]:
            if day := iso(text, last):
                yield day, "json-ld"
