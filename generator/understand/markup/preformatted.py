"""Preformatted text → lines: code and verse line by line, running text by paragraph. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.text import squeeze

_EMPTY = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_FULL = 45  # characters that each line but the last has, in a paragraph that was wrapped


def written_text(element: etree._Element) -> str:
    """Return the text of an element and its white space; `br` and `lb` are newlines."""
    found: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            found.append("\n" if part.tag in {"br", "lb"} else part.text or "")
        elif part is not element:
            found.append(part.tail or "")
    return "".join(found)


def lines_in(text: str) -> Iterator[str]:
    """Yield the lines of a preformatted text; a wrapped paragraph is one line."""
    for paragraph in _EMPTY.split(text):
        lines = paragraph.split("\n")
        wrapped = len(lines) > 1 and all(len(line) >= _FULL for line in lines[:-1])
        indented = any(line[:1].isspace() for line in lines[1:])
        for line in [" ".join(lines)] if wrapped and not indented else lines:
            plain = squeeze(line)
            if any(sign.isalnum() for sign in plain):
                yield plain
