"""A text file that contains several articles, each with a complete head → one text for each. Pure.

A text is divided only if this is certain: at form feeds or lines of `---` or `===`, if every piece
between them has a headline, a date below it and running text below that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.models import Source
from generator.text import NotText, characters, clean, ends_sentence, squeeze
from generator.understand.layout.wrapped import unwrapped_text
from generator.understand.lines.publication_date import Calendar, calendar_of
from generator.understand.vocabulary.language import detect

_RULE = re.compile(r"\s*(?:-{3,}|={3,}|(?:- ){3,}-?|(?:= ){3,}=?)\s*")
_HEADLINE = range(8, 200)  # characters
_DATED = 90  # characters of a line that says when an article appeared
_HEAD = 5  # lines below a headline
_TEXT = 100  # characters of running text
_MOST = 500_000  # characters of a file that is looked at
_NO_HEADLINE = re.compile(r"[.,:;][\"'”’»)\]]*$")


def divided(source: Source) -> list[Source]:
    """Return a source for each article of a text, none if the text is not divided.

    The lines of each keep their numbers in the file.
    """
    try:
        raw = characters(source.data)
    except NotText:
        return []
    if len(raw) > _MOST:
        return []
    for pieces in (_at_form_feeds(raw), _at_rules(raw)):
        if len(pieces) > 1 and _are_articles([text for _, text in pieces], source):
            return [
                replace(source, data=("\n" * start + text).encode("utf-8", "replace"))
                for start, text in pieces
            ]
    return []


def _at_form_feeds(raw: str) -> list[tuple[int, str]]:
    pieces: list[tuple[int, str]] = []
    start = 0
    for piece in raw.split("\f"):
        text = clean(piece)
        if text.strip():
            pieces.append((start, text))
        start += text.count("\n") + 1
    return pieces


def _at_rules(raw: str) -> list[tuple[int, str]]:
    pieces: list[tuple[int, str]] = []
    rows = clean(raw).split("\n")
    start = 0
    for at, row in enumerate([*rows, "---"]):
        if _RULE.fullmatch(row):
            text = "\n".join(rows[start:at])
            if text.strip():
                pieces.append((start, text))
            start = at + 1
    return pieces


def _are_articles(pieces: Sequence[str], source: Source) -> bool:
    whole = "\n".join(pieces)
    calendar = calendar_of(whole.split("\n"), detect(whole), source.collected)
    return all(_is_article(list(_lines(piece)), calendar) for piece in pieces)


def _lines(piece: str) -> Iterator[str]:
    return (line for row in unwrapped_text(piece).split("\n") if (line := squeeze(row)))


def _is_article(lines: Sequence[str], calendar: Calendar) -> bool:
    if len(lines) < 3 or len(lines[0]) not in _HEADLINE or _NO_HEADLINE.search(lines[0]):
        return False
    dated = any(_states_date(line, calendar) for line in lines[1 : 1 + _HEAD])
    return dated and any(len(line) >= _TEXT and ends_sentence(line) for line in lines[1:])


def _states_date(line: str, calendar: Calendar) -> bool:
    return len(line) <= _DATED and any(not found.inferred for found in calendar.dates(line))
