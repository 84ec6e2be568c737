"""JSON Feed 1.0 and 1.1 (jsonfeed.org). Pure."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import replace

from generator.config import Limits
from generator.models import Problem, Source, Understood
from generator.text import NotText, decode
from generator.understand.dates.machine import iso
from generator.understand.feeds.entry import Entry, articles_of, cut_short
from generator.understand.markup.fragment import fragment, line_of, plain_blocks
from generator.understand.vocabulary.people import people

_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_ITEMS = re.compile(r'"items"\s*:\s*\[\s*')
_NEXT = re.compile(r"\s*,\s*")
Item = Mapping[str, object]


def accepts(source: Source) -> bool:
    """Tell a JSON Feed by the version it must state."""
    data = source.data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return data.startswith(b"{") and bool(_VERSION.search(data))


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per item; what is no valid JSON is a problem."""
    try:
        feed = json.loads(decode(source.data), strict=False)
    except (ValueError, RecursionError, NotText):
        feed = None
    cut = feed is None
    if cut:
        feed = _beginning(source.data)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        message = "this JSON Feed can't be read: it is no valid JSON. Export it again."
        return Understood(problems=(Problem(source.path, "error", message),))
    last = source.collected + dt.timedelta(days=1)
    entries = [_entry(item, feed, last) for item in items if isinstance(item, dict)]
    understood = articles_of(source, limits, entries)
    problems = (cut_short(source), *understood.problems) if cut else understood.problems
    return replace(understood, problems=problems)


def _beginning(data: bytes) -> Item | None:
    """Return the items at the beginning of a feed that is no whole JSON; None if there is none."""
    try:
        text = decode(data)
    except NotText:
        return None
    decoder, items = json.JSONDecoder(strict=False), []
    begin = _ITEMS.search(text)
    while begin:
        try:
            item, end = decoder.raw_decode(text, begin.end())
        except (ValueError, RecursionError):
            break
        items.append(item)
        begin = _NEXT.match(text, end)
    return {"items": items} if items else None


def text_of(values: Item, key: str) -> str:
    """Return a text member of an object; a number as written, anything else as ""."""
    value = values.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def objects(values: Item, *keys: str) -> list[Item]:
    """Return the objects in the members of these names, whether they are lists or not."""
    found: list[Item] = []
    for key in keys:
        value = values.get(key)
        listed = value if isinstance(value, list) else [value]
        found += [one for one in listed if isinstance(one, dict)]
    return found


def _entry(item: Item, feed: Item, last: dt.date) -> Entry:
    full = fragment(text_of(item, "content_html")) or plain_blocks(text_of(item, "content_text"))
    writers = objects(item, "authors", "author") or objects(feed, "authors", "author")
    tags = item.get("tags")
    names = [people(text_of(one, "name"), (), strict=False) for one in writers]
    return Entry(
        id=text_of(item, "id"),
        title=line_of(text_of(item, "title")),
        blocks=full or plain_blocks(text_of(item, "summary")),
        summary_only=not full,
        url=text_of(item, "url") or text_of(item, "external_url") or None,
        date=iso(text_of(item, "date_published"), last)
        or iso(text_of(item, "date_modified"), last),
        updated=iso(text_of(item, "date_modified"), last),
        authors=tuple(dict.fromkeys(name for found in names for name in found)),
        outlet=line_of(text_of(feed, "title")),
        sections=[tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else (),
        language=text_of(item, "language") or text_of(feed, "language") or None,
    )
