"""The unlabelled lines of a record's head: which is the title, the outlet, the date. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.understand.lines.publication_date import Calendar

_DATED = 60  # characters of a line that states the date of an issue
_EDITION = re.compile(
    r"(?:\d{1,2}:\d\d(?:\s?[AP]M)?(?:\s\w{2,4})?|(?:[\w.’' ]+\s)?(?:edition|ausgabe|édition|"
    r"edición|edizione)(?:\s\d+)?|(?:first|late|early|final|main|national|regional|city|metro)(?:\s\w+)?|"
    r"correction appended)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\d[\d,. ]{0,7}\s?(?:words|Wörter|mots|palabras|parole)", re.IGNORECASE)
_COUNTED = re.compile(r"\d[\d ]{0,7}\s?(?:mots|words|palabras|parole|palavras|Wörter)\b")
_ISSUE = re.compile(
    r"\s*,\s*(?:no|n°|nº|núm)\.?\s*[\w-]+$|\s*\((?:site web|web site|website)[^)]*\)$"
)
_APART = re.compile(r"\s+[·•|–—-]\s+|\s+vom\s+")
_ROLE = re.compile(r"(?:\s+[A-Z]{2,}){2,}$")  # "TRANSPORT CORRESPONDENT" behind a name
_BY = re.compile(r"(?:By|Von|Par|Por|Di)\s+\S", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}|\d{1,4}|[A-Z]\d{1,3}")
_SECTION = 30  # characters of a line above the title that names a section


def head_fields(groups: Sequence[Sequence[str]], calendar: Calendar) -> dict[str, str]:
    """Return title, outlet, date, authors and section as worded, so far as their order tells them.

    LexisNexis writes outlet, date, edition, title; Nexis Uni title, outlet, date; Factiva title,
    byline, number of words, date, outlet; Europresse outlet, section with date and number of words,
    title, byline; NewsBank and PressReader title, outlet with date; ProQuest the title alone.
    """
    lines = [line for group in groups for line in group]
    for layout in (_europresse, _factiva, _on_one_line):
        if found := layout(groups, calendar):
            return found
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
    """Return the lines below the date but for editions, which are right below it.

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


def _factiva(groups: Sequence[Sequence[str]], calendar: Calendar) -> dict[str, str]:
    """Return the fields of a head in which the number of words has a line of its own."""
    above, below = _at(groups, lambda line: bool(_WORDS.fullmatch(line)))
    if not below:
        return {}
    found: dict[str, str] = {}
    last = list(above[-1]) if above else []
    if _BY.match(last[-1] if last else "") and len(above) + len(last) > 2:
        found["authors"] = last.pop()
        last = last or list(above[-2])
    if len(last) > 1 and len(last[0]) <= _SECTION and len(last[0]) < len(last[1]):
        found["section"] = last.pop(0)
    found["title"] = last[0] if last else ""
    at = next((at for at, line in enumerate(below) if _date(line, calendar)), None)
    if at is None:
        return found
    found["date"] = _date(below[at], calendar)
    names = [line for line in below[at + 1 :] if not _EDITION.fullmatch(line)]
    outlet = next((line for line in names if not _CODE.fullmatch(line)), "")
    return {**found, "outlet": outlet}


def _europresse(groups: Sequence[Sequence[str]], calendar: Calendar) -> dict[str, str]:
    """Return the fields of a head in which a line states section, date and number of words."""
    above, below = _at(groups, lambda line: bool(_COUNTED.search(line) and calendar.dates(line)))
    if not above or len(below) < 2:
        return {}
    date = calendar.dates(below[0])[0]
    section = below[0][: date.start].partition(",")
    found = {"outlet": _ISSUE.sub("", above[-1][-1]), "date": below[0], "title": below[1]}
    if section[1]:
        found["section"] = section[0]
    if len(below) > 2:
        found["authors"] = below[2]
    return found


def _on_one_line(groups: Sequence[Sequence[str]], calendar: Calendar) -> dict[str, str]:
    """Return the fields of a head in which outlet and date are on one line, below the title."""

    def is_it(line: str) -> bool:
        dates = calendar.dates(line)
        return bool(dates and not dates[0].inferred and _APART.search(line[: dates[0].start]))

    above, below = _at(groups, is_it)
    if not above or not below:
        return {}
    date = calendar.dates(below[0])[0]
    found = {"title": " ".join(above[-1]), "date": below[0]}
    found["outlet"] = _APART.split(below[0][: date.start])[0].strip()
    behind = _APART.split(below[0][date.end :])
    byline = next((part for part in behind if _BY.match(part)), "")
    if byline:
        found["authors"] = _ROLE.sub("", byline)
    return found


def _at(
    groups: Sequence[Sequence[str]], test: Callable[[str], bool]
) -> tuple[list[list[str]], list[str]]:
    """Return the groups above the first line of a kind, and that line with those below it."""
    above: list[list[str]] = []
    for number, group in enumerate(groups):
        for at, line in enumerate(group):
            if test(line):
                rest = [line for other in groups[number + 1 :] for line in other]
                return [*above, *filter(None, [list(group[:at])])], [*group[at:], *rest]
        above.append(list(group))
    return [], []


def _date(line: str, calendar: Calendar) -> str:
    """Return a short line that consists of a date, "" for another line."""
    found = calendar.dates(line) if len(line) <= _DATED else []
    if not found or found[0].inferred or found[0].start > len(line) / 2:
        return ""
    return line
