"""How many articles a list needs for a page and a feed, depending on the collection's size. Pure.

With fixed numbers, most files of a large site would be pages and feeds of two or three articles,
which the search finds as well. There are few steps, so that a new article seldom removes pages.
"""

from __future__ import annotations

from dataclasses import dataclass

LEAST_SHARED = 2  # articles of a keyword: no smaller keyword has a page


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The articles that lists need in a collection of at least `collection` articles.

    `keyword` applies to the page of a keyword and the feed of a story, `speaker` to the page of a
    speaker and the feed of a section, `feed` to the feed of a keyword or speaker.
    """

    collection: int
    keyword: int
    speaker: int
    feed: int


# Chosen with collections of 300 and 1,000 news articles, where every second and every fourth shared
# keyword gets a page; with 300 articles, every seventh speaker who is quoted twice.
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
    """Return the thresholds for a collection of so many articles."""
    return next(step for step in reversed(_STEPS) if articles >= step.collection)
