"""By how much one more article changes the stories of the others.

    python tests/tools/story_stability.py [--tries N] EVENTS.jsonl...

Takes articles out of each set, one at a time, and counts the other articles whose story has other
articles with it than without it, the one itself aside. Files as for `learn_stories.py`.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from generator.models import Analysis, Article
from learn_stories import collected, read


def main() -> None:
    """Measure and print, per set."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--tries", type=int, default=40)
    arguments = parser.parse_args()
    for name, (articles, analyses, _) in read(arguments.files).items():
        changed, others = changes(articles, analyses, arguments.tries)
        print(f"{name}: {changed} of {others} ({changed / others:.2%})")


def changes(
    articles: Sequence[Article], analyses: Sequence[Analysis], tries: int
) -> tuple[int, int]:
    """Return how many of the other articles change their story, and of how many."""
    whole = _companions(articles, analyses)
    taken = random.Random(3).sample(range(len(articles)), min(tries, len(articles)))
    changed = 0
    for out in taken:
        key = articles[out].key
        rest = [at for at in range(len(articles)) if at != out]
        found = _companions([articles[at] for at in rest], [analyses[at] for at in rest])
        changed += sum(whole[other] - {key} != own for other, own in found.items())
    return changed, len(taken) * (len(articles) - 1)


def _companions(
    articles: Sequence[Article], analyses: Sequence[Analysis]
) -> dict[str, frozenset[str]]:
    """Return for each article those that it shares a story with, itself among them."""
    stories: defaultdict[str, set[str]] = defaultdict(set)
    names = [
        story or article.key
        for article, story in zip(articles, collected(articles, analyses).names(), strict=True)
    ]
    for article, name in zip(articles, names, strict=True):
        stories[name].add(article.key)
    return {
        article.key: frozenset(stories[name]) for article, name in zip(articles, names, strict=True)
    }


if __name__ == "__main__":
    main()
