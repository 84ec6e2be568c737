"""The articles of a run: their texts are on disk, the rest is in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import overload

from generator.models import Article
from generator.run.disk_list import DiskList


class Articles(Sequence[Article]):
    """Articles, each read from a temporary file in `folder` whenever it is accessed.

    `heads` are the articles without their texts, `digests` those of the texts.
    """

    def __init__(self, articles: Iterable[Article] = (), folder: Path | None = None) -> None:
        self.heads: list[Article] = []
        self.digests: list[str] = []
        self._whole: DiskList[Article] = DiskList(folder=folder)
        for article in articles:
            self.append(article, text_digest(article))

    def append(self, article: Article, digest: str) -> None:
        """Add an article with the digest of its text."""
        self.heads.append(_head(article))
        self.digests.append(digest)
        self._whole.append(article)

    def replace(self, at: int, article: Article, digest: str) -> None:
        """Replace the article at an index."""
        self.heads[at] = _head(article)
        self.digests[at] = digest
        self._whole.replace(at, article)

    def keep(self, numbers: Sequence[int]) -> None:
        """Keep only the articles at some indexes, in their order."""
        self.heads = [self.heads[at] for at in numbers]
        self.digests = [self.digests[at] for at in numbers]
        self._whole.keep(numbers)

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self.heads)

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Article]: ...
    def __getitem__(self, at: int | slice) -> Article | Sequence[Article]:
        """Return the article at an index, or the list of articles of a slice."""
        return self._whole[at]


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
