"""Machine-readable files of the site: collects rendered texts, writes feeds and records."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING

from lxml import etree, html
from mkdocs.structure.pages import Page

from generator.compose.article.markers import split
from generator.compose.lists.collection import Shelf
from generator.compose.lists.views import View
from generator.compose.machine_readable.article_json import Around
from generator.compose.machine_readable.calendars import calendar_files
from generator.compose.machine_readable.feeds import Feed, feeds
from generator.compose.machine_readable.files import (
    article_files,
    collection_files,
    feed_files,
    host_files,
    last_changes,
)
from generator.compose.machine_readable.html_head import Head, article_head, page_head
from generator.compose.machine_readable.publication import Publication, Text
from generator.config import Settings
from generator.site.output import Output
from generator.site.social_captions import SocialPictures

if TYPE_CHECKING:
    from generator.compose.article.entry import Entry
    from generator.site.reuse import Reuse

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS = etree.XPath(
    "descendant::*[self::p or self::li[not(p)] or self::pre or self::td or "
    + " or ".join(f"self::{name}" for name in _HEADINGS)
    + "]"
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a page as Markdown and as the HTML rendered from it."""

    html: str
    markdown: str


class Machines:
    """The machine-readable part of a built site: heads of pages, and files beside them."""

    def __init__(
        self,
        shelf: Shelf,
        views: Mapping[str, View],
        settings: Settings,
        urls: Mapping[str, str],
        base: str,
    ) -> None:
        self._shelf = shelf
        self._views = views
        self._reused: set[str] = set()  # pages whose feeds are reused
        self._shown: set[str] = set()  # pages whose pictures are reused
        self._drawn: set[str] = set()  # articles whose files are there
        self._settings = settings
        self._entries = {entry.path: entry for entry in shelf.entries}
        self._site = Publication(
            settings.site_name,
            settings.site_description,
            shelf.words.language,
            base,
            settings.feeds.identity,
            urls,
        )
        self._pictures = SocialPictures(shelf, views, self._site, wanted=settings.social_pictures)
        limits = settings.feeds
        found = feeds(shelf, views, self._site, limits.entries, limits.keywords_from)
        self.with_text = {
            entry.path for feed in found.values() if feed.with_text for entry in feed.entries
        }
        # A page that somebody removed from content/ has no feed until the digest is built again.
        self._feeds = {path: feed for path, feed in found.items() if path in urls}
        self._around = Around({entry.key: entry for entry in shelf.entries}, shelf.stories)

    def head(self, page: Page) -> Head:
        """Return the metadata for a page's head."""
        path = page.file.src_uri
        entry = self._entries.get(path)
        if entry:
            return article_head(entry, self._site, self._shelf.words, self._pictures.of(path))
        view = self._views.get(path)
        title = view.title if view else unescape(str(page.title or self._site.name))
        description = unescape(str(page.meta.get("description") or ""))
        return page_head(
            path, title, description, self.feed(path), self._site, self._pictures.of(path)
        )

    def url(self, path: str) -> str:
        """Return the address of a page of content/ below the site, "" if there is none."""
        return self._site.urls.get(path, "")

    def feed(self, path: str) -> Feed | None:
        """Return the feed of a page, None if it has none."""
        return self._feeds.get(path)

    def take_files(self, reuse: Reuse, pages: Mapping[str, str]) -> None:
        """Reuse feeds and pictures; `pages` are the digests of the articles' pages."""
        for path, feed in self._feeds.items():
            shown = [(entry.path, pages[entry.path]) for entry in feed.entries]
            editions = [(view.path, view.note) for view in feed.editions]
            if reuse.take(_feed_name(feed), path, feed.title, shown, editions):
                self._reused.add(path)
        for path, place in self._pictures.files():
            if reuse.take(_picture_name(path), place, self._pictures.caption(path)):
                self._shown.add(path)

    def have_files(self, path: str) -> None:
        """Record that the files beside a page are there; `write` does not write them again."""
        self._drawn.add(path)

    def article(self, entry: Entry, text: Text) -> Iterator[tuple[str, bytes]]:
        """Yield the files beside an article's page; `write` does not write them again."""
        self._drawn.add(entry.path)
        texts = {entry.path: text}
        return article_files(entry, texts, self._around, self._site, self._shelf.words)

    def write(
        self,
        output: Output,
        scripts: frozenset[str],
        rendered: Mapping[str, Rendered],
        moved: Collection[str],
        reuse: Reuse | None,
    ) -> None:
        """Write the files; `scripts` are the hashes of the theme's inline scripts.

        Pages that have `moved` are not in the sitemap.
        """
        listed = [path for path in self._site.urls if path not in moved]
        changes = last_changes(listed, self._entries, self._views)
        for place, data in chain(
            collection_files(
                self._shelf.entries,
                self._shelf.stories,
                self._feeds,
                self._site,
                self._settings,
                self._shelf.words,
            ),
            calendar_files(self._shelf, self._site),
            host_files(changes, scripts, self._site, self._settings),
        ):
            output.write(place, [data] if isinstance(data, bytes) else data)
        for name, place, data in self._parts(_Texts(rendered), reuse):
            output.write(place, [data])
            if reuse:
                reuse.note(name, place, data)

    def _parts(
        self, texts: Mapping[str, Text], reuse: Reuse | None
    ) -> Iterator[tuple[str, str, bytes]]:
        """Yield the files of articles and feeds that are not reused: owner, path, data."""
        reused = reuse.reused if reuse else set()
        yield from self._article_files(texts, reused | self._drawn)
        for path, place in self._pictures.files():
            if path not in self._shown:
                yield _picture_name(path), place, self._pictures.draw(path)
        for path, feed in self._feeds.items():
            if path not in self._reused:
                for place, data in feed_files(feed, texts, self._site, self._shelf.words):
                    yield _feed_name(feed), place, data

    def _article_files(
        self, texts: Mapping[str, Text], made: Collection[str]
    ) -> Iterator[tuple[str, str, bytes]]:
        """Yield the files beside articles, except for articles in `made`: page, path, data."""
        words = self._shelf.words
        for entry in self._shelf.entries:
            if entry.path not in made:
                for place, data in article_files(entry, texts, self._around, self._site, words):
                    yield entry.path, place, data


def _picture_name(path: str) -> str:
    return f"picture of {path}"


def _feed_name(feed: Feed) -> str:
    return f"feed of {feed.path}"


class _Texts(Mapping[str, Text]):
    """The texts of pages, made on demand."""

    def __init__(self, rendered: Mapping[str, Rendered]) -> None:
        self._rendered = rendered

    def __getitem__(self, path: str) -> Text:
        page = self._rendered[path]
        return Text(page.html, split(page.markdown).text, tuple(paragraphs_of(page.html)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._rendered)

    def __len__(self) -> int:
        return len(self._rendered)


def paragraphs_of(content: str) -> Iterator[str | Mapping[str, str]]:
    """Yield the paragraphs of rendered Markdown as plain text."""
    if not content.strip():
        return
    for element in _PARAGRAPHS(html.fragment_fromstring(content, create_parent="div")):
        text = " ".join(element.text_content().split())
        if text:
            yield {"heading": text} if element.tag in _HEADINGS else text
