"""Names without a label in the head of a page, recognised by their words and position. Pure."""

from __future__ import annotations

import re

from generator.understand.lines.drop_reasons import kind
from generator.understand.lines.fact_lines import CRUMB, LABEL, is_labelled
from generator.understand.pasted.head.byline import (
    says_job,
    stationed,
    unglued,
    writers,
)
from generator.understand.pasted.head.facts import Facts, Head
from generator.understand.pasted.head.phrase_kinds import phrase_at, take
from generator.understand.pasted.head.signature import bare
from generator.understand.vocabulary.head_phrases import is_titled, parts
from generator.understand.vocabulary.page_words import starts_with

_RUNNING = 60  # characters: a longer line is likely text
_PAGE = frozenset({"share", "paywall", "newsletter", "comments"})  # words that name nothing


_SENTENCE = re.compile(r"[^\W\d_]{2}\.(?:$| \|)")
_OPENS = 2  # lines below a name, one with an outlet's name among them, with which a text begins
_SCORE = re.compile(r"[^\W\d_] \d{1,3}[-–]\d{1,3} [^\W\d_]")  # "Halden 2-1 Moss"
_SEPARATORS = re.compile(r"[·|•]")


def unlabelled(line: str, at: int, head: Head, found: Facts) -> None:
    """Read the names of a line that have no label."""
    start, end = head.dates.get(at, (0, 0))
    if _is_other_line(line, start, end, head):
        return
    is_beside_date = at > head.title and head.beside_date(at)
    persons = (bare(line, head.lines) or stationed(line)) if is_beside_date else ()
    if persons:
        found.put("authors", persons, at)
        return
    for part, before_date in _parts(line, at, head):
        phrase = phrase_at(part.strip(" —–-"), at, head, found, before_date=before_date)
        if phrase is not None:
            take(phrase, head, found)


def _parts(line: str, at: int, head: Head) -> list[tuple[str, bool]]:
    """Return the phrases of a line, and whether each is before the date, in the order of reading.

    A writer behind the date is read first: what is before the date is not a writer, then.
    """
    start, end = head.dates.get(at, (0, len(line)))
    early = head.date_line is None or at <= head.date_line
    has_date = at in head.dates
    before = [(part, early) for part in parts(unglued(line[:start] if has_date else line))]
    behind = [(part, False) for part in parts(unglued(line[end:]))] if has_date else []
    if has_date:  # "World | 3 May 2025 | A. Writer | Updated 4 May 2025"
        behind += [(part, False) for part in parts(line[start:end]) if writers(part, strict=True)]
    is_single = head.is_clean and len(before) == 1
    if is_single and any(writers(part, strict=True) for part, _ in behind):
        return [*behind, *before, *behind]
    return [*before, *behind]


def _is_other_line(line: str, start: int, end: int, head: Head) -> bool:
    """Return whether a line is not a line of names: text, a label, a page's own, a score.

    `start` and `end` are those of its date, `end` 0 for none.
    """
    if CRUMB.search(line) or _SCORE.search(line):
        return True
    label = LABEL.fullmatch(line)
    if label and not _SEPARATORS.search(label[1]):
        return not (end and head.is_page and start < label.end(1))  # "Lugo - 3 May 5:30"
    if end:
        return False
    if line.endswith(",") or kind(line) in _PAGE:  # "Dear Ms. Doe," among others
        return True
    return len(line) > _RUNNING and (bool(_SENTENCE.search(line)) or _is_clause(line))


def _is_clause(line: str) -> bool:
    """Return whether the first part of a line is a text: a picture's, with its makers behind it."""
    first = parts(line)[0]
    return len(first) > _RUNNING and not is_titled(first)


def opening_names(found: Facts, head: Head) -> frozenset[int]:
    """Return the line of bare names that opens a text, below a whole head.

    They are taken for its writers, but nothing says that they are: the line stays in the text.
    """
    at, date = found.lines.get("authors", -1), head.date_line
    if not head.is_clean or date is None or not date < at < len(head.lines) - _OPENS:
        return frozenset()
    line = head.lines[at]
    is_byline = starts_with("by", line) or is_labelled(line) or says_job(line)
    if is_byline or head.below_date(at) or not _is_above_text(at, found, head):
        return frozenset()
    return frozenset({at})


def _is_above_text(at: int, found: Facts, head: Head) -> bool:
    """Return whether text is in the lines below a line, and no fact but the outlet."""
    below = range(at + 1, at + 1 + _OPENS)
    facts = (line for name, line in found.lines.items() if name != "outlet")
    return any(map(head.is_text, below)) and not any(line in below for line in facts)
