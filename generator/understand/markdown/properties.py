"""Properties of notes: lines of "Key: value" below the title, or in a section. Pure.

Notion writes the properties of a page below its title, Readwise a list below "## Metadata".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.models import Dropped
from generator.tables import load_patterns

_WORDS = load_patterns(Path(__file__).with_name("note_words.yml"))

_HEADING = re.compile(r"#{1,6}\s+(?P<name>.*?)\s*#*\s*")
_TITLE = re.compile(r"#\s+\S")
_PROPERTY = re.compile(
    r"(?:[-*+]\s+)?(?:\*\*|__)?(?P<key>[^\W\d_][\w '/()-]{0,30}?)(?:\*\*|__)?\s?(?:::|[:：])"
    r"(?:\*\*|__)?(?:\s+(?P<value>\S.*?))?\s*"
)
_LOGSEQ = re.compile(r"[\w-]{1,30}:: ")  # such properties begin a page
# A block's own property, or a task.
_LOGSEQ_OWN = re.compile(r"\s*(?:-\s+)?(?:[\w-]{1,30}:: |(?:TODO|DOING|DONE|LATER|NOW|WAITING)\s)")
_JOPLIN = re.compile(r"(?P<key>[a-z_]+): ?(?P<value>.*)")  # the record that ends its notes
_JOPLIN_KEYS = {"source_url": "url", "author": "author", "created_time": "created"}
_ITEM = re.compile(r"\s*(?:[-*+>]|\d+[.)])\s")
_SECTION = re.compile(_WORDS["property_sections"], re.IGNORECASE)
# Headings that are not part of the article: its text is below them.
_SILENT = re.compile(_WORDS["text_headings"], re.IGNORECASE)
_WHOLE = re.compile(_WORDS["whole_text_headings"], re.IGNORECASE)
_LEAST = 2  # known properties below a title, from which a paragraph is a list of properties
# The reader's own lines, between the marked passages.
_OWN = re.compile(
    rf"[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?{_WORDS['own_labels']}(?:\*\*|__)?:(?:\*\*|__)?"
    r"(?:\s.*)?|(?:#[\w/-]+[ \t]*)+",
    re.IGNORECASE,
)
# Links to a passage in the program that it was marked in, and the reader's tags after them.
_VIEW = re.compile(rf"[ \t]*\(?\[(?:{_WORDS['passage_links']}|⤴️?)\]\([^)\s]*\).*", re.IGNORECASE)
# Links to the article and to its copy in the program.
_COPIES = re.compile(
    rf"\[{_WORDS['copy_links']}\]\([^)\s]*\)|\[{_WORDS['original_links']}\]\((?P<url>[^)\s]*)\)|"
    rf"{_WORDS['copy_notes']}\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its text, with removed lines left empty, and the fields that these state."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()


def properties_of(text: str, first: int, known: frozenset[str]) -> Note:
    """Return a note without its properties. Its first line is the `first`-th.

    `known` are the keys that distinguish properties from text, in lower case without spaces.
    """
    lines = text.split("\n")
    listed = _section(lines) or _below_title(lines, known)
    record = _joplin(lines)
    values = {**record.values, **_values(lines[at] for at in listed), **record.values}
    rows = {*listed, *record.rows}
    dropped = [Dropped(first + at, lines[at], "property of the note") for at in rows]
    is_readers = _readers_line(lines, listed, has_properties=bool(rows))
    repeated = _repeated(lines)
    for at, line in enumerate(lines):
        if at in rows:
            lines[at] = ""
        elif at in repeated:
            dropped += [Dropped(first + at, line, "the reader's own")] if line.strip() else []
            lines[at] = ""
        elif is_readers(line):
            values = {**values, **_copied_from(line), **values}
            dropped.append(Dropped(first + at, line, "the reader's own"))
            lines[at] = ""
        elif _VIEW.search(line):
            lines[at] = _as_item(_VIEW.sub("", line))
    return Note("\n".join(lines), values, tuple(sorted(dropped, key=lambda line: line.line)))


def _readers_line(
    lines: Sequence[str], listed: Sequence[int], *, has_properties: bool
) -> Callable[[str], bool]:
    """Return a test whether a line of a note is the reader's own, by the program of the note.

    `listed` are the lines of its properties.
    """
    is_logseq = bool(listed) and bool(_LOGSEQ.match(lines[listed[0]].strip()))
    is_synced = _has_silent_heading(lines) and (has_properties or any(map(_VIEW.search, lines)))

    def is_readers(line: str) -> bool:
        return (is_synced and _is_readers(line)) or bool(is_logseq and _LOGSEQ_OWN.match(line))

    return is_readers


def _repeated(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines of marked passages and notes on them, if the note has the whole text too."""
    headings = [at for at, line in enumerate(lines) if _HEADING.fullmatch(line)]
    silent = [at for at in headings if _is_silent(lines[at])]
    passages = [at for at in silent if not _WHOLE.fullmatch(_name(lines[at]))]
    ends = [*headings, len(lines)]
    sections = {at: range(at, next(end for end in ends if end > at)) for at in silent}
    wholes = [sections[at] for at in silent if at not in passages]
    # Below the heading there may be a link to the whole text only.
    size = max((sum(len(lines[row]) for row in rows) for rows in wholes), default=0)
    marked = sum(len(lines[row]) for at in passages for row in sections[at])
    return frozenset(row for at in passages for row in sections[at] if size > marked)


def _name(line: str) -> str:
    heading = _HEADING.fullmatch(line)
    return heading["name"] if heading else ""


def _copied_from(line: str) -> dict[str, str]:
    """Return the address of the article, if a line links to it."""
    copy = _COPIES.fullmatch(line.strip())
    return {"url": copy["url"]} if copy and copy["url"] else {}


def _values(lines: Iterable[str]) -> dict[str, str]:
    """Return the first value of each key, of the lines that are properties with a value."""
    values: dict[str, str] = {}
    for line in lines:
        found = _PROPERTY.fullmatch(line.strip())
        if found and found["value"]:
            values.setdefault(found["key"].strip(), found["value"].strip("*_"))
    return values


def _has_silent_heading(lines: Iterable[str]) -> bool:
    """Return whether a note has a heading that its reading program inserted."""
    return any(_HEADING.fullmatch(line) and _is_silent(line) for line in lines)


def _is_readers(line: str) -> bool:
    """Return whether a line is a reading program's heading or link, or its reader's own."""
    return bool(_is_silent(line) or _OWN.fullmatch(line) or _COPIES.fullmatch(line.strip()))


def _as_item(line: str) -> str:
    """Return a marked passage as an item, so that it is not part of the next one's paragraph."""
    return line if _ITEM.match(line) or not line.strip() else f"- {line.lstrip()}"


@dataclass(frozen=True, slots=True)
class _Record:
    """The lines of a record below a text, and the fields that it states."""

    rows: Sequence[int] = ()
    values: Mapping[str, str] = field(default_factory=dict)


def _joplin(lines: Sequence[str]) -> _Record:
    """Return the record at the end of a Joplin note, with its id and kind."""
    rows: list[int] = []
    values: dict[str, str] = {}
    for at in range(len(lines) - 1, -1, -1):
        line = _JOPLIN.fullmatch(lines[at].rstrip())
        if line is None and (rows or lines[at].strip()):
            break
        if line:
            rows.insert(0, at)
            values[line["key"]] = line["value"].strip()
    if not {"id", "type_"} <= values.keys():
        return _Record()
    stated = {name: values[key] for key, name in _JOPLIN_KEYS.items() if values.get(key)}
    return _Record(rows, stated)


def _section(lines: Sequence[str]) -> list[int]:
    """Return the lines of a section of properties, with its heading."""
    for at, line in enumerate(lines):
        heading = _HEADING.fullmatch(line)
        if heading and _SECTION.fullmatch(heading["name"]):
            return [at, *_run(lines, at + 1)]
    return []


def _below_title(lines: Sequence[str], known: frozenset[str]) -> list[int]:
    """Return the lines right below the title, if they are properties."""
    top = next((at for at, line in enumerate(lines) if line.strip()), None)
    if top is None:
        return []
    if _TITLE.match(lines[top]):
        rows = _run(lines, top + 1)
    elif _LOGSEQ.match(lines[top]):
        rows = _run(lines, top)
    else:
        return []
    keys = [
        _plain(found["key"]) for at in rows if (found := _PROPERTY.fullmatch(lines[at].strip()))
    ]
    return rows if len(known.intersection(keys)) >= _LEAST else []


def _run(lines: Sequence[str], start: int) -> list[int]:
    """Return the lines of one block of properties, from the first line that is not empty."""
    at = start
    while at < len(lines) and not lines[at].strip():
        at += 1
    rows = []
    while at < len(lines) and _PROPERTY.fullmatch(lines[at].strip()):
        rows.append(at)
        at += 1
    ended = at >= len(lines) or not lines[at].strip() or bool(_HEADING.fullmatch(lines[at]))
    return rows if ended else []


def _is_silent(line: str) -> bool:
    heading = _HEADING.fullmatch(line)
    return bool(heading and _SILENT.fullmatch(heading["name"]))


def _plain(key: str) -> str:
    return re.sub(r"[\s_-]+", "", key.lower())
