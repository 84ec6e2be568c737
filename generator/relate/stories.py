"""Stories: the articles of a collection that report the same event. Pure.

Pairs of similar articles (see `similarity`) get the log-odds of being about one event, by a
logistic regression (`stories.yml`) on a few features: their similarity, how much of each headline
is in the other article (see `headlines`), whether a headline has a name that the other article
lacks, the days between them, how dense their neighbourhood is (articles on one subject are all
similar), and whether either has a nearer neighbour of the same days. In a small collection no word
is rare, and articles may be similar by their subject alone, so its size counts as well.
Average-link clustering of these pairs makes the stories (see `average_link`): a pair that is not
similar counts against one.

Articles in different languages have only names and numbers in common, so these count more. Words of
two languages may look alike by chance ("Rainer" and "rain" have one stem), so each headline must
have a word in the other article, and the articles several words in common, within a week.

Among few articles, those on one subject are easily taken for one event. There clusters need more
evidence to be joined, and it counts more against a pair if its articles are more than a week apart,
if their headlines share no word, or if one headline has a name that the other article lacks.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from generator.models import Article
from generator.relate.average_link import AverageLink, Pairs
from generator.relate.flat_arrays import Flags, Numbers, Scores
from generator.relate.headlines import Headlines
from generator.relate.related import day_of
from generator.relate.similarity import Near
from generator.tables import load_numbers, load_table

_SCALED = ("text", "said_least", "said_most", "unknown_name", "unknown_names", "density")
FEATURES = (
    *_SCALED, "days", "density_days", "next_day", "same_week", "nearer", "constant",
    "small", *(f"small_{name}" for name in _SCALED),
)  # fmt: skip
_WEIGHTS = Path(__file__).with_suffix(".yml")
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "stories")
_LEAST = _TUNED["least"]
_DENSE = 10  # neighbours whose mean likeness is the density around an article
_LONGEST = 300  # days between articles of one event: after a year the same words mean another
_NEAR = 3  # days between an article and its neighbours "of the same days"
_UNDATED = 30  # days assumed between articles of which one has no date
_LARGE = 300  # articles from which a collection is not small
_FLOOR, _CEILING = _TUNED["floor"], _TUNED["ceiling"]
_THRESHOLD = _TUNED["threshold"]
_FEW = 180  # articles, below which more evidence is required, by the log of the ratio, times:
_CAUTION = _TUNED["caution"]
_GAP = _TUNED["gap"]
_STRANGE = _TUNED["strange"]
_APART = _TUNED["apart"]
_WEEK = 7  # days
_HIGHEST = _TUNED["highest"]
_FOREIGN = _TUNED["foreign"]
_FOREIGN_TEXT, _FOREIGN_SAID = _TUNED["foreign_text"], _TUNED["foreign_said"]
_FOREIGN_WORDS = _TUNED["foreign_words"]
_FOREIGN_FEATURES = ("text", "said_least", "days")
_CHANCE = _TUNED["chance"]
_TOGETHER = 20_000  # pairs that are scored at once


class Stories:
    """Collects the pairs of a collection article by article, then divides it into stories.

    A pair takes 16 bytes.
    """

    def __init__(self, articles: Sequence[Article], headlines: Headlines) -> None:
        self._keys = [article.key for article in articles]
        self._drafts = np.array([article.draft for article in articles], dtype=bool)
        days = [day_of(article) for article in articles]
        self._days = np.array([day.toordinal() if day else -1 for day in days], dtype=np.int64)
        languages = {article.language: number for number, article in enumerate(articles)}
        self._languages = np.array([languages[article.language] for article in articles], np.int64)
        self._small = max(0.0, math.log(_LARGE / max(1, len(self._keys))))
        self._few = max(0.0, math.log(_FEW / max(1, len(self._keys))))
        self._headlines = headlines
        self._density = np.zeros(len(self._keys))
        self._nearest = np.zeros(len(self._keys))
        self._left, self._right, self._likeness = array("i"), array("i"), array("d")

    def add(self, at: int, near: Near) -> None:
        """Add the pairs of article `at` with those that are most similar to it."""
        others = max(1, min(_DENSE, len(self._keys) - 1))
        self._density[at] = near.likeness[:_DENSE].sum() / others
        apart = self._apart(np.full(len(near.articles), at), near.articles)
        self._nearest[at] = near.likeness[apart <= _NEAR].max(initial=0.0)
        if self._drafts[at]:
            return
        pairs = (near.likeness > _LEAST) & (apart <= _LONGEST) & ~self._drafts[near.articles]
        found = near.articles[pairs]
        self._left.extend(np.minimum(found, at).tolist())
        self._right.extend(np.maximum(found, at).tolist())
        self._likeness.extend(near.likeness[pairs].tolist())

    def names(self) -> list[str | None]:
        """Return for each article the name of its story: the key of the story's first article.

        None for an article without a story. The first is the earliest by day, then by key.
        """
        names: list[str | None] = [None] * len(self._keys)
        threshold = min(_HIGHEST, _THRESHOLD + _CAUTION * self._few)
        for members in AverageLink(_FLOOR, threshold).clusters(self._odds()):
            first = min(members, key=self._order)
            for at in members:
                names[at] = self._keys[first]
        return names

    def _order(self, at: int) -> tuple[bool, int, str]:
        return self._days[at] < 0, int(self._days[at]), self._keys[at]

    def features(self) -> Iterator[tuple[Numbers, Numbers, Scores]]:
        """Yield the pairs that are considered, in batches, with their `FEATURES`, a row each.

        Left and right article are indices; the left is the lower one.
        """
        left, right = np.asarray(self._left, np.int64), np.asarray(self._right, np.int64)
        _, once = np.unique(left * len(self._keys) + right, return_index=True)
        for start in range(0, len(once), _TOGETHER):
            part = once[start : start + _TOGETHER]
            text = np.asarray(self._likeness)[part]
            yield left[part], right[part], self._rows(left[part], right[part], text)

    def _rows(self, left: Numbers, right: Numbers, text: Scores) -> Scores:
        factor = np.where(self._is_foreign(left, right), _FOREIGN, 1.0)
        (covered, missing), (covered_back, lacking) = (
            self._headlines.coverage(*pair) for pair in ((left, right), (right, left))
        )
        days = np.log1p(self._apart(left, right))
        density = (self._density[left] + self._density[right]) / 2
        nearest = np.minimum(self._nearest[left], self._nearest[right])
        text = np.minimum(1.0, factor * text)
        scaled = (
            text,
            np.minimum(1.0, factor * np.minimum(covered, covered_back)),
            np.minimum(1.0, factor * np.maximum(covered, covered_back)),
            # Another language may spell a name differently.
            np.where(factor > 1, 0.0, np.maximum(missing, lacking)),
            np.where(factor > 1, 0.0, np.minimum(missing, lacking)),
            density,
        )
        columns = (
            *scaled,
            days,
            density * days,
            days <= math.log1p(1),
            days <= math.log1p(_WEEK),
            np.maximum(0.0, nearest - text),
            np.ones(len(text)),
            np.full(len(text), self._small),
            *(self._small * column for column in scaled),
        )
        return np.column_stack(columns)

    def _odds(self) -> Pairs:
        """Return the log-odds that a pair is about one event, where they exceed the floor."""
        weights = np.array([_weights()[name] for name in FEATURES])
        none: Numbers = np.zeros(0, dtype=np.int64)
        found: list[tuple[Numbers, Numbers, Scores]] = [(none, none, np.zeros(0))]
        for left, right, rows in self.features():
            late = np.maximum(0.0, rows[:, FEATURES.index("days")] - math.log1p(_WEEK))
            doubt = self._few * self._doubt(left, right, rows)
            odds = np.minimum(rows @ weights - doubt, _CEILING) - _GAP * self._few * late
            chance = self._is_by_chance(left, right, rows)
            odds = np.where(chance, np.minimum(odds, _CHANCE), odds)
            above = odds > _FLOOR
            found.append((left[above], right[above], odds[above]))
        return Pairs(*(np.concatenate(column) for column in zip(*found, strict=True)))

    def _doubt(self, left: Numbers, right: Numbers, rows: Scores) -> Scores:
        """Return the penalty of each pair in a small collection."""
        apart = self._headlines.apart(left, right) & ~self._is_foreign(left, right)
        first = FEATURES.index("unknown_name")
        unknown = rows[:, first] + rows[:, first + 1]
        return np.asarray(_STRANGE * unknown + _APART * apart)

    def _is_by_chance(self, left: Numbers, right: Numbers, rows: Scores) -> Flags:
        """Return for each pair whether it is in two languages and has too little in common."""
        chance = self._is_foreign(left, right)
        text, said, days = (rows[chance, FEATURES.index(name)] for name in _FOREIGN_FEATURES)
        words = self._headlines.common_words(left[chance], right[chance])
        enough = (text >= _FOREIGN_TEXT) & (said >= _FOREIGN_SAID) & (words >= _FOREIGN_WORDS)
        chance[chance] = ~enough | (days > math.log1p(_WEEK))
        return chance

    def _is_foreign(self, left: Numbers, right: Numbers) -> Flags:
        """Return for each pair whether its articles are in different languages."""
        return np.asarray(self._languages[left] != self._languages[right])

    def _apart(self, left: Numbers, right: Numbers) -> Numbers:
        """Return the days between articles."""
        first, second = self._days[left], self._days[right]
        return np.where((first < 0) | (second < 0), _UNDATED, np.abs(first - second))


@cache
def _weights() -> Mapping[str, float]:
    return load_table(_WEIGHTS, dict[str, float])
