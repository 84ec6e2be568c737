"""What a short phrase at the head of a page may name: a section, people, an outlet. Pure."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from generator.understand.page_words import coverage, tokens

_TOPICS = Path(__file__).with_name("topics.yml")
_LONGEST = 300  # characters
_LITTLE = frozenset({"and", "of", "the", "in", "und", "y", "e"})
_PARTS = re.compile(r"\s[|•·›»>/—–]\s|[|•·›»]")
_OUTLET = re.compile(
    r"\b(?:news|times|post|journal|herald|gazette|tribune|examiner|review|guardian|radio|tv|press|"
    r"daily|weekly|magazine|online|today|wire|report|mail|telegraph|chronicle|globe|standard|"
    r"observer|bulletin|courier|dispatch|monitor|agency|network|caller|insider|media|mirror|"
    r"express|echo|zeitung|anzeiger|blatt|kurier|tagblatt|nachrichten|presse|rundschau|spiegel|"
    r"afp|dpa|apa|ansa|reuters|politico|bloomberg|cnn|bbc|npr|diario|gazeta|pravda)\b|"
    r"[()]|\.\w{2,4}$|^(?:the|der|die|das|le|la|el|il) \w+$",
    re.IGNORECASE,
)
_NOISE = ("share", "control", "advertisement", "caption", "related", "comments", "newsletter",
          "paywall", "legal", "ago", "published", "updated", "minutes", "views")  # fmt: skip


def parts(text: str) -> list[str]:
    """Return what stands between the separators of a line ("World | 3 May | A. Writer")."""
    return [part.strip(" ,.-–") for part in _PARTS.split(text)]


def may_name(part: str) -> bool:
    """Tell whether a phrase may be a name: it begins as one, and is no element of the page."""
    if not 2 <= len(part) <= _LONGEST or not part[0].isalpha() or part[-1] in "?!:;…":
        return False
    if not part[0].isupper() and part[0].lower() != part[0].upper():
        return False
    if sum(map(str.isdigit, part)) > 2:
        return False
    shares = coverage(part, tokens(part))
    return max((shares.get(kind, 0.0) for kind in _NOISE), default=0) < 0.5


def is_outlet(part: str) -> bool:
    """Tell whether a phrase holds a word that outlets are named with."""
    return bool(_OUTLET.search(part))


def is_topic(part: str) -> bool:
    """Tell whether a phrase is made as a section's name is."""
    return known(part) >= 0.5 or (part.isalpha() and not part.isupper())


def known(part: str) -> float:
    """Return the share of a phrase's words that sections' names are made of."""
    words = [word for word in tokens(part) if word not in _LITTLE]
    return sum(word in _topics() for word in words) / len(words) if words else 0.0


@cache
def _topics() -> frozenset[str]:
    return frozenset(map(str, yaml.safe_load(_TOPICS.read_text(encoding="utf-8"))))
