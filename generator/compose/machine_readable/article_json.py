"""An article as JSON: in `articles.json` with all others, and in a file of its own with its text.

The shape is described by `articles.schema.json`, which the site carries as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator import safe
from generator.compose.article.entry import Entry
from generator.compose.machine_readable import dates
from generator.compose.machine_readable.publication import Publication, Text, first_address
from generator.compose.story.shelf import Stories

COLLECTION = "articles.json"
SCHEMA = "articles.schema.json"


@dataclass(frozen=True, slots=True)
class Around:
    """What a record names beside its article: the other articles by key, and the stories."""

    articles: Mapping[str, Entry]
    stories: Stories


def collection(entries: Iterable[Entry], around: Around, site: Publication) -> Iterator[bytes]:
    """Yield `articles.json` in pieces: every article, newest first, without its text."""
    head = {
        "$schema": site.address(SCHEMA, COLLECTION),
        "name": site.name,
        "description": site.description,
        "language": site.language,
        "site": site.base or None,
    }
    records = (_record(entry, around, site, COLLECTION) for entry in entries)
    return safe.json_pieces(head, "articles", records)


def article(entry: Entry, text: Text, around: Around, site: Publication) -> bytes:
    """Return an article's own file: its record and, as far as it may be shown, its text."""
    start = beside(entry.path, site, ".json")
    schema = site.address(SCHEMA, start) + "#/$defs/article"
    record = {"$schema": schema, **_record(entry, around, site, start)}
    return safe.json_file({**record, "paragraphs": list(text.paragraphs)})


def _story(
    entry: Entry, stories: Stories, site: Publication, start: str
) -> dict[str, object] | None:
    path = stories.of(entry)
    if path is None or path not in site.urls:
        return None
    return {"title": stories.best(path).title, "page": site.page(path, start)}


def beside(path: str, site: Publication, suffix: str) -> str:
    """Return the file of the site beside a page: the page as `.md` or `.json`."""
    url = site.urls[path]
    page = f"{url}index.html" if url.endswith("/") else url
    return str(PurePosixPath(page).with_suffix(suffix))


def _record(entry: Entry, around: Around, site: Publication, start: str) -> dict[str, object]:
    return {
        "id": site.permanent(first_address(entry)),
        "title": entry.title,
        "page": site.page(entry.path, start),
        "markdown": site.address(beside(entry.path, site, ".md"), start),
        "json": site.address(beside(entry.path, site, ".json"), start),
        "url": safe.url(entry.url),
        "outlet": entry.outlet,
        "section": entry.section,
        "date": dates.iso(entry.date),
        "date_inferred": "year" if entry.date_inferred else None,
        "updated": dates.iso(entry.updated),
        "authors": list(entry.authors),
        "place": entry.place,
        "language": entry.language,
        "views": entry.views,
        "reading_minutes": entry.reading_minutes,
        "words": entry.words,
        "description": entry.description or None,
        "standfirst": entry.standfirst or None,
        "comment": entry.editorial.comment or None,
        "keywords": list(entry.keywords),
        "key_points": [text for text, _ in entry.key_points],
        "quotes": [
            {"speaker": said.speaker, "text": said.text, "paragraph": said.paragraph}
            for said in (entry.quotes if entry.shown != "link" else ())
        ],
        "ahead": [
            {"date": date, "text": named.text, "paragraph": named.paragraph}
            for date, named in (entry.ahead if entry.shown != "link" else ())
        ],
        "related": [
            {
                "title": around.articles[related.key].title,
                "page": site.page(around.articles[related.key].path, start),
                "keywords": list(related.keywords),
                "days": related.days,
            }
            for related in entry.related
            if related.key in around.articles
        ],
        "story": _story(entry, around.stories, site, start),
        "text": entry.shown,
        "source": {
            "file": entry.key,
            "sha256": entry.sha256,
            "collected": str(entry.collected) if entry.collected else None,
            "dropped_lines": entry.dropped,
            "editor": list(entry.editor),
        },
    }
