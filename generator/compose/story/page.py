"""The Markdown pages of stories, and redirects at their former addresses. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.compose.article.redirects import redirect_page
from generator.compose.lists.collection import Shelf
from generator.compose.lists.plain_markdown import compose_plain
from generator.compose.lists.views import View
from generator.compose.story.entry import StoryEntry, record_of
from generator.models import Page
from generator.words import Words


def compose_story(view: View, story: StoryEntry, words: Words) -> Page:
    """Return the page of a story; its front matter contains the story itself."""
    page = compose_plain(view, words)
    own = page.front["digest"]
    if not isinstance(own, dict):
        raise TypeError(own)
    return Page(page.path, {**page.front, "digest": {**own, **record_of(story)}}, page.body)


def compose_moved(
    former: Iterable[StoryEntry], moved: Mapping[str, str], shelf: Shelf
) -> Iterator[Page]:
    """Yield the redirect page for every former address of a story."""
    titles = {entry.path: entry.title for entry in shelf.entries}
    titles |= {path: shelf.stories.best(path).title for path in shelf.stories.entries}
    for story in former:
        target = moved.get(story.path)
        if target in titles and story.path not in shelf.stories:
            articles = [{"page": path} for path in story.articles]
            page = redirect_page(story.path, target, titles[target], shelf.words)
            own = page.front["digest"]
            if not isinstance(own, dict):
                raise TypeError(own)
            yield Page(
                page.path, {**page.front, "digest": {**own, "articles": articles}}, page.body
            )
