"""Chooses the related articles of each article, with the reason. Pure.

Shared keywords and proximity in time decide among similar articles (see `similarity`). An article
without a reason to show is related only if it reports the same event (see `stories`).
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from generator.models import Article, Keyword, Related
from generator.relate.folding import fold, without_plural
from generator.relate.similarity import Near
from generator.tables import load_numbers

MOST = 5  # related articles of an article
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_REASONS = 3  # shared keywords that are named
_SEVERAL = 3  # shared keywords that are better evidence than one
# Likeness below which a shared keyword is no reason, by the days between the articles: after weeks
# the same words mostly mean another event ("Capitol Hill", "health care"). A keyword of more
# articles, or of a greater share of the collection, is not specific: after months it must be rarer;
# in the same days a more familiar one will do if nothing rarer is shared.
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "related")
_LEAST, _LEAST_LATER, _LEAST_FAR = _TUNED["least"], _TUNED["least_later"], _TUNED["least_far"]
_LEAST_FAMILIAR = _TUNED["least_familiar"]
_SEVERAL_LATER, _SEVERAL_FAR = _TUNED["several_later"], _TUNED["several_far"]
_LATER, _FAR, _YEAR = _TUNED["later"], _TUNED["far"], _TUNED["year"]
_LEAST_UNTOLD = _TUNED["least_untold"]
_COMMON, _RARE_SHARE = _TUNED["common"], _TUNED["rare_share"]
_COMMON_SHARE, _FAMILIAR_SHARE = _TUNED["common_share"], _TUNED["familiar_share"]
_KEYWORDS = _TUNED["keywords"]
_NEAR = _TUNED["near"]
_WIDE = 40  # most similar articles, among which keywords and time decide


# The key of a related article, the keywords that are the reason, the days between. A plain tuple:
# every article has several, which are kept on disk for a moment.
Link = tuple[str, tuple[str, ...], int | None]
_Scored = tuple[float, Link]  # the negative score, by which links are sorted


class _Head(NamedTuple):
    """The fields of an article that matter besides its words."""

    key: str
    day: int | None
    draft: bool
    title: frozenset[str]


class RelatedArticles:
    """Chooses for each article the related ones; `keywords` are aligned with the articles."""

    def __init__(self, articles: Sequence[Article], keywords: Sequence[Sequence[Keyword]]) -> None:
        self._tags = [{fold(keyword.text): keyword for keyword in own} for own in keywords]
        self._frequency = Counter(key for tags in self._tags for key in tags)
        total = len(self._tags)
        self._rarity = {key: math.log(1 + total / count) for key, count in self._frequency.items()}
        self._keys = [sorted(tags, key=self._rank) for tags in self._tags]  # rarest first
        self._heads = [
            _Head(article.key, _number(article), article.draft, _title_words(article.title))
            for article in articles
        ]

    def of(self, at: int, near: Near) -> tuple[Link, ...]:
        """Return the articles that may be related to one, best first, of those similar to it.

        Those without keywords have no reason to show: they are related if they report the same
        event (see `confirmed`).
        """
        if self._heads[at].draft:
            return ()
        counts = {True: 0, False: 0}  # links with and without a reason
        links: list[Link] = []
        for _, link in sorted(self._scored(at, near)):
            _, names, apart = link
            counts[bool(names)] += 1
            if counts[bool(names)] <= MOST and (names or _may_be_one_event(apart)):
                links.append(link)
        return tuple(links)

    def _rank(self, key: str) -> tuple[int, str]:
        return self._frequency[key], key

    def _scored(self, at: int, near: Near) -> Iterator[_Scored]:
        """Yield the links to the most similar published articles."""
        pairs = zip(near.articles[:_WIDE].tolist(), near.likeness[:_WIDE].tolist(), strict=True)
        for other, likeness in pairs:
            if likeness < _LEAST:
                return
            if other != at and not self._heads[other].draft:
                yield self._link(at, other, likeness)

    def _link(self, at: int, other: int, likeness: float) -> _Scored:
        """Return the link to another article; without a reason it has no keywords."""
        tags, others = self._tags[at], self._tags[other]
        mine, theirs = self._heads[at], self._heads[other]
        apart = None if mine.day is None or theirs.day is None else theirs.day - mine.day
        near = 0.0 if apart is None else _closeness(abs(apart))
        keys = [key for key in self._keys[at] if key in others]
        if not keys:  # as most pairs
            return -(likeness + near), (theirs.key, (), apart)
        reasons = [key for key in keys if self._is_reason(key, at, other, apart)]
        is_like = likeness >= _least(apart, len(reasons))
        named = self._named(reasons, apart, likeness) if is_like else ()
        if (
            len(named) == 1
            and likeness < _LEAST_UNTOLD
            and not self._in_headline(named[0], at, other)
        ):
            named = ()
        score = likeness + self._extra(keys) + near
        names = tuple(tags[key].text for key in named[:_REASONS])
        return -score, (theirs.key, names, apart)

    def _extra(self, shared: Sequence[str]) -> float:
        """Return what shared keywords add to the score: more if they are rare."""
        rarity = sum(self._rarity[key] for key in shared) / math.log(1 + len(self._heads))
        return _KEYWORDS * min(1.0, rarity / 3)

    def _named(self, reasons: Sequence[str], apart: int | None, likeness: float) -> Sequence[str]:
        """Return the reasons that are rare enough for articles so many days apart."""
        total, frequency, days = len(self._heads), self._frequency, abs(apart or 0)
        named = telling(reasons, frequency, total, _RARE_SHARE)
        if days > _YEAR and len(named) == 1:
            return ()
        if not named and days <= _FAR and (likeness >= _LEAST_FAMILIAR or len(reasons) >= _SEVERAL):
            return telling(
                reasons, frequency, total, _FAMILIAR_SHARE if days <= _LATER else _COMMON_SHARE
            )
        return named

    def _in_headline(self, key: str, at: int, other: int) -> bool:
        """Return whether one of two headlines contains the last word of a keyword: a surname."""
        word = without_plural(key.rsplit(maxsplit=1)[-1])
        return word in self._heads[at].title or word in self._heads[other].title

    def _is_reason(self, key: str, at: int, other: int, apart: int | None) -> bool:
        """Return whether a shared keyword is a reason that a reader would give.

        A name or a phrase is one. A common word ("snow") is one only if the articles are at most
        two weeks apart and both headlines contain it.
        """
        if self._tags[at][key].name or " " in key:
            return True
        near = apart is not None and abs(apart) <= _LATER
        word = without_plural(key)
        return near and word in self._heads[at].title and word in self._heads[other].title


def confirmed(
    links: Iterable[Link], story: str | None, stories: Mapping[str, str]
) -> tuple[Related, ...]:
    """Return the related articles: those with a reason, and near ones of the article's own story.

    `stories` has the story of each article that has one, by its key.
    """
    found = (link for link in links if link[1] or (story and stories.get(link[0]) == story))
    return tuple(Related(*link) for link in islice(found, MOST))


def _may_be_one_event(apart: int | None) -> bool:
    """Return whether being of one event is a reason for articles so many days apart."""
    return abs(apart or 0) <= _LATER


@cache
def _closeness(days: int) -> float:
    """Return what being near in time adds to the score of articles so many days apart."""
    return _NEAR * math.exp(-days / _LATER)


def telling(
    shared: Sequence[str], frequency: Counter[str], total: int, share: float = _COMMON_SHARE
) -> list[str]:
    """Return the shared keywords that are rare enough to be a reason."""
    most = max(_COMMON, share * total)
    return [key for key in shared if frequency[key] <= most]


def _title_words(title: str) -> frozenset[str]:
    return frozenset(without_plural(word) for word in _WORD.findall(title))


def day_of(article: Article) -> dt.date | None:
    """Return the day of an article's date, None without one."""
    return article.date.day if article.date else None


def _number(article: Article) -> int | None:
    """Return the number of the day of an article's date, None without one."""
    return article.date.day.toordinal() if article.date else None


def _least(apart: int | None, reasons: int) -> float:
    """Return the minimum similarity of related articles, by days apart and number of reasons."""
    days = abs(apart or 0)
    if days <= _LATER:
        return _LEAST
    if days <= _FAR:
        return _LEAST_LATER if reasons < _SEVERAL else _SEVERAL_LATER
    return _LEAST_FAR if reasons < _SEVERAL else _SEVERAL_FAR
