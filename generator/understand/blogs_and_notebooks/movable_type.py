"""Movable Type's import format, in which TypePad, Hatena, FC2 and others also export. Pure.

An entry is a list of "KEY: value" lines, then sections (BODY, EXTENDED BODY, COMMENT …) between
lines of five hyphens; eight hyphens end it (Movable Type manual, "The Import / Export Format").
Comments and trackbacks are not read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.config import Limits
from generator.models import Source, Understood
from generator.text import NotText, decode
from generator.understand.blogs_and_notebooks.drafts import Draft, published
from generator.understand.dates.field_dates import StatedDates
from generator.understand.feeds.authors import names
from generator.understand.feeds.content import Content, markup_content
from generator.understand.feeds.entry_to_article import Entry
from generator.understand.feeds.wordpress import post_markup
from generator.understand.markup.fragment import line_of
from generator.understand.reader_results import failed
from generator.understand.vocabulary.language import detect

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:AUTHOR|TITLE|BASENAME|STATUS|DATE): ")
_BODY = re.compile(rb"^-----\s*\r?\nBODY:\s*\r?$", re.MULTILINE)
_FIELD = re.compile(r"([A-Z][A-Z ]{2,20}):[ \t]*(.*)")
_SECTION = re.compile(r"(BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):[ \t]*")
_FORMS = ("%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M:%S")  # of dates, by the format's manual
_ENTRY_END, _SECTION_END = "--------", "-----"


@dataclass(frozen=True, slots=True)
class _Record:
    """An entry: its fields, each with its first value, and its sections."""

    fields: Mapping[str, str]
    sections: Mapping[str, str]


def accepts(source: Source) -> bool:
    """Return whether a file begins with a field of an entry and has a body's section."""
    return bool(_START.match(source.data[:200]) and _BODY.search(source.data))


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per published entry; the others are counted."""
    try:
        records = list(_records(decode(source.data)))
    except NotText as error:
        return failed(source, f"{error}. Export the blog again.")
    last = source.collected + dt.timedelta(days=1)
    languages = [detect(record.sections.get("BODY", "")) for record in records[:1]]
    written = [record.fields.get("DATE", "") for record in records]
    dates = StatedDates.of(written, last, languages)
    return published(source, limits, [_entry(record, dates) for record in records])


def _records(text: str) -> Iterator[_Record]:
    lines: list[str] = []
    for line in (*text.split("\n"), _ENTRY_END):
        if line.rstrip() != _ENTRY_END:
            lines.append(line)
            continue
        if any(map(str.strip, lines)):
            yield _record(lines)
        lines = []


def _record(lines: list[str]) -> _Record:
    fields: dict[str, str] = {}
    sections: dict[str, str] = {}
    name, text = "", list[str]()
    for line in (*lines, _SECTION_END):
        if line.rstrip() == _SECTION_END:
            sections.setdefault(name, "\n".join(text).strip())
            name, text = "", []
        elif not name and (section := _SECTION.fullmatch(line.rstrip())):
            name = section[1]
        elif name:
            text.append(line)
        elif field := _FIELD.fullmatch(line.strip()):
            fields.setdefault(field[1], field[2].strip())
    return _Record(fields, sections)


def _entry(record: _Record, dates: StatedDates) -> Entry | Draft:
    fields = record.fields
    title = line_of(fields.get("TITLE", ""))
    key = fields.get("UNIQUE URL") or fields.get("BASENAME", "")
    if fields.get("STATUS", "").lower() != "publish":
        return Draft(fields.get("STATUS", "").lower(), key or title, None)
    full = _content(record, "BODY", "EXTENDED BODY")
    content = full if full.blocks else _content(record, "EXCERPT")
    date = dates.read(_month_first(fields.get("DATE", "")))
    made = Entry(
        id=key,
        title=title,
        blocks=content.blocks,
        dropped=content.dropped,
        summary_only=not full.blocks,
        url=fields.get("UNIQUE URL"),
        authors=names([fields.get("AUTHOR", "")]),
        sections=[fields.get("PRIMARY CATEGORY") or fields.get("CATEGORY", "")],
    )
    return made.dated(date)


def _month_first(stated: str) -> str:
    """Return a date in ISO 8601 if it is in the format's form, else unchanged."""
    for form in _FORMS:
        try:
            return dt.datetime.strptime(stated, form).isoformat()  # noqa: DTZ007 - none is stated
        except ValueError:
            continue
    return stated


def _content(record: _Record, *names_of_sections: str) -> Content:
    texts = (record.sections.get(name, "") for name in names_of_sections)
    text = "\n\n".join(filter(None, texts))
    return markup_content(post_markup(text)) if text else Content()
