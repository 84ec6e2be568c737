"""Machine-readable files of the site: collects the rendered texts, writes feeds and records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import chain
from pathlib import Path

from lxml import etree, html
from mkdocs.structure.pages import Page

from generator.compose.article.markers import split
from generator.compose.lists.collection import Shelf
from generator.compose.lists.views import View
from generator.compose.machine_readable.feeds import Feed, feeds
from generator.compose.machine_readable.files import host_files, last_changes, machine_files
from generator.compose.machine_readable.html_head import Head, article_head, page_head
from generator.compose.machine_readable.publication import Publication, Text
from generator.config import Settings

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS = etree.XPath(
    "descendant::*[self::p or self::li[not(p)] or self::pre or self::td or "
    + " or ".join(f"self::{name}" for name in _HEADINGS)
    + "]"
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What Markdown made of a page, and of what."""

    html: str
    markdown: str


class Machines:
    """What a built site tells machines: heads of pages, and files beside them."""

    def __init__(
        self,
        shelf: Shelf,
        views: Mapping[str, View],
        settings: Settings,
        pages: Mapping[str, Page],
        base: str,
    ) -> None:
        self._shelf = shelf
        self._views = views
        self._settings = settings
        self._listed = [path for path, page in pages.items() if not _moved(page)]
        self._entries = {entry.path: entry for entry in shelf.entries}
        self._site = Publication(
            settings.site_name,
            settings.site_description,
            shelf.words.language,
            base,
            settings.feeds.identity,
            {path: page.file.url for path, page in pages.items()},
        )
        found = feeds(shelf, self._site, settings.feeds.entries, settings.feeds.keywords_from)
        # A page that somebody removed from content/ has no feed until the digest is built again.
        self._feeds = {path: feed for path, feed in found.items() if path in pages}

    def head(self, page: Page) -> Head:
        """Return what a page's head says."""
        path = page.file.src_uri
        entry = self._entries.get(path)
        if entry:
            return article_head(entry, self._site, self._shelf.words)
        view = self._views.get(path)
        title = view.title if view else unescape(str(page.title or self._site.name))
        said = unescape(str(page.meta.get("description") or ""))
        return page_head(path, title, said, self.feed(page), self._site)

    def feed(self, page: Page) -> Feed | None:
        """Return the feed of a page, if it has one."""
        return self._feeds.get(page.file.src_uri)

    def write(self, site: Path, scripts: frozenset[str], rendered: Mapping[str, Rendered]) -> None:
        """Write the files; `scripts` are the hashes of the theme's inline scripts."""
        changes = last_changes(self._listed, self._entries, self._views)
        words, texts = self._shelf.words, _Texts(rendered)
        for place, data in chain(
            machine_files(
                *(self._shelf.entries, self._shelf.stories, texts, self._feeds),
                *(self._site, self._settings, words),
            ),
            host_files(changes, scripts, self._site, self._settings),
        ):
            target = site / place
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as file:
                file.writelines([data] if isinstance(data, bytes) else data)


class _Texts(Mapping[str, Text]):
    """The texts of pages, made when they are asked for."""

    def __init__(self, rendered: Mapping[str, Rendered]) -> None:
        self._rendered = rendered

    def __getitem__(self, path: str) -> Text:
        page = self._rendered[path]
        return Text(page.html, split(page.markdown).text, tuple(_paragraphs(page.html)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._rendered)

    def __len__(self) -> int:
        return len(self._rendered)


def _paragraphs(content: str) -> Iterator[str | Mapping[str, str]]:
    """Yield the paragraphs of rendered Markdown as plain text."""
    if not content.strip():
        return
    for element in _PARAGRAPHS(html.fragment_fromstring(content, create_parent="div")):
        text = " ".join(element.text_content().split())
        if text:
            yield {"heading": text} if element.tag in _HEADINGS else text


def _moved(page: Page) -> bool:
    own = page.meta.get("digest")
    return isinstance(own, dict) and own.get("kind") == "redirect"
