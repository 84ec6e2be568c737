"""Key points: the two to four most informative sentences of an article, in its order. Pure.

Sentences are chosen one after another, each time the one that adds most of the article's words for
its length (words are weighted by frequency, those of the headline more): greedy budgeted maximum
coverage (Lin and Bilmes 2010, "Multi-document summarization via budgeted maximization of submodular
functions"). News begins with the most important, so the position of a sentence counts as well. A
sentence that can't stand alone (see `statements`) is not a candidate, nor is one about something
that neither the headline nor an earlier key point has named (see `anchoring`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.analyse.key_points.anchoring import Names, is_anchored, names_of, refers_back
from generator.analyse.key_points.statements import Statement, statements
from generator.analyse.text.token import Text
from generator.models import Article, KeyPoint
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "choice")
_ENOUGH = 4  # running sentences, or paragraphs, of an article from which some are picked out
_WRITER = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s){2,3}(?:is|are)\s(?:an?|the|also)\b")
_LEAST = 2  # key points of a short article
_MORE = (180, 1200)  # words of an article from which it gets one more
_ALIKE = _TUNED["alike"]
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
    headline: frozenset[str]  # stems
    weights: Mapping[str, float]  # of each stem
    names: Names
    topic: frozenset[str]  # stems of the headline and of the lead
    end: int  # the last paragraph, often about the author or the next article


def key_points(article: Article, text: Text) -> tuple[KeyPoint, ...]:
    """Return the key points; none if the article is hardly longer than they would be."""
    return tuple(verdict.point for verdict in verdicts(article, text) if not verdict.dropped)


def verdicts(article: Article, text: Text) -> list[Verdict]:
    """Return the sentences of some length, in the article's order, each with its verdict."""
    headline = frozenset(token.stem for token in text.sentences[0])
    found = list(statements(article, text, headline))
    running = [statement for statement in found if statement.place is not None]
    reading = _reading(article, text, headline, running)
    fit = _fit(running, reading)
    chosen = _chosen(fit, reading, _wanted(running))
    enough = len(running) >= _ENOUGH and len(chosen) >= _LEAST
    return [
        Verdict(
            statement.point,
            statement.dropped or _rejection(statement, chosen, reading, enough=enough),
            statement.stems,
            running=statement.place is not None,
            alone=statement in fit and _is_anchored(statement, (), reading),
        )
        for statement in found
    ]


def _fit(running: Sequence[Statement], reading: _Reading) -> list[Statement]:
    """Return the statements that may be chosen."""
    return [
        statement
        for statement in running
        if not statement.dropped and not _is_off_topic_end(statement, reading)
    ]


def _wanted(running: Sequence[Statement]) -> int:
    """Return how many key points an article of this length gets."""
    words = sum(statement.words for statement in running)
    return _LEAST + sum(words > limit for limit in _MORE)


def _reading(
    article: Article, text: Text, headline: frozenset[str], running: Sequence[Statement]
) -> _Reading:
    topic = headline.union(*(statement.stems for statement in running[:1]))
    weights = _weights(text, headline)
    end = len(article.blocks) - 1
    return _Reading(article.language, headline, weights, names_of(text), topic, end)


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
    chosen: list[Statement] = []
    covered: frozenset[str] = frozenset()
    while len(chosen) < wanted:
        left = [statement for statement in fit if _is_open(statement, chosen, reading)]
        if not left:
            break
        if not chosen:
            left = _like_headline(left, reading)
        # Among equals `max` returns the first.
        best = max(left, key=lambda statement: _gain(statement, reading, covered))
        chosen.append(best)
        covered |= best.stems
    return chosen


def _like_headline(left: Sequence[Statement], reading: _Reading) -> list[Statement]:
    """Return the statements with at least a third of the headline words that the best one has."""
    shares = [len(statement.stems & reading.headline) for statement in left]
    return [found for found, share in zip(left, shares, strict=True) if 3 * share >= max(shares)]


def _gain(statement: Statement, reading: _Reading, covered: frozenset[str]) -> float:
    gain = sum(reading.weights.get(stem, 0) for stem in sorted(statement.stems - covered))
    early = 1 + _EARLY / (1 + (statement.place or 0))
    return float(gain * early / (_SHORT + statement.words) ** _COST)


def _is_open(statement: Statement, chosen: Sequence[Statement], reading: _Reading) -> bool:
    return not _is_repeated(statement, chosen) and _is_anchored(statement, chosen, reading)


def _is_repeated(statement: Statement, chosen: Sequence[Statement]) -> bool:
    """Return whether a key point says nearly the same."""
    return any(
        len(statement.stems & other.stems) > _ALIKE * min(len(statement.stems), len(other.stems))
        for other in chosen
    )


def _is_anchored(statement: Statement, chosen: Sequence[Statement], reading: _Reading) -> bool:
    """Return whether the headline or an earlier key point has named its subject."""
    if not statement.place:
        return not refers_back(statement.tokens, reading.headline, reading.language)
    before = (other.stems for other in chosen if (other.place or 0) < statement.place)
    return is_anchored(
        statement.tokens, reading.headline.union(*before), reading.names, reading.language
    )


def _rejection(
    statement: Statement, chosen: Sequence[Statement], reading: _Reading, *, enough: bool
) -> str:
    """Return why a sentence that could have been chosen was not; empty if it was."""
    if enough and statement in chosen:
        return ""
    if _is_off_topic_end(statement, reading):
        return "shares no words with the headline or the lead"
    if _is_repeated(statement, chosen):
        return "a key point says much the same"
    if not _is_anchored(statement, chosen, reading):
        return "its subject is named elsewhere"
    return "others say more"
