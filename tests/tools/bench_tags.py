"""How many articles change their tags when one article is added to a thousand."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from generator.analyse import analyse
from generator.config import Keywords, Limits
from generator.models import Analysis, Article, Source
from generator.read import read
from generator.relate.keywords import choose_keywords
from generator.relate.vocabulary import vocabulary
from generator.understand import understand
from paths import CORPUS

ARTICLES = CORPUS / "articles"
COUNT, ADDED = 1000, 20
SHOWN = 6

Analysed = list[tuple[Article, Analysis]]


def analysed(folder: Path, count: int) -> Analysed:
    """Return the first articles of a folder with their analyses."""
    sources = (item for item in read(folder, Limits(), {}, None) if isinstance(item, Source))
    articles = (article for source in sources for article in understand(source, Limits()).articles)
    return [(article, analyse(article)) for article in islice(articles, count)]


def tags(articles: Analysed) -> list[tuple[str, ...]]:
    """Return the keywords that each article's page shows."""
    known = vocabulary([analysis for _, analysis in articles], Keywords())
    chosen = (choose_keywords(analysis, article.language, known) for article, analysis in articles)
    return [tuple(item.text for item in found if not item.weak)[:SHOWN] for found in chosen]


def changed(articles: Analysed, added: Analysed) -> float:
    """Return the mean share of articles whose tags change when one more is there."""
    before = tags(articles)
    shares = []
    for one in added:
        after = tags([*articles, one])
        differing = sum(a != b for a, b in zip(before, after, strict=False))
        shares.append(differing / len(articles))
    return sum(shares) / len(shares)


def main() -> None:
    """Measure and print."""
    if not ARTICLES.is_dir():
        print(f"how tags change is not measured: it needs the articles in {ARTICLES}")
        return
    found = analysed(ARTICLES, COUNT + ADDED)
    share = changed(found[:COUNT], found[COUNT:])
    print(f"one article more changes the tags of {share:.2%} of {COUNT}")


if __name__ == "__main__":
    main()
