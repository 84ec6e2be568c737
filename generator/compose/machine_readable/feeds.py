"""Which feeds exist and what they contain; `atom` and `json_feed` serialise them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.article.labels import note
from generator.compose.lists.collection import Shelf
from generator.compose.lists.views import Link, View
from generator.compose.machine_readable import dates
from generator.compose.machine_readable.edition_html import edition_html
from generator.compose.machine_readable.publication import Publication, Text, first_address
from generator.moments import Moment
from generator.words import Words

EDITIONS = "editions/index.md"
_ANCHORS = re.compile(r'<a id="p\d+"></a>')


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest articles of a page: of the front page, a section, a keyword or a story.

    The feed of the editions also has their views, newest first, and an item for each of them.

    `path` is the page's path in content/; only the front page's feed contains the texts, since each
    text would otherwise be in a dozen feeds.
    """

    path: str
    title: str
    entries: tuple[Entry, ...]
    with_text: bool = False
    editions: tuple[View, ...] = ()

    @property
    def atom(self) -> str:
        """Return the path of the Atom feed in the site."""
        return f"{self._folder}feed.xml"

    @property
    def json(self) -> str:
        """Return the path of the JSON Feed in the site."""
        return f"{self._folder}feed.json"

    @property
    def _folder(self) -> str:
        if self.path.rpartition("/")[2] == "index.md":
            return self.path.removesuffix("index.md")
        return f"{self.path.removesuffix('.md')}/"


@dataclass(frozen=True, slots=True)
class Item:
    """An article or an edition in a feed.

    `summary` is never empty; `html` is a text that may be shown, or the contents of an edition.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    changed: Moment
    published: Moment | None
    language: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    original: str | None


def feeds(
    shelf: Shelf,
    views: Mapping[str, View],
    site: Publication,
    newest: int,
    keywords_from: int | None = None,
) -> dict[str, Feed]:
    """Return the feed of each page that has one, by the page's path.

    `newest` is the number of articles or editions in a feed; `keywords_from` the number of articles
    that a keyword needs for a feed; by default it depends on the size of the collection, as it does
    for other lists.
    """
    least = shelf.thresholds
    sections = ((shelf.section(name), of) for name, of in shelf.by_section.items())
    keywords = ((shelf.keyword(word), of) for word, of in shelf.by_keyword.items())
    stories = ((shelf.story(path), shelf.stories.articles(path)) for path in shelf.stories.entries)
    voices = ((Link(said.name, said.path), said.entries) for said in shelf.voices.pages.values())
    found = [
        Feed("index.md", site.name, _newest(shelf.listed, newest), with_text=True),
        _of_editions(shelf, views, site, newest),
        *_each(site, newest, sections, least.section),
        *_each(site, newest, keywords, keywords_from or least.feed),
        *_each(site, newest, stories, least.keyword),
        *_each(site, newest, voices, keywords_from or least.feed),
    ]
    return {feed.path: feed for feed in found if feed.entries}


def _of_editions(shelf: Shelf, views: Mapping[str, View], site: Publication, newest: int) -> Feed:
    # An article whose source is gone may be kept because it was edited; it has no edition.
    paths = {start: str(shelf.edition_at(start).path) for start in shelf.by_edition}
    starts = sorted((start for start in paths if paths[start] in site.urls), reverse=True)[:newest]
    return Feed(
        EDITIONS,
        f"{site.name}: {shelf.words('editions')}",
        tuple(entry for start in starts for entry in shelf.by_edition[start]),
        editions=tuple(views[paths[start]] for start in starts),
    )


def _each(
    site: Publication, newest: int, named: Iterable[tuple[Link, Sequence[Entry]]], least: int
) -> Iterator[Feed]:
    """Yield the feed of each list that has at least so many articles."""
    for link, entries in named:
        if len(entries) >= least:
            yield Feed(str(link.path), f"{site.name}: {link.text}", _newest(entries, newest))


def _newest(entries: Sequence[Entry], count: int) -> tuple[Entry, ...]:
    """Return the articles collected last: an old article added today is new to subscribers."""
    telling = (entry for entry in entries if dates.changed(entry))
    return tuple(sorted(telling, key=_collected, reverse=True)[:count])


def _collected(entry: Entry) -> dt.date:
    return entry.collected or dt.date.min


def items(
    feed: Feed, site: Publication, texts: Mapping[str, Text], words: Words, start: str
) -> tuple[Item, ...]:
    """Return the items of a feed; `start` is the file that contains the links."""
    if feed.editions:
        return tuple(_edition(view, site, words, start) for view in feed.editions)
    return tuple(_item(entry, feed, site, texts, words, start) for entry in feed.entries)


def _edition(view: View, site: Publication, words: Words, start: str) -> Item:
    changed = dates.latest(shown_entries(view))
    if changed is None or view.lead is None:
        raise AssertionError(view.path)
    return Item(
        id=site.permanent(view.path),
        url=site.page(view.path, start),
        title=view.title,
        summary=view.lead.card.entry.title,
        html=edition_html(view, site, words, start),
        changed=changed,
        published=None,
        language=words.language,
        authors=(),
        tags=(),
        original=None,
    )


def _item(  # noqa: PLR0913, PLR0917 - what an item is made of
    entry: Entry, feed: Feed, site: Publication, texts: Mapping[str, Text], words: Words, start: str
) -> Item:
    changed = dates.changed(entry)
    if changed is None:
        raise AssertionError(entry.path)
    text = texts.get(entry.path) if feed.with_text else None
    return Item(
        id=site.permanent(first_address(entry)),
        url=site.page(entry.path, start),
        title=entry.title,
        summary=entry.description or note(entry, words) or entry.title,
        html=_ANCHORS.sub("", text.html).strip() if text else "",
        changed=changed,
        published=dates.published(entry),
        language=entry.language,
        authors=entry.authors,
        tags=tuple(dict.fromkeys(filter(None, (entry.section, *entry.keywords)))),
        original=sanitize.url(entry.url),
    )


def shown_entries(view: View) -> tuple[Entry, ...]:
    """Return the articles that a page lists; for a story, those of its timeline."""
    if view.story:
        return tuple(chapter.card.entry for chapter in view.story.chapters)
    lead = (view.lead.card,) if view.lead else ()
    groups = (card for group in view.groups for card in group.cards)
    cards = (*lead, *view.seconds, *groups)
    return tuple(entry for card in cards for entry in (card.entry, *card.also))
