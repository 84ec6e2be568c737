"""Permanent addresses of stories. Pure.

A story's address is made from its first article and stays when articles are added. If stories are
merged, the address of the one with most articles in the merged story stays; if a story is split,
the part with most of its articles keeps it. A former address redirects permanently: to the story
that has most of its articles, else to the first of these articles.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator import sanitize
from generator.compose.story.entry import FOLDER, StoryEntry

_MARK_LENGTH = 6  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Addresses:
    """The path of each story, in order, and the targets of former addresses."""

    paths: tuple[str, ...]
    moved: Mapping[str, str]


def assign(
    stories: Sequence[Sequence[str]],
    known: Sequence[StoryEntry],
    titles: Mapping[str, tuple[str, int | None]],
    taken: AbstractSet[str],
) -> Addresses:
    """Return the addresses of stories, each given as the pages of its articles, earliest first.

    `known` are the stories and former addresses of earlier builds, with the present pages of their
    articles; `titles` maps an article's page to its title and year; `taken` are pages written by
    hand.
    """
    shares = _shares(stories, known)
    paths = _kept(known, shares)
    used = {*taken, *shares}
    for at, articles in enumerate(stories):
        if at not in paths:
            paths[at] = _free(articles[0], titles, used)
            used.add(paths[at])
    moved: dict[str, str] = {}
    for story in known:
        target = _target(story, shares[story.path], paths, titles)
        if target and story.path not in paths.values():
            moved[story.path] = target
    return Addresses(tuple(paths[at] for at in range(len(stories))), moved)


def _shares(
    stories: Sequence[Sequence[str]], known: Sequence[StoryEntry]
) -> dict[str, Counter[int]]:
    """Return, by former address, the number of its articles in each story."""
    where = {article: at for at, articles in enumerate(stories) for article in articles}
    return {
        story.path: Counter(where[article] for article in story.articles if article in where)
        for story in known
    }


def _kept(known: Sequence[StoryEntry], shares: Mapping[str, Counter[int]]) -> dict[int, str]:
    """Return the address that each story keeps; addresses of stories precede former ones."""
    claims = sorted(
        (bool(story.to), -count, story.path, rank, at)
        for story in known
        for rank, (at, count) in enumerate(shares[story.path].items())
    )
    paths: dict[int, str] = {}
    given: set[str] = set()
    for _, _, path, _, at in claims:
        if at not in paths and path not in given:
            paths[at] = path
            given.add(path)
    return paths


def _target(
    story: StoryEntry,
    share: Counter[int],
    paths: Mapping[int, str],
    titles: Mapping[str, tuple[str, int | None]],
) -> str | None:
    """Return the page that a former address leads to, None if all its articles are gone."""
    if share:
        best = max(share.values())
        return paths[next(at for at, count in share.items() if count == best)]
    return next((article for article in story.articles if article in titles), None)


def _free(
    article: str, titles: Mapping[str, tuple[str, int | None]], used: AbstractSet[str]
) -> str:
    title, year = titles[article]
    stem = f"{FOLDER}/{f'{year:04}' if year else 'undated'}/{sanitize.slug(title)}"
    if f"{stem}.md" not in used:
        return f"{stem}.md"
    mark, length = hashlib.sha256(article.encode()).hexdigest(), _MARK_LENGTH
    while f"{stem}-{mark[:length]}.md" in used:
        length += 1
    return f"{stem}-{mark[:length]}.md"
