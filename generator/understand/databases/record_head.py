"""Finds title, outlet and date in the unlabelled lines of a record's head. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.tables import load_patterns
from generator.understand.lines.publication_date import Calendar
from generator.understand.vocabulary.people import people

_DATED = 60  # characters of a line that states the date of an issue
_WORDS = load_patterns(Path(__file__).with_name("head_words.yml"))
_EDITION = re.compile(
    rf"\d{{1,2}}:\d\d(?:\s?[AP]M)?(?:\s\w{{2,4}})?|{_WORDS['editions']}", re.IGNORECASE
)
_LENGTH = re.compile(rf"\d[\d,. ]{{0,7}}\s?{_WORDS['words']}", re.IGNORECASE)
_COUNTED = re.compile(rf"\d[\d ]{{0,7}}\s?{_WORDS['words']}\b")
_MARKS = load_patterns(Path(__file__).with_name("document_marks.yml"))
_ISSUE = re.compile(
    rf"\s*,\s*{_MARKS['issue_numbers']}\.?\s*[\w-]+$|\s*\({_MARKS['sites']}[^)]*\)$"
)
_APART = re.compile(r"\s+[·•|–—-]\s+|\s+vom\s+")
_ROLE = re.compile(r"(?:\s+[A-Z]{2,}){2,}$")  # "TRANSPORT CORRESPONDENT" after a name
_BY = re.compile(rf"{_WORDS['by']}\s+\S", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}|\d{1,4}|[A-Z]\d{1,3}")
_CITED = re.compile(  # "Lee, Ann; Poe, Jo. The Courier; Northport [Northport]. 09 Mar 2026: A.3."
    r"(?P<names>[^\[\]]{3,200}?)(?:; [^;\[\]]{2,40})? \[[^\[\]]{2,60}\]\. ?"
    r"(?P<date>[^:]{6,30}\d{4})(?::.{0,30})?"
)
_SENTENCES = re.compile(r"(?<!\bSt)(?<![A-Z]\.[A-Z])\. ")
_SECTION = 30  # characters of a line above the title that names a section


def head_fields(groups: Sequence[Sequence[str]], calendar: Calendar) -> dict[str, str]:
    """Return title, outlet, date, authors and section as worded, as far as their order shows them.

    LexisNexis writes outlet, date, edition, title; Nexis Uni title, outlet, date; Factiva title,
    byline, number of words, date, outlet; Europresse outlet, section with date and number of words,
    title, byline; NewsBank and PressReader title, outlet with date; ProQuest the title alone, or
    above a line of authors, outlet, place, date and page.
    """
    for layout in (_europresse, _factiva, _proquest, _on_one_line, _around_date):
        if found := layout(groups, calendar):
            return found
    return {"title": " ".join(groups[-1])} if groups else {}


def _around_date(groups: Sequence[Sequence[str]], calendar: Calendar) -> dict[str, str]:
    """Return the fields of a head in which the date has a line of its own."""
    lines = [line for group in groups for line in group]
    at = next((at for at, line in enumerate(lines) if _date(line, calendar)), None)
    if at is None:
        return {}
    date, above, below = _date(lines[at], calendar), lines[:at], _below_date(groups, at)
    if len(above) > 1:
        return {"date": date, "title": _last_group(groups, at - 1), "outlet": above[-1]}
    name = "".join(above)
    found = {"title": " ".join(below), "outlet": name} if below else {"title": name}
    signed = groups[-1][0] if len(groups[-1]) == 1 and below[1:] else ""
    if signed and below[-1] == signed and people(signed, (), strict=True) == (signed,):
        found |= {"title": " ".join(below[:-1]), "authors": signed}
    return {"date": date, **{field: value for field, value in found.items() if value}}


def _below_date(groups: Sequence[Sequence[str]], at: int) -> list[str]:
    """Return the lines below the date, except editions, which are directly below it.

    `at` is the line of the date, counted over all groups. Lines in the group of the date or below
    an edition are left out if other groups follow: those have the title.
    """
    below: list[list[str]] = []
    begins_group: list[bool] = []
    for group in groups:
        lines = [line for line in group[max(0, at + 1) :] if not _EDITION.fullmatch(line)]
        at -= len(group)
        if lines:
            below.append(lines)
            begins_group.append(lines[0] == group[0])
    if len(below) > 1 and not begins_group[0]:
        del below[0]
    return [line for lines in below for line in lines]


def _last_group(groups: Sequence[Sequence[str]], end: int) -> str:
    """Return the lines of the last group above a line: a title may run over several."""
    at, above = 0, ""
    for group in groups:
        inside = group[: max(0, end - at)]
        above = " ".join(inside) or above
        at += len(group)
    return above


def _proquest(groups: Sequence[Sequence[str]], calendar: Calendar) -> dict[str, str]:
    """Return the fields of a head in which one line states authors, outlet, place and date."""
    above, below = _at(groups, lambda line: bool(_CITED.fullmatch(line)))
    cited = _CITED.fullmatch(below[0]) if above and below else None
    if cited is None or not calendar.dates(cited["date"]):
        return {}
    *authors, outlet = _SENTENCES.split(cited["names"])
    found = {"title": " ".join(above[-1]), "outlet": outlet, "date": cited["date"]}
    return found | ({"authors": ". ".join(authors)} if authors else {})


def _factiva(groups: Sequence[Sequence[str]], calendar: Calendar) -> dict[str, str]:
    """Return the fields of a head in which the number of words has a line of its own."""
    above, below = _at(groups, lambda line: bool(_LENGTH.fullmatch(line)))
    if not below:
        return {}
    return _title_and_byline(above) | _date_and_outlet(below, calendar)


def _title_and_byline(above: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return what the groups above Factiva's number of words state."""
    found: dict[str, str] = {}
    last = list(above[-1]) if above else []
    if len(last) > 1 and people(last[-1], (), strict=True) == (last[-1],):
        found["authors"] = last.pop()
    if last and _BY.match(last[-1]) and len(above) + len(last) > 2:
        found["authors"] = last.pop()
        last = last or list(above[-2])
    if len(last) > 1 and len(last[0]) <= _SECTION and len(last[0]) < len(last[1]):
        found["section"] = last.pop(0)
    found["title"] = last[0] if last else ""
    return found


def _date_and_outlet(below: Sequence[str], calendar: Calendar) -> dict[str, str]:
    """Return what the lines below Factiva's number of words state."""
    at = next((at for at, line in enumerate(below) if _date(line, calendar)), None)
    if at is None:
        return {}
    names = [line for line in below[at + 1 :] if not _EDITION.fullmatch(line)]
    outlet = next((line for line in names if not _CODE.fullmatch(line)), "")
    return {"date": _date(below[at], calendar), "outlet": outlet}


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
    """Return the groups above the first line that matches, and that line with those below it."""
    above: list[list[str]] = []
    for number, group in enumerate(groups):
        for at, line in enumerate(group):
            if test(line):
                rest = [line for other in groups[number + 1 :] for line in other]
                return [*above, *filter(None, [list(group[:at])])], [*group[at:], *rest]
        above.append(list(group))
    return [], []


def _date(line: str, calendar: Calendar) -> str:
    """Return a line if it is short and consists of a date, otherwise ""."""
    found = calendar.dates(line) if len(line) <= _DATED else []
    if not found or found[0].inferred or calendar.begin(line, found[0]) > len(line) / 2:
        return ""
    return line
