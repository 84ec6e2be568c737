"""A pasted page about a ferry: its paragraphs and headline, for tests of what is around them."""

from __future__ import annotations

import datetime as dt

from generator.models import Article
from generator.understand import pasted
from sources import article_of

FIRST = (
    "The ferry that links the two halves of the town has been out of service since a cable broke, "
    "and nobody can say when the spare part will come."
)
SECOND = (
    "Until then the council pays for a bus that goes round by the old bridge, a journey of fifty "
    "minutes for a distance that everybody can see across."
)
THIRD = (
    "The cable was ordered in March from a works that makes two a year, and the second of them "
    "went to another town, the mayor said at a meeting on Monday."
)
TITLE = "Ferry waits for a cable that nobody can make"


def read(*lines: str) -> Article:
    """Return the article of a page with these lines."""
    return article_of(
        "ferry.txt", "\n\n".join(lines).encode(), pasted, collected=dt.date(2026, 1, 1)
    )
