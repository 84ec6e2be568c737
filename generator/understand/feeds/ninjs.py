"""IPTC ninjs 1.x and 2.x: news items as JSON, one or a list of them. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.config import Limits
from generator.models import Block, Problem, Source, Understood
from generator.understand.dates.machine import machine_date
from generator.understand.feeds.entry_to_article import Entry, articles_of
from generator.understand.json_text import Item, objects, text_of, value_of
from generator.understand.markup.fragment import fragment, line_of, plain_blocks
from generator.understand.reader_results import as_the_file, failed
from generator.understand.vocabulary.people import people

_URI = re.compile(rb'"uri"\s*:')
_BODY = re.compile(
    rb'"(?:body_\w+|bodies|headlines?|versioncreated|versionCreated|description_text)"\s*:'
)
_WITHDRAWN = {"canceled", "cancelled", "withheld"}


def accepts(source: Source) -> bool:
    """Return whether the file has a `uri`, which ninjs requires, and the text of a news item."""
    data = source.data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return data[:1] in {b"{", b"["} and bool(_URI.search(data) and _BODY.search(data))


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per item; withdrawn items and invalid JSON are problems."""
    parsed = value_of(source.data)
    if parsed is None:
        return failed(
            source, "this ninjs file can't be read: it is not valid JSON. Export it again."
        )
    items = _items(parsed)
    if not items:
        return failed(source, "this ninjs file contains no news item with text. Remove the file.")
    usable = [item for item in items if text_of(item, "pubstatus").lower() not in _WITHDRAWN]
    withdrawn = [_withdrawn(source, item) for item in items if item not in usable]
    understood = articles_of(source, limits, [_entry(item) for item in usable])
    if len(items) == 1:
        understood = as_the_file(understood)
    return replace(understood, problems=(*understood.problems, *withdrawn))


def _items(parsed: object) -> list[Item]:
    """Return the news items: the value itself, or those of a list, which may be a member."""
    if isinstance(parsed, dict) and "uri" not in parsed:
        return objects(parsed, "items", "results", "_items")
    listed = parsed if isinstance(parsed, list) else [parsed]
    return [item for item in listed if isinstance(item, dict)]


def _entry(item: Item) -> Entry:
    full, summary = _body(item), _described(item)
    created = text_of(item, "contentcreated", "firstcreated", "firstCreated")
    published = machine_date(created)
    updated = machine_date(text_of(item, "versioncreated", "versionCreated"))
    sources = objects(item, "infosources", "infosource")
    holder = next((text_of(source, "name") for source in sources), "")
    return Entry(
        id=text_of(item, "uri"),
        title=_headline(item),
        blocks=full or summary,
        summary_only=not full,
        url=_link(item),
        date=published or updated,
        updated=updated,
        authors=people(text_of(item, "byline", "by"), (), strict=False),
        outlet=holder or text_of(item, "copyrightholder", "copyrightHolder"),
        sections=[text_of(subject, "name") for subject in objects(item, "subject", "subjects")],
        language=text_of(item, "language") or None,
    )


def _headline(item: Item) -> str:
    titles = [text_of(headline, "value") for headline in objects(item, "headlines")]
    titles += [text_of(item, key) for key in ("headline", "headline_main", "title", "slugline")]
    return next((line for line in map(line_of, titles) if line), "")


def _body(item: Item) -> tuple[Block, ...]:
    return _first(item, "body", "bodies")


def _described(item: Item) -> tuple[Block, ...]:
    return _first(item, "description", "descriptions")


def _first(item: Item, single: str, many: str) -> tuple[Block, ...]:
    """Return the first text among `body_html` … and, in ninjs 2, the objects of `bodies`."""
    for kind in ("html", "xhtml", "text"):
        text = text_of(item, f"{single}_{kind}")
        found = plain_blocks(text) if kind == "text" else fragment(text)
        if found:
            return found
    for part in objects(item, many):
        markup = "html" in (text_of(part, "contenttype") or text_of(part, "contentType"))
        found = (fragment if markup else plain_blocks)(text_of(part, "value"))
        if found:
            return found
    return ()


def _link(item: Item) -> str | None:
    links = [
        text_of(link, "href") or text_of(link, "value") for link in objects(item, "altids", "links")
    ]
    addresses = [text_of(item, "url"), *links, text_of(item, "uri")]
    return next((link for link in addresses if link.startswith(("https://", "http://"))), None)


def _withdrawn(source: Source, item: Item) -> Problem:
    uri = text_of(item, "uri")
    name = _headline(item) or uri
    return Problem(
        f"{source.path}#{uri}",
        "warning",
        f"'{name}' was withdrawn by its agency ({text_of(item, 'pubstatus')}); it is left out.",
    )
