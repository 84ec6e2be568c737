"""The articles of a run with the features of their texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.article_list import Articles, text_digest
from generator.models import Article
from generator.relate.text_features import TextFeatures
from generator.run.cache import fingerprint
from generator.run.disk_list import DiskList
from generator.run.kept_values import KeptValues
from generator.run.lazy_sequence import LazySequence

FILE = "features.bin"  # in the cache


class ArticlesWithFeatures:
    """Articles and the features of their texts, in the same order.

    The features are kept in `cache` for the next build.
    """

    def __init__(self, cache: Path | None, scratch: Path | None) -> None:
        self.articles = Articles(DiskList(folder=scratch))
        self.features = _Features(
            KeptValues(cache and cache / FILE, fingerprint("relate"), scratch)
        )

    def add(self, articles: Iterable[Article]) -> None:
        """Add the articles of a source."""
        for article in articles:
            digest = text_digest(article)
            self.articles.append(article, digest)
            self.features.append(article, digest)

    def apply(self, changes: Iterable[tuple[int, Article | None]]) -> None:
        """Replace articles by index; remove those for which there is None."""
        gone = set()
        for number, article in changes:
            if article is None:
                gone.add(number)
            else:
                digest = text_digest(article)
                self.articles.replace(number, article, digest)
                self.features.replace(number, article, digest)
        if gone:
            rest = [number for number in range(len(self.articles)) if number not in gone]
            self.articles.keep(rest)
            self.features.keep(rest)


class _Features(LazySequence[TextFeatures]):
    """The features of each article, read when they are used; `kept` has them by the text."""

    def __init__(self, kept: KeptValues[TextFeatures]) -> None:
        self._kept = kept
        self._keys: list[str] = []

    def append(self, article: Article, digest: str) -> None:
        """Add the features of an article; `digest` is that of its text."""
        self._keys.append(self._key(article, digest))

    def replace(self, at: int, article: Article, digest: str) -> None:
        """Replace the features at an index."""
        self._keys[at] = self._key(article, digest)

    def keep(self, numbers: Sequence[int]) -> None:
        """Keep only the features at some indexes, in their order."""
        self._keys = [self._keys[at] for at in numbers]

    def save(self) -> None:
        """Keep the features for the next build."""
        self._kept.save()

    def _key(self, article: Article, digest: str) -> str:
        """Return the key of an article's features, which are computed if they are not known."""
        key = f"{digest} {article.title}"  # the titles of short texts are compared too
        if not self._kept.has(key):
            self._kept.put(key, TextFeatures.of(article))
        return key

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self._keys)

    def value(self, at: int) -> TextFeatures:
        """Return the features at an index."""
        return self._kept.known(self._keys[at])
