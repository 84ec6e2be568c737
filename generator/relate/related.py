"""Related articles of a collection, with the reason. Pure.

Shared keywords and nearness in time decide among the articles that are alike (see `likeness`).
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from generator.models import Article, Keyword, Related
from generator.relate.folding import fold
from generator.relate.likeness import Scores

MOST = 5
_REASONS = 3  # shared keywords that are named
# Likeness below which two articles have little to do with each other, where they share a keyword
# that tells something, and where none. A keyword of many articles tells nothing.
_LEAST, _LEAST_UNNAMED = 0.08, 0.12
_COMMON, _COMMON_SHARE = 5, 0.04  # articles, and share of the articles, of that many
_KEYWORDS = 0.06  # what shared keywords add at most
_NEAR, _DAYS = 0.1, 14.0  # what the same day adds, and in how many days that fades to a third
_WIDE = 40  # the most similar ones, of which keywords and time choose


class _Head(NamedTuple):
    """The fields of an article that count beside its words."""

    key: str
    day: dt.date | None
    draft: bool


class RelatedArticles:
    """Chooses for each article the related ones; `keywords` are aligned with the articles."""

    def __init__(self, articles: Sequence[Article], keywords: Sequence[Sequence[Keyword]]) -> None:
        self._tags = [{fold(keyword.text): keyword.text for keyword in own} for own in keywords]
        self._frequency = Counter(key for tags in self._tags for key in tags)
        self._heads = [_Head(article.key, day_of(article), article.draft) for article in articles]

    def of(self, at: int, likeness: Scores) -> tuple[Related, ...]:
        """Return the articles related to one, best first, by their likeness to it."""
        if self._heads[at].draft:
            return ()
        alike = np.flatnonzero(likeness >= _LEAST)
        nearest = alike[np.argsort(-likeness[alike], kind="stable")][:_WIDE].tolist()
        found = [
            (-score, link.key, link)
            for other in nearest
            if other != at and not self._heads[other].draft
            for score, link in self._link(at, other, float(likeness[other]))
        ]
        return tuple(link for _, _, link in sorted(found, key=lambda pair: pair[:2])[:MOST])

    def _link(self, at: int, other: int, likeness: float) -> Sequence[tuple[float, Related]]:
        """Return the score and the link to another article, or nothing if they are not related."""
        tags, frequency, total = self._tags[at], self._frequency, len(self._heads)
        shared = sorted(tags.keys() & self._tags[other], key=lambda key: (frequency[key], key))
        named = telling(shared, frequency, total)
        if likeness < (_LEAST if named else _LEAST_UNNAMED):
            return ()
        apart = _apart(self._heads[at].day, self._heads[other].day)
        score = likeness + _extra(shared, frequency, total, apart)
        names = tuple(tags[key] for key in named[:_REASONS] or shared[:1])
        return ((score, Related(self._heads[other].key, names, apart)),)


def telling(shared: Sequence[str], frequency: Counter[str], total: int) -> list[str]:
    """Return the shared keywords that are rare enough to be a reason."""
    most = max(_COMMON, _COMMON_SHARE * total)
    return [key for key in shared if frequency[key] <= most]


def day_of(article: Article) -> dt.date | None:
    """Return the day of an article's date, None without one."""
    return article.date.day if article.date else None


def _extra(shared: Sequence[str], frequency: Counter[str], total: int, apart: int | None) -> float:
    """Return what shared keywords, the rarer the more, and nearness in time add."""
    rarity = sum(math.log(1 + total / frequency[key]) for key in shared) / math.log(1 + total)
    near = 0.0 if apart is None else _NEAR * math.exp(-abs(apart) / _DAYS)
    return _KEYWORDS * min(1.0, rarity / 3) + near


def _apart(day: dt.date | None, other: dt.date | None) -> int | None:
    return (other - day).days if day and other else None
