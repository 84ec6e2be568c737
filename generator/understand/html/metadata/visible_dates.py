"""The visible lines of a page, and the dates near its headline. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.tables import load_numbers
from generator.understand.dates.written import FoundDate
from generator.understand.html.metadata.head_patterns import PHRASES
from generator.understand.html.metadata.wordings import plain
from generator.understand.lines.publication_date import Calendar, Dated, article_date
from generator.understand.lines.publication_month import article_month
from generator.understand.markup.blocks import Piece
from generator.understand.vocabulary.page_words import coverage, tokens
from generator.understand.vocabulary.reading_time import READING, minutes_in

_PARAGRAPH = 100  # characters of a line that is taken for text of the article
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "visible_dates")
_LINKED = _TUNED["linked"]
_TEASER = 60  # characters of a link that is another article's headline
_ABOVE = 3  # lines above the text where the headline is assumed, if no line is equal to it
_BESIDE = 20  # characters beside a date without a year in a line that states when it appeared
_KINDS = ("published", "updated", "ago", "minutes", "views")  # of words beside a date
_OTHER = 2  # words of a dateline that are none of these
# Parts of a page whose dates are not the article's.
_ELSEWHERE = frozenset({"footer", "comments", "link to another article"})
_LINES = 1500  # of a page that may contain its head
_FIRST = re.compile(PHRASES["first_published"], re.IGNORECASE)
_TODAY = re.compile(PHRASES["today"], re.IGNORECASE)
_BESIDE_DATES = re.compile(
    rf"\b{PHRASES['dateline_words']}\b|(?:{READING.pattern})\w*|\b\d\d?(?:h|h\d\d)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates that a page shows near its headline.

    `is_labelled`: the page labels the date as that of publication; `is_first`: as that of the first
    publication. `line` is the text of the line if it contains only dates, because it is not part of
    the article then.
    """

    published: Dated | None = None
    updated: Dated | None = None
    is_labelled: bool = False
    is_first: bool = False
    line: str = ""


@dataclass(frozen=True)
class PageLines:
    """The blocks of a whole page, in order, and the headline of its article.

    `furniture` are the texts of parts outside the article, with the reason, as returned by
    `furniture_of`.
    """

    pieces: Sequence[Piece]
    title: str
    furniture: Mapping[str, str]

    @property
    def texts(self) -> list[str]:
        """The text of each block."""
        return [block.text for block, _ in self.pieces]

    def dates(self, calendar: Calendar) -> Dates:
        """Return the dates near the headline, without those of teasers, a clock and the text."""
        lines, body = self._lines
        if not lines:
            return Dates()
        found = article_date(lines, self._headline(lines, body), body, calendar)
        dated = found.published
        if dated is None or (dated.found.inferred and not _is_alone(dated, lines)):
            changed = "" if found.updated is None else lines[found.updated.at]
            own_line = changed if _is_dateline(changed, calendar) else ""
            return Dates(updated=found.updated, line=own_line)
        line = lines[dated.at]
        before = line[: dated.found.start]
        labelled = dated.updated or (bool(before.strip()) and len(before) <= _BESIDE)
        own_line = line if _is_dateline(line, calendar) else ""
        return Dates(dated, found.updated, labelled, bool(_FIRST.search(before)), own_line)

    def minutes(self) -> int | None:
        """Return the reading time that the head states, None if it states none or several."""
        lines, body = self._lines
        if True not in body:
            return None
        head = lines[max(0, self._headline(lines, body) - _ABOVE) : body.index(True)]
        found = {number for line in head if len(line) <= _PARAGRAPH for number in minutes_in(line)}
        return found.pop() if len(found) == 1 else None

    def month(self, calendar: Calendar) -> tuple[FoundDate | None, str]:
        """Return the month that a line of the head states alone, and the line."""
        lines, body = self._lines
        if not lines:
            return None, ""
        title = self._headline(lines, body)
        title -= plain(lines[title]) != plain(self.title)  # a guess: the line may be the month
        found = article_month(lines, title, body, calendar)
        return (found.found, lines[found.at]) if found else (None, "")

    @cached_property
    def _lines(self) -> tuple[list[str], list[bool]]:
        """Return the lines, "" for those of other articles, and which are text."""
        pieces = self.pieces[:_LINES]
        lines = ["" if self._is_foreign(piece) else piece[0].text for piece in pieces]
        return lines, [self._is_body(piece) for piece in pieces]

    def _headline(self, lines: Sequence[str], body: Sequence[bool]) -> int:
        """Return the index of the headline nearest above the text, a guess if there is none."""
        first = body.index(True) if True in body else len(lines) - 1
        wanted = plain(self.title)
        equal = [at for at, line in enumerate(lines) if plain(line) == wanted]
        above = [at for at in equal if at <= first]
        return above[-1] if above else equal[0] if equal else max(0, first - _ABOVE)

    @staticmethod
    def _is_body(piece: Piece) -> bool:
        block, links = piece
        running = block.kind in {"paragraph", "quote"} and links < _LINKED
        return running and len(block.text) >= _PARAGRAPH

    def _is_foreign(self, piece: Piece) -> bool:
        block, links = piece
        teaser = links >= _LINKED and len(block.text) > _TEASER
        elsewhere = self.furniture.get(plain(block.text)) in _ELSEWHERE
        return teaser or elsewhere or bool(_TODAY.search(block.text[:_PARAGRAPH]))


def _is_dateline(line: str, calendar: Calendar) -> bool:
    """Return whether a line consists of dates, their labels, and hardly another word."""
    rest = line
    for found in reversed(calendar.dates(line)):
        rest = rest[: found.start] + rest[found.end :]
    rest = _BESIDE_DATES.sub(" ", rest)
    words = tokens(rest)
    named = sum(coverage(rest, words).get(kind, 0.0) for kind in _KINDS) * len(words)
    return len(line) <= _PARAGRAPH and len(words) - named <= _OTHER


def _is_alone(dated: Dated, lines: Sequence[str]) -> bool:
    found = dated.found
    rest = len(lines[dated.at]) - (found.end - found.start)
    return rest <= _BESIDE and found.end >= len(lines[dated.at].rstrip(" .")) - 2
