"""The unlabelled lines of a record's head: which is the title, the outlet, the date. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.understand.lines.publication_date import Calendar

_DATED = 60  # characters of a line that states the date of an issue
_EDITION = re.compile(
    r"(?:\d{1,2}:\d\d(?:\s?[AP]M)?(?:\s\w{2,4})?|(?:[\w.’' ]+\s)?(?:edition|ausgabe|édition|"
    r"edición|edizione)(?:\s\d+)?|(?:first|late|early|final|main|national|regional|city|metro)(?:\s\w+)?|"
    r"correction appended)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\d[\d,. ]{0,7}\s?(?:words|Wörter|mots|palabras|parole)", re.IGNORECASE)
_BY = re.compile(r"(?:By|Von|Par|Por|Di)\s+\S", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}|\d{1,4}|[A-Z]\d{1,3}")
_SECTION = 30  # characters of a line above the title that names a section


def head_fields(groups: Sequence[Sequence[str]], calendar: Calendar) -> dict[str, str]:
    """Return title, outlet, date, authors and section as worded, so far as their order tells them.

    LexisNexis writes outlet, date, edition, title; Nexis Uni title, outlet, date; Factiva title,
    byline, number of words, date, outlet; ProQuest the title alone.
    """
    lines = [line for group in groups for line in group]
    count = next((at for at, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if count is not None:
        return _factiva(lines, count, calendar)
    at = next((at for at, line in enumerate(lines) if _date(line, calendar)), None)
    if at is None:
        return {"title": " ".join(groups[-1])} if groups else {}
    before, after = lines[:at], _below_date(groups, at)
    found = {"date": _date(lines[at], calendar)}
    if len(before) > 1:
        return {**found, "title": _last_group(groups, at - 1), "outlet": before[-1]}
    if not after:
        return {**found, **({"title": before[0]} if before else {})}
    return {**found, "title": " ".join(after), **({"outlet": before[0]} if before else {})}


def _below_date(groups: Sequence[Sequence[str]], at: int) -> list[str]:
    """Return the lines below the date but for editions, which stand right below it.

    `at` is the line of the date, counted over all groups.
    """
    rest: list[list[str]] = []
    for group in groups:
        rest.append([line for line in group[max(0, at + 1) :] if not _EDITION.fullmatch(line)])
        at -= len(group)
    beside, *others = [group for group in rest if group] or [[]]
    dated = next((group for group in groups if beside and beside[-1] in group), ())
    if others and len(dated) > len(beside) and dated[0] not in beside:
        return [line for group in others for line in group]
    return [line for group in [beside, *others] for line in group]


def _last_group(groups: Sequence[Sequence[str]], end: int) -> str:
    """Return the lines of the last group above a line: a title may run over several."""
    at, above = 0, ""
    for group in groups:
        inside = group[: max(0, end - at)]
        above = " ".join(inside) or above
        at += len(group)
    return above


def _factiva(lines: Sequence[str], count: int, calendar: Calendar) -> dict[str, str]:
    above, below = list(lines[:count]), list(lines[count + 1 :])
    found: dict[str, str] = {}
    if len(above) > 1 and _BY.match(above[-1]):
        found["authors"] = above.pop()
    if len(above) > 1 and len(above[0]) <= _SECTION and len(above[0]) < len(above[1]):
        found["section"] = above.pop(0)
    found["title"] = above[0] if above else ""
    at = next((at for at, line in enumerate(below) if _date(line, calendar)), None)
    if at is None:
        return found
    found["date"] = _date(below[at], calendar)
    names = [line for line in below[at + 1 :] if not _EDITION.fullmatch(line)]
    outlet = next((line for line in names if not _CODE.fullmatch(line)), "")
    return {**found, "outlet": outlet}


def _date(line: str, calendar: Calendar) -> str:
    """Return a short line that consists of a date, "" for another line."""
    found = calendar.dates(line) if len(line) <= _DATED else []
    if not found or found[0].inferred or found[0].start > len(line) / 2:
        return ""
    return line
