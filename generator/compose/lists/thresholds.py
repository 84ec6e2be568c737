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
    speaker, `section` to the feed of a section, `feed` to the feed of a keyword or speaker.
    """

    collection: int
    keyword: int
    speaker: int
    section: int
    feed: int


# Chosen with collections of 300, 500 and 1,000 news articles, where every second to fourth shared
# keyword gets a page, and every third section that has several articles a feed.
_STEPS = (
    Thresholds(0, keyword=LEAST_SHARED, speaker=1, section=1, feed=2),
    Thresholds(100, keyword=2, speaker=2, section=3, feed=6),
    Thresholds(300, keyword=4, speaker=3, section=6, feed=10),
    Thresholds(1_000, keyword=6, speaker=4, section=10, feed=20),
    Thresholds(5_000, keyword=10, speaker=6, section=30, feed=50),
    Thresholds(20_000, keyword=16, speaker=8, section=60, feed=100),
    Thresholds(100_000, keyword=25, speaker=12, section=150, feed=200),
)


def thresholds_for(articles: int) -> Thresholds:
    """Return the thresholds for a collection of so many articles."""
    return next(step for step in reversed(_STEPS) if articles >= step.collection)
