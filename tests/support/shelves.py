"""Made-up entries for the tests of lists."""

from generator.compose.article.entry import Entry
from generator.compose.lists.collection import Shelf
from generator.compose.story.entry import Report, StoryEntry
from generator.moments import Moment
from generator.words import load_words

WORDS = load_words("en")


def entry(number, day=None, **values):
    facts = {
        "path": f"articles/2025/story-{number}.md",
        "title": f"Story {number}",
        "description": f"What happened in story {number}.",
        "date": Moment.parse(day) if day else None,
        "key": f"{number}.txt",
        "sha256": f"{number:064}",
    }
    return Entry(**(facts | values))


def shelf(*entries, unit="week", notes=None, stories=(), keywords_from=None):
    return Shelf(entries, WORDS, unit, notes, stories, keywords_from)


def story(name, *entries, differences=()):
    reports = (Report(found.path, opening=not at) for at, found in enumerate(entries))
    return StoryEntry(f"stories/2025/{name}.md", tuple(reports), differences)
