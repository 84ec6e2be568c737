"""Outlets that a byline, a dateline or a text's last line names. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.head.phrases import PHRASES
from generator.understand.vocabulary.head_phrases import is_outlet
from generator.understand.vocabulary.page_words import starts_with

Found = Iterator[tuple[str, str, int]]  # the kind of evidence, the name, the index of the line

_HEAD = 12  # lines below the headline in which its writers are named
_FORM = 160  # characters of a line in which a site speaks of itself
TLD = (
    r"(?:[a-z]{2}|com|org|net|info|news|media|press|online|live|africa|asia|today|COM|DE|[A-Z]{2})"
)
ADDRESS = re.compile(r"(?:www\.)?[\w-]{2,30}(?:\.com?)?\.[A-Za-z]{2,4}")
_OPENING = 2  # paragraphs of the text that may have a dateline
_DATELINE = re.compile(
    rf"(?:[^\W\d_][^—–:!?|]{{2,40}}[,.] )?(?P<site>[A-Z][\w-]{{2,24}}\.{TLD})"
    r"(?:,? [^\W\d_][\w ]{2,20})? ?[-–—]+ ?(?=\S)"
)
_PRINTED = re.compile(
    rf"{PHRASES['printed_in']} (?P<name>[^\W\d_a-z][^,.;:\d]{{1,40}}), "
    r"[^,:]{3,20},? (?:19|20)\d\d\.?"
)
_BELOW = 3  # lines
_WRITTEN_FOR = re.compile(rf"{PHRASES['writing_for']} (?P<name>[^\W\d_a-z].+)")
_PARTS = re.compile(r"\s?[,|·•/]\s?|\s[–—-]\s")


def of_bylines(head: Head) -> Found:
    """Yield what is behind a writer's name: "By A. Writer, Courier", "A. Writer · Courier"."""
    for at in range(max(0, head.title - 4), min(len(head.lines), head.title + _HEAD)):
        line = head.lines[at]
        if not (head.is_text(at) or len(line) > _FORM or at == head.title):
            yield from (("staff", part, at) for part in _behind_writer(line, at, head))
            yield from _instead_of_writer(line, at, head)


def _instead_of_writer(line: str, at: int, head: Head) -> Found:
    """Yield the outlet in a byline: "courier.example, 3 May", "By A. Writer, for the Courier"."""
    first, *others = _PARTS.split(line)
    if at in head.dates and ADDRESS.fullmatch(first):
        yield "staff", first, at
    if ADDRESS.fullmatch(line) and at > head.title and head.above_date(at):
        yield "signed by site", line, at
    if starts_with("by", line):
        named = filter(None, map(_WRITTEN_FOR.fullmatch, others))
        yield from (("written for", match["name"], at) for match in named)


def of_datelines(head: Head) -> Found:
    """Yield the site that opens a text: "PALU, SEMINGGU.com - Three …", "Oslo. NORD.NO - …"."""
    opening = (at for at in range(head.title + 1, len(head.lines)) if head.is_text(at))
    for at in islice(opening, _OPENING):
        if match := _DATELINE.match(head.lines[at]):
            yield "dateline", match["site"], at


def of_print(head: Head) -> Found:
    """Yield where a line below the text says that it was printed: "Published in Courier, 6 May"."""
    for at in range(head.last, min(len(head.lines), head.last + _BELOW)):
        if match := _PRINTED.fullmatch(head.lines[at]):
            yield "printed in", match["name"], at


def _behind_writer(line: str, at: int, head: Head) -> Iterator[str]:
    """Yield the parts of a line of writers that may name an outlet."""
    is_credit = starts_with("by", line) > 0
    may_name = is_credit or _is_near_date(at, head)
    for part in _PARTS.split(line)[1:]:
        is_acronym = is_credit and part.isupper() and len(part) > 1
        if is_acronym or (may_name and _is_titled_outlet(part)):
            yield part


def _is_titled_outlet(part: str) -> bool:
    return part[:1].isupper() and is_outlet(part)


def _is_near_date(at: int, head: Head) -> bool:
    """Return whether a line has a date, or is beside the one with the article's."""
    return at in head.dates or (head.date_line is not None and abs(at - head.date_line) == 1)
