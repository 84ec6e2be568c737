"""Applies an editor's corrections to an article and removes the doubts they answer. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.editorial import EDITORIAL_FIELDS
from generator.models import Article

SIDECAR, FOLDER, FRONT_MATTER = "sidecar", "_folder.yml", "front matter"
_EDITOR = frozenset({SIDECAR, FOLDER, FRONT_MATTER})
# The field that answers a doubt, once the editor has set it.
_ANSWERS = {
    "no-date": "date",
    "year-inferred": "date",
    "day-inferred": "date",
    "date-ambiguous": "date",
    "date-guessed": "date",
    "no-section": "section",
    "no-title": "title",
    "title-candidates": "title",
}


def corrected(article: Article, fields: Mapping[str, object], origin: str) -> Article:
    """Return the article with the fields that the editor set in `origin` (such as "sidecar")."""
    changes: dict[str, Any] = {key: fields[key] for key in fields.keys() - EDITORIAL_FIELDS}
    word: dict[str, Any] = {key: fields[key] for key in fields.keys() & EDITORIAL_FIELDS}
    if word:
        changes["editorial"] = replace(article.editorial, **word)
    if "settled" in changes:
        changes["settled"] = tuple(dict.fromkeys((*article.settled, *changes["settled"])))
    if "date" in fields:
        changes |= {"date_inferred": None, "date_other": None}
    found = dict.fromkeys((key for key in fields if key != "settled"), origin)
    return replace(article, **changes, origins={**article.origins, **found})


def answered(article: Article, code: str) -> bool:
    """Return whether the editor has answered a doubt or settled it."""
    return code in article.settled or article.origins.get(_ANSWERS.get(code, "")) in _EDITOR


def corrections(article: Article) -> dict[str, object]:
    """Return the fields that the sidecar set, with their values."""
    names = (name for name, origin in article.origins.items() if origin == SIDECAR)
    return {
        name: getattr(article.editorial if name in EDITORIAL_FIELDS else article, name)
        for name in names
    }
