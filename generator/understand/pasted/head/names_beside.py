"""Whether the names of a line are those of its article's writers, by the lines around it. Pure.

A name alone says nothing of it: a date, a job or a time of the day beside it does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.credits import is_caption
from generator.understand.pasted.head.byline import says_job, says_role
from generator.understand.pasted.head.facts import Head
from generator.understand.vocabulary.head_phrases import known
from generator.understand.vocabulary.outlet_forms import is_agency
from generator.understand.vocabulary.page_words import coverage, starts_with, tokens
from generator.understand.vocabulary.people import people

_BOX = 2  # lines above the headline that name a columnist, and what the columnist does
_BESIDE = 3  # lines between a name and the date
_BELOW = 2  # lines below the headline in which a name is a writer's, where no date is beside it
_FAR, _MENU, _ITEM = 8, 4, 40  # lines below the headline; items, and the characters of each
_LIST = 4  # names in a line: of more it is a caption's
_TIMES = frozenset({"ago", "published", "updated"})
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_SLASH = re.compile(r"\s?/\s?")
_HEAD_LINES = 4  # lines below the headline in which a name may be above a time
_ABBREVIATED = 3  # letters of a place that stays in capitals


def are_others(persons: Sequence[str], at: int, head: Head) -> bool:
    """Return whether names are not authors': away from the date, above a headline, in a caption."""
    if at == head.date_line:
        return False
    if _is_elsewhere(at, head):
        return True
    if head.is_page and at < head.title:
        return not (head.title - at <= _BOX and says_role(_below(at, head)))
    if len(persons) > _LIST and not head.is_clean:
        return True
    return not _is_near_date(at, head) and (_is_far(at, head) or _is_of_text(persons, at, head))


def _below(at: int, head: Head) -> str:
    return head.lines[at + 1] if at + 1 < len(head.lines) else ""


def _is_elsewhere(at: int, head: Head) -> bool:
    """Return whether a line is where pages name others: a picture's maker, a value, an item."""
    return _is_of_picture(at, head) or _is_behind_label(at, head) or _ends_menu(at, head)


def _is_far(at: int, head: Head) -> bool:
    """Return whether a line is too far below the headline for a name without a sign of a writer."""
    return at - head.title > _BELOW and not says_job(head.lines[at])


def _is_of_picture(at: int, head: Head) -> bool:
    """Return whether a line names a picture's makers: above a caption, or beside an agency.

    "A. Painter/Courier" names one person and whom that person works for.
    """
    line = head.lines[at]
    if is_caption(_below(at, head)) and not is_caption(line):
        return True
    others = [part for part in _SLASH.split(line) if not people(part, (), strict=True)]
    return at not in head.dates and "/" in line and any(map(_may_be_owner, others))


def _may_be_owner(part: str) -> bool:
    """Return whether a part of a credit may name an agency: no count, section or town."""
    is_town = part.isupper() and len(part) > _ABBREVIATED and not is_agency(part)
    return bool(part) and not (is_town or any(map(str.isdigit, part)) or known(part))


def _ends_menu(at: int, head: Head) -> bool:
    """Return whether a line far below the headline has lines like a menu's items above it."""
    above = range(at - _MENU, at)
    return at - head.title > _FAR and all(
        len(head.lines[item]) < _ITEM
        and not (item in head.dates or is_caption(head.lines[item]))
        and not head.is_text(item)
        for item in above
    )


def _is_behind_label(at: int, head: Head) -> bool:
    """Return whether a line is the value of a label above it that is no byline's: "Link:"."""
    above = head.lines[at - 1] if at else ""
    return above.endswith((":", "：")) and not starts_with("by", above)


def _is_near_date(at: int, head: Head) -> bool:
    """Return whether a date, a time or a job is beside a name."""
    following, below = _below(at, head), at - head.title
    if says_role(following) or (0 < below <= _BESIDE and at - 1 in head.dates):
        return True
    if 0 < below <= _HEAD_LINES and _is_time(following, head.lines[at - 1]):
        return True
    return head.distance(at) <= _BESIDE and not head.is_across_text(at)


def _is_time(*lines: str) -> bool:
    """Return whether one of the lines beside a name is a time without its day: "9:37"."""
    short = [line for line in lines if len(line) < _ITEM and any(map(str.isdigit, line))]
    return any(
        _CLOCK.fullmatch(line) or not _TIMES.isdisjoint(coverage(line, tokens(line)))
        for line in short
    )


def _is_of_text(persons: Sequence[str], at: int, head: Head) -> bool:
    """Return whether names may be those of people whom the text is about."""
    if not head.is_clean or at < head.title:
        return True
    return all(name in head.text for name in persons)
