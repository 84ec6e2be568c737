"""Whether a word is used as a noun, by the word before it, in Romance languages. Pure.

There adjectives and participles follow a noun ("crise financière") or a verb ("foram reunidas"),
infinitives a verb or a preposition. Before a noun there is mostly an article or a preposition.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.analyse.keywords.phrases import Phrase
from generator.analyse.text.lemmas import base_of, is_infinitive, lemma
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_lists import countries
from generator.tables import load_numbers, load_table

_TABLE = Path(__file__).with_suffix(".yml")
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "noun_signs")
_NOUNS = _TUNED["nouns"]
_STEM = 4  # letters of a country's name that its adjective has
_OTHERS = 2  # occurrences of another word, of which one must be a noun's


def is_used_as_noun(word: Token, phrase: Phrase, text: Text) -> bool:
    """Return whether a word is a noun where it occurs.

    True where it can't be known. Only of what may be an adjective or an infinitive must a share
    of the occurrences be a noun's. Other words of its stem ("voté" of "vote") do not count. The
    beginning of a sentence and a mark before the word tell nothing.
    """
    signs, infinitive = _signs().get(text.language), is_infinitive(word.low, text.language)
    if signs is None:
        return True
    told = _words_before(word, phrase, text)
    nouns = sum(_is_sign(token, signs, infinitive=infinitive) for token in told)
    if infinitive or _may_be_adjective(word.low, signs, text.language):
        return not told or nouns >= _NOUNS * len(told)
    return nouns > 0 or len(told) < _OTHERS


def is_of_a_country(token: Token, language: str) -> bool:
    """Return whether a Romance word in lower case is an adjective of a country: "português"."""
    if token.kind != "word" or language not in _signs() or token.low in countries(language):
        return False
    plain, stems, endings = _plain(token.low), _stems_of_countries(language), _endings(language)
    return any(plain[:at] in stems and plain[at:] in endings for at in range(_STEM, len(plain)))


@cache
def _stems_of_countries(language: str) -> frozenset[str]:
    """Return the names of countries of one word, also without their last letter or two."""
    names = (_plain(name) for name in countries(language) if " " not in name)
    return frozenset(name[: len(name) - cut] for name in names for cut in range(3))


@cache
def _endings(language: str) -> frozenset[str]:
    return frozenset(_signs()[language].of_countries.split())


def _plain(word: str) -> str:
    """Return a word without accents."""
    signs = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def _words_before(word: Token, phrase: Phrase, text: Text) -> list[Token]:
    """Return the words before the forms of a word where a phrase occurs."""
    base = lemma(word.low, text.language)
    pairs = (text.sentences[number][at - 1 : at + 1] for number, at, _ in phrase.places if at)
    return [
        before
        for before, own in pairs
        if before.kind != "mark" and lemma(own.low, text.language) == base
    ]


def _may_be_adjective(word: str, signs: _Signs, language: str) -> bool:
    """Return whether a word in lower case has both genders, or ends like an adjective."""
    if word.endswith(tuple(signs.neutral.split())):
        return True
    base = base_of(word, language, name=False) or ""
    return any(
        base_of(base.removesuffix(masculine) + feminine, language, name=False) == base
        for masculine, feminine in signs.feminines.items()
        if base and base.endswith(masculine)
    )


def _is_sign(before: Token, signs: _Signs, *, infinitive: bool) -> bool:
    """Return whether a word is one that comes before a noun."""
    if "number" in {before.kind, before.part} or before.low in signs.determiners.split():
        return True
    return not infinitive and before.low in signs.prepositions.split()


class _Signs(BaseModel):
    """The words before nouns, and the ends of adjectives, as the table explains them."""

    model_config = ConfigDict(frozen=True)

    determiners: str
    prepositions: str
    feminines: dict[str, str]
    neutral: str
    of_countries: str


@cache
def _signs() -> dict[str, _Signs]:
    return load_table(_TABLE, dict[str, _Signs])
