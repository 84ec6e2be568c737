"""Spelling of words: quotation marks, elisions, stems. Pure."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from snowballstemmer import algorithms, stemmer  # type: ignore[import-untyped]

from generator.analyse.text.lemmas import is_verb, lemma
from generator.languages import LANGUAGES
from generator.locales import locale_of

# French and Italian elide small words before the next: "l'Espagne", "d'Ivoire".
ELIDED = re.compile(r"\b([ldnsjmtcLDNSJMTC]|qu|Qu|dell|nell|all|un|sull|dall)['’](?=[^\W\d_]{2})")
_POSSESSIVE = frozenset({"'s", "’s"})
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\u00ad": None})


def straighten(text: str) -> str:
    """Return the text with straight quotes and without soft hyphens."""
    return text.translate(_STRAIGHT)


@lru_cache(maxsize=1 << 16)
def lower(word: str) -> str:
    """Return a word in lower case, with straight quotes and without soft hyphens."""
    return straighten(word.lower())


def separate_elisions(text: str, language: str) -> str:
    """Return the text with a space after each elided word."""
    return ELIDED.sub(r"\1' ", text) if language in LANGUAGES.eliding else text


def join_elisions(words: str) -> str:
    """Return a phrase as it is written: an elided word without the space after it."""
    return words.replace("' ", "'")


def without_ending(word: str, language: str) -> str:
    """Return a word without the ending that an apostrophe separates: "İzmir'in", "Holm's"."""
    if language in LANGUAGES.case_after_apostrophe:
        return re.split("['’]", word, maxsplit=1)[0] or word
    possessive = language not in LANGUAGES.romance and word[-2:] in _POSSESSIVE
    return word[:-2] if possessive and len(word) > 2 else word


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """Return the stem of a word in lower case: of its base form, where a dictionary has it.

    A participle used as an adjective ("Zjednoczonych") has its own stem, not its verb's.
    """
    participle = language in LANGUAGES.declined and is_verb(word, language)
    base = (not participle and lemma(word, language)) or word
    algorithm = _algorithm(language)
    return str(_stemmer(algorithm).stemWord(base)) if algorithm else base


@cache
def _algorithm(language: str) -> str | None:
    """Return Snowball's name of a language: the English one, in lower case."""
    locale = locale_of("no" if language in {"nb", "nn"} else language)
    found = ((locale and locale.get_language_name("en")) or "").lower()
    return found if found in algorithms() else None


@cache
def _stemmer(algorithm: str) -> stemmer:
    return stemmer(algorithm)
