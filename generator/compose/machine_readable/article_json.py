"""An article as JSON: in `articles.json` with all others, and in a file of its own.

Only its own file has the text, and what quotes it or points to other articles. The format is
described by `articles.schema.json`, which is part of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator import sanitize
from generator.compose.article.entry import Entry, Quoted
from generator.compose.machine_readable import dates
from generator.compose.machine_readable.publication import Publication, Text, first_address
from generator.compose.story.articles_by_story import Stories
from generator.compose.voices.quotations_by_speaker import quotations_of
from generator.metadata import facts
from generator.moments import Moment

COLLECTION = "articles.json"
SCHEMA = "articles.schema.json"


@dataclass(frozen=True, slots=True)
class Around:
    """What a record refers to besides its article: the other articles by key, and the stories."""

    articles: Mapping[str, Entry]
    stories: Stories


def collection(entries: Iterable[Entry], around: Around, site: Publication) -> Iterator[bytes]:
    """Yield `articles.json` in pieces: what is known of every article, newest first."""
    head = {
        "$schema": site.address(SCHEMA, COLLECTION),
        "name": site.name,
        "description": site.description,
        "language": site.language,
        "site": site.base or None,
    }
    records = (_record(entry, around, site, COLLECTION) for entry in entries)
    return sanitize.json_pieces(head, "articles", records)


def article(entry: Entry, text: Text, around: Around, site: Publication) -> bytes:
    """Return an article's own file: its record, and the text as far as it may be shown."""
    start = beside(entry.path, site, ".json")
    schema = site.address(SCHEMA, start) + "#/$defs/article"
    record = {"$schema": schema, **_record(entry, around, site, start)}
    return sanitize.json_file(
        {
            **record,
            "key_points": [point.text for point in entry.key_points],
            "quotes": [_quotation(quoted) for _, quoted in quotations_of([entry])],
            "ahead": [_date(*named) for named in entry.ahead] if entry.may_be_quoted else [],
            "related": list(_related(entry, around, site, start)),
            "paragraphs": list(text.paragraphs),
        }
    )


def _story(
    entry: Entry, stories: Stories, site: Publication, start: str
) -> dict[str, object] | None:
    path = stories.of(entry)
    if path is None or path not in site.urls:
        return None
    return {"title": stories.best(path).title, "page": site.page(path, start)}


def beside(path: str, site: Publication, suffix: str) -> str:
    """Return the path in the site of a page's `.md` or `.json` file."""
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
        **{name: _value(value) for name, value in facts(entry).items()},
        "url": sanitize.url(entry.url),
        "date_inferred": entry.date_inferred or None,
        "language": entry.language,
        "words": entry.words,
        "description": entry.description or None,
        "standfirst": entry.standfirst or None,
        "comment": entry.editorial.comment or None,
        "keywords": list(entry.keywords),
        "story": _story(entry, around.stories, site, start),
        "text": entry.shown,
        "source": _source(entry),
    }


def _source(entry: Entry) -> dict[str, object]:
    """Return an article's source file, the number of dropped lines and the corrected fields."""
    return {
        "file": entry.key,
        "sha256": entry.sha256,
        "collected": str(entry.collected) if entry.collected else None,
        "dropped_lines": entry.dropped,
        "editor": list(entry.editor),
    }


def _value(value: object) -> object:
    """Return the value of a field as JSON-compatible data."""
    if isinstance(value, Moment):
        return dates.iso(value)
    return list(value) if isinstance(value, tuple) else value


def _quotation(quoted: Quoted) -> dict[str, object]:
    return {"speaker": quoted.speaker, "text": quoted.text, "paragraph": quoted.paragraph}


def _date(date: str, named: Quoted) -> dict[str, object]:
    return {"date": date, "text": named.text, "paragraph": named.paragraph}


def _related(
    entry: Entry, around: Around, site: Publication, start: str
) -> Iterator[dict[str, object]]:
    for related in entry.related:
        other = around.articles.get(related.key)
        if other:
            yield {
                "title": other.title,
                "page": site.page(other.path, start),
                "keywords": list(related.keywords),
                "days": related.days,
            }
