"""JSON Feed 1.0 and 1.1 (jsonfeed.org). Pure."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import replace

from generator.config import Limits
from generator.models import Source, Understood
from generator.source_urls import absolute, is_web
from generator.text import NotText, decode
from generator.understand.dates.field_dates import StatedDates
from generator.understand.feeds.authors import names
from generator.understand.feeds.content import Content, markup_content, plain_content
from generator.understand.feeds.entry_to_article import Entry, articles_of, cut_short
from generator.understand.feeds.service_additions import Channel, adapted
from generator.understand.json_text import Item, objects, text_of, value_of
from generator.understand.markup.fragment import line_of
from generator.understand.reader_results import failed
from generator.understand.vocabulary.language import normal

_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_ITEMS = re.compile(r'"items"\s*:\s*\[\s*')
_DATES = ("published", "modified")
_NEXT = re.compile(r"\s*,\s*")


def accepts(source: Source) -> bool:
    """Return whether the file is a JSON Feed, by its required member `version`."""
    data = source.data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return data.startswith(b"{") and bool(_VERSION.search(data))


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per item; a file that is not valid JSON is a problem."""
    whole = value_of(source.data)
    cut = whole is None
    feed = _beginning(source.data) if cut else whole
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(feed, dict) or not isinstance(items, list):
        message = "this JSON Feed can't be read: it is not valid JSON. Export it again."
        return failed(source, message)
    items = [item for item in items if isinstance(item, dict)]
    dates = _dates(items, feed, source.collected + dt.timedelta(days=1))
    channel = Channel(line_of(text_of(feed, "title")), text_of(feed, "home_page_url"))
    entries = [adapted(_entry(item, feed, dates), channel) for item in items]
    understood = articles_of(source, limits, entries)
    problems = (cut_short(source), *understood.problems) if cut else understood.problems
    return replace(understood, problems=problems)


def _beginning(data: bytes) -> dict[str, object] | None:
    """Return the items at the beginning of a truncated feed, None if there is none."""
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


def _dates(items: Sequence[Item], feed: Item, last: dt.date) -> StatedDates:
    written = [text_of(item, key) for item in items for key in ("date_published", "date_modified")]
    return StatedDates.of(written, last, [normal(text_of(feed, "language"))])


def _entry(item: Item, feed: Item, dates: StatedDates) -> Entry:
    full = _full(item)
    content = full if full.blocks else plain_content(text_of(item, "summary"))
    writers = objects(item, "authors", "author") or objects(feed, "authors", "author")
    published, updated = (dates.read(text_of(item, f"date_{key}")) for key in _DATES)
    link = text_of(item, "url", "external_url")
    if not link and is_web(text_of(item, "id")):
        link = text_of(item, "id")
    entry = Entry(
        id=text_of(item, "id"),
        title=line_of(text_of(item, "title")),
        blocks=content.blocks,
        dropped=content.dropped,
        summary_only=not full.blocks,
        url=absolute(link, text_of(feed, "home_page_url", "feed_url")) if link else None,
        authors=names(text_of(writer, "name") for writer in writers),
        outlet=line_of(text_of(feed, "title")),
        sections=_tags(item),
        language=text_of(item, "language") or text_of(feed, "language") or None,
    )
    return entry.dated(published, updated)


def _full(item: Item) -> Content:
    markup = markup_content(text_of(item, "content_html"))
    return markup if markup.blocks else plain_content(text_of(item, "content_text"))


def _tags(item: Item) -> list[str]:
    tags = item.get("tags")
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
