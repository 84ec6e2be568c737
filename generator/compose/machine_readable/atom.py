"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import Element, SubElement

from generator import sanitize
from generator.compose.machine_readable import dates
from generator.compose.machine_readable.feeds import Feed, Item
from generator.compose.machine_readable.publication import Publication
from generator.compose.machine_readable.xml_file import xml_file

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"


def atom(feed: Feed, items: Sequence[Item], site: Publication) -> bytes:
    """Return the feed's file; its date is that of its latest change, not the current time."""
    latest = dates.latest(feed.entries)
    if latest is None:
        raise AssertionError(feed.path)
    root = Element(_named("feed"), {f"{{{_XML}}}lang": site.language}, nsmap={None: _ATOM})
    _put(root, "id", site.permanent(feed.path))
    _put(root, "title", feed.title)
    if site.description:
        _put(root, "subtitle", site.description)
    _put(root, "updated", dates.rfc3339(latest))
    _put(SubElement(root, _named("author")), "name", site.name)
    _link(root, "self", site.address(feed.atom, feed.atom), "application/atom+xml")
    _link(root, "alternate", site.page(feed.path, feed.atom), "text/html")
    for item in items:
        _add_entry(root, item)
    return xml_file(root)


def _add_entry(feed: Element, item: Item) -> None:
    entry = SubElement(feed, _named("entry"), {f"{{{_XML}}}lang": sanitize.xml(item.language)})
    _put(entry, "id", item.id)
    _put(entry, "title", item.title)
    _link(entry, "alternate", item.url, "text/html")
    if item.original:
        _link(entry, "via", item.original)
    if item.published:
        _put(entry, "published", dates.rfc3339(item.published))
    _put(entry, "updated", dates.rfc3339(item.changed))
    for name in item.authors:
        _put(SubElement(entry, _named("author")), "name", name)
    for tag in item.tags:
        SubElement(entry, _named("category"), {"term": sanitize.xml(tag)})
    _put(entry, "summary", item.summary)
    if item.html:
        _put(entry, "content", item.html, type="html")


def _put(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, _named(tag), attributes).text = sanitize.xml(text)


def _link(parent: Element, rel: str, href: str, kind: str | None = None) -> None:
    attributes = {"rel": rel, "href": sanitize.xml(href)} | ({"type": kind} if kind else {})
    SubElement(parent, _named("link"), attributes)


def _named(tag: str) -> str:
    return f"{{{_ATOM}}}{tag}"
