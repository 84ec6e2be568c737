"""RSS 0.9 to 2.0 and Atom, by feedparser; OPML is a problem that says what to do."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.config import Limits
from generator.models import Problem, Source, Understood
from generator.source_urls import absolute, is_web
from generator.understand.dates.field_dates import StatedDates
from generator.understand.dates.machine import is_default
from generator.understand.dates.written import FoundDate
from generator.understand.feeds.authors import names
from generator.understand.feeds.content import Content, first_of, markup_content, plain_content
from generator.understand.feeds.entry_to_article import Entry, articles_of, cut_short
from generator.understand.feeds.parser_input import Prepared, prepare
from generator.understand.feeds.service_additions import Channel, adapted
from generator.understand.feeds.unpublished import left_out, withheld
from generator.understand.markup.fragment import line_of
from generator.understand.reader_results import failed, too_many
from generator.understand.vocabulary.language import detect, normal

_ROOT = re.compile(rb"<(?:[a-z]\w*:)?(rss|feed|rdf|opml)[\s>]")
_END = re.compile(rb"</(?:[a-z]\w*:)?(?:rss|feed|rdf)\s*>")
_DATES = ("published", "updated")
_YEAR = re.compile(r"\s*\d{4}\s*")
_TAG = "post_tag"  # WordPress' domain of keywords
_SAMPLE = 20  # entries whose titles show the language
_TAIL = 20_000  # bytes: some feeds end with long comments
_OUTLINE = re.compile(rb"xmlurl\s*=", re.IGNORECASE)
_UNREADABLE = (
    "this export of a blog can't be read: it is not well-formed XML, so drafts can't be "
    "distinguished from published posts. Export it again."
)


def accepts(source: Source) -> bool:
    """Return whether the file is a feed, by its root element."""
    return _root(source.data) is not None


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per entry; an entry without text is a problem that names it."""
    if _root(source.data) == b"opml":
        return failed(source, _opml(source.data))
    last = source.collected + dt.timedelta(days=1)  # a day begins earlier elsewhere
    cut = not _is_whole(source.data)
    feed = prepare(source.data, last, limits.feed_entries, cut=cut)
    if feed is None:
        return failed(source, _UNREADABLE)
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415 - only where a file needs it

    # A stream, because feedparser may take a text or bytes for a path or an address.
    parsed = feedparser.parse(io.BytesIO(feed.data))
    about = _Feed.of(parsed, last)
    first, count = parsed.entries[: limits.feed_entries], len(parsed.entries) + feed.beyond
    entries = [adapted(_entry(entry, about), about.channel) for entry in first]
    found = articles_of(source, limits, entries)
    understood = replace(
        found,
        articles=tuple(replace(article, exported=feed.exported) for article in found.articles),
        withheld=withheld(source, feed.left_out, feed.exported, about.channel.title or None),
    )
    if not (understood.articles or understood.problems or feed.left_out):
        message = (
            "the feed contains no entries that can be read. Export it again, or remove the file."
        )
        return failed(source, message)
    problems = *_problems(source, feed, count, cut=cut), *too_many(source, limits, count, "entries")
    return replace(understood, problems=(*problems, *understood.problems))


def _problems(source: Source, feed: Prepared, count: int, *, cut: bool) -> Iterator[Problem]:
    """Yield the problems of a feed as a whole; `count` is the number of its entries."""
    if cut:
        yield cut_short(source)
    if feed.left_out:
        yield left_out(source.path, feed.left_out, count)


def _root(data: bytes) -> bytes | None:
    head = data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    found = _ROOT.search(head) if head.startswith(b"<") else None
    return found[1] if found else None


def _is_whole(data: bytes) -> bool:
    """Return whether a feed's root element is closed."""
    tail = data[-_TAIL:].replace(b"\0", b"").lower()
    return _END.search(tail) is not None


def _opml(data: bytes) -> str:
    count = len(_OUTLINE.findall(data))
    feeds = f"{count} feed{'' if count == 1 else 's'}"
    return (
        f"this is a list of {feeds} (OPML), not a feed. Fetch the feeds you want by their "
        "addresses, `digest add URL`, and remove the list."
    )


def _entry(entry: Any, feed: _Feed) -> Entry:  # noqa: ANN401 - feedparser is untyped
    full = first_of([_content(content) for content in entry.get("content", ())])
    content = full if full.blocks else _content(entry.get("summary_detail"))
    published, updated = (feed.date(entry, key) for key in _DATES)
    link = _text(entry, "link")
    if link == _text(entry, "id") and not is_web(link):  # an id that is not an address
        link = ""
    made = Entry(
        id=_text(entry, "id"),
        title=line_of(_text(entry, "title")),
        blocks=content.blocks,
        dropped=content.dropped,
        summary_only=not full.blocks,
        url=absolute(link, feed.channel.link) if link else None,
        authors=names(line_of(_text(author, "name")) for author in entry.get("authors", ())),
        outlet=_outlet(entry) or feed.channel.title,
        sections=tuple(_sections(entry)),
        language=feed.language,
    )
    return made.dated(published, updated)


@dataclass(frozen=True, slots=True)
class _Feed:
    """The metadata of a feed, and how to read its dates."""

    channel: Channel
    language: str | None
    dates: StatedDates

    @classmethod
    def of(cls, parsed: Any, last: dt.date) -> _Feed:  # noqa: ANN401 - feedparser is untyped
        """Return the metadata of a parsed feed; `last` is the latest day a date can mean."""
        feed = parsed.feed
        language = _text(feed, "language") or None
        links = [_text(feed, "link"), *(_text(link, "href") for link in feed.get("links", ()))]
        channel = Channel(
            title=line_of(_text(feed, "title")),
            link=next(filter(is_web, links), ""),
            generator=_text(feed, "generator"),
            id=_text(feed, "id"),
        )
        written = [_text(entry, key) for entry in parsed.entries for key in _DATES if key in entry]
        sample = " ".join(_text(entry, "title") for entry in parsed.entries[:_SAMPLE])
        languages = [normal(language)] if language else []
        return cls(channel, language, StatedDates.of(written, last, [*languages, detect(sample)]))

    def date(self, entry: Mapping[str, Any], key: str) -> FoundDate | None:
        """Return a date as the entry words it, or only the day if only feedparser can parse it."""
        if key not in entry:  # otherwise feedparser warns and returns another date
            return None
        parsed = entry.get(f"{key}_parsed")
        stated = _text(entry, key)
        found = self.dates.read(stated)
        # feedparser makes a day of a year, and a date of what programs write for none.
        if found or not parsed or _YEAR.fullmatch(stated) or is_default(stated):
            return found
        try:
            return self.dates.read(str(dt.date(*parsed[:3])))
        except (ValueError, TypeError):
            return None


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _content(detail: Mapping[str, Any] | None) -> Content:
    detail = detail or {}
    plain = detail.get("type") == "text/plain"
    return (plain_content if plain else markup_content)(_text(detail, "value"))


def _outlet(entry: Mapping[str, Any]) -> str:
    """Return the outlet that an aggregator's entry names as its source."""
    source = entry.get("source", {})
    return line_of(_text(source, "title") or _text(entry, "news_source"))


def _sections(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield the categories of an entry, tags last."""
    tags = entry.get("tags", ())
    for tag in (tag for tag in tags if tag.get("scheme") != _TAG):
        yield str(tag.get("label") or tag.get("term") or "")
