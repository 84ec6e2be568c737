"""A story with only the text that its outlets' text policies allow. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.compose.article.page import allowed_blocks, policy_of
from generator.compose.story.entry import Report, Side, StoryEntry
from generator.config import Settings
from generator.models import Article
from generator.story_models import Figure, Passage, Story


@dataclass(frozen=True, slots=True)
class _Shown:
    """An article's page, and the paragraphs of its text that it shows."""

    path: str
    texts: Mapping[int, str]

    def has(self, passage: Passage) -> bool:
        return passage.text in self.texts.get(passage.paragraph, "")


def story_entry(
    path: str,
    story: Story,
    articles: Iterable[Article],
    paths: Mapping[str, str],
    settings: Settings,
) -> StoryEntry:
    """Return the story at an address; `paths` maps the keys of its articles to their pages."""
    shown = {
        article.key: _Shown(
            paths[article.key],
            {
                number: block.text
                for number, block in allowed_blocks(article.blocks, policy_of(article, settings))
            },
        )
        for article in articles
    }
    reports = tuple(
        Report(
            shown[found.key].path,
            tuple(
                (passage.text, passage.paragraph)
                for passage in found.passages
                if shown[found.key].has(passage)
            ),
            found.opening,
        )
        for found in story.contributions
    )
    return StoryEntry(path, reports, tuple(_differences(story.differences, shown)))


def cited(stories: Iterable[StoryEntry]) -> Mapping[str, frozenset[int]]:
    """Return the paragraphs that stories quote, by the article's page."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for story in stories:
        for report in story.reports:
            found[report.path].update(paragraph for _, paragraph in report.passages)
        for sides in story.differences:
            for side in sides:
                found[side.path].add(side.paragraph)
    return {path: frozenset(paragraphs) for path, paragraphs in found.items()}


def _differences(
    differences: Sequence[Sequence[Figure]], shown: Mapping[str, _Shown]
) -> Iterator[tuple[Side, ...]]:
    """Yield the differences of which at least two sides may be shown."""
    for figures in differences:
        sides = tuple(
            Side(
                shown[figure.key].path,
                figure.passage.text,
                figure.passage.paragraph,
                figure.number,
            )
            for figure in figures
            if shown[figure.key].has(figure.passage)
        )
        if len(sides) > 1:
            yield sides
