"""Common to all exports of blogs: published entries are articles, others are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.config import Limits
from generator.models import Source, Understood
from generator.moments import Moment
from generator.understand.feeds.entry_to_article import Entry, articles_of
from generator.understand.feeds.unpublished import LeftOut, left_out, reason_of, withheld


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that its blog has not published: its state, its id and its address."""

    state: str
    key: str
    url: str | None


def published(
    source: Source,
    limits: Limits,
    entries: Sequence[Entry | Draft],
    *,
    outlet: str | None = None,
    exported: Moment | None = None,
) -> Understood:
    """Return the articles of an export, and one problem that counts what is kept back."""
    made = [entry for entry in entries if isinstance(entry, Entry)]
    drafts = [
        LeftOut(reason_of(entry.state), entry.key, entry.url)
        for entry in entries
        if isinstance(entry, Draft)
    ]
    understood = articles_of(source, limits, made)
    counted = (left_out(source.path, drafts, len(made)),) if drafts else ()
    return Understood(
        tuple(replace(article, exported=exported) for article in understood.articles),
        (*counted, *understood.problems),
        withheld(source, drafts, exported, outlet),
    )
