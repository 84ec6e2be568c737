"""The pages of stories, and their index. Pure.

A story's page consists of sections, each made from the story, its articles and the shelf: the
timeline, the figures that differ, the keywords, earlier and later stories. To add a section, add a
field to `views.StoryPage`, fill it in `_story`, and render it in `story.html` and `plain_markdown`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.compose.article.entry import Entry
from generator.compose.article.labels import note, reason
from generator.compose.lists.collection import Shelf
from generator.compose.lists.paging import PAGE_SIZE
from generator.compose.lists.speaker_pages import dates_of, of_articles
from generator.compose.lists.views import (
    Chapter,
    Figured,
    Link,
    Links,
    Sequel,
    StoryPage,
    View,
)
from generator.compose.story.articles_by_story import outlets_of, shared_keywords
from generator.compose.story.entry import Report, StoryEntry
from generator.models import Related

INDEX = "stories/index.md"
_KEYWORDS = 8  # of a story that its page shows
_SEQUELS = 3  # earlier stories of a thread, and later ones
_LINKS, _NAMED = 2, 2  # related articles, or else keywords, that make two stories a thread

_Threads = Mapping[str, Mapping[str, list[tuple[str, ...]]]]


def pages(shelf: Shelf) -> Iterator[View]:
    """Yield the index of stories and the page of each."""
    order = shelf.stories.newest_first()
    yield from _index(shelf, order)
    threads = _threads(shelf)
    for path in order:
        yield _story(shelf, shelf.stories.entries[path], threads)


def counted(shelf: Shelf, entries: Sequence[Entry]) -> list[str]:
    """Return the numbers of articles and outlets in words."""
    outlets = outlets_of(entries)
    found = [shelf.count(len(entries))]
    return [*found, shelf.words.count("count-outlets", len(outlets))] if outlets else found


def _index(shelf: Shelf, order: Sequence[str]) -> Iterator[View]:
    words = shelf.words
    view = View(
        "stories",
        INDEX,
        words("stories"),
        summary=words("stories-summary" if order else "no-stories"),
        facts=(words.count("count-stories", len(order)),) if order else (),
    )
    parts = [order[at : at + PAGE_SIZE] for at in range(0, len(order), PAGE_SIZE)] or [[]]
    paths = [INDEX, *(f"stories/page-{number}.md" for number in range(2, len(parts) + 1))]
    for at, part in enumerate(parts):
        listed = tuple(_listed(shelf, path) for path in part)
        yield replace(
            view if not at else replace(view, summary="", facts=()),
            path=paths[at],
            links=(Links("", listed, "dated"),) if listed else (),
            newer=Link(words("newer"), paths[at - 1]) if at else None,
            older=Link(words("older"), paths[at + 1]) if at + 1 < len(parts) else None,
        )


def _listed(shelf: Shelf, path: str) -> Link:
    """Return a story's link in the index: its days and its headline."""
    found = shelf.stories.articles(path)
    title = shelf.stories.best(path)
    return Link(_period(shelf, found), path, len(found), article=replace(title, path=path))


def _period(shelf: Shelf, entries: Sequence[Entry]) -> str:
    days = [entry.day for entry in entries if entry.day]
    return shelf.words.span(min(days), max(days)) if days else shelf.words("undated")


def _story(shelf: Shelf, story: StoryEntry, threads: _Threads) -> View:
    words = shelf.words
    entries = shelf.stories.articles(story.path)
    best = shelf.stories.best(story.path)
    by_path = {entry.path: entry for entry in entries}
    sequels = list(_sequels(shelf, story.path, threads))
    page = StoryPage(
        shelf.card(best),
        words("story-headline", outlet=best.outlet) if best.outlet else "",
        tuple(
            _chapter(shelf, by_path[found.path], found)
            for found in story.reports
            if found.path in by_path
        ),
        tuple(_differences(shelf, story, by_path)),
        tuple(shelf.keyword(word) for word in list(shared_keywords(entries))[:_KEYWORDS]),
        dates_of(shelf, entries),
        tuple(sequel for days, sequel in sequels if days < 0)[:_SEQUELS],
        tuple(sequel for days, sequel in sequels if days > 0)[:_SEQUELS],
    )
    return View(
        "story",
        story.path,
        best.title,
        kicker=words("story"),
        summary=best.description,
        facts=(*counted(shelf, entries), _period(shelf, entries)),
        story=page,
        statements=of_articles(shelf, entries),
    )


def _chapter(shelf: Shelf, entry: Entry, report: Report) -> Chapter:
    words = shelf.words
    passages = report.passages if entry.may_be_quoted else ()
    missing = note(entry, words) if entry.shown != "full" else ""
    label = _label(shelf, entry, report)
    return Chapter(
        shelf.card(entry),
        f"{entry.date.time:%H:%M}" if entry.date and entry.date.time else "",
        label,
        passages,
        "" if passages else missing,
    )


def _label(shelf: Shelf, entry: Entry, report: Report) -> str:
    """Return the label of an article's passages; the first in a language has one of its own."""
    if not report.opening:
        return shelf.words("new-here")
    path = shelf.stories.of(entry)
    first = shelf.stories.articles(path)[0] if path else entry
    if first.language == entry.language:
        return shelf.words("first-report")
    return shelf.words("first-in-language", language=shelf.words.language_name(entry.language))


def _differences(
    shelf: Shelf, story: StoryEntry, by_path: Mapping[str, Entry]
) -> Iterator[tuple[Figured, ...]]:
    for sides in story.differences:
        found = [
            Figured(
                shelf.card(by_path[side.path]),
                shelf.words.number(side.number),
                side.text,
                side.paragraph,
            )
            for side in sides
            if side.path in by_path and by_path[side.path].may_be_quoted
        ]
        if len({side.number for side in found}) > 1:
            yield tuple(found)


def _threads(shelf: Shelf) -> _Threads:
    """Return for each story the stories of related articles, with the keywords they share."""
    by_key = {entry.key: entry for entry in shelf.entries}
    found: defaultdict[str, defaultdict[str, list[tuple[str, ...]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for entry in shelf.entries:
        own = shelf.stories.of(entry)
        for related in entry.related if own else ():
            other = by_key.get(related.key)
            path = other and shelf.stories.of(other)
            if own and path and path != own and related.keywords:
                found[own][path].append(related.keywords)
                found[path][own].append(related.keywords)
    return found


def _sequels(shelf: Shelf, path: str, threads: _Threads) -> Iterator[tuple[int, Sequel]]:
    """Yield the stories of the same thread with the days in between, the nearest first."""
    start = _start(shelf, path)
    found = []
    for other, shared in threads.get(path, {}).items():
        began = _start(shelf, other)
        counts = Counter(word for words in shared for word in words)
        if start and began and (len(shared) >= _LINKS or len(counts) >= _NAMED):
            days = began - start
            names = sorted(counts, key=lambda word: (-counts[word], word))[:_LINKS]
            why = reason(Related(other, tuple(names), days), shelf.words)
            lead = shelf.stories.best(other)
            found.append((abs(days), other, days, Sequel(shelf.story(other), lead, why)))
    for _, _, days, sequel in sorted(found, key=lambda item: item[:2]):
        yield days, sequel


def _start(shelf: Shelf, path: str) -> int | None:
    days = [entry.day.toordinal() for entry in shelf.stories.articles(path) if entry.day]
    return min(days, default=None)
