"""Names of the author or outlet in a text, which are no subject of it. Pure."""

from __future__ import annotations

from generator.models import Article


def is_author_or_outlet(article: Article, phrase: str) -> bool:
    """Return whether a phrase is the author or the outlet, of whom the headline says nothing."""
    words = set(phrase.lower().split())
    names = (*article.authors, article.outlet or "")
    return phrase.lower() not in article.title.lower() and any(
        words <= set(name.lower().split()) for name in names
    )
