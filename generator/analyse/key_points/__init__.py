"""Key points: the sentences that tell the news of an article to who has read its headline. Pure.

The first is a sentence near the beginning that says most of the headline. Without such a sentence,
and under a headline that reports nothing ("Why …?", "Opinion: …"), an article has no key points.
The others are chosen one after another, each time the one that adds most of the article's words for
its length (words are weighted by frequency, those of the headline more): greedy budgeted maximum
coverage (Lin and Bilmes 2010, "Multi-document summarization via budgeted maximization of submodular
functions"). News begins with the most important, so the position of a sentence counts as well. A
sentence that can't stand alone (see `statements`) is not a candidate, nor is one about something
that neither the headline nor an earlier key point has named (see `anchoring`), nor one that is
background (see `further`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.analyse.key_points.anchoring import (
    Names,
    Reader,
    is_anchored,
    names_of,
    refers_back,
    shows_definite,
)
from generator.analyse.key_points.further import adds, is_addition, is_background, is_quotation
from generator.analyse.key_points.headline import reports_news, words_said
from generator.analyse.key_points.statements import ADDRESSED, Statement, statements
from generator.analyse.text.token import Text
from generator.models import Article, KeyPoint
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "choice")
_ENOUGH = 4  # running sentences, or paragraphs, of an article from which some are picked out
_WRITER = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s){2,3}(?:is|are)\s(?:an?|the|also)\b")
_MOST = 3  # key points, in an article of more words than these
_MORE = 180
_LEAD = 5  # running sentences of which one says what the headline does
_NEWS = 8  # running sentences after which news is rare
_TELLING = 3  # content words of the headline that the first key point has, if there are so many
_SHARED = 2  # the same of the others, of which one is no name
_ALIKE = _TUNED["alike"]
_SAID = _TUNED["said"]
_FIRST = _TUNED["first"]
_PLAIN, _PLAIN_IF_DOUBTFUL = _TUNED["plain"], _TUNED["plain_if_doubtful"]
_SPOKEN = _TUNED["spoken"]
_HEADLINE = _TUNED["headline"]
_EARLY = _TUNED["early"]
_SHORT = _TUNED["short"]
_COST = _TUNED["cost"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence of some length, and why it is not a key point: empty if it is one.

    `running`: it is part of the article's text; `alone`: it can be understood with the headline.
    """

    point: KeyPoint
    dropped: str
    stems: frozenset[str]
    running: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """Properties of the article as a whole."""

    language: str
    year: int | None
    headline: frozenset[str]  # stems
    content: frozenset[str]  # stems of its content words
    plain: frozenset[str]  # those of them that are no names
    weights: Mapping[str, float]  # of each stem
    names: Names
    topic: frozenset[str]  # stems of the headline and of the lead
    end: int  # the last paragraph, often about the author or the next article
    no_report: str  # why it has no key points


def key_points(article: Article, text: Text) -> tuple[KeyPoint, ...]:
    """Return the key points; none if the article is hardly longer than they would be."""
    return tuple(verdict.point for verdict in verdicts(article, text) if not verdict.dropped)


def verdicts(article: Article, text: Text) -> list[Verdict]:
    """Return the sentences of some length, in the article's order, each with its verdict."""
    headline = frozenset(token.stem for token in text.sentences[0])
    found = list(statements(article, text, headline))
    running = [statement for statement in found if statement.place is not None]
    reading = _reading(article, text, headline, running)
    fit = [
        statement
        for statement in running
        if not statement.dropped and not _is_off_topic_end(statement, reading)
    ]
    chosen = [] if reading.no_report else _chosen(fit, reading, _wanted(running))
    return [
        Verdict(
            statement.point,
            statement.dropped or _rejection(statement, chosen, reading),
            statement.stems,
            running=statement.place is not None,
            alone=statement in fit and _is_anchored(statement, (), reading),
        )
        for statement in found
    ]


def _wanted(running: Sequence[Statement]) -> int:
    """Return how many key points an article of this length gets."""
    return _MOST if sum(statement.words for statement in running) > _MORE else _MOST - 1


def _reading(
    article: Article, text: Text, headline: frozenset[str], running: Sequence[Statement]
) -> _Reading:
    return _Reading(
        article.language,
        article.date.day.year if article.date else None,
        headline,
        frozenset(token.stem for token in text.sentences[0] if token.content),
        frozenset(token.stem for token in text.sentences[0] if token.kind == "word"),
        _weights(text, headline),
        names_of(text),
        headline.union(*(statement.stems for statement in running[:1])),
        len(article.blocks) - 1,
        _no_report(article, running),
    )


def _no_report(article: Article, running: Sequence[Statement]) -> str:
    """Return why an article is no report, or too short for key points; empty if it is one."""
    if len(running) < _ENOUGH:
        return "the article is short"
    if not reports_news(article.title, article.language):
        return "the headline reports nothing"
    spoken = sum(statement.dropped == ADDRESSED for statement in running)
    return "the writer speaks" if spoken > _SPOKEN * len(running) else ""


def _is_off_topic_end(statement: Statement, reading: _Reading) -> bool:
    """Return whether it is in the last paragraph and about the writer, or about nothing before.

    That is: it begins with "Greta Holm is a", or shares no word with headline and lead.
    """
    last = statement.point.paragraph == reading.end >= _ENOUGH
    writer = statement.point.sentence == 0 and _WRITER.match(statement.point.text)
    return bool(last and (writer or not statement.stems & reading.topic))


def _weights(text: Text, headline: frozenset[str]) -> dict[str, float]:
    """Return how much each stem of the article counts."""
    counts = Counter(
        token.stem for sentence in text.sentences[1:] for token in sentence if token.content
    )
    return {
        stem: math.log1p(count) * (_HEADLINE if stem in headline else 1)
        for stem, count in counts.items()
    }


def _chosen(fit: Sequence[Statement], reading: _Reading, wanted: int) -> list[Statement]:
    """Return the key points; none if no sentence says what the headline does."""
    first = _first(fit, reading)
    if first is None:
        return []
    chosen, covered = [first], first.stems
    while len(chosen) < wanted and shows_definite(reading.language):
        left = [statement for statement in fit if _is_open(statement, chosen, reading)]
        if not left:
            break
        # Among equals `max` returns the first.
        best = max(left, key=lambda statement: _gain(statement, reading, covered))
        chosen.append(best)
        covered |= best.stems
    return chosen


def _first(fit: Sequence[Statement], reading: _Reading) -> Statement | None:
    """Return the sentence of the beginning that says most of the headline, if one does."""
    shares = [
        (_share_said(statement, reading), statement)
        for statement in fit
        if (statement.place or 0) < _LEAD and _may_be_first(statement, reading)
    ]
    share, found = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return found if share >= _SAID else None


def _share_said(statement: Statement, reading: _Reading) -> float:
    """Return how much of the headline a sentence says, less for each sentence before it.

    Names alone do not say what happened. Of the other words, a sentence after the first one needs
    more, and so does one with words of background, which is only the first.
    """
    said = words_said(reading.content, statement.stems, reading.language)
    plain = words_said(reading.plain, statement.stems, reading.language)
    before = _is_background(statement, reading)
    least = _PLAIN_IF_DOUBTFUL if before or statement.place else _PLAIN
    few = said < min(_TELLING, len(reading.content)) or plain < least * len(reading.plain)
    if few or (before and statement.place):
        return 0.0
    return said / max(1, len(reading.content)) - _FIRST * (statement.place or 0)


def _is_background(statement: Statement, reading: _Reading) -> bool:
    return is_background(statement.point.text, statement.tokens, reading.language, reading.year)


def _may_be_first(statement: Statement, reading: _Reading) -> bool:
    return (
        _is_anchored(statement, (), reading)
        and not is_quotation(statement.point.text)
        and not (statement.place and is_addition(statement.tokens, reading.language))
    )


def _gain(statement: Statement, reading: _Reading, covered: frozenset[str]) -> float:
    gain = sum(reading.weights.get(stem, 0) for stem in sorted(statement.stems - covered))
    early = 1 + _EARLY / (1 + (statement.place or 0))
    return float(gain * early / (_SHORT + statement.words) ** _COST)


def _is_open(statement: Statement, chosen: Sequence[Statement], reading: _Reading) -> bool:
    """Return whether a sentence may follow the key points chosen so far."""
    first, place, text = chosen[0], statement.place or 0, statement.point.text
    said = reading.content.union(*(other.stems for other in chosen))
    return (
        (first.place or 0) < place < _NEWS
        and words_said(reading.content, statement.stems, reading.language) >= _SHARED
        and words_said(reading.plain, statement.stems, reading.language) > 0
        and adds(statement.stems, said)
        and not _is_repeated(statement, chosen, reading)
        and not is_quotation(text)
        and not is_addition(statement.tokens, reading.language)
        and not _is_background(statement, reading)
        and _is_anchored(statement, chosen, reading, wary=True)
    )


def _is_repeated(statement: Statement, chosen: Sequence[Statement], reading: _Reading) -> bool:
    """Return whether a key point says nearly the same."""
    return any(
        words_said(statement.stems, other.stems, reading.language)
        > _ALIKE * min(len(statement.stems), len(other.stems))
        for other in chosen
    )


def _is_anchored(
    statement: Statement, chosen: Sequence[Statement], reading: _Reading, *, wary: bool = False
) -> bool:
    """Return whether the headline or an earlier key point has named its subject."""
    before = (other for other in chosen if (other.place or 0) < (statement.place or 0))
    known = reading.headline.union(*({token.stem for token in other.tokens} for other in before))
    if refers_back(statement.tokens, known, reading.language):
        return False
    reader = Reader(statement.number, known, reading.names, reading.language, wary)
    return not statement.place or is_anchored(statement.tokens, reader)


def _rejection(statement: Statement, chosen: Sequence[Statement], reading: _Reading) -> str:
    """Return why a sentence that could have been chosen was not; empty if it was."""
    if statement in chosen:
        return ""
    if _is_off_topic_end(statement, reading):
        return "shares no words with the headline or the lead"
    if not chosen:
        return reading.no_report or "no sentence of the beginning says what the headline does"
    if _is_repeated(statement, chosen, reading):
        return "a key point says much the same"
    if not _is_anchored(statement, chosen, reading):
        return "its subject is named elsewhere"
    return "background, or others say more"
