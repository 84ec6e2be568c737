"""The dateline of a press release: "LEEDS, March 10, 2026 /PRNewswire/ --". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.text import ends_sentence
from generator.understand.dates.written import FoundDate
from generator.understand.genres.genre_words import words
from generator.understand.genres.release_words import RELEASE_WORDS
from generator.understand.lines.publication_date import Calendar

DATELINE = 140  # characters
HEAD = 40  # lines that may contain the dateline, page menus included
_LEAST = 70  # characters of a paragraph
_EDGES = " ,;:–—-/().*"
_TOWN = 40  # characters before the date of a dateline that ends with a full stop
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]*\.?(?:[ .’'\-][^\W\d_]+\.?){0,3}")
_AFTER_DATE = re.compile(
    r"\s?\)?[.,]?\s?(?:[/(][^/()]{2,40}[/)]\s?)?(?:--|[–—:/-])\s?\S|(?P<full_stop>\.\s+[^\W\d_])"
)
_THE = re.compile(rf"[,\s]+{RELEASE_WORDS['before_date']}$")


def dateline(lines: Sequence[str], calendar: Calendar) -> int | None:
    """Return the line that begins with a dateline of a service, or consists of one."""
    for at, line in enumerate(lines[:HEAD]):
        if not _wire().search(line[:DATELINE]):
            continue
        if len(line) > _LEAST or (_has_paragraph(lines, at) and is_alone(line, calendar)):
            return at
    return None


def is_alone(line: str, calendar: Calendar) -> bool:
    """Return whether a line is a dateline of a service, without text after it."""
    wire = _wire().search(line)
    if wire is None or len(line) > DATELINE // 2:
        return False
    rest = line[wire.end() :]
    for found in reversed(calendar.dates(rest)):
        rest = rest[: calendar.begin(rest, found)] + rest[found.end :]
    return not any(map(str.isalnum, rest))


def _has_paragraph(lines: Sequence[str], at: int) -> bool:
    """Return whether a paragraph is right below a line."""
    following = lines[at + 1] if at + 1 < len(lines) else ""
    return len(following) > _LEAST and ends_sentence(following)


def plain_dateline(lines: Sequence[str], title: int, calendar: Calendar) -> int | None:
    """Return the line that begins with a place and a date, below the headline."""
    for at in range(title + 1, min(len(lines), title + HEAD)):
        line = lines[at][:DATELINE]
        dates = calendar.dates(line) if len(lines[at]) > _LEAST else []
        behind = _AFTER_DATE.match(line[dates[0].end :]) if dates else None
        if behind and (not behind["full_stop"] or _is_town(line, dates[0], calendar)):
            return at
    return None


def _is_town(line: str, found: FoundDate, calendar: Calendar) -> bool:
    """Return whether only a place precedes a date: "Regensburg, 3. September 2026."."""
    before = _THE.sub("", line[: calendar.begin(line, found)].rstrip(_EDGES))
    return len(before) < _TOWN and bool(_NAME.fullmatch(before.strip(_EDGES)))


def dated(lines: Sequence[str], start: int | None, calendar: Calendar) -> FoundDate | None:
    """Return the date of a dateline."""
    if start is None:
        return None
    dates = calendar.dates(lines[start][:DATELINE])
    return dates[0] if dates and dates[0].start < DATELINE // 2 else None


def place(line: str, calendar: Calendar) -> str:
    """Return the place of a dateline, "" for none."""
    dates = calendar.dates(line[:DATELINE])
    wire = _wire().search(line[:DATELINE])
    end = min(
        *(calendar.begin(line, found) for found in dates[:1]),
        wire.start() if wire else len(line),
        len(line),
    )
    town = line[:end].strip(_EDGES).split(",")[0].split("/")[0].strip(_EDGES)
    if not _NAME.fullmatch(town):
        return ""
    return town.title() if town.isupper() and len(town) > 3 else town


def is_wire(name: str) -> bool:
    """Return whether a name is that of a service that distributes press releases."""
    name = name.strip(" .!").lower().removesuffix(" news room").removesuffix(" newsroom")
    return name in {*words().wires, *words().portals}


@cache
def _wire() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(words().wires, key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=\W))[/(]\s?(?:{names})\b[^/()]{{0,30}}[/)]", re.IGNORECASE)
