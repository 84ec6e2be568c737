"""All machine-readable files, with their paths in the site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.compose.article.entry import Entry
from generator.compose.lists.views import View
from generator.compose.machine_readable import (
    article_json,
    article_markdown,
    dates,
    hosting,
    opml,
)
from generator.compose.machine_readable.atom import atom
from generator.compose.machine_readable.feeds import Feed, items, shown_entries
from generator.compose.machine_readable.json_feed import json_feed
from generator.compose.machine_readable.publication import Publication, Text
from generator.compose.story.articles_by_story import Stories
from generator.config import Settings
from generator.moments import Moment
from generator.tables import load_table
from generator.words import Words

_NO_TEXT = Text()


def article_files(
    entry: Entry,
    texts: Mapping[str, Text],
    around: article_json.Around,
    site: Publication,
    words: Words,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files beside an article's page: as Markdown and as JSON."""
    text = texts.get(entry.path, _NO_TEXT)
    yield (
        article_json.beside(entry.path, site, ".md"),
        article_markdown.article(entry, text, site, words),
    )
    yield (
        article_json.beside(entry.path, site, ".json"),
        article_json.article(entry, text, around, site),
    )


def feed_files(
    feed: Feed, texts: Mapping[str, Text], site: Publication, words: Words
) -> Iterator[tuple[str, bytes]]:
    """Yield a feed in its two formats."""
    yield feed.atom, atom(feed, items(feed, site, texts, words, feed.atom), site)
    yield feed.json, json_feed(feed, items(feed, site, texts, words, feed.json), site)


def collection_files(  # noqa: PLR0913, PLR0917 - what they are made of
    newest: Sequence[Entry],
    stories: Stories,
    feeds: Mapping[str, Feed],
    site: Publication,
    settings: Settings,
    words: Words,
) -> Iterator[tuple[str, bytes | Iterator[bytes]]]:
    """Yield the files about all articles, newest first: records, the list of feeds, the guide."""
    around = article_json.Around({entry.key: entry for entry in newest}, stories)
    yield article_json.COLLECTION, article_json.collection(newest, around, site)
    yield article_json.SCHEMA, _schema()
    if site.base and feeds:
        yield opml.PATH, opml.opml(feeds.values(), site, words)
    if not settings.noindex:
        yield (
            article_markdown.GUIDE,
            article_markdown.guide(newest, stories, feeds.values(), site, words),
        )


def host_files(
    pages: Mapping[str, Moment | None],
    scripts: Iterable[str],
    site: Publication,
    settings: Settings,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files that hosts and crawlers look for; a sitemap needs the site's address."""
    yield "_headers", hosting.headers(scripts, settings.allowed_hosts, noindex=settings.noindex)
    yield "robots.txt", hosting.robots(site, noindex=settings.noindex)
    if site.base and not settings.noindex:
        yield hosting.SITEMAP, hosting.sitemap(pages, site)


def last_changes(
    paths: Iterable[str], entries: Mapping[str, Entry], views: Mapping[str, View]
) -> dict[str, Moment | None]:
    """Return when each page last changed: an article's date, or that of a list's newest article.

    A list without articles is as new as the collection; a page written by hand has None.
    """
    newest = dates.latest(tuple(entries.values()))
    found: dict[str, Moment | None] = {}
    for path in paths:
        if path in entries:
            found[path] = dates.changed(entries[path])
        elif path in views:
            found[path] = dates.latest(shown_entries(views[path])) or newest
        else:
            found[path] = None
    return found


def _schema() -> bytes:
    schema = load_table(Path(__file__).with_name(article_json.SCHEMA), dict[str, Any])
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
