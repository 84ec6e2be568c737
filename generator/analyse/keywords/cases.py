"""The case of a phrase, by its first word and what is before it. Pure.

Only languages in which nouns have cases, and that the table has, are told.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from generator.analyse.keywords.phrases import Phrase
from generator.analyse.text.lemmas import base_of
from generator.analyse.text.token import Text, Token
from generator.tables import load_table

_TABLE = Path(__file__).with_suffix(".yml")
_SHORTEST, _ENDING = 3, 3  # letters of a name, and of its ending in a case


def has_cases(language: str) -> bool:
    """Return whether cases of a language can be told."""
    return language in _signs()


def is_oblique(sentence: Sequence[Token], at: int, language: str) -> bool:
    """Return whether the phrase at a place is in another case than the nominative.

    What may be either, as a genitive or a plural, is a genitive right after a noun.
    """
    word, before = sentence[at], sentence[at - 1] if at else None
    base = base_of(word.low, language, name=word.kind == "name")
    if word.text.isupper() or _may_be_base(word.low, language):
        return False
    ends, prepositions = _signs()[language]
    is_governed = before is not None and before.low in prepositions
    if base is None or is_governed:
        return is_governed and (base is not None or word.low.endswith(ends))
    return not word.low.endswith(ends) or (before is not None and _is_attribute(before, language))


def _may_be_base(word: str, language: str) -> bool:
    """Return whether a word in lower case is its own base form, as a name or not."""
    bases = (base_of(word, language, name=name) for name in (True, False))
    return any(base is not None and base.lower() == word for base in bases)


def _is_attribute(before: Token, language: str) -> bool:
    """Return whether what is right after a word is its genitive, or agrees with it in a case.

    The word is a noun, or is certainly not in the nominative.
    """
    base = base_of(before.low, language, name=before.kind == "name")
    is_form = base is not None and base.lower() != before.low
    is_oblique = is_form and not before.low.endswith(_signs()[language][0])
    return before.noun or (before.content and is_oblique)


def names_by_text(surface: Sequence[Token], text: Text) -> dict[str, str]:
    """Return names that no dictionary has, in lower case, each with its base form in the text.

    "Federem" is a form of "Feder" where the text has both.
    """
    found = {}
    for token in surface:
        if token.kind == "name" and base_of(token.low, text.language, name=True) is None:
            cut = (token.text[:-ending] for ending in range(_ENDING, 0, -1))
            bases = (base for base in cut if len(base) >= _SHORTEST and base in text.names)
            if base := next(bases, None):
                found[token.low] = base
    return found


def in_nominative(phrase: Phrase, text: Text) -> list[Sequence[Token]]:
    """Return the occurrences of a phrase that may be in the nominative."""
    return [
        text.sentences[number][at:end]
        for number, at, end in phrase.places
        if not is_oblique(text.sentences[number], at, text.language)
    ]


@cache
def _signs() -> dict[str, tuple[tuple[str, ...], frozenset[str]]]:
    """Return per language the ends of nominatives, and the prepositions."""
    table = load_table(_TABLE, dict[str, dict[str, str]])
    return {
        language: (tuple(row["nominative"].split()), frozenset(row["prepositions"].split()))
        for language, row in table.items()
    }
