"""What a short phrase at the head of a page may name: a section, people, an outlet. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path

from generator.credits import NEWS_AGENCIES
from generator.months import unaccented
from generator.tables import any_of, load_table
from generator.understand.vocabulary.page_words import coverage, tokens

_SECTIONS = Path(__file__).with_name("sections.yml")
_WORDS = load_table(Path(__file__).with_suffix(".yml"), dict[str, list[str]])
_LITTLE, _SMALL = frozenset(_WORDS["little"]), frozenset(_WORDS["small"])
_LONGEST = 300  # characters
_NOUNS = ("tion", "sion", "ism", "ness")
_PARTS = re.compile(r"\s[|•·›»>/—–]\s|[|•·›»]")
_OUTLET = re.compile(
    rf"\b{any_of(_WORDS['outlet_words'])}\b|\w{{3,}}{any_of(_WORDS['outlet_endings'])}\b|"
    rf"[()]|\.[^\W\d_]{{2,4}}$|^{any_of(_WORDS['outlet_articles'])}(?: \w+){{1,3}}$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b[A-Z][a-z]{1,4}\b")
_SHORT_OR_CAPITAL = re.compile(r"\b[A-Z][A-Za-z]{1,4}\b")
_NOISE = ("share", "control", "advertisement", "caption", "related", "comments", "newsletter",
          "paywall", "legal", "ago", "published", "updated", "minutes", "views")  # fmt: skip


def parts(text: str) -> list[str]:
    """Return the parts of a line between separators ("World | 3 May | A. Writer")."""
    return [part.strip(' ,.-–"“”') for part in _PARTS.split(text)]


def may_name(part: str) -> bool:
    """Return whether a phrase may be a name: it begins like one and is not a page element."""
    if not _has_form_of_name(part):
        return False
    words = tokens(part)
    if NEWS_AGENCIES.issuperset(words):
        return True
    shares = coverage(part, words)
    is_section = known(part) == 1  # "Privacy" is a footer's word, and a section's
    noise = [kind for kind in _NOISE if not (is_section and kind == "legal")]
    return max(shares.get(kind, 0.0) - (kind == "ago") / 9 for kind in noise) < 0.5


def _has_form_of_name(part: str) -> bool:
    """Return whether a phrase begins with a capital, where there are any, and has few digits."""
    if not 2 <= len(part) <= _LONGEST or not part[0].isalpha() or part[-1] in "?!:;…":
        return False
    is_small = not part[0].isupper() and part[0].lower() != part[0].upper()
    return not is_small and sum(map(str.isdigit, part)) <= 2


def is_ordinary(part: str, common: Collection[str]) -> bool:
    """Return whether a phrase consists of common nouns ("Marijuana Legalization"), not a name.

    `common` contains the words that the article writes in lower case.
    """
    words = [word for word in tokens(part) if word not in _LITTLE]
    return bool(words) and all(word in common or word.endswith(_NOUNS) for word in words)


def is_titled(text: str, start: int = 0) -> bool:
    """Return whether the words of a text, from the `start`-th on, begin as names do."""
    return all(
        not word[0].isalpha() or word[0] != word[0].lower() or word in _SMALL
        for word in text.split()[start:]
    )


@lru_cache(maxsize=1 << 10)
def is_outlet(part: str) -> bool:
    """Return whether a phrase contains a word that outlets are named with."""
    return bool(_OUTLET.search(part))


def is_topic(part: str) -> bool:
    """Return whether a phrase has the form of a section's name."""
    return known(part) >= 0.5 or (part.isalpha() and not part.isupper())


def known(part: str) -> float:
    """Return the share of a phrase's words that occur in sections' names (0 to 1)."""
    words = [word for word in tokens(part) if word not in _LITTLE]
    return sum(word in _section_words() for word in words) / len(words) if words else 0.0


def with_acronyms(name: str, text: str) -> str:
    """Return a name whose acronyms a site wrote as words ("Fbi") as the text writes them."""
    return _SHORT.sub(lambda word: _acronym(word[0], text), name)


def _acronym(word: str, text: str) -> str:
    if word.upper() not in text:
        return word
    words = _SHORT_OR_CAPITAL.findall(text)
    return word.upper() if words.count(word.upper()) > words.count(word) else word


@cache
def _section_words() -> frozenset[str]:
    """Return the words of sections' names in all languages, with and without accents."""
    languages = load_table(_SECTIONS, dict[str, list[str]])
    words = {word for names in languages.values() for name in names for word in tokens(name)}
    return frozenset(words | {unaccented(word) for word in words})
