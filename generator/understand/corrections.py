"""The editor's last word: what the sidecar says replaces what was understood. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.models import Article, Problem, Source, Understood
from generator.understand.doubts import doubts

_FIELDS = (
    "title",
    "section",
    "date",
    "updated",
    "authors",
    "outlet",
    "url",
    "place",
    "language",
    "views",
    "reading_minutes",
    "standfirst",
    "keywords",
    "slug",
    "draft",
    "settled",
)


def correct(understood: Understood, source: Source) -> Understood:
    """Return what was understood with the sidecar applied, and the doubts that remain.

    A sidecar speaks of one article: the entries of a feed are left as they are, with a warning
    where it tried to say more than where the file came from.
    """
    said = {key: value for key, value in source.sidecar.items() if key in _FIELDS}
    articles = tuple(_settle(article, said) for article in understood.articles)
    return replace(
        understood, articles=articles, problems=understood.problems + _lost(articles, said)
    )


def _settle(article: Article, said: Mapping[str, object]) -> Article:
    fixed = corrected(article, said, "sidecar") if article.entry is None else article
    return replace(fixed, problems=fixed.problems + doubts(fixed))


def corrected(article: Article, said: Mapping[str, object], origin: str) -> Article:
    """Return the article with the fields the editor set; `origin` says where ("sidecar")."""
    changes: dict[str, Any] = dict(said)
    if "date" in said:
        changes["date_inferred"] = None
    found = dict.fromkeys((key for key in said if key != "settled"), origin)
    return replace(article, **changes, origins={**article.origins, **found})


def _lost(articles: tuple[Article, ...], said: Mapping[str, object]) -> tuple[Problem, ...]:
    many = [article for article in articles if article.entry is not None]
    unused = sorted(set(said) - {"url", "settled"})
    if not many or not unused:
        return ()
    message = (
        f"the sidecar's {', '.join(unused)} can't apply: the file holds a feed. "
        "Save the article as a file of its own to correct it."
    )
    return (Problem(many[0].source, "warning", message),)
