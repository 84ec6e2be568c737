"""The items of front page and editions: stories, and articles without a story. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.compose.article.entry import Entry
from generator.compose.lists.collection import Shelf
from generator.compose.lists.story_pages import counted
from generator.compose.lists.views import Card, Lead
from generator.compose.story.articles_by_story import best_of, outlets_of

_ALSO = 4  # other articles of a story that are named in a list


@dataclass(frozen=True, slots=True)
class Item:
    """The articles of one story in a list, or one article; `best` provides the headline."""

    best: Entry
    entries: tuple[Entry, ...]
    story: str | None = None

    @property
    def several(self) -> bool:
        """Return whether it has more than one article."""
        return len(self.entries) > 1

    @property
    def chosen(self) -> tuple[bool, int]:
        """Return what the editor set: whether it leads, and its weight."""
        words = [entry.editorial for entry in self.entries]
        return any(word.lead for word in words), max((word.weight for word in words), key=abs)

    @property
    def pinned(self) -> bool:
        """Return whether it is pinned to the front page."""
        return any(entry.editorial.pin for entry in self.entries)

    @property
    def others(self) -> tuple[Entry, ...]:
        """Return the articles other than the best one."""
        return tuple(entry for entry in self.entries if entry is not self.best)

    @property
    def coverage(self) -> tuple[int, int]:
        """Return the numbers of outlets and articles; copies in other outlets count."""
        articles = len(self.entries) + sum(len(entry.also) for entry in self.entries)
        return max(1, len(outlets_of(self.entries))), articles


def items_of(shelf: Shelf, entries: Iterable[Entry]) -> list[Item]:
    """Return articles grouped by story, in the order of each story's first article."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(shelf.stories.of(entry) or entry.path, []).append(entry)
    return [
        Item(best_of(found), tuple(found), name if name in shelf.stories else None)
        for name, found in groups.items()
    ]


def ranked(items: Sequence[Item]) -> list[Item]:
    """Return the items of an edition, best first.

    First come the items that the editor chose, by weight; then those with a date, since the others
    may be old; then those reported by most outlets and articles; then those with key points; then
    those that share most keywords with other articles, which are probably about the same subject.
    Equal items keep their order, newest first.
    """
    counts = Counter(word for item in items for entry in item.entries for word in entry.keywords)

    def weight(item: Item) -> tuple[bool, int, bool, int, int, bool, int]:
        shared = sum(counts[word] - 1 for word in set(item.best.keywords))
        dated = any(entry.day for entry in item.entries)
        return *item.chosen, dated, *item.coverage, bool(item.best.key_points), shared

    return sorted(items, key=weight, reverse=True)


def card_of(shelf: Shelf, item: Item) -> Card:
    """Return an item as lists show it: the best article, with the others in small type below."""
    card = shelf.card(item.best)
    if item.story is None:
        return card
    facts = counted(shelf, shelf.stories.articles(item.story))
    return replace(
        card,
        also=item.others[:_ALSO],
        story=replace(shelf.story(item.story), note=" · ".join(facts)),
    )


def lead(shelf: Shelf, item: Item) -> Lead:
    """Return the lead with its summary uncut, and with its other key points."""
    entry = item.best
    summary = entry.description
    begins = summary.removesuffix(" …")
    points = [(point.text, point.paragraph) for point in entry.key_points]
    others = [point for point in points if not point[0].startswith(begins)]
    if len(others) < len(points):
        summary = next(text for text, _ in points if text.startswith(begins))
    return Lead(card_of(shelf, item), summary, tuple(others))
