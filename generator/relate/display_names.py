"""Sections and outlets under the names that the digest shows. Pure.

The editor's maps decide (`sections` and `outlets` in the settings). A section that a source prints
in capitals ("SUCESOS") is set as its language sets headings: each word of a name in English, the
first word elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.config import Settings
from generator.corrections import FRONT_MATTER, SIDECAR
from generator.languages import LANGUAGES
from generator.models import Article
from generator.tables import load_table

_SHORT = 3  # letters: a word in capitals of this length or less may be an acronym (USA, EU)
# By language in which headings are in title case: the words that stay in lower case.
_SMALL = load_table(Path(__file__).with_name("title_case_words.yml"), dict[str, list[str]])
_DOTLESS = str.maketrans({"I": "ı", "İ": "i"})
_BY_EDITOR = frozenset({SIDECAR, FRONT_MATTER})
_WORD = re.compile(r"\w+")


def under_display_names(articles: Iterable[Article], settings: Settings) -> Iterator[Article]:
    """Yield the articles with their sections and outlets renamed."""
    for article in articles:
        section, outlet = article.section, settings.outlet_name(article.outlet)
        if section and article.origins.get("section") not in _BY_EDITOR:
            section = in_lower_case(section, article.language)
        section = settings.section_name(article.section) or section
        if (section, outlet) == (article.section, article.outlet):
            yield article
        else:
            yield replace(article, section=section, outlet=outlet)


def in_lower_case(name: str, language: str) -> str:
    """Return a name in capitals in the usual case of its language; other names are unchanged.

    A name without a word of four letters is unchanged, as it may be an acronym. So is a German name
    of several words, because it is not known which of them are nouns.
    """
    words = _WORD.findall(name)
    if name != name.upper() or not any(len(word) > _SHORT for word in words):
        return name
    if language in LANGUAGES.unaccented_capitals:
        return name
    if language in LANGUAGES.capital_nouns and len(words) > 1:
        return name
    first = next(iter(_WORD.finditer(name))).start()
    return _WORD.sub(lambda word: _reset(word[0], language, leads=word.start() == first), name)


def _reset(word: str, language: str, *, leads: bool) -> str:
    """Return a word of a name in capitals as its language writes it; `leads`: it is the first."""
    lower = (word.translate(_DOTLESS) if language in LANGUAGES.dotless_i else word).lower()
    if language not in _SMALL:
        return f"{word[0]}{lower[1:]}" if leads else lower
    if not leads and lower in _SMALL[language]:
        return lower
    return word if len(word) <= _SHORT else f"{word[0]}{lower[1:]}"
