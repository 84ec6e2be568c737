"""The text of a press database's export → its documents, by the marks between them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

from generator.tables import load_patterns
from generator.understand.databases.labels import Label, code_of, label_of
from generator.understand.layout.wrapped import Row

Kind = Literal["nexis", "factiva", "proquest", "pressreader", "newsbank", "wiso", "europresse"]
_MARKS_OF = load_patterns(Path(__file__).with_name("document_marks.yml"))
_COUNT_NEXIS = re.compile(
    rf"\d+\s+{_MARKS_OF['of']}\s+\d+\s+(?:DOCUMENT[SO]?S?|DOKUMENTEN?)", re.IGNORECASE
)
_COUNT = re.compile(
    rf"(?:{_COUNT_NEXIS.pattern}|DO[CK]UMENTO?\s+\d+\s+{_MARKS_OF['of']}\s+\d+)", re.IGNORECASE
)
_END_NEXIS = re.compile(_MARKS_OF["ends_nexis"])
_END_FACTIVA = re.compile(
    rf"{_MARKS_OF['numbered_factiva']}\s+([A-Z]{{2,}}[A-Za-z]*\d[A-Za-z0-9]{{9,}})"
)
_RULE = re.compile(r"[_=\-*]{20,}")
_LOADED = re.compile(r"LOAD-DATE:|Load-Date:")
_WORDS = re.compile(rf"\d[\d,. ]{{0,7}}\s?{_MARKS_OF['words']}", re.IGNORECASE)
# A certificate number ends each document of Europresse: "news·20260310·CP·0001".
_END_EUROPRESSE = re.compile(r"[a-z]{2,8}[·•]\d{8}[·•][\w.-]+[·•][\w.-]+")
_END_NEWSBANK = re.compile(r"Record(?: Number)?:\s*[0-9A-Z]{8,}")
_END_WISO = re.compile(r"Dauerhafte Adresse des Dokuments:.*")
_FOOT = re.compile(r"(?:Article Name|Start Page|End Page):")
_MARKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("factiva", _END_FACTIVA),
    ("nexis", _END_NEXIS),
    ("nexis", _LOADED),
    ("europresse", _END_EUROPRESSE),
    ("newsbank", _END_NEWSBANK),
    ("wiso", _END_WISO),
)
# The last line of a document.
_ENDS: Mapping[Kind, re.Pattern[str]] = {
    "factiva": _END_FACTIVA,
    "nexis": _END_NEXIS,
    "europresse": _END_EUROPRESSE,
}
# The last labels of a document: the next line without a label begins another one.
_FEET: Mapping[Kind, re.Pattern[str]] = {
    "pressreader": _FOOT,
    "newsbank": re.compile(rf"{_END_NEWSBANK.pattern}|Copyright:.*"),
    "wiso": re.compile(rf"{_END_WISO.pattern}|Alle Rechte vorbehalten.*"),
}


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of one document of an export, and its name in the export, if any."""

    rows: Sequence[Row]
    kind: Kind
    id: str | None = None


def documents(rows: Sequence[Row]) -> list[Document]:
    """Return the documents of an export, none for a text without the marks of a database."""
    kind = _kind(rows)
    if kind is None:
        return []
    found = list(_divided(rows, kind))
    return [document for document in found if any(text.strip() for _, text in document.rows)]


def _kind(rows: Sequence[Row]) -> Kind | None:
    """Return the database that an export is from, by the most certain of its marks."""
    lines = [text.strip() for _, text in rows]
    fields = {label.field for line in lines if (label := label_of(line))}
    if fields and (kind := _counted_kind(lines, fields)):
        return kind
    coded = {code.field for line in lines if (code := code_of(line))}
    if coded >= {"title", "id", "text"}:
        return "factiva"
    return _marked_kind(lines) or _labelled_kind(lines, fields)


def _counted_kind(lines: Sequence[str], fields: AbstractSet[str]) -> Kind | None:
    """Return the database that counts its documents: "2 of 3 DOCUMENTS"."""
    counts = [line for line in lines if _COUNT.fullmatch(line)]
    if not counts:
        return None
    is_nexis = "text" not in fields or any(map(_COUNT_NEXIS.fullmatch, counts))
    return "nexis" if is_nexis else "proquest"


def _marked_kind(lines: Sequence[str]) -> Kind | None:
    """Return the database whose mark ends the documents."""
    for kind, mark in _MARKS:
        if any(map(mark.match, lines)) and _has_head(lines, kind):
            return kind
    return None


def _labelled_kind(lines: Sequence[str], fields: AbstractSet[str]) -> Kind | None:
    """Return the database that uses the labels in the lines of a document."""
    if "text" in fields and ("publication" in fields or fields >= {"outlet", "date"}):
        return "proquest"
    feet = {line.partition(":")[0] for line in lines if _FOOT.match(line)}
    return "pressreader" if feet >= {"Article Name", "Start Page"} else None


def _has_head(lines: Sequence[str], kind: Kind) -> bool:
    """Return whether the lines have a record's head, so that a mark is not a coincidence."""
    if kind == "factiva":
        return any(_WORDS.fullmatch(line) for line in lines)
    if kind == "europresse":
        return True  # of a form that no text has
    return any(label.field in {"section", "other"} for line in lines if (label := label_of(line)))


def _divided(rows: Sequence[Row], kind: Kind) -> Iterator[Document]:
    """Yield the documents: between counts ("2 of 3 DOCUMENTS"), else up to end marks.

    The lines before the first count are the export's cover; the last line begins nothing.
    """
    last = max((at for at, (_, text) in enumerate(rows) if text.strip()), default=0)
    starts = [at for at, (_, text) in enumerate(rows[:last]) if _COUNT.fullmatch(text.strip())]
    for start, end in pairwise((*starts, len(rows))):
        yield Document(_without_rules(rows[start + 1 : end]), kind)
    if not starts:
        yield from _divided_at_marks(rows, kind)


def _divided_at_marks(rows: Sequence[Row], kind: Kind) -> Iterator[Document]:
    start = 0
    for at, end, number in _cuts(rows, kind):
        piece = rows[start:at]
        if kind != "proquest" or _is_whole(piece):
            yield Document(_without_rules(piece), kind, number)
            start = end
    rest = _without_rules(rows[start:])
    if start == 0 or _is_record(rest):
        yield Document(rest, kind)


def _cuts(rows: Sequence[Row], kind: Kind) -> Iterator[tuple[int, int, str | None]]:
    """Yield where a document ends, where the next begins, and the number of the one that ends."""
    ends = _ENDS.get(kind)
    for at, (_, text) in enumerate(rows):
        if ends and (mark := ends.fullmatch(text.strip())):
            yield at, at + 1, mark[1] if mark.groups() else None
        elif kind == "factiva" and (code := _id_code(text)):
            yield at, at + 1, code.value.removeprefix("Document ") or None
        elif not ends and _is_boundary(rows, at, kind):
            yield at, at, None


def _id_code(text: str) -> Label | None:
    """Return Factiva's code that states the number of a document and ends it."""
    code = code_of(text)
    return code if code and code.field == "id" else None


def _is_boundary(rows: Sequence[Row], at: int, kind: Kind) -> bool:
    """Return whether a line divides two records: a rule, or the first line below a foot."""
    text = rows[at][1].strip()
    if kind == "proquest":
        return bool(_RULE.fullmatch(text))
    above = next((line for _, line in reversed(rows[:at]) if line.strip()), "").strip()
    foot = _FEET[kind]
    return bool(text and foot.match(above) and not foot.match(text) and not label_of(text))


def _is_whole(rows: Sequence[Row]) -> bool:
    """Return whether lines between two rules are a document: one may contain rules."""
    fields = {label.field for _, text in rows if (label := label_of(text.strip()))}
    return "text" in fields or {"title", "publication"} <= fields


def _is_record(rows: Sequence[Row]) -> bool:
    """Return whether lines after the last mark are a record of their own."""
    labels = [label for _, text in rows if (label := label_of(text.strip()) or code_of(text))]
    return len(labels) > 1


def _without_rules(rows: Sequence[Row]) -> Sequence[Row]:
    return [row for row in rows if not _RULE.fullmatch(row[1].strip())]
