"""RIS, the exchange format of reference managers and databases: records with an abstract.

The tags are those of the specification of 2011 (Research Information Systems).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.config import Limits
from generator.models import Block, Source, Understood
from generator.text import NotText, decode, squeeze
from generator.understand.databases.names import authors_of, outlet_of
from generator.understand.dates.machine import machine_date
from generator.understand.dates.written import FoundDate
from generator.understand.feeds.entry_to_article import Entry, articles_of
from generator.understand.markup.fragment import line_of
from generator.understand.reader_results import failed

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\d+\.\s*)?TY  - ?\w+\s*$", re.MULTILINE)
_TAG = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_TITLES, _WRITERS = ("TI", "T1", "CT"), ("AU", "A1")
_OUTLETS = ("JO", "JF", "T2", "JA", "J2", "BT", "PB")
_DATES, _ABSTRACTS, _ADDRESSES = ("DA", "Y1", "PY"), ("AB", "N2"), ("UR", "L1", "L2", "LK")
_NUMBERS = re.compile(r"(\d{4})[/-](\d{1,2})(?:[/-](\d{1,2}))?")
Record = Mapping[str, Sequence[str]]


def accepts(source: Source) -> bool:
    """Return whether a file begins with the type that opens a RIS record."""
    return bool(_START.match(source.data.replace(b"\0", b"")[:200].lstrip(b"\xff\xfe")))


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per record with an abstract; the others are problems that name them."""
    try:
        records = list(_records(decode(source.data)))
    except NotText as error:
        message = f"{error}. Export it again."
        return failed(source, message)
    return articles_of(source, limits, [_entry(record) for record in records])


def _records(text: str) -> Iterator[Record]:
    record: dict[str, list[str]] = {}
    tag = ""
    for line in text.split("\n"):
        match = _TAG.fullmatch(line.rstrip())
        if match and match[1] == "ER":
            yield record
            record, tag = {}, ""
        elif match:
            tag = match[1]
            if tag == "TY" and record:  # the end of the last one is missing
                yield record
                record = {}
            record.setdefault(tag, []).append(match[2].strip())
        elif tag and line.strip():
            record[tag][-1] += f"\n{line.strip()}"
    if record:
        yield record


def _first(record: Record, tags: Sequence[str]) -> str:
    return next((value for tag in tags for value in record.get(tag, ()) if value), "")


def _entry(record: Record) -> Entry:
    lines = _first(record, _ABSTRACTS).split("\n")
    made = Entry(
        id=_first(record, ("AN", "ID")) or _first(record, _ADDRESSES) or _first(record, ("DO",)),
        title=line_of(_first(record, _TITLES)),
        blocks=tuple(Block(text) for line in lines if (text := squeeze(line_of(line)))),
        summary_only=True,
        url=_first(record, _ADDRESSES) or None,
        authors=tuple(dict.fromkeys(_authors(record))),
        outlet=outlet_of(_first(record, _OUTLETS)),
        language=_first(record, ("LA",))[:2].lower() or None,
    )
    return made.dated(_date(record))


def _authors(record: Record) -> Iterator[str]:
    for tag in _WRITERS:
        for writer in record.get(tag, ()):
            yield from authors_of(writer, last_first=True)


def _date(record: Record) -> FoundDate | None:
    """Return the date that a record states: "2026/03/10/", or a month, "2026/03//"."""
    found = [date for tag in _DATES if (date := _written(_first(record, (tag,))))]
    return min(found, key=lambda date: date.inferred is not None, default=None)


def _written(stated: str) -> FoundDate | None:
    match = _NUMBERS.match(stated)
    if match is None:
        day = machine_date(stated)
        return FoundDate(day, None, 0, 0) if day else None
    day = machine_date(f"{match[1]}-{int(match[2]):02}-{int(match[3] or 1):02}")
    return FoundDate(day, None if match[3] else "day", 0, 0) if day else None
