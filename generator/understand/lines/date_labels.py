"""What the words before a date make it: published, updated, or the date of something else. Pure."""

from __future__ import annotations

import re
from pathlib import Path

from generator.tables import load_patterns
from generator.understand.vocabulary.page_words import coverage, tokens

LABEL = 48  # characters before a date, or of the line above it, in which its label is
# Before a date that is no article's: "Where: …", "12 – ".
_OTHERS = re.compile(r":\s*$|\d\s?[-–—/]\s?$")
_OTHER_LABEL = re.compile(r"[^\W\d_][^:|]{1,30}:")
_PARTED = re.compile(r"[|•·,–—/)-](?:\s|$)")  # what is behind it is another phrase
_EMBARGO = re.compile(
    rf"\b{load_patterns(Path(__file__).with_suffix('.yml'))['embargoes']}\b", re.IGNORECASE
)
_PREPOSITION = 3  # letters: "on", "am", "den"
# Kinds of page words beside a date of publication.
_BESIDE = frozenset({"published", "updated", "ago", "by", "person", "minutes", "views", "section"})


def label_of(before: str) -> str:
    """Return what the words before a date call it: "published", "updated" or ""."""
    shares = coverage(before, tokens(before))
    if "updated" in shares:
        return "updated"
    return "published" if "published" in shares else ""


def is_of_other(before: str) -> bool:
    """Return whether the words before a date make it that of something else: "Where: ", "12 – "."""
    return _OTHERS.search(before) is not None


def states_embargo(line: str) -> bool:
    """Return whether a line says until when a press release may not be published."""
    return _EMBARGO.search(line) is not None


def is_of_event(before: str, above: str) -> bool:
    """Return whether a date without a label of publication is that of something to attend.

    "When: 5 May", "Doors open on 5 May": another label, or a clause, is before it. `above` is the
    line above the date's.
    """
    before = before.strip()
    if states_embargo(before):
        return False
    if not before:
        return len(above) < LABEL and _OTHER_LABEL.fullmatch(above) is not None
    if _OTHER_LABEL.fullmatch(before):
        return True
    clause = _PARTED.split(before)[-1]
    small = [word for word in clause.split() if word.isalpha() and word.islower()]
    return any(
        len(word) > _PREPOSITION and _BESIDE.isdisjoint(coverage(word, (word,))) for word in small
    )
