"""Which sentences are the key points. Pure.

Those that together say what the headline says: one sentence of the beginning, or it and another.
The rest are chosen one after another, each time the one that adds most of the article's words for
its length (words are weighted by frequency, those of the headline more): greedy budgeted maximum
coverage (Lin and Bilmes 2010, "Multi-document summarization via budgeted maximization of submodular
functions"). News begins with the most important, so the position of a sentence counts as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from generator.analyse.key_points.anchoring import (
    Names,
    Reader,
    explains_acronyms,
    is_anchored,
    refers_back,
    shows_definite,
)
from generator.analyse.key_points.coverage import Headline, words_said
from generator.analyse.key_points.further import (
    adds,
    is_addition,
    is_attributed_back,
    is_background,
    is_quotation,
)
from generator.analyse.key_points.statements import Statement
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "choice")
_LEAD = 5  # running sentences of which one says what the headline does
_NEWS = 8  # running sentences after which news is rare
_TELLING = 3  # content words of the headline that the first key point has, if there are so many
_NEAR = 6  # running sentences of which one content word of the headline shows the subject …
_SHARED = 2  # … and these words after them, and of a third key point
_ALIKE = _TUNED["alike"]
_SAID, _MOSTLY_SAID, _NEARLY_SAID = (
    _TUNED[name] for name in ("said", "mostly_said", "nearly_said")
)
_FIRST = _TUNED["first"]
_PLAIN, _PLAIN_IF_DOUBTFUL = _TUNED["plain"], _TUNED["plain_if_doubtful"]
_EARLY = _TUNED["early"]
_SHORT = _TUNED["short"]
_COST = _TUNED["cost"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the choice depends on of an article: `shown` are the stems of its whole headline."""

    language: str
    year: int | None
    headline: Headline
    shown: AbstractSet[str]
    weights: Mapping[str, float]  # of each stem of the text
    names: Names


def chosen(fit: Sequence[Statement], reading: Reading, wanted: int) -> list[Statement]:
    """Return the key points; none if no two sentences say what the headline does."""
    found = _telling(fit, reading)
    covered = frozenset[str]().union(*(statement.stems for statement in found))
    while found and len(found) < wanted:
        left = _open(fit, found, reading)
        if not left:
            break
        # Among equals `max` returns the first.
        best = max(left, key=lambda statement: _gain(statement, reading, covered))
        found.append(best)
        covered |= best.stems
    return found


def _telling(fit: Sequence[Statement], reading: Reading) -> list[Statement]:
    """Return the sentence or the two that say what the headline does; empty if none do."""
    shares = [
        (share, statement)
        for statement in fit
        if (statement.place or 0) < _LEAD and (share := _share_said(statement, reading))
    ]
    shares.sort(key=lambda pair: -pair[0])
    for share, first in shares:
        if share >= _SAID and reading.headline.is_told(_said(first, reading), lead=not first.place):
            return [first]
    pairs = ([first, *_completing(first, fit, reading)] for _, first in shares)
    return next((pair for pair in pairs if len(pair) > 1), [])


def _completing(
    first: Statement, fit: Sequence[Statement], reading: Reading
) -> Sequence[Statement]:
    """Return the sentence that says what the first leaves out of the headline, if one does."""
    headline, said = reading.headline, _said(first, reading)
    open_ = [
        (headline.share(said | own), statement)
        for statement in _open(fit, [first], reading)
        if headline.is_told(said | (own := _said(statement, reading)))
    ]
    return [max(open_, key=lambda pair: pair[0])[1]] if open_ else []


def _said(statement: Statement, reading: Reading) -> frozenset[str]:
    return reading.headline.said_by(statement.point.text, statement.tokens)


def _share_said(statement: Statement, reading: Reading) -> float:
    """Return how much of the headline a sentence says, less for each sentence before it.

    It is 0 for one that can't be the first key point. Names alone do not say what happened. Of the
    other words, a sentence after the first one needs more, and so does one with words of
    background, which is only the first.
    """
    headline, said = reading.headline, _said(statement, reading)
    before, share = _is_background(statement, reading), headline.share(said)
    least = _PLAIN_IF_DOUBTFUL if before or statement.place else _PLAIN
    plain = len(headline.plain & said)
    mostly = share >= (_MOSTLY_SAID if plain else _NEARLY_SAID)
    enough = plain >= least * len(headline.plain) or (not statement.place and mostly)
    few = len(headline.words & said) < min(_TELLING, len(headline.words))
    if (
        few
        or not (headline.plain and enough)
        or (before and statement.place)
        or not _may_be_first(statement, reading)
    ):
        return 0.0
    return share - _FIRST * (statement.place or 0)


def _is_background(statement: Statement, reading: Reading) -> bool:
    return is_background(statement.point.text, statement.tokens, reading.language, reading.year)


def _may_be_first(statement: Statement, reading: Reading) -> bool:
    return (
        has_known_subject(statement, (), reading)
        and not is_quotation(statement.point.text)
        and not (statement.place and is_addition(statement.tokens, reading.language))
    )


def _gain(statement: Statement, reading: Reading, covered: frozenset[str]) -> float:
    gain = sum(reading.weights.get(stem, 0) for stem in sorted(statement.stems - covered))
    early = 1 + _EARLY / (1 + (statement.place or 0))
    return float(gain * early / (_SHORT + statement.words) ** _COST)


def _open(
    fit: Sequence[Statement], found: Sequence[Statement], reading: Reading
) -> Sequence[Statement]:
    """Return the sentences that may follow the key points chosen so far."""
    if not shows_definite(reading.language):
        return ()
    begin = found[0].place or 0
    return [
        statement
        for statement in fit
        if begin < (statement.place or 0) < _NEWS and _may_follow(statement, found, reading)
    ]


def _may_follow(statement: Statement, found: Sequence[Statement], reading: Reading) -> bool:
    """Return whether a sentence is news about what the headline names, and understood."""
    text, said = statement.point.text, reading.headline.words & _said(statement, reading)
    known = frozenset(reading.headline.words).union(*(other.stems for other in found))
    near = len(found) == 1 and (statement.place or 0) < _NEAR
    return (
        bool(said)
        and (near or len(said) >= _SHARED)
        and adds(statement.stems, known)
        and not repeats(statement, found, reading)
        and not is_quotation(text)
        and not is_attributed_back(text, reading.language)
        and not is_addition(statement.tokens, reading.language)
        and not _is_background(statement, reading)
        and has_known_subject(statement, found, reading, wary=True)
    )


def repeats(statement: Statement, found: Sequence[Statement], reading: Reading) -> bool:
    """Return whether a key point says nearly the same."""
    return any(
        words_said(statement.stems, other.stems, reading.language)
        > _ALIKE * min(len(statement.stems), len(other.stems))
        for other in found
    )


def has_known_subject(
    statement: Statement, found: Sequence[Statement], reading: Reading, *, wary: bool = False
) -> bool:
    """Return whether the headline or an earlier key point has named its subject."""
    before = (other for other in found if (other.place or 0) < (statement.place or 0))
    told = [token for other in before for token in other.tokens]
    known = reading.shown | {token.stem for token in told} | {token.low for token in told}
    if refers_back(statement.tokens, known, reading.language):
        return False
    reader = Reader(statement.number, known, reading.names, reading.language, wary)
    if wary and not explains_acronyms(statement.point.text, statement.tokens, reader):
        return False
    return not statement.place or is_anchored(statement.tokens, reader)
