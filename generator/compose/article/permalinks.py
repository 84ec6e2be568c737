"""Permanent addresses of article pages, assigned before anything is written. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator import sanitize
from generator.models import Article

DRAFTS = "drafts"  # MkDocs shows these while serving and leaves them out of a build

_MARK_LENGTH = 6  # hexadecimal digits, more if needed to make an address unique


@dataclass(frozen=True, slots=True)
class Place:
    """The page of an article: its path, and its former addresses.

    `story` is the page of the article's story, `cited` are the paragraphs that the story quotes.
    """

    path: str
    aliases: tuple[str, ...] = ()
    story: str | None = None
    cited: frozenset[int] = frozenset()


def assign(
    articles: Sequence[Article], known: Mapping[str, str], taken: AbstractSet[str]
) -> tuple[str, ...]:
    """Return the path of each article's page below content/, in the order of `articles`.

    `known` maps article keys to the paths they already have: these never change, unless the editor
    sets another slug. `taken` are paths of pages that the program did not write.
    """
    used = set(taken) | set(known.values())
    paths: dict[str, str] = {}
    for article in sorted(articles, key=lambda article: article.key):
        path = known.get(article.key)
        if path is None or article.draft or _renamed(article, path):
            path = _free(article, used)
            used.add(path)
        paths[article.key] = path
    return tuple(paths[article.key] for article in articles)


def _renamed(article: Article, path: str) -> bool:
    """Return whether the editor has set another slug than the one in the page's address."""
    if not article.slug:
        return False
    stem, wanted = path.rsplit("/", 1)[-1].removesuffix(".md"), sanitize.slug(article.slug)
    mark = stem.removeprefix(f"{wanted}-")  # of an address that was taken
    marked = stem != mark and len(mark) >= _MARK_LENGTH and _mark(article).startswith(mark)
    return stem != wanted and not marked


def _free(article: Article, used: AbstractSet[str]) -> str:
    """Return the plain address or, if that is taken, one with a hash of the article."""
    stem = f"{_folder(article)}/{sanitize.slug(article.slug or article.title)}"
    if f"{stem}.md" not in used:
        return f"{stem}.md"
    mark, length = _mark(article), _MARK_LENGTH
    while f"{stem}-{mark[:length]}.md" in used:
        length += 1
    return f"{stem}-{mark[:length]}.md"


def _mark(article: Article) -> str:
    return hashlib.sha256(article.key.encode()).hexdigest()


def _folder(article: Article) -> str:
    """Return the folder of a page; a draft has no permanent address yet."""
    if article.draft:
        return DRAFTS
    return f"articles/{f'{article.date.day.year:04}' if article.date else 'undated'}"
