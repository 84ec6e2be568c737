"""Metadata in the head of a page: description, Open Graph, feeds, JSON-LD."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.article.entry import Entry
from generator.compose.article.labels import dateline
from generator.compose.machine_readable import dates
from generator.compose.machine_readable.article_json import beside
from generator.compose.machine_readable.feeds import Feed
from generator.compose.machine_readable.jsonld import news_article
from generator.compose.machine_readable.publication import Publication
from generator.words import Words


@dataclass(frozen=True, slots=True)
class Alternate:
    """The page in another format; `href` is a file of the site."""

    kind: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for links to a page: absolute address, size in pixels, alternative text."""

    address: str
    width: int
    height: int
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """`properties` are Open Graph's, in order; `data` is JSON for a script element."""

    description: str
    properties: tuple[tuple[str, str], ...]
    alternates: tuple[Alternate, ...] = ()
    data: str = ""


def article_head(
    entry: Entry, site: Publication, words: Words, picture: Picture | None = None
) -> Head:
    """Return the head of an article's page."""
    address = _absolute(entry.path, site)
    description = entry.description or " · ".join(dateline(entry, words))
    properties = [
        *_common("article", entry.title, description, address, site),
        ("article:published_time", dates.iso(dates.published(entry)) or ""),
        ("article:modified_time", dates.iso(entry.updated) or ""),
        ("article:section", entry.section or ""),
        *_of_picture(picture),
    ]
    return Head(
        description,
        tuple((name, value) for name, value in properties if value),
        (
            Alternate("text/markdown", "Markdown", beside(entry.path, site, ".md")),
            Alternate("application/json", "JSON", beside(entry.path, site, ".json")),
        ),
        news_article(entry, address),
    )


def page_head(  # noqa: PLR0913, PLR0917 - what it says
    path: str,
    title: str,
    description: str,
    feed: Feed | None,
    site: Publication,
    picture: Picture | None = None,
) -> Head:
    """Return the head of any other page; `feed` is the page's own feed, if any."""
    description = description or site.description or site.name
    properties = _common("website", title, description, _absolute(path, site), site)
    properties += _of_picture(picture)
    return Head(
        description,
        tuple((name, value) for name, value in properties if value),
        feed_alternates(feed) if feed else (),
    )


def feed_alternates(feed: Feed) -> tuple[Alternate, ...]:
    """Return a feed in its two formats."""
    return (
        Alternate("application/atom+xml", feed.title, feed.atom),
        Alternate("application/feed+json", feed.title, feed.json),
    )


def _common(
    kind: str, title: str, description: str, address: str | None, site: Publication
) -> list[tuple[str, str]]:
    return [
        ("og:type", kind),
        ("og:title", title),
        ("og:description", description),
        ("og:site_name", site.name),
        ("og:url", address or ""),
    ]


def _of_picture(picture: Picture | None) -> list[tuple[str, str]]:
    if picture is None:
        return []
    return [
        ("og:image", picture.address),
        ("og:image:type", "image/png"),
        ("og:image:width", str(picture.width)),
        ("og:image:height", str(picture.height)),
        ("og:image:alt", picture.text),
        ("twitter:card", "summary_large_image"),
    ]


def _absolute(path: str, site: Publication) -> str | None:
    return site.page(path, "") if site.base and path in site.urls else None
