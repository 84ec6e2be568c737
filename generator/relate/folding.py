"""Phrases without differences in case, accents, full stops and hyphens. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SIGNS = re.compile(r"[.\-_/']")  # ASCII characters that `fold` removes or replaces by a space
_SEPARATORS = re.compile(r"[\s\-–_/]+")
_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d_])[-–](?=\d)")


@lru_cache(1 << 15)
def fold(text: str) -> str:
    """Return a phrase in lower case without accents, full stops, possessives; hyphens as spaces.

    A hyphen before a number is removed: "G-7" is "G7".
    """
    if text.isascii() and not _SIGNS.search(text):  # as most are
        return " ".join(text.lower().split())
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    )
    plain = _BEFORE_NUMBER.sub("", plain.replace(".", "").replace("’", "'"))
    words = _SEPARATORS.split(plain.casefold())
    return " ".join(word.removesuffix("'s").replace("'", "") for word in words if word)


def without_plural(text: str) -> str:
    """Return a folded phrase without the plural's s."""
    return " ".join(word.rstrip("s") for word in fold(text).split())
