"""Ghost's export (JSON): posts with their authors and tags in tables beside them. Pure.

Posts for members, e-mail-only posts and pages are not public and are left out, as are drafts and
scheduled posts (Ghost, `ghost/core/core/server/data/schema`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.config import Limits
from generator.models import Source, Understood
from generator.understand.blogs_and_notebooks.drafts import Draft, published
from generator.understand.dates.field_dates import StatedDates
from generator.understand.feeds.authors import names
from generator.understand.feeds.content import markup_content, plain_content
from generator.understand.feeds.entry_to_article import Entry
from generator.understand.json_text import Item, begins_as_json, objects, text_of, value_of
from generator.understand.markup.fragment import line_of

_SIGN = re.compile(rb'"posts"\s*:')
_DATES = ("published_at", "updated_at")
_INTERNAL = "#"  # begins the name of a tag that Ghost does not show to readers


@dataclass(frozen=True, slots=True)
class _Blog:
    """The tables beside the posts: names of authors and tags by the post's id."""

    title: str
    authors: Mapping[str, Sequence[str]]
    tags: Mapping[str, Sequence[str]]
    dates: StatedDates


def accepts(source: Source) -> bool:
    """Return whether the file is JSON with Ghost's table of posts."""
    return begins_as_json(source.data) and bool(_SIGN.search(source.data)) and bool(_data(source))


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per published post; the others are counted."""
    data = _data(source)
    posts = objects(data, "posts")
    last = source.collected + dt.timedelta(days=1)
    settings = {text_of(item, "key"): text_of(item, "value") for item in objects(data, "settings")}
    written = [text_of(post, key) for post in posts for key in _DATES]
    blog = _Blog(
        settings.get("title", ""),
        _named(data, "users", "posts_authors", "author_id"),
        _named(data, "tags", "posts_tags", "tag_id"),
        StatedDates.of(written, last, [settings.get("default_locale") or settings.get("lang", "")]),
    )
    entries = [_entry(post, blog) for post in posts]
    return published(source, limits, entries, outlet=blog.title or None)


def _data(source: Source) -> Item:
    """Return the tables of an export, {} for another file."""
    value = value_of(source.data)
    if not isinstance(value, dict):
        return {}
    whole = next(iter(objects(value, "db")), value)
    data = next(iter(objects(whole, "data")), {})
    posts = objects(data, "posts")
    return data if posts and all("status" in post for post in posts) else {}


def _named(data: Item, table: str, relation: str, key: str) -> dict[str, list[str]]:
    """Return by id of a post the names that a table has for it, in the order of the relation."""
    known = {text_of(item, "id"): text_of(item, "name") for item in objects(data, table)}
    found: dict[str, list[str]] = {}
    pairs = sorted(objects(data, relation), key=lambda pair: text_of(pair, "sort_order").zfill(9))
    for pair in pairs:
        name = known.get(text_of(pair, key), "")
        if name and not name.startswith(_INTERNAL):
            found.setdefault(text_of(pair, "post_id"), []).append(name)
    if table == "users":  # before Ghost 1.22 a post named its one author
        for post in objects(data, "posts"):
            if name := known.get(text_of(post, "author_id"), ""):
                found.setdefault(text_of(post, "id"), [name])
    return found


def _state(post: Item) -> str:
    """Return why a post is not public, "" for one that is."""
    if text_of(post, "type") == "page" or post.get("page") in (True, 1):
        return "page"
    if text_of(post, "status") != "published":
        return text_of(post, "status") or "unknown"
    public = text_of(post, "visibility") in {"", "public"}
    return "" if public else "for members"


def _entry(post: Item, blog: _Blog) -> Entry | Draft:
    key = text_of(post, "uuid") or text_of(post, "id")
    if state := _state(post):
        return Draft(state, key, None)
    markup = markup_content(text_of(post, "html"))
    full = markup if markup.blocks else plain_content(text_of(post, "plaintext"))
    content = full if full.blocks else plain_content(text_of(post, "custom_excerpt"))
    date, updated = (blog.dates.read(text_of(post, name)) for name in _DATES)
    made = Entry(
        id=key,
        title=line_of(text_of(post, "title")),
        blocks=content.blocks,
        dropped=content.dropped,
        summary_only=not full.blocks,
        url=text_of(post, "canonical_url") or None,
        authors=names(blog.authors.get(text_of(post, "id"), ())),
        outlet=blog.title,
        sections=blog.tags.get(text_of(post, "id"), ()),
        language=text_of(post, "locale") or None,
    )
    return made.dated(date, updated)
