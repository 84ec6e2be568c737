"""RSS 0.9 to 2.0 and Atom, by feedparser; OPML is recognised and answered with what to do."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import feedparser  # type: ignore[import-untyped]

from generator.config import Limits
from generator.models import Block, Problem, Source, Understood
from generator.understand.dates.machine import iso
from generator.understand.feeds.entry import Entry, articles_of, cut_short
from generator.understand.feeds.prepare import prepare
from generator.understand.markup.fragment import fragment, line_of, plain_blocks
from generator.understand.vocabulary.people import people

_ROOT = re.compile(rb"<(?:[a-z]\w*:)?(rss|feed|rdf|opml)[\s>]")
_END = re.compile(rb"</(?:[a-z]\w*:)?(?:rss|feed|rdf)\s*>")
_TAIL = 20_000  # bytes: some feeds end with long comments
_OUTLINE = re.compile(rb"xmlurl\s*=", re.IGNORECASE)
_UNREADABLE = (
    "this export of a blog can't be read: it is no well-formed XML, so that drafts can't be told "
    "from published posts. Export it again."
)


def accepts(source: Source) -> bool:
    """Tell a feed by its root element."""
    return _root(source.data) is not None


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per entry; an entry without text is a problem that names it."""
    if _root(source.data) == b"opml":
        return Understood(problems=(Problem(source.path, "error", _opml(source.data)),))
    last = source.collected + dt.timedelta(days=1)  # a day begins earlier elsewhere
    cut = not _is_whole(source.data)
    feed = prepare(source.data, last, cut=cut)
    if feed is None:
        return Understood(problems=(Problem(source.path, "error", _UNREADABLE),))
    # A stream: what feedparser is given as a text or as bytes it may take for a path or address.
    parsed = feedparser.parse(io.BytesIO(feed.data))
    entries = [_entry(entry, parsed.feed, last) for entry in parsed.entries]
    understood = articles_of(source, limits, entries)
    if understood.articles or understood.problems or feed.left_out:
        said = [cut_short(source)] if cut else []
        said += [_left_out(source, feed.left_out, len(entries))] if feed.left_out else []
        return replace(understood, problems=(*said, *understood.problems))
    message = "the feed holds no entries that can be read. Export it again, or remove the file."
    return Understood(problems=(Problem(source.path, "error", message),))


def _root(data: bytes) -> bytes | None:
    head = data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    found = _ROOT.search(head) if head.startswith(b"<") else None
    return found[1] if found else None


def _is_whole(data: bytes) -> bool:
    """Tell whether a feed's root element ends."""
    tail = data[-_TAIL:].replace(b"\0", b"").lower()
    return _END.search(tail) is not None


def _left_out(source: Source, counts: Mapping[str, int], kept: int) -> Problem:
    """Return in one line what of an export is not published, with counts."""
    total = sum(counts.values())
    reasons = ", ".join(f"{reason} ({counts[reason]})" for reason in sorted(counts))
    message = (
        f"{total} of {total + kept} entries are no published posts and are left out: {reasons}. "
        "To use one, publish it in the blog and export it again."
    )
    return Problem(source.path, "warning", message)


def _opml(data: bytes) -> str:
    count = len(_OUTLINE.findall(data))
    feeds = f"{count} feed{'' if count == 1 else 's'}"
    return (
        f"this is a list of {feeds} (OPML), not a feed. Fetch the feeds you want by their "
        "addresses, `digest add URL`, and remove the list."
    )


def _entry(entry: Any, feed: Any, last: dt.date) -> Entry:  # noqa: ANN401 - feedparser is untyped
    full = max((_blocks(one) for one in entry.get("content", ())), key=_size, default=())
    summary = _blocks(entry.get("summary_detail"))
    outlet = entry.get("source", {}).get("title") or feed.get("title") or ""
    return Entry(
        id=_text(entry, "id"),
        title=line_of(_text(entry, "title")),
        blocks=full or summary,
        summary_only=not full,
        url=_text(entry, "link") or None,
        date=_date(entry, "published", last) or _date(entry, "updated", last),
        updated=_date(entry, "updated", last),
        authors=tuple(_authors(entry)),
        outlet=line_of(str(outlet)),
        sections=[str(tag.get("label") or tag.get("term") or "") for tag in entry.get("tags", ())],
        language=_text(feed, "language") or None,
    )


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _blocks(content: Mapping[str, Any] | None) -> tuple[Block, ...]:
    value = _text(content or {}, "value")
    return plain_blocks(value) if (content or {}).get("type") == "text/plain" else fragment(value)


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _date(entry: Mapping[str, Any], key: str, last: dt.date) -> str | None:
    """Return a date as the entry words it; in a wording only feedparser knows, in UTC."""
    if key not in entry:  # else feedparser warns, and answers with another date
        return None
    said = iso(_text(entry, key), last)
    parsed = entry.get(f"{key}_parsed")
    if said or not parsed:
        return said
    try:
        year, month, day, hour, minute, second = parsed[:6]
        moment = dt.datetime(year, month, day, hour, minute, second, tzinfo=dt.UTC)
        return iso(moment.isoformat(), last)
    except (ValueError, TypeError):
        return None


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    known: set[str] = set()
    for author in entry.get("authors", ()):
        for name in people(line_of(_text(author, "name")), (), strict=False):
            if name not in known:
                known.add(name)
                yield name
