"""Articles as stages pass them on, made without a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.models import Article, Block
from generator.moments import Moment

COLLECTED = dt.date(2026, 6, 1)


def make_article(
    *blocks: str | Block,
    source: str = "a.txt",
    title: str = "Title",
    language: str = "en",
    collected: dt.date = COLLECTED,
    date: str | Moment | None = None,
    **fields: Any,
) -> Article:
    """Return an article of these blocks; a text is a paragraph, a date may be a text."""
    made = tuple(Block(block) if isinstance(block, str) else block for block in blocks)
    moment = Moment.parse(date) if isinstance(date, str) else date
    return Article(source, "0" * 64, collected, title, made, language, date=moment, **fields)


def changed(
    articles: Sequence[Article], changes: Iterable[tuple[int, Article | None]]
) -> list[Article]:
    """Return articles with what a stage changes of them, by index; None leaves one out."""
    found = dict(changes)
    made = (found.get(number, article) for number, article in enumerate(articles))
    return [article for article in made if article]


def articles_of(rows: Sequence[Mapping[str, Any]]) -> list[Article]:
    """Return an article of each row of a YAML file, with its text, title, language and date."""
    return [
        make_article(
            row["text"],
            source=f"{at}.txt",
            title=row["title"],
            language=row["language"],
            date=str(row["date"]),
        )
        for at, row in enumerate(rows)
    ]
