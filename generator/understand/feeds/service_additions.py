"""Removes what certain services add to the entries of their feeds, a function for each. Pure.

Aggregators put the outlet after the headline and their own address before the article's; others
have no titles, or a preamble before the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.models import Block, Dropped
from generator.source_urls import destination, host, untracked
from generator.understand.feeds.entry_to_article import Entry
from generator.understand.vocabulary.outlets import (
    divided,
    is_outlet_of,
    may_be_outlet,
    without_outlet,
)

_ALERTS = re.compile(r"googlealerts|/state/com\.google/alerts|google\.\w+(?:\.\w+)?/alerts")
_FEDIVERSE = re.compile(r"(?:mastodon|pleroma|akkoma|misskey|pixelfed|gotosocial)\b", re.IGNORECASE)
_PROFILE = re.compile(r"https?://[^/]+/(?:@|users/|profile/)[^/]+/?$")
_NAMED = (
    re.compile(r"@\S+ - (?P<name>.+)"),  # Bluesky
    re.compile(r"(?P<name>.+?) (?:/ @|\(@)\S+"),  # Nitter, Pleroma
)
# "Instagram: https://…", "Follow us on https://…", tags.
_LINKS = re.compile(r"(?:[^:\n]{0,40}[:\s]\s*)?https?://\S+|(?:#\w+\s*)+")
_ANNOUNCED = re.compile(r"(?:arXiv:\S+\s+Announce Type:\s*\S+\s*)?Abstract:\s*")
_NUMBERED = re.compile(r"\s*\(arXiv:\S+ \[[^\]]+\](?: [A-Z]+)?\)$")


@dataclass(frozen=True, slots=True)
class Channel:
    """The metadata of a feed."""

    title: str = ""
    link: str = ""
    generator: str = ""
    id: str = ""


def adapted(entry: Entry, channel: Channel) -> Entry:
    """Return an entry as its author wrote it, without what the service of its feed has added."""
    for accepts, adapt in _SERVICES:
        if accepts(entry, channel):
            entry = adapt(entry, channel)
            break
    url = untracked(destination(entry.url)) if entry.url else None
    return replace(entry, url=url, title=without_outlet(entry.title, entry.outlet or ""))


def _is_google_news(entry: Entry, channel: Channel) -> bool:
    del channel
    return host(entry.url) == "news.google.com"


def _google_news(entry: Entry, channel: Channel) -> Entry:
    """Take the outlet from the headline; the text is only a list of links to headlines."""
    outlet = entry.outlet if entry.outlet != channel.title else None
    parts = divided(entry.title)
    if outlet is None and parts and may_be_outlet(parts[1]):
        outlet = parts[1]
    title = without_outlet(entry.title, outlet or "")
    others = [block.text for block in entry.blocks if not block.text.startswith(title)]
    dropped = tuple(Dropped(at, text, "other headlines") for at, text in enumerate(others, 2))
    blocks = (Block(title),)
    return replace(
        entry, title=title, outlet=outlet, blocks=blocks, dropped=dropped, summary_only=True
    )


def _is_google_alert(entry: Entry, channel: Channel) -> bool:
    return bool(_ALERTS.search(entry.id) or _ALERTS.search(f"{channel.id} {channel.link}"))


def _google_alert(entry: Entry, channel: Channel) -> Entry:
    del channel
    parts = divided(entry.title)
    address = destination(entry.url or "")
    if parts is None or not (is_outlet_of(parts[1], address) or may_be_outlet(parts[1])):
        return replace(entry, outlet=None, summary_only=True)
    return replace(entry, title=parts[0], outlet=parts[1], summary_only=True)


def _is_reddit(entry: Entry, channel: Channel) -> bool:
    del channel
    return host(entry.url).endswith("reddit.com")


def _reddit(entry: Entry, channel: Channel) -> Entry:
    group = next((name for name in entry.sections if name.startswith("r/")), channel.title)
    return replace(entry, outlet=group, sections=())


def _is_arxiv(entry: Entry, channel: Channel) -> bool:
    return (
        host(entry.url).endswith("arxiv.org")
        and "arxiv" in f"{channel.title} {channel.link}".lower()
    )


def _arxiv(entry: Entry, channel: Channel) -> Entry:
    del channel
    text = " ".join(block.text for block in entry.blocks)
    announced = _ANNOUNCED.match(text)
    dropped = (Dropped(1, announced[0].strip(), "preamble"),) if announced else ()
    return replace(
        entry,
        title=_NUMBERED.sub("", entry.title),
        blocks=(Block(text[announced.end() :] if announced else text),) if text else (),
        dropped=dropped,
        summary_only=True,
        outlet="arXiv",
    )


def _is_youtube(entry: Entry, channel: Channel) -> bool:
    del channel
    return host(entry.url).endswith("youtube.com")


def _youtube(entry: Entry, channel: Channel) -> Entry:
    """Remove the end of most descriptions: links to other services, and tags."""
    del channel
    kept = list(entry.blocks)
    while len(kept) > 1 and _LINKS.fullmatch(kept[-1].text):
        kept.pop()
    first = len(entry.dropped) + len(kept) + 1
    below = [
        Dropped(number, block.text, "below the entry")
        for number, block in enumerate(entry.blocks[len(kept) :], first)
    ]
    return replace(entry, blocks=tuple(kept), dropped=(*entry.dropped, *below))


def _is_substack(entry: Entry, channel: Channel) -> bool:
    del entry
    return channel.generator == "Substack"


def _substack(entry: Entry, channel: Channel) -> Entry:
    """Remove the button that shares the publication, which its form only shows on the site."""
    button = f"Share {channel.title}"
    dropped = tuple(
        Dropped(number, block.text, "added by the feed's service")
        for number, block in enumerate(entry.blocks, len(entry.dropped) + 1)
        if block.text == button
    )
    kept = tuple(block for block in entry.blocks if block.text != button)
    return replace(entry, blocks=kept, dropped=(*entry.dropped, *dropped))


def _is_medium(entry: Entry, channel: Channel) -> bool:
    del entry
    return channel.generator == "Medium"


def _medium(entry: Entry, channel: Channel) -> Entry:
    """Set the outlet to the publication, or to Medium for a person's own posts."""
    publication = channel.title.removesuffix(" - Medium")
    outlet = "Medium" if publication == channel.title else publication
    return replace(entry, outlet=outlet, sections=())


def _is_social(entry: Entry, channel: Channel) -> bool:
    del entry
    return bool(_FEDIVERSE.match(channel.generator) or _PROFILE.match(channel.link))


def _social(entry: Entry, channel: Channel) -> Entry:
    """Set the author to the owner of the feed; a post's tags are part of its text, not sections."""
    named = next(filter(None, (form.fullmatch(channel.title) for form in _NAMED)), None)
    name = named["name"] if named else channel.title
    authors = () if not name else (name,)
    return replace(entry, authors=entry.authors or authors, outlet=name, sections=())


Test = Callable[[Entry, Channel], bool]
Change = Callable[[Entry, Channel], Entry]
_SERVICES: tuple[tuple[Test, Change], ...] = (
    (_is_google_news, _google_news),
    (_is_google_alert, _google_alert),
    (_is_reddit, _reddit),
    (_is_arxiv, _arxiv),
    (_is_youtube, _youtube),
    (_is_substack, _substack),
    (_is_medium, _medium),
    (_is_social, _social),
)
