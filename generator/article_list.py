"""The articles of a run: their texts are on disk, the rest is in memory. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from generator.models import Article
from generator.run.lazy_sequence import LazySequence


class Store(Protocol):
    """A sequence that keeps its articles on disk."""

    def append(self, value: Article) -> None:
        """Add an article at the end."""

    def __len__(self) -> int:
        """Return the number of articles."""
        ...

    def value(self, at: int) -> Article:
        """Return the article at an index."""
        ...


class Articles(LazySequence[Article]):
    """Articles, each read whenever it is accessed.

    `heads` are the articles without their texts, `digests` those of the texts. `store`, empty at
    first, takes the articles that are nowhere else.
    """

    def __init__(self, store: Store) -> None:
        self.heads: list[Article] = []
        self.digests: list[str] = []
        self._read: list[Callable[[], Article]] = []
        self._store = store

    def append(self, article: Article, digest: str) -> None:
        """Add an article with the digest of its text."""
        self.append_unread(head_of(article), digest, self._stored(article))

    def append_unread(self, head: Article, digest: str, read: Callable[[], Article]) -> None:
        """Add an article by its head and the digest of its text; `read` returns the whole."""
        self.heads.append(head)
        self.digests.append(digest)
        self._read.append(read)

    def replace(self, at: int, article: Article, digest: str) -> None:
        """Replace the article at an index."""
        self.heads[at] = head_of(article)
        self.digests[at] = digest
        self._read[at] = self._stored(article)

    def keep(self, numbers: Sequence[int]) -> None:
        """Keep only the articles at some indexes, in their order."""
        self.heads = [self.heads[at] for at in numbers]
        self.digests = [self.digests[at] for at in numbers]
        self._read = [self._read[at] for at in numbers]

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self.heads)

    def value(self, at: int) -> Article:
        """Return the article at an index."""
        return self._read[at]()

    def _stored(self, article: Article) -> Callable[[], Article]:
        self._store.append(article)
        return partial(self._store.value, len(self._store) - 1)


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


def head_of(article: Article) -> Article:
    """Return an article without its text."""
    return replace(article, blocks=(), dropped=())
