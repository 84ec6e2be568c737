"""A text that contains two articles, one below the other: reported, not divided. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.models import Article
from generator.text import ends_with_mark, squeeze
from generator.understand.lines.publication_date import Calendar, calendar_of

_RULE = re.compile(r"\s*(?:[-*_=–—#]\s?){3,}\s*")
_MARKS = re.compile(r"^#{1,2}\s+|^\*\*|\*\*$")
_HEADLINE = range(12, 160)  # characters
_DATED = 80  # characters of a line with the date of an article
_HEAD = 3  # lines below a headline
_TEXT = 100  # characters of running text on each side


def second_headline(text: str, article: Article) -> str | None:
    """Return the headline of a second article below a dividing line, None without one.

    The second article has a date below its headline, and there is running text in both.
    """
    rows = [squeeze(row) for row in text.split("\n")]
    rules = [at for at, row in enumerate(rows) if at and _RULE.fullmatch(row)]
    if not rules:
        return None
    calendar = calendar_of(rows, article.language, article.collected)
    return next(_headlines(rows, rules, calendar, article.title), None)


def _headlines(
    rows: Sequence[str], rules: Sequence[int], calendar: Calendar, title: str
) -> Iterator[str]:
    for at, end in pairwise((*rules, len(rows))):
        above, below = list(filter(None, rows[:at])), list(filter(None, rows[at + 1 : end]))
        headline = _MARKS.sub("", "".join(below[:1]))
        if len(headline) not in _HEADLINE or ends_with_mark(headline) or headline == title:
            continue
        is_dated = any(_states_date(row, calendar) for row in below[1 : 1 + _HEAD])
        if is_dated and _runs(above) and _runs(below[1:]):
            yield headline


def _states_date(row: str, calendar: Calendar) -> bool:
    return len(row) <= _DATED and any(not found.inferred for found in calendar.dates(row))


def _runs(rows: Sequence[str]) -> bool:
    return any(len(row) >= _TEXT and ends_with_mark(row) for row in rows)
