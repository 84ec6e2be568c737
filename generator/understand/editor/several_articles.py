"""A text that contains two articles, one below the other: reported, not divided. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from generator.models import Article
from generator.text import ends_with_mark, squeeze
from generator.understand.lines.publication_date import Calendar, calendar_of
from generator.understand.vocabulary.page_words import starts_with
from generator.understand.vocabulary.people import people

_RULE = re.compile(r"\s*(?:[-*_=–—#]\s?){3,}\s*")
_MARKS = re.compile(r"^#{1,2}\s+|^\*\*|\*\*$")
_HEADLINE = range(12, 160)  # characters
_DATED = 80  # characters of a line with the date of an article
_HEAD = 3  # lines below a headline
_CREDIT = 4  # words before the names
_TEXT = 100  # characters of running text on each side


def second_headline(text: str, article: Article) -> str | None:
    """Return the headline of a second article, None without one; both have running text.

    It is below a dividing line and has a date below it, or each of several has its byline.
    """
    rows = [squeeze(row) for row in text.split("\n")]
    if signed := _signed(rows, {block.text for block in article.blocks}):
        return signed
    rules = [at for at, row in enumerate(rows) if at and _RULE.fullmatch(row)]
    if not rules:
        return None
    calendar = calendar_of(rows, article.language, article.collected)
    return next(_headlines(rows, rules, calendar, article.title), None)


def _signed(rows: Sequence[str], kept: Collection[str]) -> str | None:
    """Return the second of several headlines with a byline and running text below each.

    `kept` are the lines of the article's text: a teaser's headline is not among them.
    """
    heads = [at for at in range(len(rows) - 1) if _is_signed(rows, at)]
    signed = [at for at, end in pairwise((*heads, len(rows))) if _runs(rows[at + 2 : end])]
    writers = {rows[at + 1] for at in signed}
    others = (rows[at] for at in signed[1:] if rows[at] in kept)
    return next(others, None) if len(writers) > 1 else None


def _is_signed(rows: Sequence[str], at: int) -> bool:
    """Return whether a line may be a headline and has a byline right below it: "By A. Writer"."""
    line, below = rows[at], rows[at + 1]
    may_head = len(line) in _HEADLINE and not ends_with_mark(line) and not (at and rows[at - 1])
    if not may_head or len(below) > _DATED or not 0 < starts_with("by", below) < _CREDIT:
        return False
    return bool(people(below, (), strict=True)) and not people(line, (), strict=True)


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
