"""An article as a Markdown file, and `llms.txt`, the guide for language models."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.article.labels import dateline, note
from generator.compose.machine_readable import article_json, opml
from generator.compose.machine_readable.feeds import Feed
from generator.compose.machine_readable.publication import Publication, Text, first_address
from generator.compose.story.articles_by_story import Stories
from generator.compose.yaml_values import without_empty
from generator.words import Words

GUIDE = "llms.txt"
_GUIDED = 50  # stories and articles listed in the guide; articles.json lists all
_ANCHORS = re.compile(r'<a id="p\d+"></a>')


def article(entry: Entry, text: Text, site: Publication, words: Words) -> bytes:
    """Return an article as Markdown with front matter: the contents of its page."""
    start = article_json.beside(entry.path, site, ".md")
    front = {
        "id": site.permanent(first_address(entry)),
        "title": entry.title,
        "date": entry.date and entry.date.value,
        "date_inferred": entry.date_inferred or None,
        "updated": entry.updated and entry.updated.value,
        "authors": list(entry.authors),
        "outlet": entry.outlet,
        "section": entry.section,
        "place": entry.place,
        "lang": entry.language,
        "tags": list(entry.keywords),
        "url": sanitize.url(entry.url),
        "page": site.page(entry.path, start),
        "source": entry.key,
        "sha256": entry.sha256,
    }
    parts = [f"# {sanitize.markdown(entry.title)}", sanitize.markdown(entry.standfirst)]
    parts += [_ANCHORS.sub("", text.markdown).strip(), sanitize.markdown(note(entry, words))]
    body = "\n\n".join(part for part in parts if part)
    return f"{sanitize.front_matter(without_empty(**front), proved=True)}\n{body}\n".encode()


def guide(
    entries: Sequence[Entry],
    stories: Stories,
    feeds: Iterable[Feed],
    site: Publication,
    words: Words,
) -> bytes:
    """Return `llms.txt` (llmstxt.org): a description of the site and links to its files."""
    return ("\n".join(_guide(entries, stories, tuple(feeds), site, words)) + "\n").encode()


def _guide(
    entries: Sequence[Entry],
    stories: Stories,
    feeds: tuple[Feed, ...],
    site: Publication,
    words: Words,
) -> Iterator[str]:
    yield f"# {sanitize.markdown(site.name)}\n"
    yield f"> {sanitize.markdown(site.description or words('footer'))}\n"
    yield f"{sanitize.markdown(words('about-summary'))}\n"
    yield f"## {words('for-machines')}\n"
    yield from _files(feeds, site)
    yield from _stories(stories, site, words)
    for entry in entries[:_GUIDED]:
        if entry is entries[0]:
            yield f"\n## {words('articles-column')}\n"
        place = site.address(article_json.beside(entry.path, site, ".md"), GUIDE)
        facts = sanitize.markdown(" · ".join(dateline(entry, words)))
        yield f"- {sanitize.link(entry.title, place)}: {facts}"


def _files(feeds: Sequence[Feed], site: Publication) -> Iterator[str]:
    """Yield list items for the machine-readable files."""
    collection = article_json.COLLECTION
    yield f"- {sanitize.link(collection, site.address(collection, GUIDE))}"
    for feed in feeds:
        if feed.path == "index.md":
            yield f"- {sanitize.link('Atom', site.address(feed.atom, GUIDE))}"
            yield f"- {sanitize.link('JSON Feed', site.address(feed.json, GUIDE))}"
    if feeds and site.base:
        yield f"- {sanitize.link('OPML', site.address(opml.PATH, GUIDE))}"


def _stories(stories: Stories, site: Publication, words: Words) -> Iterator[str]:
    """Yield a heading and list items for the newest stories."""
    paths = [path for path in stories.newest_first() if path in site.urls][:_GUIDED]
    if paths:
        yield f"\n## {words('stories')}\n"
    for path in paths:
        count = words.count("articles", len(stories.articles(path)))
        place = site.page(path, GUIDE)
        yield f"- {sanitize.link(stories.best(path).title, place)}: {sanitize.markdown(count)}"
