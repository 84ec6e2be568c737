"""What a note says of its article in lines of "Key: value": below the title, or in a section. Pure.

Notion writes the properties of a page below its title, Readwise a list below "## Metadata".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.models import Dropped

_HEADING = re.compile(r"#{1,6}\s+(?P<name>.*?)\s*#*\s*")
_TITLE = re.compile(r"#\s+\S")
_PROPERTY = re.compile(
    r"(?:[-*+]\s+)?(?:\*\*|__)?(?P<key>[^\W\d_][\w '/()-]{0,30}?)(?:\*\*|__)?\s?(?:::|[:：])"
    r"(?:\*\*|__)?(?:\s+(?P<value>\S.*?))?\s*"
)
_LOGSEQ = re.compile(r"[\w-]{1,30}:: ")  # such properties begin a page
_SECTIONS = frozenset({"metadata", "properties", "document metadata", "article metadata"})
# Headings that say nothing of the article: what stands below them is its text.
_SILENT = re.compile(
    r"(?:new )?highlights?(?: (?:added|synced|first synced|from)\b.*)?|notes?(?: and)? highlights|"
    r"excerpt|full (?:document|text|article)|content|annotations",
    re.IGNORECASE,
)
_LEAST = 2  # known properties below a title that make a paragraph of lines a list of them
# Lines of a reader's own, beside what they marked.
_OWN = re.compile(
    r"[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?(?:Notes?|Tags|My notes?)(?:\*\*|__)?:(?:\*\*|__)?"
    r"(?:\s.*)?",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"[ \t]*\(?\[(?:View Highlight|View in Reader|Open in Reader)\]\([^)\s]*\)\)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its text with empty lines in the place of what was taken out, and what that says."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()


def properties_of(text: str, first: int, known: frozenset[str]) -> Note:
    """Return a note without its properties. Its first line is the `first`-th.

    `known` are the keys that tell properties from text, in lower case without spaces.
    """
    lines = text.split("\n")
    rows = _section(lines) or _below_title(lines, known)
    values: dict[str, str] = {}
    for at in rows:
        found = _PROPERTY.fullmatch(lines[at].strip())
        if found and found["value"]:
            values.setdefault(found["key"].strip(), found["value"])
    dropped = [Dropped(first + at, lines[at], "property of the note") for at in rows]
    reads = any(_HEADING.fullmatch(line) and _is_silent(line) for line in lines) and bool(
        rows or _VIEW.search(text)
    )
    for at, line in enumerate(lines):
        if at in rows:
            lines[at] = ""
        elif reads and (_is_silent(line) or _OWN.fullmatch(line)):
            dropped.append(Dropped(first + at, line, "the reader's own"))
            lines[at] = ""
        else:
            lines[at] = _VIEW.sub("", line)
    return Note("\n".join(lines), values, tuple(sorted(dropped, key=lambda line: line.line)))


def _section(lines: Sequence[str]) -> list[int]:
    """Return the lines of a section of properties, with its heading."""
    for at, line in enumerate(lines):
        heading = _HEADING.fullmatch(line)
        if heading and heading["name"].lower() in _SECTIONS:
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
