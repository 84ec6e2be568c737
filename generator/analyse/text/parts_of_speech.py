"""The part of speech of a word: by a table for English, by endings for other languages. Pure.

A word that neither resolves is a noun, as are most words that could be keywords.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, cast

from generator.analyse.text.lemmas import is_verb
from generator.locales import locale_of
from generator.tables import load_table, package_text

# `graded`: an adjective that can be compared; `degree`: its comparative or superlative.
Part = Literal[
    "noun", "noun_or_verb", "verb_or_noun", "verb", "participle", "adjective", "graded", "degree",
    "adverb", "number", "function",
]  # fmt: skip

EITHER: frozenset[Part] = frozenset({"noun_or_verb", "verb_or_noun"})
TABLES = frozenset({"en"})  # languages with a table of parts of speech
# Where jusText's names of languages differ from the English ones.
_JUSTEXT = dict.fromkeys(("no", "nb"), "Norwegian_Bokmal") | {"nn": "Norwegian_Nynorsk"}
_HERE = Path(__file__).parent
_ENDINGS = _HERE / "parts_of_speech.yml"


@cache
def part(word: str, language: str) -> Part:
    """Return the most frequent part of speech of a word in lower case."""
    found = _listed(language).get(word) or by_ending(word, language)
    if found == "noun" and is_verb(word, language):
        return "verb"
    if found != "noun" or not word.endswith("s") or not _table(language):
        return found
    single = part(word[:-1], language)  # what "attract" is, "attracts" is
    return "noun_or_verb" if single in EITHER else "verb" if single == "verb" else "noun"


def by_ending(word: str, language: str) -> Part:
    """Return the part of speech that the ending of a word shows."""
    best = max((end for end in _endings(language) if _ends(word, end)), key=len, default="")
    return _endings(language)[best] if best else "noun"


def everyday(word: str, language: str) -> int:
    """Return how common a word is: 2 for everyday words, 1 for common ones, else 0."""
    bands = _usual(language)
    return bands.get(word, 0) if bands else 2 * (word in _commonest(language))


def _ends(word: str, end: str) -> bool:
    return word.endswith(end) and len(word) > len(end) + 2


@cache
def _endings(language: str) -> dict[str, Part]:
    tables = load_table(_ENDINGS, dict[str, dict[Part, str]])
    return {end: part for part, ends in tables.get(language, {}).items() for end in ends.split()}


@cache
def _table(language: str) -> dict[str, list[str]]:
    if language not in TABLES:
        return {}
    table = load_table(_HERE / f"words_{language}.yml", dict[str, str])
    return {name: words.split() for name, words in table.items()}


@cache
def _listed(language: str) -> dict[str, Part]:
    lists = {name: words for name, words in _table(language).items() if name not in _BANDS}
    return {word: cast(Part, name) for name, words in lists.items() for word in words}


_BANDS = {"usual": 1, "everyday": 2}


@cache
def _usual(language: str) -> dict[str, int]:
    table = _table(language)
    return {word: band for name, band in _BANDS.items() for word in table.get(name, ())}


@cache
def _commonest(language: str) -> frozenset[str]:
    """Return the words that make up half of all text in a language."""
    locale = locale_of(language)
    name = _JUSTEXT.get(language) or (locale and locale.get_language_name("en"))
    if name is None:
        return frozenset()
    words = package_text("justext", f"stoplists/{name}.txt") or ""
    return frozenset(word.lower() for word in words.splitlines())
