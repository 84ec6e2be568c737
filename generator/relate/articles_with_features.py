"""The articles of a run with the features of their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.article_list import Articles, head_of, text_digest
from generator.config import Settings
from generator.models import Article, Problem, Understood, Withheld
from generator.relate.display_names import under_display_names
from generator.relate.text_features import TextFeatures
from generator.run.cache import fingerprint
from generator.run.cached_work import Results
from generator.run.disk_list import DiskList
from generator.run.kept_values import KeptValues
from generator.run.lazy_sequence import LazySequence

FILE, HEADS = "features.bin", "heads.bin"  # in the cache


@dataclass(frozen=True, slots=True)
class SourceHead:
    """What a source says besides the texts of its articles; `digest` is that of the only text."""

    heads: tuple[Article, ...]
    problems: tuple[Problem, ...]
    withheld: tuple[Withheld, ...]
    digest: str = ""

    @classmethod
    def of(cls, source: Understood) -> SourceHead:
        """Return the head of a source."""
        digest = text_digest(source.articles[0]) if len(source.articles) == 1 else ""
        heads = tuple(map(head_of, source.articles))
        return cls(heads, source.problems, source.withheld, digest)


class ArticlesWithFeatures:
    """Articles and the features of their texts, in the same order.

    The features are kept in `cache` for the next build.
    """

    def __init__(self, cache: Path | None, scratch: Path | None) -> None:
        self.articles = Articles(DiskList(folder=scratch))
        self.features = _Features(
            KeptValues(cache and cache / FILE, fingerprint("relate"), scratch)
        )
        self._heads: KeptValues[SourceHead] = KeptValues(
            cache and cache / HEADS, fingerprint(), scratch
        )

    def add(self, articles: Iterable[Article]) -> None:
        """Add the articles of a source."""
        for article in articles:
            digest = text_digest(article)
            self.articles.append(article, digest)
            self.features.append(article, digest, partial(_same, article))

    def add_source(self, results: Results[Understood], at: int, settings: Settings) -> SourceHead:
        """Add the articles of the source at an index, under the names that the digest shows.

        Return what the source says besides their texts. The text of a source's only article is
        not read before it is used.
        """
        key = results.keys[at]
        found = self._heads.get(key)
        if found is None:
            result = results[at]
            found = SourceHead.of(result)
            if len(result.articles) != 1:
                self.add(under_display_names(result.articles, settings))
                return found
            self._heads.put(key, found)
        for head in under_display_names(found.heads, settings):
            read = partial(_only_article, results, at, settings)
            self.articles.append_unread(head, found.digest, read)
            self.features.append(head, found.digest, read)
        return found

    def save(self) -> None:
        """Keep the heads and the features for the next build."""
        self._heads.save()
        self.features.save()

    def apply(self, changes: Iterable[tuple[int, Article | None]]) -> None:
        """Replace articles by index; remove those for which there is None."""
        gone = set()
        for number, article in changes:
            if article is None:
                gone.add(number)
            else:
                digest = text_digest(article)
                self.articles.replace(number, article, digest)
                self.features.replace(number, article, digest, partial(_same, article))
        if gone:
            rest = [number for number in range(len(self.articles)) if number not in gone]
            self.articles.keep(rest)
            self.features.keep(rest)


class _Features(LazySequence[TextFeatures]):
    """The features of each article, read when they are used; `kept` has them by the text."""

    def __init__(self, kept: KeptValues[TextFeatures]) -> None:
        self._kept = kept
        self._keys: list[str] = []

    def append(self, head: Article, digest: str, read: Callable[[], Article]) -> None:
        """Add the features of an article; `digest` is that of its text, `read` returns it all."""
        self._keys.append(self._key(head, digest, read))

    def replace(self, at: int, head: Article, digest: str, read: Callable[[], Article]) -> None:
        """Replace the features at an index."""
        self._keys[at] = self._key(head, digest, read)

    def keep(self, numbers: Sequence[int]) -> None:
        """Keep only the features at some indexes, in their order."""
        self._keys = [self._keys[at] for at in numbers]

    def save(self) -> None:
        """Keep the features for the next build."""
        self._kept.save()

    def _key(self, head: Article, digest: str, read: Callable[[], Article]) -> str:
        """Return the key of an article's features, which are computed if they are not known."""
        key = f"{digest} {head.title}"  # the titles of short texts are compared too
        if not self._kept.has(key):
            self._kept.put(key, TextFeatures.of(read()))
        return key

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self._keys)

    def value(self, at: int) -> TextFeatures:
        """Return the features at an index."""
        return self._kept.known(self._keys[at])


def _same(article: Article) -> Article:
    return article


def _only_article(results: Results[Understood], at: int, settings: Settings) -> Article:
    (article,) = under_display_names(results[at].articles, settings)
    return article
