"""Lines that state facts of the article, known by their form: neither headline nor text. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from generator.tables import any_of, load_words
from generator.understand.dates.written import FoundDate
from generator.understand.vocabulary.head_phrases import is_titled, known, parts
from generator.understand.vocabulary.page_words import coverage, is_unspaced, starts_with, tokens
from generator.understand.vocabulary.people import people

_LISTS = load_words(Path(__file__).with_name("line_words.yml"))
LABEL = re.compile(r"([^\W\d_][^:：|]{0,28}?)\s?[:：]\s?(\S.*)")
CRUMB = re.compile(rf"^\s*{any_of(_LISTS['home'])}\s*[/›»>|]", re.IGNORECASE)
_LABELS = ("section", "source", "by")
_SECTION = 40  # characters of a line that is a section's name
_WORDS = 6  # of a name beside a date
_NAME = range(2, 5)  # words of a person's name
_HEADLINE = _LISTS["headline_words"]
_NO_NAME = re.compile(r"['’]s\b|[?!%$]|: ")
_SEPARATED_BEFORE = re.compile(r"(?:^|[,|•·/–—\-:;(])\s*$")
_SEPARATED_AFTER = re.compile(r"^\s*(?:$|[,|•·/–—\-;)\d])")


def is_stated(line: str) -> bool:
    """Return whether a line states a fact by its form: "Home / World", "Source: …"."""
    return (
        bool(CRUMB.search(line)) or is_labelled(line) or (len(line) < _SECTION and known(line) == 1)
    )


def is_labelled(line: str) -> bool:
    """Return whether a line is a labelled fact: "Section: …", "Source: …", "Author: …"."""
    label = LABEL.fullmatch(line)
    if not label:
        return False
    kind = next((kind for kind in _LABELS if starts_with(kind, label[1])), "")
    whole = bool(kind) and starts_with(kind, label[1]) == len(tokens(label[1]))
    return whole and (kind == "by" or len(label[2].split()) <= _WORDS)


def is_byline(line: str) -> bool:
    """Return whether a line is "By A. Writer, B. Writer", or two names and more alone."""
    if _NO_NAME.search(line):
        return False
    credit = starts_with("by", line)
    names = [name.split() for name in re.split(r"[,;]", line) if name.strip()]
    named = people(line, (), strict=True)
    if credit and credit < len(tokens(line[:80])):
        return len(named) >= len(names) / 2 > 0 and is_titled(line, credit)
    are_names = all(map(_has_length_of_name, names))
    return len(named) == len(names) > 1 and are_names and not is_unspaced(line)


def _has_length_of_name(words: Sequence[str]) -> bool:
    """Return whether words are as many as a person's name has, and none is a headline's."""
    return len(words) in _NAME and not _HEADLINE.intersection(map(str.lower, words))


def is_dated(line: str, found: Sequence[FoundDate]) -> bool:
    """Return whether a line is a date with only names, numbers and page words beside it."""
    if not found:
        return False
    before, after = line[: found[0].start], line[found[-1].end :]
    if before and _is_label(before):
        return True
    return _is_beside(before, _SEPARATED_BEFORE) and _is_beside(after, _SEPARATED_AFTER)


def _is_label(before: str) -> bool:
    """Return whether words are a label of a date: "Published on", "Stand:"."""
    words = tokens(before)
    shares = coverage(before, words)
    return len(words) < 4 and max(shares.get("published", 0), shares.get("updated", 0)) >= 0.5


def _is_beside(text: str, separated: re.Pattern[str]) -> bool:
    words = tuple(word for word in tokens(text) if word[0].isalpha())
    if not words or max(coverage(text, words).values(), default=0) >= 0.5:
        return True
    if not separated.search(text):
        return False
    return all(
        len(name.split()) <= _WORDS and is_titled(name)
        for part in parts(text)
        for name in part.split(",")
    )
