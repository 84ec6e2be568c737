"""Key points: the sentences that add to the headline what the article reports. Pure.

They say what the headline says, and a little more (see `choice`). Without such sentences, and
under a headline that reports nothing ("Why …?", "Opinion: …"), an article has no key points. A
sentence that can't stand alone (see `statements`) is not a candidate, nor is one about something
that neither the headline nor an earlier key point has named (see `anchoring`), nor one that is
background (see `further`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.analyse.key_points.anchoring import names_of
from generator.analyse.key_points.choice import Reading, chosen, has_known_subject, repeats
from generator.analyse.key_points.coverage import headline_of
from generator.analyse.key_points.headline import reports_news
from generator.analyse.key_points.statements import ADDRESSED, Statement, statements
from generator.analyse.text.token import Text
from generator.models import Article, KeyPoint
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "choice")
_ENOUGH = 4  # running sentences, or paragraphs, of an article from which some are picked out
_WRITER = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s){2,3}(?:is|are)\s(?:an?|the|also)\b")
_MOST = 3  # key points, in an article of more words than these
_MORE = 180
_SPOKEN = _TUNED["spoken"]
_HEADLINE = _TUNED["headline"]
_OFF_TOPIC = "shares no words with the headline or the lead"


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


def key_points(article: Article, text: Text) -> tuple[KeyPoint, ...]:
    """Return the key points; none if the article is hardly longer than they would be."""
    return tuple(verdict.point for verdict in verdicts(article, text) if not verdict.dropped)


def verdicts(article: Article, text: Text) -> list[Verdict]:
    """Return the sentences of some length, in the article's order, each with its verdict."""
    headline = frozenset(token.stem for token in text.sentences[0])
    found = _judged(statements(article, text, headline), headline, article)
    running = [statement for statement in found if statement.place is not None]
    reading = _reading(article, text, headline)
    fit = [statement for statement in running if not statement.dropped]
    no_report = _no_report(article, running)
    points = [] if no_report else chosen(fit, reading, _wanted(running))
    return [
        Verdict(
            statement.point,
            statement.dropped or no_report or _rejection(statement, points, reading),
            statement.stems,
            running=statement.place is not None,
            alone=statement in fit and has_known_subject(statement, (), reading),
        )
        for statement in found
    ]


def _judged(
    found: Iterable[Statement], headline: frozenset[str], article: Article
) -> list[Statement]:
    """Return the statements, of which those at the end that are off topic are dropped."""
    topic, judged = headline, list[Statement]()
    for statement in found:
        if statement.place == 0:
            topic |= statement.stems
        off = statement.place is not None and _is_off_topic_end(statement, topic, article)
        dropped = statement.dropped or (_OFF_TOPIC if off else "")
        judged.append(replace(statement, dropped=dropped))
    return judged


def _wanted(running: Sequence[Statement]) -> int:
    """Return how many key points an article of this length gets."""
    return _MOST if sum(statement.words for statement in running) > _MORE else _MOST - 1


def _reading(article: Article, text: Text, headline: frozenset[str]) -> Reading:
    return Reading(
        article.language,
        article.date.day.year if article.date else None,
        headline_of(article.title, text),
        headline,
        _weights(text, headline),
        names_of(text),
    )


def _no_report(article: Article, running: Sequence[Statement]) -> str:
    """Return why an article is no report, or too short for key points; empty if it is one."""
    if len(running) < _ENOUGH:
        return "the article is short"
    if not reports_news(article.title, article.language):
        return "the headline reports nothing"
    spoken = sum(statement.dropped == ADDRESSED for statement in running)
    return "the writer speaks" if spoken > _SPOKEN * len(running) else ""


def _is_off_topic_end(statement: Statement, topic: frozenset[str], article: Article) -> bool:
    """Return whether it is in the last paragraph and about the writer, or about nothing before.

    That is: it begins with "Greta Holm is a", or shares no word with headline and lead. The last
    paragraph is often about the author or the next article.
    """
    last = statement.point.paragraph == len(article.blocks) - 1 >= _ENOUGH
    writer = statement.point.sentence == 0 and _WRITER.match(statement.point.text)
    return bool(last and (writer or not statement.stems & topic))


def _weights(text: Text, headline: frozenset[str]) -> dict[str, float]:
    """Return how much each stem of the article counts."""
    counts = Counter(
        token.stem for sentence in text.sentences[1:] for token in sentence if token.content
    )
    return {
        stem: math.log1p(count) * (_HEADLINE if stem in headline else 1)
        for stem, count in counts.items()
    }


def _rejection(statement: Statement, points: Sequence[Statement], reading: Reading) -> str:
    """Return why a sentence that could have been chosen was not; empty if it was."""
    if statement in points:
        return ""
    if not points:
        return "no sentences of the beginning say what the headline does"
    if repeats(statement, points, reading):
        return "a key point says much the same"
    if not has_known_subject(statement, points, reading):
        return "its subject is named elsewhere"
    return "background, or others say more"
