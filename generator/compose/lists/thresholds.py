"""How many articles a list needs for a page and a feed: the more, the larger the collection. Pure.

With fixed numbers, most files of a large site would be pages and feeds of two or three articles,
which the search finds as well. The steps are few, so that an added article seldom moves pages.
"""

from __future__ import annotations

from dataclasses import dataclass

LEAST_SHARED = 2  # articles of a keyword: no smaller keyword has a page


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What lists need in a collection of at least `collection` articles, all counted in articles.

    `keyword` is for the page of a keyword and for the feed of a story, `speaker` for the page of a
    speaker and for the feed of a section, `feed` for the feed of a keyword or speaker.
    """

    collection: int
    keyword: int
    speaker: int
    feed: int


# Chosen with collections of 300 and 1,000 news articles, where they leave a page for every second
# and every fourth keyword that articles share; of 300, for every seventh speaker quoted twice.
_STEPS = (
    Thresholds(0, keyword=LEAST_SHARED, speaker=1, feed=2),
    Thresholds(100, keyword=2, speaker=2, feed=5),
    Thresholds(300, keyword=3, speaker=2, feed=8),
    Thresholds(1_000, keyword=5, speaker=3, feed=15),
    Thresholds(5_000, keyword=8, speaker=4, feed=30),
    Thresholds(20_000, keyword=12, speaker=6, feed=60),
    Thresholds(100_000, keyword=20, speaker=10, feed=100),
)


def thresholds_for(articles: int) -> Thresholds:
    """Return what lists need in a collection of so many articles."""
    return next(step for step in reversed(_STEPS) if articles >= step.collection)
