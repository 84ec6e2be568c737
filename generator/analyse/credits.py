"""Who made an article and its pictures: names in the text that it is not about. Pure."""

from __future__ import annotations

import re

from generator.models import Article

_AGENCY = (
    r"(?:AP(?:\sPhoto)?|Associated\sPress|REUTERS|Reuters|AFP|EPA(?:-EFE)?|UPI|ANSA|EFE|TASS|dpa|"
    r"picture[\s-]alliance|Getty(?:\sImages)?|Shutterstock|iStock|Alamy|NurPhoto|Bloomberg)"
)
_NAME = r"[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_a-z][\w.'’-]*){0,2}"
_CREDIT = re.compile(
    rf"\([^()]{{0,60}}\b{_AGENCY}\b[^()]{{0,60}}\)"  # "(AP Photo/Ann Holm)", "(Ann Holm/Reuters)"
    rf"|\b{_AGENCY}\s?/\s?{_NAME}"
    rf"|{_NAME}\s?/\s?{_AGENCY}(?:\s?/\s?{_AGENCY})*"
)


def without_credits(line: str) -> str:
    """Return a line without the names of those who took its pictures."""
    return _CREDIT.sub(" ", line)


def signs(article: Article, phrase: str) -> bool:
    """Tell whether a phrase is the author or the outlet, of whom the headline says nothing."""
    words = set(phrase.lower().split())
    names = (*article.authors, article.outlet or "")
    return phrase.lower() not in article.title.lower() and any(
        words <= set(name.lower().split()) for name in names
    )
