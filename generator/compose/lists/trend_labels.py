"""Rising, falling and new keywords of an edition, as a page shows them. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from generator.compose.article.entry import Entry
from generator.compose.lists.collection import Shelf
from generator.compose.lists.trends import WINDOW, Trend, Trends
from generator.compose.lists.views import Link, Move, Moves
from generator.compose.pictures import charts

_COMMON = 6  # keywords of an edition or list that are shown


def moves_of(shelf: Shelf, start: dt.date, found: Trends) -> Moves:
    """Return the keyword trends of the edition that begins at `start`, or why there are none."""
    words = shelf.words
    names = _compared(shelf, start) if found.rising or found.falling else ()
    if not found.editions:
        note = words("moves-first")
    elif found.rising or found.falling:
        note = words.count("moves-note", found.editions)
    else:
        note = words.count("moves-none", found.editions)
    return Moves(
        note,
        tuple(_move(shelf, trend, found, names) for trend in found.rising),
        tuple(_move(shelf, trend, found, names) for trend in found.falling),
        _fresh(shelf, found),
        common(shelf, shelf.by_edition[start]),
    )


def _fresh(shelf: Shelf, found: Trends) -> tuple[Link, ...]:
    """Return the new keywords that are not rising; none in the first edition, where all are new."""
    rising = {trend.keyword for trend in found.rising}
    new = [word for word in found.fresh if word not in rising] if found.editions else []
    return tuple(shelf.keyword(word) for word in new)


def _compared(shelf: Shelf, start: dt.date) -> Sequence[str]:
    """Return the names of the editions of a keyword's `course`, this one last."""
    before = sorted(edition for edition in shelf.by_edition if edition <= start)[-WINDOW - 1 :]
    return [shelf.edition_at(edition).text for edition in before]


def _move(shelf: Shelf, trend: Trend, found: Trends, names: Sequence[str]) -> Move:
    words = shelf.words
    now = words("of", part=words.number(trend.now), whole=words.number(found.articles))
    before = words("of", part=words.number(trend.before), whole=words.number(found.before))
    texts = [
        f"{name}: {words.percent(share)}" for name, share in zip(names, trend.course, strict=True)
    ]
    return Move(
        shelf.keyword(trend.keyword),
        now,
        before,
        words.count("change", found.articles, now=now, before=before),
        charts.course(trend.course, texts),
    )


def common(shelf: Shelf, entries: Sequence[Entry], most: int = _COMMON) -> tuple[Link, ...]:
    """Return the keywords that most of these articles share, with their counts."""
    counts = Counter(word for entry in entries for word in set(entry.keywords))
    shared = sorted((-count, word) for word, count in counts.items() if count > 1)
    links = [(shelf.keyword(word), -count) for count, word in shared[:most]]
    return tuple(Link(link.text, link.path, count) for link, count in links)
