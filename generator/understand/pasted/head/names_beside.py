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
from generator.understand.vocabulary.page_words import coverage, starts_with, tokens, top_share
from generator.understand.vocabulary.people import people

_BOX = 2  # lines above the headline that name a columnist, and what the columnist does
_BESIDE = 3  # lines between a name and the date
_BELOW = 2  # lines below the headline in which a name is a writer's, where no date is beside it
_LINES = 8  # lines between a name and the date, other names and pictures among them
_NAME = 2  # words of a person's name, below or above another's
_PAGE_S = 0.5  # share of page words of a line that is the page's
_TEXT = 40  # characters of a line with which a text begins
_FAR, _MENU, _ITEM = 8, 4, 40  # lines below the headline; items, and the characters of each
_LIST = 4  # names in a line: of more it is a caption's
_COUNTS = {"views", "minutes"}
_COUNT = 5  # words and groups of digits of a line that counts something
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
        return not _is_of_columnist(at, head)
    if len(persons) > _LIST and not head.is_clean:
        return True
    if _is_beside_date(at, head) or _has_sign_of_writer(at, head):
        return False
    return not (_are_named_again(persons, at, head) or _are_above_text(persons, at, head))


def _below(at: int, head: Head) -> str:
    return head.lines[at + 1] if at + 1 < len(head.lines) else ""


def _is_elsewhere(at: int, head: Head) -> bool:
    """Return whether a line is where pages name others: a picture's maker, a value, an item."""
    return _is_of_picture(at, head) or _is_behind_label(at, head) or _ends_menu(at, head)


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


def _is_of_columnist(at: int, head: Head) -> bool:
    """Return whether a line above the headline names a columnist: what the columnist does follows.

    The headline itself says nothing of it: "Manual review".
    """
    return 1 < head.title - at <= _BOX and says_role(_below(at, head))


def _is_beside_date(at: int, head: Head) -> bool:
    """Return whether a line is next to one with a date, but for what may be between the two."""
    if 0 < at - head.title <= _BESIDE and at - 1 in head.dates:
        return True
    if head.date_line is None or abs(at - head.date_line) > _LINES or head.is_across_text(at):
        return False
    step = 1 if at < head.date_line else -1
    between = [head.lines[line] for line in range(at + step, head.date_line, step)]
    is_list = len(head.lines[at].split()) == _NAME
    passed = sum((is_list and _is_name(line)) or _is_of_head(line, head) for line in between)
    return head.distance(at) - passed <= 1


def _is_name(line: str) -> bool:
    return people(line, (), strict=True) == (line,)


def _is_of_head(line: str, head: Head) -> bool:
    """Return whether a line is a time, an address, the page's own, or a town.

    A town has a dash behind it, or is a name that a sentence has, too.
    """
    is_fact = "@" in line or any(map(str.isdigit, line))
    if is_fact or top_share(line, tokens(line), but="person") >= _PAGE_S:
        return len(line) < _ITEM
    town = line.rstrip(" —–-")
    sentences = (other for other in head.lines if len(other) >= _TEXT and other != line)
    is_named = town != line or any(town in other for other in sentences)
    return town[:1].isupper() and len(town) < _ITEM and is_named


def _has_sign_of_writer(at: int, head: Head) -> bool:
    """Return whether a job or a time without its day is beside a name."""
    following, below = _below(at, head), at - head.title
    if says_role(following) or says_job(head.lines[at]):
        return True
    return 0 < below <= _HEAD_LINES and _is_time(following, head.lines[at - 1])


def _are_named_again(persons: Sequence[str], at: int, head: Head) -> bool:
    """Return whether other lines around the text name all of these people, near the headline."""
    others = [line for line in range(len(head.lines)) if line != at and not head.is_text(line)]
    is_near = at - head.title <= _BELOW or head.distance(at) <= _BESIDE
    return is_near and all(any(name in head.lines[line] for line in others) for name in persons)


def _is_time(*lines: str) -> bool:
    """Return whether one of the lines beside a name is a time without its day: "9:37"."""
    short = [line for line in lines if len(line) < _ITEM and any(map(str.isdigit, line))]
    return any(
        _CLOCK.fullmatch(line) or not _TIMES.isdisjoint(coverage(line, tokens(line)))
        for line in short
    )


def _are_above_text(persons: Sequence[str], at: int, head: Head) -> bool:
    """Return whether names are between the headline and the text alone, which is not about them."""
    if not head.is_clean or not 0 < at - head.title <= _BELOW:
        return False
    is_about = all(name in head.text for name in persons)
    return not is_about and len(_below(at, head)) >= _TEXT


def is_count(line: str) -> bool:
    """Return whether a line is a number of views or minutes: "37,882 views"."""
    words = tokens(line)
    return (
        len(words) <= _COUNT
        and any(map(str.isdigit, words))
        and bool(_COUNTS & set(coverage(line, words)))
    )
