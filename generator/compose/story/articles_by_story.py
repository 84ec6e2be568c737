"""The stories of a collection, with their articles. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.compose.article.entry import Entry
from generator.compose.story.entry import StoryEntry

_SHOWN = {"link": 0, "excerpt": 1, "full": 2}


class Stories:
    """The stories of which at least two articles have a page, by the stories' paths."""

    def __init__(self, stories: Iterable[StoryEntry], entries: Iterable[Entry]) -> None:
        by_path = {entry.path: entry for entry in entries}
        self.entries: dict[str, StoryEntry] = {}
        self._articles: dict[str, tuple[Entry, ...]] = {}
        self._paths: dict[str, str] = {}
        for story in stories:
            found = tuple(by_path[path] for path in story.articles if path in by_path)
            if len(found) > 1 and not story.to:
                self.entries[story.path] = story
                self._articles[story.path] = found
                self._paths |= dict.fromkeys((entry.path for entry in found), story.path)
        self._best: dict[str, Entry] = {}

    def of(self, entry: Entry) -> str | None:
        """Return the page of the story that an article belongs to."""
        return self._paths.get(entry.path)

    def articles(self, path: str) -> Sequence[Entry]:
        """Return the articles of a story, in chronological order."""
        return self._articles[path]

    def best(self, path: str) -> Entry:
        """Return the article whose headline represents a story."""
        if path not in self._best:
            self._best[path] = best_of(self._articles[path])
        return self._best[path]

    def newest_first(self) -> list[str]:
        """Return the stories by the day of their latest article; undated ones last."""
        return sorted(self.entries, key=lambda path: (-_latest(self._articles[path]), path))

    def __contains__(self, path: str) -> bool:
        """Return whether a page is a story's."""
        return path in self.entries


def best_of(entries: Sequence[Entry]) -> Entry:
    """Return the article that best represents those about the same event.

    The editor's choice comes first. Then an article whose text may be shown precedes one with only
    a link, and one with key points precedes one without; then the number of keywords shared with
    the others decides; of equal articles, the earliest is chosen.
    """
    if len(entries) == 1:  # most items of a list are no story
        return entries[0]
    counts = Counter(word for entry in entries for word in set(entry.keywords))

    def weight(entry: Entry) -> tuple[bool, int, int, bool, int]:
        shared = sum(counts[word] - 1 for word in set(entry.keywords))
        chosen = entry.editorial
        return chosen.lead, chosen.weight, _SHOWN[entry.shown], bool(entry.key_points), shared

    by_time = sorted(entries, key=lambda entry: (entry.day or dt.date.max, entry.path))
    return max(by_time, key=weight)


def outlets_of(entries: Iterable[Entry]) -> set[str]:
    """Return the outlets of the articles, including those of copies."""
    found = {entry.outlet for entry in entries}
    found |= {str(copy["outlet"]) for entry in entries for copy in entry.also if copy.get("outlet")}
    return {outlet for outlet in found if outlet}


def _latest(entries: Iterable[Entry]) -> int:
    return max((entry.day.toordinal() for entry in entries if entry.day), default=0)


def shared_keywords(entries: Sequence[Entry]) -> Mapping[str, int]:
    """Return the keywords of some articles with their numbers of articles, most frequent first."""
    counts = Counter(word for entry in entries for word in set(entry.keywords))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
