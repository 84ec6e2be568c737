"""Names without a label in the head of a page, recognised by their words and position. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.credits import is_caption
from generator.understand.lines.drop_reasons import kind
from generator.understand.lines.fact_lines import CRUMB, LABEL, is_labelled
from generator.understand.pasted.head.byline import (
    says_job,
    says_role,
    stationed,
    unglued,
    without_by,
    writers,
)
from generator.understand.pasted.head.facts import PAGE, Facts, Head
from generator.understand.pasted.head.signature import bare
from generator.understand.vocabulary import section_words
from generator.understand.vocabulary.outlet_forms import is_agency
from generator.understand.vocabulary.page_words import coverage, starts_with, tokens
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
_CONTROLS = _PAGE | {"control", "related", "advertisement"}
_HEAD_LINES = 4  # lines below the headline that may name the section
_BESIDE = 3  # lines between a name and the date
_ABBREVIATED = 3  # letters of a place that stays in capitals
_LIST = 4  # names in a line: of more it is a caption's
_SECTION = 3  # words of a section's, in a page that has other phrases around its headline


_COUNTS = {"views", "minutes"}
_COUNT = 5  # words and groups of digits of a line that counts something
_CLAUSE = 3  # small words beside the names of a byline: more are a clause's
_SENTENCE = re.compile(r"[^\W\d_]{2}\.(?:$| \|)")
_OPENS = 2  # lines below a name, one with an outlet's name among them, with which a text begins
_SCORE = re.compile(r"[^\W\d_] \d{1,3}[-–]\d{1,3} [^\W\d_]")  # "Halden 2-1 Moss"
_SEPARATORS = re.compile(r"[·|•]")
_NO_OUTLET = re.compile(r"^(?:GMT|UTC|[ECMPB]S?D?T|CES?T)$|\b\d+\b|[:?]")  # "GMT", "View 3 images"


def unlabelled(line: str, at: int, head: Head, found: Facts) -> None:
    """Read the names of a line that have no label."""
    start, end = head.dates.get(at, (0, 0))
    if _is_other_line(line, start, end, head):
        return
    beside = at > head.title and head.beside_date(at)
    if beside and (persons := bare(line, head.lines) or stationed(line)):
        found.put("authors", persons, at)
        return
    early = head.date_line is None or at <= head.date_line
    named = [(part, early) for part in parts(unglued(line[:start] if end else line))]
    behind = [(part, False) for part in parts(unglued(line[end:]))] if end else []
    if head.is_clean and len(named) == 1 and any(writers(part, strict=True) for part, _ in behind):
        named = [*behind, *named]  # who wrote it: what is before the date is no writer, then
    for part, before_date in (*named, *behind):
        _name(part, at, head, found, before_date=before_date)


def _is_other_line(line: str, start: int, end: int, head: Head) -> bool:
    """Return whether a line is no line of names: text, a label, a page's own, a score.

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
    return len(line) > _RUNNING and bool(_SENTENCE.search(line))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of a line of the head: its line, and what it may be by its words."""

    text: str
    at: int
    before_date: bool
    persons: Sequence[str]
    is_outlet: bool
    is_topic: bool


def _name(part: str, at: int, head: Head, found: Facts, *, before_date: bool) -> None:
    """Take a phrase for the first thing that it is by its words and its place."""
    part = part.strip(" —–-")
    if not may_name(part) or starts_with("by", part) == len(tokens(part)):
        return
    persons = writers(part, strict=True)
    if _is_known(part, persons, head, found) or (persons and _goes_on(part, persons)):
        return
    phrase = _Phrase(
        part,
        at,
        before_date,
        persons,
        is_outlet=is_outlet(part) and not persons and not (before_date and _is_said(part, head)),
        is_topic=_is_topic(part, at, head, found)
        if before_date
        else known(part) == 1 and "section" not in found.found,
    )
    for fits, field, value in _KINDS:
        if fits(phrase, head, found):
            found.put(field, value(phrase), at)
            return
    if _may_name_outlet(phrase, head):
        _outlet(without_by(part), at, head, found)


def _is_topic(part: str, at: int, head: Head, found: Facts) -> bool:
    """Return whether a phrase before the date is made, or placed, as a section's name is."""
    if is_topic(part):
        return True
    if not writers(part, strict=True):
        return False
    is_other = found.lines.get("authors") == at == head.date_line
    is_kicker = at == head.title - 1 and at < PAGE
    return is_other or is_kicker or is_ordinary(part, head.common)


def _states_place(phrase: _Phrase, head: Head, _: Facts) -> bool:
    in_front = phrase.before_date and phrase.at == head.date_line
    return in_front and not phrase.is_outlet and _is_place(phrase.text, phrase.at, head)


def _states_section(phrase: _Phrase, head: Head, found: Facts) -> bool:
    if not phrase.before_date or "section" in found.found or is_agency(phrase.text):
        return False
    may_be_person = bool(phrase.persons) and not phrase.is_topic
    is_named = not (may_be_person or phrase.is_outlet or says_job(phrase.text))
    return (is_named or known(phrase.text) == 1) and _may_head(phrase.text, phrase.at, head)


def _states_writers(phrase: _Phrase, head: Head, _: Facts) -> bool:
    may_be = bool(phrase.persons) and not phrase.is_topic
    return may_be and not _is_subject(phrase.persons, phrase.at, head)


def _may_name_outlet(phrase: _Phrase, head: Head) -> bool:
    if phrase.is_topic or phrase.at <= head.title:
        return False
    return phrase.is_outlet or _is_alone(phrase, head)


# What a phrase may state, the likeliest first: whether it does, the field, its value.
_KINDS: tuple[
    tuple[Callable[[_Phrase, Head, Facts], bool], str, Callable[[_Phrase], object]], ...
] = (
    (_states_place, "place", lambda phrase: _as_place(phrase.text)),
    (_states_section, "section", lambda phrase: phrase.text),
    (_states_writers, "authors", lambda phrase: phrase.persons),
)


def _is_known(part: str, persons: Sequence[str], head: Head, found: Facts) -> bool:
    """Return whether a phrase repeats the headline or a fact, or is too long for a single name."""
    if part.lower() == str(found.found.get("outlet")).lower() or head.repeats_headline(part):
        return True
    return part in found.found.get("authors", ()) or (len(part) > _NAMES and len(persons) < 2)


def _as_place(part: str) -> str:
    """Return a place's name that was written in capitals as it is usually written."""
    return part.title() if part.isupper() and len(part) > _ABBREVIATED else part


def _is_said(part: str, head: Head) -> bool:
    """Return whether the text has a phrase in small letters: "fake news" is no outlet's name."""
    return " " in part and f" {part.lower()} " in head.text


def _goes_on(part: str, persons: Sequence[str]) -> bool:
    """Return whether a phrase says more of people than a byline does: what they do in a picture."""
    for name in persons:
        part = part.replace(name, " ")
    small = [word for word in part.split() if word.islower()]
    return len(small) > _CLAUSE and not says_job(part)


def _may_head(part: str, at: int, head: Head) -> bool:
    """Return whether a phrase before the date may be a section's name by its place and length.

    A sign separates it from the date, or it is alone between the headline and the date.
    """
    if not -2 <= at - head.title <= _HEAD_LINES or len(part.split()) > _PHRASE:
        return False
    if section_words.is_generic(part) and at > head.title:
        return False
    if known(part) == 1:
        alone = part == head.lines[at] and head.above_date(at)
        return at == head.date_line or (not head.is_page and alone)
    if len(part.split()) > _SECTION:
        return False
    if at == head.date_line:
        return len(parts(head.lines[at])) > 1
    return not head.is_page and at > head.title and head.above_date(at)


def _is_alone(phrase: _Phrase, head: Head) -> bool:
    """Return whether a name is alone on its line after the date.

    The text is pasted from its headline on.
    """
    near = head.date_line is not None and 0 <= phrase.at - head.date_line <= 2
    return near and not phrase.before_date and is_titled(phrase.text)


def _outlet(part: str, at: int, head: Head, found: Facts) -> None:
    """Take a name for the outlet's where a text has a head of few lines and little else."""
    if not head.is_clean or not head.near_date(at) or _NO_OUTLET.search(part):
        return
    if kind(part) in _CONTROLS or is_caption(part) or at > head.title + _HEAD_LINES:
        return
    counted = at + 1 < len(head.lines) and _is_count(head.lines[at + 1])
    if (is_agency(part) and not counted) or not (counted or is_outlet(part) or part in head.text):
        return  # whom a text comes from, or what neither its place nor a line confirms as a name
    if not counted and (part in head.text or not is_titled(part)):
        return  # whom a text is about, or a headline
    if len(part.split()) <= _PHRASE and part.count("(") == part.count(")"):
        found.put("outlet", part, at)


def _is_count(line: str) -> bool:
    """Return whether a line is a number of views or minutes: "37,882 views"."""
    words = tokens(line)
    return (
        len(words) <= _COUNT
        and any(map(str.isdigit, words))
        and bool(_COUNTS & set(coverage(line, words)))
    )


def _is_place(part: str, at: int, head: Head) -> bool:
    """Return whether a word before the date is a place: no section, and a name in the text."""
    end = head.lines[at].find(part) + len(part)
    comma = head.lines[at][end : end + 1] == ","
    if not (head.is_page or comma) or len(part.split()) > (2 if comma else 1) or known(part):
        return False
    return comma or f" {part}" in f" {head.text}"


def _is_subject(persons: Sequence[str], at: int, head: Head) -> bool:
    """Return whether names are no authors': away from the date, above a headline, in a caption."""
    following = head.lines[at + 1] if at + 1 < len(head.lines) else ""
    if is_caption(following) and not is_caption(head.lines[at]) and at != head.date_line:
        return True
    if at == head.date_line:
        return False
    if head.is_page and at < head.title:
        return True
    if len(persons) > _LIST and not head.is_clean:
        return True
    if head.distance(at) <= _BESIDE or says_role(following):
        return False
    return not head.is_clean or at < head.title or all(name in head.text for name in persons)


def opening_names(found: Facts, head: Head) -> frozenset[int]:
    """Return the line of bare names that opens a text, below a whole head.

    They are taken for its writers, but nothing says that they are: the line stays in the text.
    """
    at, date = found.lines.get("authors", -1), head.date_line
    if not head.is_clean or date is None or not date < at < len(head.lines) - _OPENS:
        return frozenset()
    below = range(at + 1, at + 1 + _OPENS)
    opens = any(map(head.is_text, below)) and not any(
        line in below for name, line in found.lines.items() if name != "outlet"
    )
    line = head.lines[at]
    said = starts_with("by", line) or is_labelled(line) or says_job(line)
    return frozenset() if said or not opens or head.below_date(at) else frozenset({at})
