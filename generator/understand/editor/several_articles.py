"""A text that holds two articles, one below the other: said, never divided by a guess. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.models import Article
from generator.text import ends_with_mark, squeeze
from generator.understand.lines.publication_date import Calendar, calendar_of

_RULE = re.compile(r"\s*(?:[-*_=–—#]\s?){3,}\s*")
_MARKS = re.compile(r"^#{1,2}\s+|^\*\*|\*\*$")
_HEADLINE = range(12, 160)  # characters
_DATED = 80  # characters of a line that says when an article appeared
_HEAD = 3  # lines below a headline
_TEXT = 100  # characters of running text on each side


def second_headline(text: str, article: Article) -> str | None:
    """Return the headline below a dividing line that heads an article of its own, if there is one.

    It is clear where a date is below it as below the first, and running text below that.
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
    for at, end in zip(rules, (*rules[1:], len(rows)), strict=True):
        above = [row for row in rows[:at] if row]
        below = [row for row in rows[at + 1 : end] if row]
        headline = _MARKS.sub("", below[0]) if below else ""
        if len(headline) not in _HEADLINE or ends_with_mark(headline) or headline == title:
            continue
        dated = [row for row in below[1 : 1 + _HEAD] if _states_date(row, calendar)]
        if dated and _runs(above) and _runs(below[1:]):
            yield headline


def _states_date(row: str, calendar: Calendar) -> bool:
    return len(row) <= _DATED and any(not found.inferred for found in calendar.dates(row))


def _runs(rows: Sequence[str]) -> bool:
    return any(len(row) >= _TEXT and ends_with_mark(row) for row in rows)
