"""Learn which pairs of articles are of one story, from collections whose events are labelled.

    python tests/tools/learn_stories.py EVENTS.jsonl...

Writes `relate/stories.yml`. Per line of a file: `set` (a collection of its own), `id`, `title`,
`date`, `body`, `event`. Each set counts the same, whatever its number of pairs. To be run again
when the features, or what the analysis finds, change: the same texts give the same weights.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import yaml

from generator.analyse import analyse
from generator.models import Analysis, Article, Block
from generator.relate import stories
from generator.relate.likeness import Likeness
from generator.relate.stories import FEATURES, Stories
from generator.run.parallel import Crew, Workers
from learn_keywords import regression

TARGET = Path(stories.__file__).with_suffix(".yml")
DAY = dt.date(2026, 11, 1)
WEIGHT = 500.0  # of the pairs of one event, per set
Collection = tuple[Sequence[Article], Sequence[Analysis], Sequence[str]]


def read(files: Sequence[Path]) -> dict[str, Collection]:
    """Return the articles, analyses and events of each set."""
    known: defaultdict[str, list[tuple[Article, str]]] = defaultdict(list)
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            blocks = tuple(Block(text) for text in row["body"].split("\n") if text.strip())
            day = row["date"] and row["date"][:10]
            article = Article(row["id"], "", DAY, row["title"], blocks, "en", date=day)
            known[row["set"]].append((article, row["event"]))
    found = {}
    for name, rows in sorted(known.items()):
        articles = [article for article, _ in rows]
        analyses = list(Workers(analyse, Crew(), 60.0, lambda: None).run(articles))
        found[name] = articles, analyses, [event for _, event in rows]
    return found


def collected(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Stories:
    """Return the pairs of a collection."""
    pairs = Stories(articles, analyses)
    for at, likeness in enumerate(Likeness.of(analysis.terms for analysis in analyses)):
        pairs.add(at, likeness)
    return pairs


def weights(
    sets: dict[str, Collection], wanted: Callable[[str], bool] | None = None
) -> dict[str, float]:
    """Return the weight of each feature, learnt from the pairs of all or of wanted events."""
    features, labels, shares = [], [], []
    for articles, analyses, events in sets.values():
        pairs, rows = collected(articles, analyses).features()
        same = np.array([events[left] == events[right] for left, right in pairs])
        if wanted:
            keep = [wanted(events[left]) and wanted(events[right]) for left, right in pairs]
            rows, same = rows[keep], same[keep]
        features.append(rows)
        labels.append(same.astype(float))
        shares.append(np.full(len(same), WEIGHT / max(1, same.sum())))
    found = regression(np.concatenate(features), np.concatenate(labels), np.concatenate(shares))
    return {name: round(float(value), 3) for name, value in zip(FEATURES, found, strict=True)}


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
