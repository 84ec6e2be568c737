"""The exports of press databases → `Article`s, one for each document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.config import Limits
from generator.models import Article, Dropped, Problem, Source, Understood
from generator.moments import Moment
from generator.sanitize import url as safe_url
from generator.tables import load_patterns
from generator.text import NotText, decode, squeeze
from generator.understand.databases.names import authors_of, outlet_of, section_of
from generator.understand.databases.record import Record, record_of
from generator.understand.databases.record_head import head_fields
from generator.understand.databases.split import Document, documents
from generator.understand.layout.wrapped import Row, unwrapped
from generator.understand.lines.publication_date import calendar_of
from generator.understand.markup.lines import lines_of_page
from generator.understand.pasted.blocks import blocks
from generator.understand.reader_results import entry_key, shortened, too_many
from generator.understand.vocabulary.language import detect

# One of these is in every export; a file without any is not read further. Every file is searched
# for them, so the patterns begin with letters, which `re` finds fastest.
_LITERALS = (b"LOAD-DATE", b"Load-Date", b"Publication info", b"Publication title", b"Start Page:",
             b"Dauerhafte Adresse", b"Author/Byline", b"Record:")  # fmt: skip
_MARKS = (
    re.compile(rb"End of [Dd]o[ck]ument"),
    re.compile(rb"Ende des [Dd]o[ck]ument"),
    re.compile(rb"Fin d(?:u|el) [Dd]o[ck]ument"),
    re.compile(rb"Do[ck]ument(?:o? \d+ (?:of|von|de)| [A-Z]{2,}\w{10,})"),
)
_CERTIFICATE = re.compile(rb"[\xb7\x95\xa2]\d{8}(?:\xc2\xb7|\xe2\x80\xa2|\xb7|\x95)")  # Europresse
_LAST = re.compile(rb"DO[CK]UMENT")  # of "1 of 20 DOCUMENTS"
_COUNT = re.compile(rb"\d (?:of|von|de|sur|di) \d+ DO[CK]UMENT")
_DATED = 40  # characters of a line that states the date of an issue
_WORDS = load_patterns(Path(__file__).with_name("document_marks.yml"))
_EDITION = re.compile(rf":?\s*\[[^\[\]]*{_WORDS['edition_notes']}\]$", re.IGNORECASE)
_PAGE_NUMBER = re.compile(rf"{_WORDS['page']}\s?[A-Z]?\d{{1,4}}", re.IGNORECASE)
_PAGE = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?i:!doctype html|html)\b", re.DOTALL)


def accepts(source: Source) -> bool:
    """Return whether a text or a page is an export of a press database."""
    data = source.data.replace(b"\0", b"")
    if not _has_mark(data) or data.lstrip()[:1] in {b"{", b"["} or data[:5] == b"%PDF-":
        return False
    try:
        return bool(documents(_rows(source)))
    except NotText:
        return False


def _has_mark(data: bytes) -> bool:
    return (
        any(literal in data for literal in _LITERALS)
        or any(mark.search(data) for mark in (*_MARKS, _CERTIFICATE))
        or bool(_LAST.search(data) and _COUNT.search(data))
    )


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per document; one without text is a problem that names it."""
    return read_rows(source, limits, _rows(source))


def read_rows(source: Source, limits: Limits, rows: Sequence[Row]) -> Understood:
    """Return an article per document of an export whose lines are known."""
    found = documents(rows)
    made: list[Article] = []
    problems = list(too_many(source, limits, len(found), "documents"))
    for number, document in enumerate(found[: limits.feed_entries], 1):
        name = f"document {number} of {len(found)}"
        article = _article(source, document, several=len(found) > 1)
        if article.blocks:
            made.append(article)
        elif article.title:
            message = f"{name}, '{article.title[:120]}', has no text. Export it with its full text."
            problems.append(Problem(source.path, "warning", message))
    if not made and not problems:
        message = "contains no document that can be read. Export it again, as text with full text."
        problems.append(Problem(source.path, "error", message))
    return Understood(tuple(_distinct(made)), tuple(problems))


def _rows(source: Source) -> list[Row]:
    if _PAGE.match(source.data[:8192].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")):
        return list(enumerate(lines_of_page(source.data), 1))
    return unwrapped(list(enumerate(decode(source.data).split("\n"), 1)))


@dataclass(frozen=True, slots=True)
class _Stated:
    """The fields of a record, labelled or found by their order, its date, and their origins."""

    fields: dict[str, str]
    date: Moment | None
    origins: dict[str, str]

    def get(self, name: str) -> str:
        """Return a field as worded, "" if it is not stated."""
        return self.fields.get(name, "")


def _article(source: Source, document: Document, *, several: bool) -> Article:
    record = _without_head(record_of(document.rows), source)
    summary_only = not record.text and "abstract" in record.fields
    text = [record.fields["abstract"]] if summary_only else record.text
    language = detect(" ".join(text))
    stated = _stated(record, language, source)
    title = _EDITION.sub("", squeeze(stated.get("title"))) or shortened("".join(text[:1]))
    number = document.id or stated.get("id") or entry_key(title, stated.date)
    return Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=title,
        blocks=blocks(text, title) if text else (),
        language=language,
        entry=number if several else None,
        section=section_of(stated.get("section")),
        date=stated.date,
        authors=authors_of(stated.get("authors"), last_first=document.kind == "proquest"),
        outlet=outlet_of(stated.get("outlet") or stated.get("publication")),
        url=safe_url(stated.fields.get("url")),
        place=_place(stated.get("place")),
        standfirst=None if summary_only else stated.fields.get("abstract"),
        summary_only=summary_only,
        dropped=tuple(_dropped(record)),
        origins={"language": "text", **stated.origins},
    )


def _dropped(record: Record) -> Iterator[Dropped]:
    for number, line in record.dropped:
        if line.strip():
            yield Dropped(number, squeeze(line), "record of the database")


def _without_head(record: Record, source: Source) -> Record:
    """Return a record without the lines of its head above the text, where labels repeat them."""
    known = {value.lower() for value in record.fields.values()}
    if "title" not in record.fields or not record.text or record.text[0].lower() not in known:
        return record
    calendar = calendar_of(record.text, detect(" ".join(record.text)), source.collected)
    while record.text[1:]:
        line = record.text[0]
        is_date = len(line) < _DATED and bool(calendar.dates(line))
        if not (is_date or line.lower() in known or _PAGE_NUMBER.fullmatch(line)):
            break
        if is_date:
            record.put("date", line, 1)
        del record.text[0]
    return record


def _stated(record: Record, language: str, source: Source) -> _Stated:
    lines = [*record.fields.values(), *(line for group in record.head for line in group)]
    calendar = calendar_of(lines, language, source.collected)
    fields = head_fields(record.head, calendar) | record.fields
    origins = dict.fromkeys(fields, "text")
    origins |= {name: f"line {number}" for name, number in record.places.items()}
    for name in ("date", "publication", "loaded"):
        if found := calendar.dates(fields.get(name, "")):
            origins["date"] = origins[name]
            return _Stated(fields, found[-1 if name == "publication" else 0].date, origins)
    return _Stated(fields, None, origins)


def _place(stated: str) -> str | None:
    """Return the place of a dateline: "NORTHPORT, March 10"."""
    place = squeeze(stated.split(",", maxsplit=1)[0].split(";", maxsplit=1)[0])
    return (place.title() if place.isupper() else place) or None


def _distinct(articles: Sequence[Article]) -> Iterator[Article]:
    """Yield the articles; of two with the same id and text, only the first."""
    known: dict[str | None, Article] = {}
    for article in articles:
        first = known.setdefault(article.entry, article)
        if first is article:
            yield article
        elif first.blocks != article.blocks:
            number = sum(1 for key in known if str(key).startswith(str(article.entry))) + 1
            other = replace(article, entry=f"{article.entry} {number}")
            known[other.entry] = other
            yield other
