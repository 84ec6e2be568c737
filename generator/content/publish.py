"""Articles, insights and stories → the pages of content/, each at its permanent address."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.article_list import heads_of
from generator.compose.all_lists import Lists
from generator.compose.article.entry import Entry
from generator.compose.article.front_matter import entry_of
from generator.compose.article.page import compose_articles
from generator.compose.article.permalinks import Place, assign
from generator.compose.article.redirects import compose_redirects
from generator.compose.input_hashes import Draft, Inputs
from generator.compose.lists.about import PATH as ABOUT
from generator.compose.lists.collection import Shelf
from generator.compose.lists.former_editions import compose_former_editions
from generator.compose.lists.former_keywords import compose_former
from generator.compose.lists.former_sections import compose_former_sections
from generator.compose.lists.plain_markdown import compose_plain
from generator.compose.lists.views import View
from generator.compose.story import permalinks as story_addresses
from generator.compose.story.entry import StoryEntry
from generator.compose.story.page import compose_moved, compose_story
from generator.compose.story.quoted import cited, story_entry
from generator.config import Settings
from generator.content.earlier_builds import Record
from generator.content.entries import Entries
from generator.content.manifest import foreign_pages
from generator.content.pages import FRONT_PAGE, former_names, load_entry, load_notes
from generator.content.writer import Writer
from generator.models import Article, Insight, Page
from generator.story_models import Story
from generator.words import load_words


@dataclass(frozen=True)
class Contents:
    """What is published: articles, their insights in the same order, and their stories."""

    articles: Sequence[Article]
    insights: Sequence[Insight]
    stories: Sequence[Story]


@dataclass(frozen=True)
class _Stories:
    """The stories at their addresses, and the former addresses with their redirect targets."""

    entries: Sequence[StoryEntry] = ()
    former: Sequence[StoryEntry] = ()
    moved: Mapping[str, str] | None = None


def publish(  # noqa: PLR0913, PLR0917 - what pages are made of
    writer: Writer,
    contents: Contents,
    record: Record,
    settings: Settings,
    failed: Collection[str],
    known_entries: Entries,
    lists: Lists,
) -> dict[str, Entry | None]:
    """Write all pages; return the entry of each that was composed, by path.

    The pages of articles whose source is in `failed` are left unchanged.
    """
    content, words = writer.content, load_words(settings.language)
    spared, foreign = record.paths(failed), foreign_pages(writer.content)
    heads = heads_of(contents.articles)
    known = record.addresses(heads)
    paths = assign(heads, known, foreign)
    now = {article.key: path for article, path in zip(heads, paths, strict=True)}
    aliases = record.aliases(heads, known, now)
    moved = {alias: now[key] for key, found in aliases.items() for alias in found}
    stories = _stories(
        contents, heads, now, settings, record.former_stories(moved), spared, foreign
    )
    places = list(_places(heads, now, aliases, stories.entries))
    composed: dict[str, Entry | None] = {}
    pages = compose_articles(contents.articles, contents.insights, places, settings, words)
    writer.put(_noted(pages, composed, writer, known_entries))
    here = {path: load_entry(content, content / path) for path in (*writer.kept, *spared)}
    entries = _published((composed | here).values())
    shelf, found_views = lists.of(
        Shelf(
            entries,
            words,
            settings.edition,
            load_notes(content),
            stories.entries,
            settings.keywords.page_from,
        )
    )
    own_words = {ABOUT} & foreign  # an editor's page about the digest stays
    inputs = Inputs(words.language)
    views = [view for view in found_views.values() if view.path not in own_words]
    writer.put(_listed(shelf, _with_identity(view, settings), inputs, lists) for view in views)
    writer.put(compose_redirects(entries, words))
    writer.put(compose_moved(stories.former, stories.moved or {}, shelf))
    former = former_names(content, writer.gone())
    writer.put(compose_former(former, words))
    writer.put(compose_former_sections(former, settings, shelf))
    writer.put(compose_former_editions(writer.gone(), shelf))
    writer.finish(spared)
    return composed


def _published(entries: Iterable[Entry | None]) -> list[Entry]:
    """Return the entries of published articles: neither drafts nor pages without an entry."""
    return [entry for entry in entries if entry and entry.path.startswith("articles/")]


def _with_identity(view: View, settings: Settings) -> View:
    return replace(view, identity=settings.feeds.identity) if view.path == FRONT_PAGE else view


def _listed(shelf: Shelf, view: View, inputs: Inputs, lists: Lists) -> Draft:
    """Return the page of a view."""
    story = shelf.stories.entries[view.path] if view.story else None
    make = (
        partial(compose_story, view, story, shelf.words)
        if story
        else partial(compose_plain, view, shelf.words)
    )
    return Draft(view.path, inputs.digest(lists.digest(view.path), view.identity, story), make)


def _places(
    heads: Iterable[Article],
    paths: Mapping[str, str],
    aliases: Mapping[str, Sequence[str]],
    stories: Sequence[StoryEntry],
) -> Iterator[Place]:
    quoted = cited(stories)
    story_of = {article: story.path for story in stories for article in story.articles}
    for article in heads:
        path = paths[article.key]
        yield Place(
            path, tuple(aliases[article.key]), story_of.get(path), quoted.get(path, frozenset())
        )


def _stories(  # noqa: PLR0913, PLR0917 - what addresses of stories depend on
    contents: Contents,
    heads: Sequence[Article],
    paths: Mapping[str, str],
    settings: Settings,
    former: Sequence[StoryEntry],
    spared: Collection[str],
    foreign: Collection[str],
) -> _Stories:
    """Return the stories with their addresses and the text that may be published."""
    at = {article.key: number for number, article in enumerate(heads)}
    titles = {paths[article.key]: _title_and_year(article) for article in heads}
    clusters = [[paths[key] for key in story.keys] for story in contents.stories]
    clusters = _with_spared(clusters, former, spared)
    found = story_addresses.assign(clusters, former, titles, frozenset(foreign))
    earlier = {report.path: report for story in former for report in story.reports}
    entries = []
    for number, (path, cluster) in enumerate(zip(found.paths, clusters, strict=True)):
        entry = StoryEntry(path, ())
        if number < len(contents.stories):
            story = contents.stories[number]
            articles = [contents.articles[at[key]] for key in story.keys]
            entry = story_entry(path, story, articles, paths, settings)
        others = [earlier[article] for article in cluster if article not in entry.articles]
        entries.append(replace(entry, reports=(*entry.reports, *others)))
    return _Stories(entries, former, found.moved)


def _title_and_year(article: Article) -> tuple[str, int | None]:
    return article.title, article.date.day.year if article.date else None


def _with_spared(
    stories: Sequence[Sequence[str]], former: Sequence[StoryEntry], spared: Collection[str]
) -> list[list[str]]:
    """Return stories with the articles that can't be read this time: these stay in their story."""
    found = [list(story) for story in stories]
    where = {article: at for at, story in enumerate(found) for article in story}
    for story in _standing(former):
        lost = [article for article in story.articles if article in spared]
        numbers = [where[article] for article in story.articles if article in where]
        if numbers:
            found[numbers[0]] += lost
        elif lost and len(story.articles) > 1:
            found.append(list(story.articles))
    return found


def _standing(stories: Iterable[StoryEntry]) -> list[StoryEntry]:
    """Return the stories that were not merged into others."""
    return [story for story in stories if not story.to]


def _noted(
    drafts: Iterable[Draft], composed: dict[str, Entry | None], writer: Writer, known: Entries
) -> Iterator[Page | Draft]:
    """Yield pages unchanged, and record the entry of each by path.

    An entry is recorded with the digest that the writer computed, so the page is not read back.
    """
    for draft in drafts:
        digest = writer.known.digest(draft.source)
        entry = known.at(draft.path, digest) if digest else None
        if entry:
            composed[draft.path] = entry
            yield draft
        else:
            page = draft.make()
            composed[draft.path] = entry = entry_of(page.path, page.front)
            yield replace(draft, make=partial(_same, page))
            known.note(draft.path, writer.known.digest(draft.source), entry)


def _same(page: Page) -> Page:
    return page
