"""Rising and falling keywords of an edition, compared with the editions before it. Pure.

The measure is the log-odds ratio with an informative Dirichlet prior, as a z-score (Monroe,
Colaresi, Quinn: "Fightin' Words", Political Analysis 16, 2008, section 3.3). The prior is the
keyword's frequency in all compared articles, with the weight of the edition itself: a keyword in
one article of a small edition does not count as rising.
"""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

WINDOW = 12  # earlier editions for comparison: a quarter if weekly, a year if monthly
_LEAST_Z = 1.645  # one-sided p = 0.05
_LEAST_COUNT = 2  # articles
_MOST = 6  # keywords that rise, and new ones, that are shown


@dataclass(frozen=True, slots=True)
class Trend:
    """A keyword's numbers of articles now and in earlier editions; `z` is positive if it rises.

    `course` is its share (0 to 1) of each edition's articles, this one's last.
    """

    keyword: str
    now: int
    before: int
    z: float
    course: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Trends:
    """An edition's keyword trends, strongest first, with the numbers of articles compared.

    `fresh` are keywords that no earlier article has; `editions` the number of earlier editions.
    """

    articles: int = 0
    before: int = 0
    editions: int = 0
    rising: tuple[Trend, ...] = ()
    falling: tuple[Trend, ...] = ()
    fresh: tuple[str, ...] = ()


def log_odds(now: int, articles: int, before: int, articles_before: int) -> float:
    """Return the z-score of a keyword's odds in an edition against those in earlier editions."""
    prior = articles * (now + before) / (articles + articles_before)
    rest, rest_before = 2 * articles - now - prior, articles_before + articles - before - prior
    if prior == 0 or rest <= 0 or rest_before <= 0:
        return 0.0
    delta = math.log((now + prior) / rest) - math.log((before + prior) / rest_before)
    return delta / math.sqrt(1 / (now + prior) + 1 / (before + prior))


def trends(editions: Iterable[Sequence[Iterable[str]]]) -> Iterator[Trends]:
    """Yield the trends of each edition; editions, oldest first, are their articles' keywords."""
    window: deque[tuple[Counter[str], int]] = deque()
    before: Counter[str] = Counter()
    seen: set[str] = set()
    for edition in editions:
        now = Counter(word for keywords in edition for word in set(keywords))
        yield _compare(now, len(edition), before, window, seen)
        seen.update(now)
        window.append((now, len(edition)))
        before.update(now)
        if len(window) > WINDOW:
            _take(before, window.popleft()[0])


def _take(counts: Counter[str], gone: Mapping[str, int]) -> None:
    """Take counts from others, without leaving zeros; `-=` would look at all that stay."""
    counts.subtract(gone)
    for word in gone:
        if not counts[word]:
            del counts[word]


def _changes(
    now: Mapping[str, int], articles: int, before: Mapping[str, int], total: int
) -> list[Trend]:
    """Return the change in each keyword's frequency, the greatest first."""
    found = []
    pairs = ((word, count) for counts in (now, before) for word, count in counts.items())
    for word in {word for word, count in pairs if count >= _LEAST_COUNT}:
        pair = now.get(word, 0), before.get(word, 0)
        z = log_odds(pair[0], articles, pair[1], total)
        found.append(Trend(word, *pair, round(z, 6)))
    return sorted(found, key=lambda trend: (-abs(trend.z), trend.keyword))


def _compare(
    now: Mapping[str, int],
    articles: int,
    before: Mapping[str, int],
    window: Sequence[tuple[Counter[str], int]],
    seen: set[str],
) -> Trends:
    if not window:
        return Trends(articles)
    total = sum(count for _, count in window)
    found = _changes(now, articles, before, total)
    rising = (trend for trend in found if trend.z >= _LEAST_Z and trend.now >= _LEAST_COUNT)
    falling = (trend for trend in found if trend.z <= -_LEAST_Z)
    return Trends(
        articles,
        total,
        len(window),
        _strongest(rising, window, articles),
        _strongest(falling, window, articles),
        _fresh(now, seen),
    )


def _strongest(
    trends: Iterable[Trend], window: Sequence[tuple[Counter[str], int]], articles: int
) -> tuple[Trend, ...]:
    return tuple(_with_course(trend, window, articles) for trend in islice(trends, _MOST))


def _fresh(now: Mapping[str, int], seen: Collection[str]) -> tuple[str, ...]:
    """Return the keywords that no earlier article has, the most frequent first."""
    fresh = [word for word, count in now.items() if count >= _LEAST_COUNT and word not in seen]
    return tuple(sorted(fresh, key=lambda word: (-now[word], word))[:_MOST])


def _with_course(trend: Trend, window: Sequence[tuple[Counter[str], int]], articles: int) -> Trend:
    course = [counts[trend.keyword] / total for counts, total in window]
    return replace(trend, course=(*course, trend.now / articles))
