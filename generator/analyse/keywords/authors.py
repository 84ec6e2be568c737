"""Who made an article: names in the text that it is not about. Pure."""

from __future__ import annotations

from generator.models import Article


def signs(article: Article, phrase: str) -> bool:
    """Tell whether a phrase is the author or the outlet, of whom the headline says nothing."""
    words = set(phrase.lower().split())
    names = (*article.authors, article.outlet or "")
    return phrase.lower() not in article.title.lower() and any(
        words <= set(name.lower().split()) for name in names
    )
