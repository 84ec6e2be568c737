"""The layout of a front page: the lead, the secondary stories, the sections. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.compose.article.entry import Entry
from generator.compose.lists.collection import Shelf, grouped
from generator.compose.lists.views import Group, Lead, Link

SECONDS = 2
_OWN_BAND = 3  # articles that give a section a band of its own


def ranked(entries: Sequence[Entry]) -> list[Entry]:
    """Return the articles of an edition, first those of the story that most is written about.

    An article weighs what its keywords occur in other articles; the same text in other outlets
    counts as well. Articles with key points come first; equal ones stay as they are.
    """
    counts = Counter(word for entry in entries for word in set(entry.keywords))

    def weight(entry: Entry) -> tuple[bool, int]:
        shared = sum(counts[word] - 1 for word in set(entry.keywords))
        return bool(entry.key_points), shared + len(entry.also)

    return sorted(entries, key=weight, reverse=True)


def lead_of(entries: Sequence[Entry]) -> Entry | None:
    """Return the article that leads an edition."""
    return next(iter(ranked(entries)), None)


def top_of(entries: Sequence[Entry]) -> tuple[Entry | None, list[Entry]]:
    """Return the lead and the seconds: the weightiest of other sections, or of the lead's own."""
    order = ranked(entries)
    if not order:
        return None, []
    first, others = order[0], order[1:]
    by_section = grouped((entry.section, entry) for entry in others if entry.section)
    seconds = [found[0] for name, found in by_section.items() if name != first.section]
    seconds += [entry for entry in others[:SECONDS] if entry not in seconds]
    return first, seconds[:SECONDS]


def lead(shelf: Shelf, entry: Entry) -> Lead:
    """Return the lead with the key point that its summary was cut from in full, and the others."""
    summary = entry.description
    begins = summary.removesuffix(" …")
    others = [point for point in entry.key_points if not point[0].startswith(begins)]
    if len(others) < len(entry.key_points):
        summary = next(text for text, _ in entry.key_points if text.startswith(begins))
    return Lead(shelf.card(entry), summary, tuple(others))


def bands(shelf: Shelf, entries: Sequence[Entry]) -> Iterator[Group]:
    """Yield the articles by section, the fullest first; sections of few articles share a band."""
    found = grouped((entry.section or "", entry) for entry in entries)
    full = [name for name in found if name and len(found[name]) >= _OWN_BAND]
    full.sort(key=lambda name: (-len(found[name]), name))
    for name in full:
        yield Group(shelf.section(name), shelf.cards(found[name]), kickers=False)
    few = [entry for entry in entries if (entry.section or "") not in full]
    if few:
        heading = Link(shelf.words("more-news"), "sections/index.md") if full else None
        yield Group(heading, shelf.cards(few))
