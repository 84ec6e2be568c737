"""Names in the head of a page that stand without a label: told by their words and place. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.understand.lines.drop_reasons import kind
from generator.understand.lines.fact_lines import CRUMB, LABEL
from generator.understand.pasted.head.byline import (
    says_job,
    stationed,
    unglued,
    without_by,
    writers,
)
from generator.understand.pasted.head.facts import PAGE, Facts, Head
from generator.understand.pasted.head.section import ends_menu
from generator.understand.pasted.head.signature import bare
from generator.understand.vocabulary.page_words import starts_with, tokens
from generator.understand.vocabulary.phrases import (
    is_ordinary,
    is_outlet,
    is_titled,
    is_topic,
    known,
    may_name,
    parts,
)

_NAMES = 80  # characters: a longer part is a list of people or nothing
_RUNNING = 60  # characters: a longer line is likely text
_PHRASE = 6  # words of a name
_PAGE = frozenset({"share", "paywall", "newsletter", "comments"})  # words that name nothing
_SECTION = 3  # words of a section's, in a page that has other phrases around its headline


def unlabelled(line: str, at: int, head: Head, found: Facts) -> None:
    """Read the names of a line that stand without a label."""
    start, end = head.dates.get(at, (0, 0))
    label = LABEL.fullmatch(line)
    is_text = len(line) > _RUNNING and line.endswith(".") and not end
    is_page = not end and kind(line) in _PAGE
    timed = end and head.is_page and label and start < label.end(1)  # "Lugo - 3 May 5:30"
    if is_text or is_page or (label and not timed):
        return
    if CRUMB.search(line):
        last = parts(line)[-1]
        if at <= head.title + 3 and len(last) < 40:
            found.put("section", last, at)
        return
    before = line[:start] if end else line
    early = head.date_line is None or at <= head.date_line
    beside = at > head.title and head.beside_date(at)
    if beside and (persons := bare(line, head.lines) or stationed(line)):
        found.put("authors", persons, at)
        return
    for part in parts(unglued(before)):
        _name(part, at, head, found, before_date=early)
    for part in parts(unglued(line[end:])) if end else ():
        _name(part, at, head, found, before_date=False)


def _name(part: str, at: int, head: Head, found: Facts, *, before_date: bool) -> None:
    """Take a phrase for what it is by its words and its place: place, section, writer, outlet."""
    part = part.strip(" —–-")
    if not may_name(part) or starts_with("by", part) == len(tokens(part)):
        return
    if part.lower() == str(found.found.get("outlet")).lower():
        return
    persons = writers(part, strict=True)
    if part in found.found.get("authors", ()) or (len(part) > _NAMES and len(persons) < 2):
        return
    outlet = is_outlet(part) and not persons
    topic = is_topic(part) if before_date else known(part) == 1
    if before_date and not topic and persons:
        topic = is_ordinary(part, head.common) or (at == head.title - 1 and at < PAGE)
    is_section = not says_job(part) and (topic or not (persons or outlet))
    if before_date and at == head.date_line and _is_place(part, head):
        found.put("place", part, at)
    elif before_date and is_section and "section" not in found.found and _may_head(part, at, head):
        found.put("section", part, at)
    elif persons and not topic and not _is_subject(persons, at, head):
        found.put("authors", persons, at)
    elif at > head.title and not topic and (outlet or _is_alone(part, at, head, before_date)):
        _outlet(without_by(part), at, found)


def _may_head(part: str, at: int, head: Head) -> bool:
    """Tell a phrase that may be a section's name by its place and length."""
    if not head.is_page:
        return -2 <= at - head.title <= 4 and _words(part) <= _PHRASE
    menu = at < head.title and _is_menu(part, at, head)
    return -1 <= at - head.title <= 4 and _words(part) <= _SECTION and not menu


def _is_menu(part: str, at: int, head: Head) -> bool:
    """Tell an item of a page's menu from the section that stands between it and the headline."""
    is_way = known(head.lines[at - 1]) == 1  # "Sport", "Rowing"
    return known(part) < 1 and not is_way and ends_menu(head.lines, at)


def _is_alone(part: str, at: int, head: Head, before_date: bool) -> bool:  # noqa: FBT001
    """Tell a name behind the date of a text pasted from its headline on: the outlet's."""
    near = head.date_line is not None and 0 <= at - head.date_line <= 2
    return near and not head.is_page and not before_date and is_titled(part)


def _outlet(part: str, at: int, found: Facts) -> None:
    if _words(part) <= _PHRASE and part.count("(") == part.count(")"):
        found.put("outlet", part, at)


def _is_place(part: str, head: Head) -> bool:
    """Tell one word before the date that is no section's, and that the text knows as a name."""
    return head.is_page and " " not in part and not known(part) and f" {part}" in f" {head.text}"


def _is_subject(persons: Sequence[str], at: int, head: Head) -> bool:
    """Tell names away from the date that are no authors': above the headline, or in the text."""
    if head.date_line is not None and abs(at - head.date_line) <= 1:
        return False
    return at < head.title or all(name in head.text for name in persons)


def _words(part: str) -> int:
    return len(part.split())
