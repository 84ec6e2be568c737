"""Classifies the phrases of a page's head: place, section, author or outlet. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.credits import is_caption
from generator.understand.lines.drop_reasons import kind
from generator.understand.pasted.head.byline import (
    says_job,
    without_by,
    writers,
)
from generator.understand.pasted.head.facts import PAGE, Facts, Head
from generator.understand.pasted.head.names_beside import are_others, is_count
from generator.understand.pasted.head.phrases import PHRASES
from generator.understand.vocabulary import people, section_words
from generator.understand.vocabulary.head_phrases import (
    is_ordinary,
    is_outlet,
    is_titled,
    is_topic,
    known,
    may_name,
    parts,
)
from generator.understand.vocabulary.outlet_forms import is_agency
from generator.understand.vocabulary.page_words import (
    coverage,
    is_unspaced,
    kinds_of,
    starts_with,
    tokens,
)

_NAMES = 80  # characters: a longer part is a list of people or nothing
_PHRASE = 6  # words of a name
# Kinds of words that name nothing.
_CONTROLS = frozenset(
    ("share", "paywall", "newsletter", "comments", "control", "related", "advertisement")
)
_HEAD_LINES = 4  # lines below the headline that may name the section
_ABBREVIATED = 3  # letters of a place that stays in capitals
_SECTION = 3  # words of a section's, in a page that has other phrases around its headline
_CLAUSE = 1  # small words beside the names of a byline, but for page words: more are a clause's
_DAYS = re.compile(PHRASES["days"], re.IGNORECASE)  # "Today, 3 May"
_NO_OUTLET = re.compile(  # "GMT", "View 3 images", "Redaktion Bote"
    rf"^(?:GMT|UTC|[ECMPB]S?D?T|CES?T)$|\b\d+\b|[:?]|^{PHRASES['newsrooms']}\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a page's head, and what it may be by its words alone.

    `is_topic` is whether it names a subject rather than a person. `before_date` is whether it is
    before the date, or in a head without one.
    """

    text: str
    at: int
    persons: tuple[str, ...]
    is_topic: bool
    is_outlet: bool
    before_date: bool

    @property
    def may_be_section(self) -> bool:
        """Whether the phrase may be a section's name by its words."""
        if is_agency(self.text) or section_words.is_page(self.text):
            return False
        is_person = bool(self.persons) and not self.is_topic
        is_name = not (is_person or self.is_outlet or says_job(self.text))
        return is_name or known(self.text) == 1


def phrase_at(text: str, at: int, head: Head, found: Facts, *, before_date: bool) -> Phrase | None:
    """Return a phrase that may name something new, None for another."""
    if not may_name(text) or starts_with("by", text) == len(tokens(text)):
        return None
    persons = tuple(
        name
        for name in writers(text, strict=True)
        if not (head.is_phrase(name) or head.quotes(name) or _ends_with_ago(name))
    )
    is_life = at in head.dates and at != head.date_line and _is_clause(text)
    if _is_known(text, persons, head, found) or (persons and (is_life or _goes_on(text, persons))):
        return None
    return Phrase(
        text=text,
        at=at,
        persons=persons,
        is_topic=(
            _is_topic_before_date(text, at, persons, head, found)
            if before_date
            else _is_missing_section(text, found)
        ),
        is_outlet=not persons and _may_be_outlet(text, head, before_date=before_date),
        before_date=before_date,
    )


def _ends_with_ago(name: str) -> bool:
    """Return whether words end as a time of a teaser does: "World An Hour Ago"."""
    return "ago" in kinds_of(name.rpartition(" ")[2])


def _is_missing_section(text: str, found: Facts) -> bool:
    """Return whether a phrase is the name of a section, and no line has stated one."""
    return known(text) == 1 and "section" not in found.found


def _may_be_outlet(text: str, head: Head, *, before_date: bool) -> bool:
    """Return whether a phrase has an outlet's words; before the date, the text must lack it."""
    return is_outlet(text) and not (before_date and _is_in_text(text, head))


def _is_topic_before_date(
    text: str, at: int, persons: Sequence[str], head: Head, found: Facts
) -> bool:
    """Return whether a phrase before the date is a subject's name, though it reads as a person's.

    Then another line names the writer beside the date, its words are ordinary ones of the text, or
    it is the line above the headline of a text without a page's menu.
    """
    if is_topic(text):
        return True
    has_writer = found.lines.get("authors") == at == head.date_line
    is_kicker = at == head.title - 1 and at < PAGE
    return bool(persons) and (has_writer or is_kicker or is_ordinary(text, head.common))


def take(phrase: Phrase, head: Head, found: Facts) -> None:
    """Record a phrase as place, section, author or outlet, by its words and its position."""
    names = (phrase.persons, phrase.at, head)
    if phrase.before_date and _is_place(phrase, head):
        found.put("place", _as_place(phrase.text), phrase.at)
    elif phrase.before_date and _is_section(phrase, head, found):
        found.put("section", phrase.text, phrase.at)
    elif phrase.persons and not phrase.is_topic and not are_others(*names):
        found.put("authors", phrase.persons, phrase.at)
    elif not phrase.is_topic and _is_outlet(phrase, head):
        _outlet(without_by(phrase.text), phrase.at, head, found)


def _is_section(phrase: Phrase, head: Head, found: Facts) -> bool:
    if " " in phrase.text and is_unspaced(phrase.text):
        return False  # names, one after another
    if _is_of_dateline(phrase, head):
        return False
    is_desk = found.lines.get("authors") == phrase.at and not known(phrase.text)
    may_be = phrase.may_be_section and "section" not in found.found and not is_desk
    return may_be and _may_head(phrase.text, phrase.at, head)


def _is_of_dateline(phrase: Phrase, head: Head) -> bool:
    """Return whether a name is in a line that ends with a place and a date: "Au | Berg, 3 May"."""
    start, _ = head.dates.get(phrase.at, (0, 0))
    is_place = head.lines[phrase.at][:start].rstrip().endswith(",")
    return is_place and known(phrase.text) < 1


def _is_outlet(phrase: Phrase, head: Head) -> bool:
    """Return whether a phrase below the headline is an outlet's name, or alone after the date."""
    return phrase.at > head.title and (phrase.is_outlet or _is_alone(phrase, head))


def _is_known(part: str, persons: Sequence[str], head: Head, found: Facts) -> bool:
    """Return whether a phrase repeats the headline or a fact, or is too long for a single name."""
    stated = {str(found.found.get(field)).lower() for field in ("outlet", "section")}
    if part.lower() in stated or head.repeats_headline(part):
        return True
    return part in found.found.get("authors", ()) or (len(part) > _NAMES and len(persons) < 2)


def _as_place(part: str) -> str:
    """Return a place's name that was written in capitals as it is usually written."""
    return part.title() if part.isupper() and len(part) > _ABBREVIATED else part


def _is_in_text(part: str, head: Head) -> bool:
    """Return whether the text has a phrase in lower case: "fake news" is not an outlet's name."""
    return " " in part and f" {part.lower()} " in head.text


def _goes_on(part: str, persons: Sequence[str]) -> bool:
    """Return whether a phrase is about people but no byline: it says what they do in a picture."""
    part = people.without_by(part)
    for name in persons:
        part = part.replace(name, " ")
    small = [word for word in part.split() if word.islower() and not kinds_of(word)]
    return len(small) > _CLAUSE and not says_job(part)


def _is_clause(text: str) -> bool:
    """Return whether a phrase before a date ends with a word that no page has: "Doe, born"."""
    last = text.rpartition(" ")[2]
    return last.isalpha() and last.islower() and not coverage(last, (last,))


def _may_head(part: str, at: int, head: Head) -> bool:
    """Return whether a phrase before the date may be a section's name by its place and length.

    A sign separates it from the date, or it is alone between the headline and the date.
    """
    size = len(part.split())
    if not -2 <= at - head.title <= _HEAD_LINES or size > _PHRASE:
        return False
    if section_words.is_generic(part) and at > head.title:
        return False
    if known(part) == 1:
        is_alone = part == head.lines[at] and head.above_date(at)
        return at == head.date_line or (is_alone and not head.is_page)
    return size <= _SECTION and _is_set_off(at, head)


def _is_set_off(at: int, head: Head) -> bool:
    """Return whether a phrase has a sign before the date, or is between headline and date."""
    if at == head.date_line:
        return len(parts(head.lines[at])) > 1
    return not head.is_page and at > head.title and head.above_date(at)


def _is_alone(phrase: Phrase, head: Head) -> bool:
    """Return whether a name is alone on its line after the date.

    The text is pasted from its headline on.
    """
    near = head.date_line is not None and 0 <= phrase.at - head.date_line <= 2
    return near and not phrase.before_date and is_titled(phrase.text)


def _outlet(part: str, at: int, head: Head, found: Facts) -> None:
    """Take a name for the outlet's where a text has a head of few lines and little else."""
    if not head.is_clean or not head.near_date(at) or at > head.title + _HEAD_LINES:
        return
    if _NO_OUTLET.search(part) or kind(part) in _CONTROLS or is_caption(part):
        return
    is_counted = at + 1 < len(head.lines) and is_count(head.lines[at + 1])
    if _is_whole(part) and (is_counted or _is_name_of_outlet(part, head)):
        found.put("outlet", part, at)


def _is_whole(part: str) -> bool:
    return len(part.split()) <= _PHRASE and part.count("(") == part.count(")")


def _is_name_of_outlet(part: str, head: Head) -> bool:
    """Return whether a name is an outlet's by its form, and the text is not about it.

    An agency is whom a text comes from, not where it appeared.
    """
    is_name = is_outlet(part) and is_titled(part) and not (is_agency(part) or "," in part)
    return is_name and part not in head.text


def _is_place(phrase: Phrase, head: Head) -> bool:
    """Return whether a phrase is a place before the date: no section, and a name in the text."""
    if phrase.at != head.date_line or phrase.is_outlet or _DAYS.fullmatch(phrase.text):
        return False
    part, line = phrase.text, head.lines[phrase.at]
    end = line.find(part) + len(part)
    comma = line[end : end + 1] == ","
    if not (head.is_page or comma) or len(part.split()) > (2 if comma else 1) or known(part):
        return False
    return comma or f" {part}" in f" {head.text}"
