"""Kindle's "My Clippings.txt": the passages that a reader highlighted, an article per work. Pure.

Notes and bookmarks are the reader's own and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.config import Limits
from generator.models import Article, Block, Dropped, Source, Understood
from generator.tables import load_patterns
from generator.text import NotText, decode, squeeze
from generator.understand.reader_results import as_the_file, entry_key, failed, too_many
from generator.understand.vocabulary.language import detect
from generator.understand.vocabulary.people import first_name_first

_WORDS = load_patterns(Path(__file__).with_name("clipping_words.yml"))
_RULE = "=========="
_MARK = re.compile(r"[-–] ?\S.*\d")  # "- Your Highlight on page 3 | Location 33-34 | Added on …"
_HIGHLIGHT = re.compile(rf"[-–] ?{_WORDS['highlights']}", re.IGNORECASE)
_WORK = re.compile(r"(?P<title>.+?)\s*\((?P<author>[^()]{2,100})\)\s*")
_SAMPLE = 4000  # bytes


@dataclass(frozen=True, slots=True)
class _Clipping:
    """A passage: its work, whether the reader highlighted it, and its lines with their numbers."""

    work: str
    is_highlight: bool
    lines: Sequence[tuple[int, str]]


def accepts(source: Source) -> bool:
    """Return whether a text begins with a work and a mark, and has rules between passages."""
    if _RULE.encode() not in source.data:
        return False
    try:
        lines = decode(source.data[:_SAMPLE]).lstrip("\ufeff\n").split("\n")
    except NotText:
        return False
    return bool(lines[1:2] and _MARK.match(lines[1]) and "|" in lines[1])


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per work, with its highlighted passages."""
    clippings = list(_clippings(decode(source.data)))
    works = dict.fromkeys(clipping.work for clipping in clippings if clipping.is_highlight)
    if not works:
        return failed(source, "contains clippings of a Kindle, but no highlighted passage.")
    articles = [
        _article(source, work, [clipping for clipping in clippings if clipping.work == work])
        for work in list(works)[: limits.feed_entries]
    ]
    problems = tuple(too_many(source, limits, len(works), "works"))
    return as_the_file(Understood(tuple(articles), problems))


def _clippings(text: str) -> Iterator[_Clipping]:
    rows: list[tuple[int, str]] = []
    for number, line in enumerate([*text.split("\n"), _RULE], 1):
        if squeeze(line) != _RULE:
            rows += [(number, plain)] if (plain := squeeze(line.strip("\ufeff"))) else []
            continue
        if len(rows) > 1:
            yield _Clipping(rows[0][1], bool(_HIGHLIGHT.match(rows[1][1])), rows[2:])
        rows = []


def _article(source: Source, work: str, clippings: Sequence[_Clipping]) -> Article:
    found = _WORK.fullmatch(work)
    title = found["title"] if found else work
    passages = [row for item in clippings if item.is_highlight for row in item.lines]
    notes = [row for item in clippings if not item.is_highlight for row in item.lines]
    return Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=title,
        authors=tuple(_authors(found["author"])) if found else (),
        blocks=tuple(Block(text) for _, text in passages),
        language=detect(" ".join(text for _, text in passages)),
        entry=entry_key(title, None),
        dropped=tuple(Dropped(*row, "the reader's own") for row in notes),
        origins={"language": "text", "title": "note", "authors": "note"},
    )


def _authors(text: str) -> Iterator[str]:
    yield from (first_name_first(name.strip()) for name in text.split(";") if name.strip())
