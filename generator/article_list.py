"""The articles of a run: their texts are on disk, the rest is in memory. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, overload

from generator.models import Article


class Store(Protocol):
    """A sequence that keeps its articles on disk."""

    def append(self, value: Article) -> None:
        """Add an article at the end."""

    def replace(self, at: int, value: Article) -> None:
        """Replace the article at an index."""

    def keep(self, numbers: Sequence[int]) -> None:
        """Keep only the articles at some indexes, in their order."""

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Article]: ...


class Articles(Sequence[Article]):
    """Articles, each read from a store, empty at first, whenever it is accessed.

    `heads` are the articles without their texts, `digests` those of the texts.
    """

    def __init__(self, store: Store) -> None:
        self.heads: list[Article] = []
        self.digests: list[str] = []
        self._store = store

    def append(self, article: Article, digest: str) -> None:
        """Add an article with the digest of its text."""
        self.heads.append(_head(article))
        self.digests.append(digest)
        self._store.append(article)

    def replace(self, at: int, article: Article, digest: str) -> None:
        """Replace the article at an index."""
        self.heads[at] = _head(article)
        self.digests[at] = digest
        self._store.replace(at, article)

    def keep(self, numbers: Sequence[int]) -> None:
        """Keep only the articles at some indexes, in their order."""
        self.heads = [self.heads[at] for at in numbers]
        self.digests = [self.digests[at] for at in numbers]
        self._store.keep(numbers)

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self.heads)

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Article]: ...
    def __getitem__(self, at: int | slice) -> Article | Sequence[Article]:
        """Return the article at an index, or the list of articles of a slice."""
        return self._store[at]


def heads_of(articles: Sequence[Article]) -> Sequence[Article]:
    """Return articles whose texts need not be read."""
    return articles.heads if isinstance(articles, Articles) else articles


def text_digests(articles: Sequence[Article]) -> Sequence[str]:
    """Return the digests of the texts of some articles."""
    if isinstance(articles, Articles):
        return articles.digests
    return [text_digest(article) for article in articles]


def text_digest(article: Article) -> str:
    """Return a digest of an article's text; the lines of its source that have it do not count."""
    data = repr((article.blocks, len(article.dropped))).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _head(article: Article) -> Article:
    return replace(article, blocks=(), dropped=())
