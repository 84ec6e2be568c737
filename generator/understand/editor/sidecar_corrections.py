"""The editor's corrections: the sidecar overrides the understood article. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.config import ARTICLE_FIELDS, FolderCorrections
from generator.corrections import FOLDER, FRONT_MATTER, SIDECAR, corrected
from generator.models import Article, Problem, Source, Understood
from generator.understand.editor.doubts import doubted

# Keys that a sidecar may set for all entries of a feed.
_SHARED = frozenset(FolderCorrections.model_fields)


def correct(understood: Understood, source: Source) -> Understood:
    """Return the understood articles with the editor's corrections and the remaining doubts.

    The sidecar and front matter override `_folder.yml`.

    The sidecar of a feed sets values for all entries (`_SHARED`) and for single ones (`entries`);
    a value that can't apply is a warning.
    """
    fields = {key: value for key, value in source.sidecar.items() if key in ARTICLE_FIELDS}
    single: Any = source.sidecar.get("entries", {})
    articles = tuple(
        _settle(_in_folder(article, source.folder), fields, single)
        for article in understood.articles
    )
    lost = tuple(_lost(source, articles, fields, single))
    return replace(understood, articles=articles, problems=understood.problems + lost)


def _in_folder(article: Article, folder: Mapping[str, object]) -> Article:
    """Return the article with its folder's values, unless its front matter overrides them."""
    fields = {
        key: value for key, value in folder.items() if article.origins.get(key) != FRONT_MATTER
    }
    return corrected(article, fields, FOLDER) if fields else article


def _settle(article: Article, fields: Mapping[str, object], single: Mapping[str, Any]) -> Article:
    if article.entry is not None:
        shared = {key: value for key, value in fields.items() if key in _SHARED}
        own = {
            key: value
            for key, value in single.get(article.entry, {}).items()
            if key in ARTICLE_FIELDS
        }
        fields = {**shared, **own}
    return doubted(corrected(article, fields, SIDECAR))


def _lost(
    source: Source,
    articles: tuple[Article, ...],
    fields: Mapping[str, object],
    single: Mapping[str, object],
) -> Iterator[Problem]:
    entries = {article.entry for article in articles} - {None}
    unused = sorted(set(fields) - {"url", *_SHARED})  # the address of a feed is not an article's
    if entries and unused:
        message = (
            f"the sidecar's {', '.join(unused)} can't apply to every entry of a feed. Set it for "
            f'one entry, by its id: entries: {{"{min(map(str, entries))}": {{{unused[0]}: …}}}}'
        )
        yield Problem(source.path, "warning", message)
    if unknown := sorted(set(single) - entries):
        message = f"the sidecar's entries {', '.join(unknown)} are not in this file."
        yield Problem(source.path, "warning", message)
