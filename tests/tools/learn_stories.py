"""Learn which pairs of articles are of one story, from collections whose events are labelled.

    python tests/tools/learn_stories.py EVENTS.jsonl...

Writes `relate/stories.yml`. Per line of a file: `set` (a collection of its own), `id`, `title`,
`date`, `body`, `event`. Each set counts the same, whatever its number of pairs, and small parts of
it count as well: most digests begin with a dozen articles. To be run again when the features, or
what the analysis finds, change: the same texts give the same weights.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from generator.analyse import analyse
from generator.models import Analysis, Article, Block
from generator.moments import Moment
from generator.relate import stories
from generator.relate.similarity import Likeness, Terms
from generator.relate.stories import FEATURES, Stories
from learn_keywords import regression

TARGET = Path(stories.__file__).with_suffix(".yml")
DAY = dt.date(2026, 11, 1)
WEIGHT = 500.0  # of the pairs of one event, per set
WHOLE = 6  # how much more a whole set counts than its parts of one size
SIZES = (6, 12, 24, 48, 100, 200)  # articles of small collections
Rows = NDArray[np.floating]
Collection = tuple[Sequence[Article], Sequence[Analysis], Sequence[str]]


def read(files: Sequence[Path]) -> dict[str, Collection]:
    """Return the articles, analyses and events of each set."""
    known: defaultdict[str, list[tuple[Article, str]]] = defaultdict(list)
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            blocks = tuple(Block(text) for text in row["body"].split("\n") if text.strip())
            day = row["date"] and row["date"][:10]
            article = Article(
                row["id"], "", DAY, row["title"], blocks, "en", date=day and Moment.parse(day)
            )
            known[row["set"]].append((article, row["event"]))
    found = {}
    for name, rows in sorted(known.items()):
        articles = [article for article, _ in rows]
        analyses = [analyse(article) for article in articles]
        found[name] = articles, analyses, [event for _, event in rows]
    return found


def collected(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Stories:
    """Return the pairs of a collection."""
    index = Likeness.of(map(Terms.of, analyses))
    pairs = Stories(articles, index.headlines)
    for at, likeness in enumerate(index):
        pairs.add(at, likeness)
    return pairs


def weights(sets: dict[str, Collection]) -> dict[str, float]:
    """Return the weight of each feature, learnt from whole sets and from small parts of them."""
    features, labels, shares = [], [], []
    for parts in [[whole] for whole in sets.values()] + list(_small(sets)):
        rows, same = zip(*map(_pairs, parts), strict=True)
        weight = (WHOLE if len(parts) == 1 else 1) * WEIGHT
        features.append(np.concatenate(rows))
        labels.append(np.concatenate(same))
        shares.append(np.full(len(labels[-1]), weight / max(1, labels[-1].sum())))
    found = regression(np.concatenate(features), np.concatenate(labels), np.concatenate(shares))
    return {name: round(float(value), 3) for name, value in zip(FEATURES, found, strict=True)}


def _pairs(collection: Collection) -> tuple[Rows, Rows]:
    """Return the features of a collection's pairs, and 1.0 for each that is of one event."""
    articles, analyses, events = collection
    rows, same = [np.zeros((0, len(FEATURES)))], [np.zeros(0)]
    for left, right, found in collected(articles, analyses).features():
        rows.append(found)
        pairs = zip(left.tolist(), right.tolist(), strict=True)
        same.append(np.array([float(events[first] == events[second]) for first, second in pairs]))
    return np.concatenate(rows), np.concatenate(same)


def _small(sets: dict[str, Collection]) -> Iterator[list[Collection]]:
    """Yield small collections by set and size: events of the same days, most with one article."""
    chance = random.Random(5)
    for whole in sets.values():
        for size in SIZES:
            yield [
                _part(whole, size, chance.choice((0.1, 0.3, 0.6)), chance)
                for _ in range(min(30, 500 // size))
            ]


def _part(whole: Collection, size: int, share: float, chance: random.Random) -> Collection:
    """Return some articles; of each event one, but of a `share` of the events all."""
    articles, _, events = whole
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, event in enumerate(events):
        found[event].append(at)
    order = sorted(found, key=lambda event: str(articles[found[event][0]].date or ""))
    start = chance.randrange(max(1, len(order) - size))
    near = order[start : start + size]
    chance.shuffle(near)
    chosen: list[int] = []
    for event in near:
        chosen += found[event] if chance.random() < share else [chance.choice(found[event])]
    chosen = sorted(chosen[:size])
    return tuple([values[at] for at in chosen] for values in whole)  # type: ignore[return-value]


def main(*files: str) -> None:
    """Learn and write."""
    sets = read([Path(file) for file in files])
    said = ", ".join(f"{name} ({len(events)} articles)" for name, (_, _, events) in sets.items())
    head = (
        "# What each feature of a pair of articles (see relate/stories.py) adds to its log-odds\n"
        "# of being of one event: a logistic regression learnt with\n"
        "# tests/tools/learn_stories.py from\n"
        f"# {said}.\n"
    )
    TARGET.write_text(head + yaml.safe_dump(weights(sets), sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
