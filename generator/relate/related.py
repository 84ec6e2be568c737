"""Chooses the related articles of each article, with the reason. Pure.

Shared keywords and proximity in time decide among similar articles (see `similarity`). Those of one
story (see `stories`) come first. They need no shared keyword if they are plainly about one event:
if their texts are similar, or their headlines have rare words in common.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, count, islice
from pathlib import Path
from typing import NamedTuple

import numpy as np

from generator.models import Article, Keyword, Related
from generator.relate.flat_arrays import Flags, Numbers, Scores
from generator.relate.folding import fold, without_plural
from generator.relate.headlines import Headlines
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
_LEAST_UNTOLD, _LEAST_UNTOLD_LATER = _TUNED["least_untold"], _TUNED["least_untold_later"]
_COMMON, _RARE_SHARE = _TUNED["common"], _TUNED["rare_share"]
_COMMON_SHARE, _FAMILIAR_SHARE = _TUNED["common_share"], _TUNED["familiar_share"]
_KEYWORDS = _TUNED["keywords"]
_NEAR = _TUNED["near"]
_SAME_STORY, _SAME_STORY_LATER = _TUNED["same_story"], _TUNED["same_story_later"]
_SAID, _SAID_LATER = _TUNED["headline"], _TUNED["headline_later"]
_LEAST_SAID = _TUNED["least_headline"]
_UNDATED = -1
_WIDE = 40  # most similar articles, among which keywords and time decide


# The key of a related article, the keywords that are the reason, the days between. A plain tuple:
# every article has several, which are kept on disk for a moment.
Link = tuple[str, tuple[str, ...], int | None]
# The negative score, by which links are sorted, and whether the two are plainly about one event.
_Scored = tuple[float, Link, bool]


class _Head(NamedTuple):
    """The fields of an article that matter besides its words."""

    key: str
    day: int | None
    draft: bool
    title: frozenset[str]


class RelatedArticles:
    """Chooses for each article the related ones; `keywords` are aligned with the articles."""

    def __init__(
        self,
        articles: Sequence[Article],
        keywords: Sequence[Sequence[Keyword]],
        headlines: Headlines,
    ) -> None:
        self._tags = [{fold(keyword.text): keyword for keyword in own} for own in keywords]
        self._frequency = Counter(key for tags in self._tags for key in tags)
        total = len(self._tags)
        self._rarity = {key: math.log(1 + total / count) for key, count in self._frequency.items()}
        self._keys = [sorted(tags, key=self._rank) for tags in self._tags]  # rarest first
        self._heads = [
            _Head(
                article.key,
                _number(article),
                article.draft,
                _title_words(article.title),
            )
            for article in articles
        ]
        self._days = np.array([_UNDATED if it.day is None else it.day for it in self._heads])
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._languages = np.array([numbers[article.language] for article in articles])
        self._headlines = headlines
        self._rarest = math.log(1 + total)

    def of(self, at: int, near: Near) -> tuple[Link, ...]:
        """Return the articles that may be related to one, best first, of those similar to it.

        Those without keywords have no reason to show: they are related if they report the same
        event (see `confirmed`). They need not do so plainly if no article has a reason.
        """
        if self._heads[at].draft:
            return ()
        found = sorted(self._scored(at, near))
        named = [link for _, link, _ in found if link[1]]
        unnamed = [link for _, link, plain in found if plain or not (named or link[1])]
        kept = {*named[:MOST], *unnamed[:MOST]}
        return tuple(link for _, link, _ in found if link in kept)

    def _rank(self, key: str) -> tuple[int, str]:
        return self._frequency[key], key

    def _scored(self, at: int, near: Near) -> Iterator[_Scored]:
        """Yield the links to the most similar published articles."""
        alike = near.likeness[:_WIDE] >= _LEAST_SAID
        others, likeness = near.articles[:_WIDE][alike], near.likeness[:_WIDE][alike]
        plain, close = self._without_reason(at, others, likeness)
        rows = zip(others.tolist(), likeness.tolist(), plain.tolist(), close.tolist(), strict=True)
        tags = self._tags[at].keys()
        for other, alike, is_plain, is_close in rows:
            may_be = is_plain or is_close or not tags.isdisjoint(self._tags[other])
            if may_be and other != at and not self._heads[other].draft:
                score, link = self._link(at, other, alike)
                if link[1] or is_plain or is_close:
                    yield score, link, is_plain and not link[1]

    def _without_reason(self, at: int, others: Numbers, likeness: Scores) -> tuple[Flags, Flags]:
        """Return which articles may be related to one without a shared keyword.

        First those that are plainly about one event with it: what their headlines have in common
        shows nothing in two languages. Then those that are similar, in the same days.
        """
        shared = self._headlines.shared(np.full(len(others), at), others) / self._rarest
        dated = (self._days[at] >= 0) & (self._days[others] >= 0)
        late = np.where(dated, np.abs(self._days[others] - self._days[at]), 0) > _LATER
        later = (likeness >= _SAME_STORY_LATER) | (shared >= _SAID_LATER)
        foreign = (self._languages[others] != self._languages[at]) & (likeness >= _LEAST)
        sooner = foreign | (likeness >= _SAME_STORY) | (shared >= _SAID)
        return np.where(late, later, sooner), (likeness >= _LEAST) & ~late

    def _link(self, at: int, other: int, likeness: float) -> tuple[float, Link]:
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
        if not self._is_told(named, (at, other), apart, likeness):
            named = ()
        score = likeness + self._extra(keys) + near
        named = sorted(named, key=lambda key: not tags[key].name)  # names first
        names = tuple(tags[key].text for key in named[:_REASONS])
        return -score, (theirs.key, names, apart)

    def _extra(self, shared: Sequence[str]) -> float:
        """Return what shared keywords add to the score: more if they are rare."""
        rarity = sum(self._rarity[key] for key in shared) / self._rarest
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

    def _is_told(
        self, named: Sequence[str], pair: tuple[int, int], apart: int | None, likeness: float
    ) -> bool:
        """Return whether shared keywords are what one of two articles is about.

        A single one must be in a headline, unless the articles are similar: weeks apart, what both
        merely mention ("Social Security") is no reason.
        """
        similar = _LEAST_UNTOLD_LATER if abs(apart or 0) > _LATER else _LEAST_UNTOLD
        return len(named) != 1 or likeness >= similar or self._in_headline(named[0], pair)

    def _in_headline(self, key: str, pair: tuple[int, int]) -> bool:
        """Return whether one of two headlines has a keyword, or enough of it.

        That is a name's last word, which is a surname, or its initials ("CDC"); any word of another
        phrase ("background checks").
        """
        words = [without_plural(word) for word in key.split()]
        titles = self._heads[pair[0]].title | self._heads[pair[1]].title
        keyword = self._tags[pair[0]][key]
        if not keyword.name:
            return not titles.isdisjoint(words)
        return words[-1] in titles or without_plural(_initials(keyword.text)) in titles

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
    links: Sequence[Link], story: str | None, stories: Mapping[str, str]
) -> tuple[Related, ...]:
    """Return the related articles: those of the article's own story, then those with a reason.

    `stories` has the story of each article that has one, by its key.
    """
    own = [link for link in links if story and stories.get(link[0]) == story]
    others = (link for link in links if link[1] and link not in own)
    return tuple(Related(*link) for link in islice(chain(own, others), MOST))


def _initials(name: str) -> str:
    """Return the initials of a name's capitalised words, in the form of a headline's words."""
    return fold("".join(word[0] for word in name.split() if word[0].isupper()))


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
