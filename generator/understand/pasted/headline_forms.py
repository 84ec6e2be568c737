"""Which lines have the form of a headline, and which state something else. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.understand.lines.fact_lines import is_byline, is_dated, is_stated
from generator.understand.lines.publication_date import YEAR_WORD, Calendar
from generator.understand.vocabulary.page_words import coverage, starts_with, tokens

LONG = 80  # characters: a longer sentence is text
SHORT = 12  # characters: a shorter line is found inside others by accident
_WAY = re.compile(r"\S\s[>›»]\s\S")  # between the steps of the way through a site
_DIGITS = re.compile(r"\d")


def is_only_date(line: str, calendar: Calendar) -> bool:
    """Return whether a line is a date, perhaps with a time, and no other words."""
    found = calendar.any_dates(line)
    beside = line[: calendar.begin(line, found[0])] + line[found[-1].end :] if found else line
    return not any(map(str.isalpha, beside))


def is_whole_date(line: str, calendar: Calendar) -> bool:
    """Return whether a line is a date with its year, perhaps with a time, and no other words."""
    if len(line) > LONG or not _DIGITS.search(line):  # most lines: their dates are not read
        return False
    found = calendar.any_dates(line)
    if len(found) != 1 or found[0].inferred:
        return False
    after = line[found[0].end :]
    return is_only_date(line[: -len(after)] if YEAR_WORD.fullmatch(after) else line, calendar)


def may_be_title(line: str, calendar: Calendar) -> bool:
    """Return whether a line beside those of date and names may be the headline."""
    return len(line) > SHORT and not _WAY.search(line) and fits(line) and not states(line, calendar)


def first_dates(lines: Sequence[str], start: int, end: int, calendar: Calendar) -> int:
    """Return the first line of date or names, 0 for none."""
    return next((at for at in range(start, end) if states_date(lines[at], calendar)), 0)


def is_sentence(line: str) -> bool:
    """Return whether a line is a sentence of running text."""
    return len(line) > LONG and line.endswith((".", ".”", '."', "。"))


def states(line: str, calendar: Calendar) -> bool:
    """Return whether a line states a fact of the article and is not a headline."""
    is_address = "://" in line or ("@" in line and " " not in line)
    return is_address or is_stated(line) or states_date(line, calendar)


def states_date(line: str, calendar: Calendar) -> bool:
    """Return whether a line states the date of publication or the authors."""
    dates = calendar.any_dates(line)
    is_date = is_dated(line, dates) or (bool(dates) and is_only_date(line, calendar))
    return is_date or is_byline(line)


def fits(line: str) -> bool:
    """Return whether a line has the length and the words of a headline."""
    words = tokens(line[:400])
    if (
        len(words) < 1
        or len(line) > 250
        or (starts_with("by", line) in range(1, len(words)) and len(words) < 5)
    ):
        return False
    shares = coverage(line, words)
    digits = len(_DIGITS.findall(line))
    return max(shares.values(), default=0) < 0.5 and digits * 3 < len(line)
