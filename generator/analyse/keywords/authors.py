"""Names of the author or outlet in a text, which are not its subject. Pure."""

from __future__ import annotations

import re

from generator.analyse.text.word_lists import countries
from generator.models import Article

# "in" before a place; nothing else of an outlet's name ("BBC", "Al Jazeera") follows it.
_IN = re.compile(r"\b(?:in|en|em|i)\s+(?:the\s+)?$", re.IGNORECASE)


def is_author_or_outlet(article: Article, phrase: str) -> bool:
    """Return whether a phrase is the author or the outlet and not in the headline.

    A place after which the outlet is named ("Japan" in The Japan Times) is neither.
    """
    words = set(phrase.lower().split())
    if phrase.lower() in article.title.lower():
        return False
    if any(words <= set(author.lower().split()) for author in article.authors):
        return True
    outlet = (article.outlet or "").lower().split()
    return words <= set(outlet) and not _is_place(article, phrase, outlet)


def _is_place(article: Article, phrase: str, outlet: list[str]) -> bool:
    """Return whether a part of an outlet's name is a country, or a place that the text is set in.

    "In" must be before the part alone: "in The Washington Post" is not a place.
    """
    if phrase.lower() in countries("en") | countries(article.language):
        return True
    if len(phrase.split()) == len(outlet):
        return False
    for block in article.blocks:
        for found in re.finditer(rf"\b{re.escape(phrase)}\b", block.text):
            after = re.match(r"\s+(\w+)", block.text[found.end() :])
            alone = not after or after[1].lower() not in outlet
            if alone and _IN.search(block.text[: found.start()]):
                return True
    return False
