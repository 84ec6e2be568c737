"""The lines of a press release that are not its text: contacts, marks, legal notes. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.text import ends_sentence
from generator.understand.genres.words import words

CONTACT = "press contact"
MARK = "mark of a press release"
ADDED = "added by the distributor"
CAUTION = "legal notice"
RECORD = "record of the study"
REST = "link to other articles"
_OPENING = re.compile(r"[\s*]*(?P<words>[^:\d]{4,40}?)[\s*!.]*(?:[:–—•·|/-].{0,60})?")
_END = re.compile(
    r"(?:# ?# ?#(?: ?#)*|[-–—* ]*(?:30|END|ENDS|end|ends|Ende|ENDE|FIN)[-–—* ]*|\* ?\* ?\*)"
)
_SOURCE = re.compile(r"SOURCE:?\s+\S.{1,80}|Source:\s+[^.!?]{2,60}")
_REACHED = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\(?\d[\d\s().-]{6,}\d|https?://|www\.")
_BETWEEN = re.compile(r"[:–—•·|/-]")
_HEADLINE, _WORDS = 4, 3  # lines from an announcement to the headline; words of one
_CONTACT_LINE = 70  # characters
_CONTACT_LINES = 16
_ASKED = 300  # characters of a line that asks for questions
_SENTENCE = 40  # characters of a line that is more than a name: "Halden Marine, Inc."
_NOTE = 25  # characters of a sentence below a release's end
_KIND = 2  # lines below the headline in which the kind of a study's release is
_LEAST = 2  # labels of a study's record
_ABOUT = re.compile(r"(?:About|Über|À propos|Acerca de|Over|Om|Informazioni su)\b")


def end_of_text(furniture: Mapping[int, str], start: int) -> int | None:
    """Return the first line behind a release's text, None where no mark or contact ends it."""
    for reasons in ((MARK, RECORD, REST), (CONTACT,)):
        ends = [at for at, reason in furniture.items() if at > start and reason in reasons]
        if ends:
            return min(ends)
    return None


def notes_below(lines: Sequence[str], furniture: Mapping[int, str], end: int) -> frozenset[int]:
    """Return the sentences behind a release's end that nothing marks as furniture: its notes."""
    found: set[int] = set()
    for at in range(len(lines) - 1, end, -1):
        is_note = ends_sentence(lines[at]) and len(lines[at]) >= _NOTE
        is_heading = at + 1 in found and not ends_sentence(lines[at])
        if at not in furniture and (is_note or (is_heading and len(lines[at]) <= _CONTACT_LINE)):
            found.add(at)
    return frozenset(found)


def is_opening(line: str) -> bool:
    """Return whether a line announces a press release: "FOR IMMEDIATE RELEASE"."""
    match = _OPENING.fullmatch(line)
    return match is not None and match["words"].strip().lower() in words().openings


def only_announces(line: str) -> bool:
    """Return whether a line announces a press release and says nothing else."""
    parts = [part.strip(" *!.").lower() for part in _BETWEEN.split(line)]
    return all(part in words().openings for part in parts if part) and any(parts)


def headline_below(lines: Sequence[str], at: int, dated: Sequence[bool]) -> int | None:
    """Return the headline below a line that only announces a release, None where none is sure.

    `dated` are the lines that hold a date: above the headline, or a dateline.
    """
    for below in range(at + 1, min(len(lines), at + _HEADLINE)):
        line = lines[below]
        if only_announces(line) or (dated[below] and len(line) < _SENTENCE):
            continue
        is_headline = len(line.split()) >= _WORDS and not line.endswith((".", ":"))
        fits = is_headline and len(line) < 2 * _CONTACT_LINE and not dated[below]
        return below if fits and not _is_contact(line) and not _REACHED.search(line) else None
    return None


def boilerplate(
    lines: Sequence[str], numbers: Sequence[int], title: int, start: int | None
) -> dict[int, str]:
    """Return the lines of a release that are not its text, each with the reason.

    `start` is the line of the dateline, None for none; `numbers` are those in the file.
    """
    own = {title, start}
    found: dict[int, str] = {}
    begin = title if start is None else start
    for at, line in enumerate(lines):
        if at in found or at in own:
            continue
        if reason := _reason(line, at, title, begin):
            found[at] = reason
        elif _is_contact(line):
            contact = list(_contact(lines, numbers, at, own))
            if at > begin or any(_REACHED.search(lines[below]) for below in contact):
                found.update((below, CONTACT) for below in contact)  # else an item of a menu
        elif at > begin and line.lower().strip(" :") in words().cautions:
            found.update((below, CAUTION) for below in _cautions(lines, at))
    found |= _record(lines, begin)
    return found | _rest(lines, begin)


def _reason(line: str, at: int, title: int, begin: int) -> str:
    """Return why a line by itself is not a release's text, "" for no reason."""
    low = line.lower()
    is_mark = is_opening(line) or low.rstrip(":") in {*words().issuers, *words().kinds}
    if is_mark and at <= max(begin, title + _KIND):
        return MARK
    if at > begin and (_END.fullmatch(line) or _SOURCE.fullmatch(line)):
        return MARK
    return ADDED if at > title and low.startswith(tuple(words().additions)) else ""


def _is_contact(line: str) -> bool:
    """Return whether a line heads a contact, or is one by itself."""
    low = line.lower()
    if low.strip(" :#*") in words().contacts:
        return True
    asks = len(line) < _ASKED and low.startswith(tuple(words().asks))
    return asks and bool(_REACHED.search(line) or low.endswith((":", "contact")))


def _contact(
    lines: Sequence[str], numbers: Sequence[int], at: int, own: set[int | None]
) -> Iterator[int]:
    """Yield the line that heads a contact and those of the contact below it.

    A line behind a blank one belongs to it only right below the heading, or with an address.
    """
    yield at
    for below in range(at + 1, min(len(lines), at + _CONTACT_LINES)):
        line = lines[below]
        apart = numbers[below] > numbers[below - 1] + 1 and below > at + 1
        reached = bool(_REACHED.search(line))
        if below in own or _ABOUT.match(line) or _END.fullmatch(line):
            return
        if len(line) > _CONTACT_LINE or (
            len(line) > _SENTENCE and ends_sentence(line) and not reached
        ):
            return
        if apart and not reached and not _is_contact(line):
            return
        yield below


def _cautions(lines: Sequence[str], at: int) -> Iterator[int]:
    """Yield the heading of a caution and the paragraphs below it that are made as one."""
    yield at
    for below in range(at + 1, len(lines)):
        low = lines[below].lower()
        if not any(phrase in low for phrase in words().caution_phrases):
            return
        yield below


def _record(lines: Sequence[str], begin: int) -> dict[int, str]:
    """Return the lines of EurekAlert's record of a study, from its first label to the end."""
    labels = [
        at
        for at in range(begin + 1, len(lines))
        if lines[at].lower().rstrip(":") in words().records
    ]
    if len(labels) < _LEAST:
        return {}
    return dict.fromkeys(range(labels[0], len(lines)), RECORD)


def _rest(lines: Sequence[str], begin: int) -> dict[int, str]:
    """Return the lines from that on with which a site goes on to other releases."""
    for at in range(begin + 1, len(lines)):
        if lines[at].lower().rstrip(":") in words().rest:
            return dict.fromkeys(range(at, len(lines)), REST)
    return {}
