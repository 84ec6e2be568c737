"""The articles of a run with the features of their texts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.article_list import Articles, text_digest
from generator.models import Article
from generator.relate.text_features import TextFeatures
from generator.run.cache import fingerprint
from generator.run.disk_list import DiskList
from generator.run.kept_values import KeptValues

FILE = "features.bin"  # in the cache
_Known = tuple[str, TextFeatures]  # the digest of the text, and its features


class ArticlesWithFeatures:
    """Articles and the features of their texts, in the same order.

    The features of texts that no stage has changed since are kept in `cache` for the next build.
    """

    def __init__(self, cache: Path | None, scratch: Path | None) -> None:
        self.articles = Articles(DiskList(folder=scratch))
        self.features: DiskList[TextFeatures] = DiskList(folder=scratch)
        self._kept: KeptValues[_Known] = KeptValues(cache and cache / FILE, fingerprint("relate"))

    def add(self, key: str, articles: Iterable[Article]) -> None:
        """Add the articles of a source; `key` identifies what was understood of it."""
        for number, article in enumerate(articles):
            name = f"{key} {number}"
            known = self._kept.get(name)
            if known is None:
                known = text_digest(article), TextFeatures.of(article)
                self._kept.put(name, known)
            digest, features = known
            self.articles.append(article, digest)
            self.features.append(features)

    def apply(self, changes: Iterable[tuple[int, Article | None]]) -> None:
        """Replace articles by index; remove those for which there is None."""
        gone = set()
        for number, article in changes:
            if article is None:
                gone.add(number)
            else:
                self.articles.replace(number, article, text_digest(article))
                self.features.replace(number, TextFeatures.of(article))
        if gone:
            rest = [number for number in range(len(self.articles)) if number not in gone]
            self.articles.keep(rest)
            self.features.keep(rest)

    def save(self) -> None:
        """Keep the features for the next build."""
        self._kept.save()
