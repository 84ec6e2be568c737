"""What is new in each article of a story, and where their figures differ. Pure.

A sentence is new if no earlier article in its language has most of its words, in one sentence or in
the whole text. Articles in different languages are not compared.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.models import Analysis, Article
from generator.story_models import Contribution, Figure, Passage, Sentence, Story
from generator.tables import load_numbers

_MOST = 3  # passages of an article
_WORDS = 5  # minimum content words of a passage
# Share of a new sentence's words that one earlier sentence, or one earlier article, may have.
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "story_differences")
_BY_SENTENCE, _BY_ARTICLE = _TUNED["by_sentence"], _TUNED["by_article"]
# Words that the sentences of two figures share, beside what is counted, and the cosine of the two
# sets of words.
_CONTEXT, _COSINE = 2, _TUNED["cosine"]
_EXACT = 100  # from here on a round number may stand for one near it


@dataclass(frozen=True)
class _Reading:
    """An article of the story with its sentences."""

    article: Article
    analysis: Analysis

    @cached_property
    def sentences(self) -> Sequence[tuple[Sentence, frozenset[str]]]:
        """Return the sentences with their stems."""
        return [(line, frozenset(line.stems.split())) for line in self.analysis.sentences]

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return all stems of the article, including its headline."""
        stems = (stems for _, stems in self.sentences)
        return frozenset(self.analysis.headline).union(*stems)

    def passage(self, sentence: Sentence) -> Passage:
        """Return a sentence verbatim."""
        text = self.article.blocks[sentence.paragraph].text
        return Passage(text[sentence.start : sentence.end], sentence.paragraph)


def compare(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Story:
    """Return the story of some articles; the sequences are aligned."""
    readings = sorted(map(_Reading, articles, analyses), key=_order)
    earlier: defaultdict[str, list[_Reading]] = defaultdict(list)
    contributions = []
    for reading in readings:
        before = earlier[reading.article.language]
        contributions.append(_contribution(reading, before))
        before.append(reading)
    return Story(tuple(contributions), tuple(_differences(readings)))


def _order(reading: _Reading) -> tuple[bool, float, str]:
    date = reading.article.date
    seconds = date.instant.timestamp() if date else 0.0
    return not date, seconds, reading.article.key


def _contribution(reading: _Reading, before: Sequence[_Reading]) -> Contribution:
    key = reading.article.key
    if not before:
        points = reading.analysis.key_points[:_MOST]
        passages = tuple(Passage(point.text, point.paragraph) for point in points)
        return Contribution(key, passages, opening=True)
    known = frozenset[str]().union(*(other.stems for other in before))
    fresh = [
        (len(stems - known), -at, line)
        for at, (line, stems) in enumerate(reading.sentences)
        if line.alone and len(stems) >= _WORDS and not _is_repeated(stems, before)
    ]
    best = sorted(sorted(fresh, reverse=True)[:_MOST], key=lambda found: -found[1])
    return Contribution(key, tuple(reading.passage(line) for _, _, line in best))


def _is_repeated(stems: AbstractSet[str], before: Iterable[_Reading]) -> bool:
    """Return whether an earlier article says nearly the same."""
    return any(
        len(stems & other.stems) > _BY_ARTICLE * len(stems)
        or any(len(stems & others) > _BY_SENTENCE * len(stems) for _, others in other.sentences)
        for other in before
    )


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure in a sentence of an article: `units` are the stems of what the number counts."""

    reading: _Reading
    sentence: Sentence
    stems: frozenset[str]
    number: int
    units: tuple[str, ...]


def _differences(readings: Sequence[_Reading]) -> Iterator[tuple[Figure, ...]]:
    """Yield the figures that differ, grouped by what they count, one for each number.

    An article with two numbers that may count the same thing is left out: which to compare is not
    certain.
    """
    taken: set[tuple[str, str]] = set()
    for counts in _by_unit(readings).values():
        sides = list({side.number: side for side in reversed(list(_sides(counts)))}.values())[::-1]
        places = {(side.reading.article.key, side.sentence.stems) for side in sides}
        if len(sides) > 1 and not places & taken:
            taken |= places
            yield tuple(
                Figure(side.reading.article.key, side.reading.passage(side.sentence), side.number)
                for side in sides
            )


def _by_unit(readings: Sequence[_Reading]) -> Mapping[tuple[str, str], list[_Count]]:
    """Return what is counted, by language and by the last word, which is the most specific.

    "18 injured" and "20 people injured" count the same, "18 people" and "20 people killed" do not.
    """
    found: defaultdict[tuple[str, str], list[_Count]] = defaultdict(list)
    for reading in readings:
        counts = list(_counts(reading))
        for count in counts:
            if not any(_is_rival(count, other) for other in counts):
                found[reading.article.language, count.units[-1]].append(count)
    return found


def _counts(reading: _Reading) -> Iterator[_Count]:
    for sentence, stems in reading.sentences:
        for figure in sentence.figures:
            number, *units = figure.split()
            yield _Count(reading, sentence, stems, int(number), tuple(units))


def _is_rival(count: _Count, other: _Count) -> bool:
    """Return whether another number in the same article may count the same thing."""
    if count.number == other.number or _are_different(count.units, other.units):
        return False
    same_sentence = count.sentence is other.sentence
    return count.units[-1] == other.units[-1] or (
        same_sentence and not {*count.units}.isdisjoint(other.units)
    )


def _are_different(units: Sequence[str], others: Sequence[str]) -> bool:
    """Return whether two units are of different things: "people injured", "people killed"."""
    return len(units) == len(others) and units != others


def _sides(counts: Sequence[_Count]) -> Iterator[_Count]:
    """Yield the count of each article, as long as all count the same thing."""
    own: defaultdict[str, list[_Count]] = defaultdict(list)
    for count in counts:
        own[count.reading.article.key].append(count)
    chosen: list[_Count] = []
    for found in own.values():
        first = found[0]
        if all(_is_same_thing(first, other) for other in chosen):
            chosen.append(first)
            yield first


def _is_same_thing(left: _Count, right: _Count) -> bool:
    if _are_different(left.units, right.units):
        return False
    own, other = (side.stems - {*left.units, *right.units} for side in (left, right))
    least = max(_CONTEXT, _COSINE * math.sqrt(len(own) * len(other)))
    return len(own & other) >= least and not _is_rounded(left.number, right.number)


def _is_rounded(left: int, right: int) -> bool:
    """Return whether one number is the other, rounded: 1,200 of 1,183."""
    small, large = sorted((left, right))
    if small == large or small < _EXACT:
        return False
    return any(
        round(exact, -zeros) == round_
        for exact, round_ in ((small, large), (large, small))
        for zeros in [len(str(round_)) - len(str(round_).rstrip("0"))]
        if zeros
    )
