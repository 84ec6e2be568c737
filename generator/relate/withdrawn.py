"""Entries that the newest export withholds although an older one has them published. Pure.

A post that the owner of a blog has withdrawn or made private is not published because an older
export is still in the folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.models import Article, Problem, Withheld
from generator.relate.versions import entry_keys, file_number
from generator.source_urls import host

_GLOBAL = re.compile(r"[a-z][a-z0-9+.-]*://|tag:|urn:", re.IGNORECASE)  # begins an id


@dataclass(frozen=True, slots=True)
class Published:
    """The articles that a newer export withholds, by index; `problems` name its files."""

    left_out: frozenset[int]
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, articles: Sequence[Article], withheld: Iterable[Withheld]) -> Published:
        """Return the articles without withheld entries that no newer source has published again."""
        held = {
            entry: forms
            for entry, forms in _forms(articles, withheld).items()
            if not any(_is_made_after(article, entry) for article in forms.values())
        }
        left_out = frozenset(number for forms in held.values() for number in forms)
        return cls(left_out, tuple(_problems(held)))

    def changes(self) -> Iterator[tuple[int, Article | None]]:
        """Yield the changes: the indexes of the articles that are left out, with None."""
        yield from ((number, None) for number in self.left_out)


def _forms(
    articles: Sequence[Article], withheld: Iterable[Withheld]
) -> dict[Withheld, dict[int, Article]]:
    """Return by withheld entry its published forms in other files, by index, without their text."""
    named = _by_key(withheld)
    forms: dict[Withheld, dict[int, Article]] = {}
    for number, article in enumerate(articles if named else ()):
        keys = _keys(article) if article.entry is not None else ()
        for entry in (entry for key in keys for entry in named.get(key, ())):
            if entry.source != article.source and _is_form(article, entry):
                bare = replace(article, blocks=(), dropped=(), problems=())
                forms.setdefault(entry, {})[number] = bare
    return forms


def _by_key(withheld: Iterable[Withheld]) -> dict[str, list[Withheld]]:
    named: dict[str, list[Withheld]] = {}
    for entry in withheld:
        for key in _keys(entry):
            named.setdefault(key, []).append(entry)
    return named


def _keys(entry: Article | Withheld) -> list[str]:
    """Return what identifies an entry in all its forms: its id and its address."""
    return [key for key in entry_keys(entry) if not key.startswith("number ")]


def _is_form(article: Article, entry: Withheld) -> bool:
    """Return whether an article of the same id or address is a published form of an entry.

    An id is unique within an outlet or a site; one that is an address or a URN, everywhere.
    """
    return (
        _GLOBAL.match(entry.entry) is not None
        or article.outlet == entry.outlet
        or bool(entry.url and host(article.url) == host(entry.url))
    )


def _is_made_after(article: Article, entry: Withheld) -> bool:
    """Return whether an article's file was made after the one that keeps the entry back.

    The dates that both files state decide; without those the days on which they were collected,
    and the numbers in their names. If nothing decides, the entry is kept back.
    """
    published, kept = article.exported, entry.exported
    if published and kept and published.instant != kept.instant:
        return published.instant > kept.instant
    return (article.collected, file_number(article.source)) > (
        entry.collected,
        file_number(entry.source),
    )


def _problems(held: Mapping[Withheld, Mapping[int, Article]]) -> Iterator[Problem]:
    """Yield for each file that keeps entries back which articles of other files are left out."""
    files: dict[str, dict[str, set[int]]] = {}
    for entry, forms in held.items():
        older = files.setdefault(entry.source, {})
        for number, article in forms.items():
            older.setdefault(article.source, set()).add(number)
    for source, older in sorted(files.items()):
        count = sum(map(len, older.values()))
        names = ", ".join(f"{name} ({len(older[name])})" for name in sorted(older))
        message = (
            f"keeps back {count} {'entry that is' if count == 1 else 'entries that are'} published "
            f"in older files, and left out: {names}. To use one, publish it in the blog and export "
            "it again."
        )
        yield Problem(source, "warning", message)
