"""What each line of a source was recognised as, for the person who checks it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.models import Article

_LINE = re.compile(r"^line (\d+)$")
_MOST = 2000  # lines that are searched for inside paragraphs of several lines


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source (`number` counts from 1) and what it was recognised as.

    `taken_for` is fields ("title", "section", "date, views"), a block's kind ("paragraph",
    "heading" …), "dropped: why", "empty", or "" for a line that was not recognised.
    """

    number: int
    text: str
    taken_for: str


def trace(article: Article, text: str) -> tuple[Line, ...]:
    """Return the lines of a source's text, as `text.decode` returns it, each with its kind."""
    known = {item.line: f"dropped: {item.reason}" for item in article.dropped}
    known |= {number: ", ".join(names) for number, names in _fields(article).items()}
    kinds: dict[str, str] = {_plain(block.text): block.kind for block in article.blocks}
    whole = "\n".join(kinds)
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        taken = known.get(number) or _kind(line, kinds)
        if taken is None:
            taken = "paragraph" if number <= _MOST and _plain(line) in whole else ""
        found.append(Line(number, line, taken))
    return tuple(found)


def _kind(line: str, kinds: Mapping[str, str]) -> str | None:
    """Return the kind of block that a line is, None for a line that is not a whole block."""
    plain = _plain(line)
    if not plain:  # a line of signs, or a blank one
        return "" if line.strip() and "" not in kinds else "empty"
    return kinds.get(plain)


def outline(article: Article) -> tuple[Line, ...]:
    """Return the blocks of a page or a feed's entry, kept and dropped ones, in their order."""
    dropped = {item.line: item for item in article.dropped}
    kept = list(article.blocks)
    found = []
    for number in range(1, len(kept) + len(dropped) + 1):
        if number in dropped or not kept:
            item = dropped.pop(number, None) or dropped.pop(min(dropped))
            found.append(Line(number, item.text, f"dropped: {item.reason}"))
        else:
            block = kept.pop(0)
            found.append(Line(number, block.text, block.kind))
    return tuple(found)


def _fields(article: Article) -> dict[int, list[str]]:
    """Return the fields that were read from each line."""
    found: dict[int, list[str]] = {}
    for name, origin in article.origins.items():
        if match := _LINE.match(origin):
            found.setdefault(int(match[1]), []).append(name)
    return found


def _plain(line: str) -> str:
    return re.sub(r"[\W_]+", "", line).lower()
