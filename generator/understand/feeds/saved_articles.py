"""Articles as read-it-later programs export them in JSON: wallabag, Raindrop, Omnivore. Pure.

The reader's own notes, annotations and tags are not read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from generator.config import Limits
from generator.models import Block, Source, Understood
from generator.source_urls import is_web
from generator.text import clean, squeeze
from generator.understand.dates.field_dates import StatedDates
from generator.understand.feeds.authors import names
from generator.understand.feeds.content import Content, markup_content, plain_content
from generator.understand.feeds.entry_to_article import Entry, articles_of
from generator.understand.feeds.service_additions import Channel, adapted
from generator.understand.feeds.unpublished import LeftOut, left_out, withheld
from generator.understand.json_text import Item, begins_as_json, objects, text_of, value_of
from generator.understand.markup.fragment import line_of

_LISTS = ("items", "articles", "entries", "results", "data", "bookmarks", "raindrops")
_TITLES = ("title", "resolved_title", "given_title")
_ADDRESSES = (
    "source_url",
    "url",
    "link",
    "given_url",
    "resolved_url",
    "originalUrl",
    "original_url",
)
_TEXTS = ("content", "content_html", "html_content", "html", "text", "content_text")
_SUMMARIES = ("excerpt", "description", "summary")
_DATES = ("published_at", "publishedAt", "published", "date_published", "published_date", "pubDate")
_OUTLETS = ("site_name", "siteName", "publication", "publisher")
_AUTHORS = ("published_by", "author", "authors", "byline")
_LINKS, _IN_PARTS = ("canonical", "alternate"), ("content", "summary")  # of a feed reader
_SECONDS, _LATEST = 10**11, 10**13  # more are thousandths; more are no date
_PASSAGES = ("text", "quote", "highlight")
_WITHOUT_TEXT = re.compile(
    r"wallabag can.t retrieve contents|has no content|\[?unable to fetch", re.IGNORECASE
)
_MARKUP = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def accepts(source: Source) -> bool:
    """Return whether the file is JSON with articles that have a title, an address and a text."""
    return bool(_items(source))


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per item; items that are kept back are counted."""
    items = _items(source)
    kept_back = [_left_out(item, state) for item in items if (state := _state(item))]
    last = source.collected + dt.timedelta(days=1)
    written = [text_of(item, key) for item in items for key in _DATES]
    dates = StatedDates.of(written, last, [text_of(items[0], "language")[:2]])
    entries = [adapted(_entry(item, dates), Channel()) for item in items if not _state(item)]
    understood = articles_of(source, limits, entries)
    problem = (left_out(source.path, kept_back, len(entries)),) if kept_back else ()
    return Understood(
        understood.articles,
        (*problem, *understood.problems),
        withheld(source, kept_back, None, None),
    )


def _items(source: Source) -> list[Item]:
    parsed = value_of(source.data) if begins_as_json(source.data) else None
    if isinstance(parsed, dict) and isinstance(parsed.get("_embedded"), dict):
        parsed = parsed["_embedded"]
    found = objects({"list": parsed}, "list") if isinstance(parsed, list) else []
    if isinstance(parsed, dict):
        found = objects(parsed, *_LISTS) or [parsed]
    return [item for item in map(_flat, found) if _is_article(item)]


def _flat(item: Item) -> Item:
    """Return an item of a feed reader (Inoreader, FreshRSS, Feedly) with the keys of other exports.

    Its address, text and outlet are in objects, and its dates in seconds or thousandths.
    """
    links = [text_of(link, "href") for key in _LINKS for link in objects(item, key)]
    if not links or "origin" not in item:
        return item
    texts = [text_of(part, "content") for key in _IN_PARTS for part in objects(item, key)]
    outlet = next((text_of(origin, "title") for origin in objects(item, "origin")), "")
    flat = {"url": links[0], "content": next(filter(None, texts), ""), "site_name": outlet}
    seconds = item.get("published")
    if isinstance(seconds, int) and 0 < seconds < _LATEST:
        seconds = seconds // 1000 if seconds > _SECONDS else seconds
        flat["published"] = dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat()
    kept = {key: value for key, value in item.items() if key not in {"summary", "published"}}
    return {**kept, **flat}


def _is_article(item: Item) -> bool:
    address = text_of(item, *_ADDRESSES)
    return is_web(address) and bool(text_of(item, *_TITLES) and _has_text(item))


def _has_text(item: Item) -> bool:
    return any(key in item for key in (*_TEXTS, *_SUMMARIES))


def _state(item: Item) -> str:
    """Return the word by which an item is kept back, "" for none."""
    if item.get("draft") is True or item.get("is_draft") is True:
        return "draft"
    states = [text_of(item, key).lower() for key in ("status", "visibility")]
    return next(
        (state for state in states if state in {"draft", "private", "scheduled", "trash"}), ""
    )


def _left_out(item: Item, state: str) -> LeftOut:
    address = text_of(item, *_ADDRESSES)
    return LeftOut(state, squeeze(clean(address)), address)


def _entry(item: Item, dates: StatedDates) -> Entry:
    full = _text(text_of(item, *_TEXTS))
    content = full if full.blocks else _summary(item)
    entry = Entry(
        id=text_of(item, *_ADDRESSES),
        title=line_of(text_of(item, *_TITLES)),
        blocks=content.blocks,
        dropped=content.dropped,
        summary_only=not full.blocks,
        url=text_of(item, *_ADDRESSES),
        authors=names(name for key in _AUTHORS for name in _names(item.get(key))),
        outlet=text_of(item, *_OUTLETS),
        language=text_of(item, "language") or None,
    )
    return entry.dated(dates.read(text_of(item, *_DATES)))


def _summary(item: Item) -> Content:
    """Return the summary of an item, and the passages that its reader has marked."""
    summary = _text(text_of(item, *_SUMMARIES))
    marked = [text_of(passage, *_PASSAGES) for passage in objects(item, "highlights")]
    passages = [Block(line_of(text), "quote") for text in marked if text.strip()]
    return Content((*summary.blocks, *passages), summary.dropped)


def _text(text: str) -> Content:
    if _WITHOUT_TEXT.search(text[:500]):
        return Content()
    return markup_content(text) if _MARKUP.search(text) else plain_content(text)


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [name for part in value for name in _names(part)]
    return [text_of(value, "name")] if isinstance(value, Mapping) else []
