"""Phrases in the form in which a dictionary lists them: nominative, where a text declines. Pure.

Only what is certain is changed: a word that a dictionary has, a person's name, an adjective that
agrees with its noun in the singular. Anything else stays as the text has it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.analyse.text.lemmas import base_of, compound_base, is_verb, last_part
from generator.analyse.text.token import Token
from generator.analyse.text.word_lists import (
    countries,
    feminine_determiners,
    womens_surname_endings,
)
from generator.languages import LANGUAGES
from generator.tables import load_table

_TABLE = Path(__file__).with_suffix(".yml")
_LONGEST = 3  # words of a person's name
_VOWELS = frozenset("aeiouyáéíóúůýąęаеёиоуыэюяії")  # no masculine noun ends with one
_SAME_PLURAL = ("er", "el")  # ends of German nouns whose plural may be as their singular
# "gelirleri|nin", "Müdürlüğü|nde"
_POSSESSIVE_CASE = re.compile(
    r"(.{3,}(?:ları|leri|[ıiuü]))n(?:[ıiuü]n|[ıiuü]|[dt][ae]n?|[ae]|ca|ce)"
)


def in_base_form(
    words: Sequence[Token], language: str, before: AbstractSet[str], names: Mapping[str, str]
) -> list[str] | None:
    """Return a phrase in its base form, None if it has that already or it is not known.

    `before` are the words right before it in the text, in lower case; `names` are the base forms of
    names that no dictionary has, as the text shows them.
    """
    if language == "de":
        return _german(words, before)
    if language == "tr" and len(words) > 1:
        return _turkish(words)
    is_declined = language in LANGUAGES.declined - LANGUAGES.kept_as_written
    return _nominative(words, language, names) if is_declined else None


def _nominative(
    words: Sequence[Token], language: str, names: Mapping[str, str]
) -> list[str] | None:
    """Return a word, an adjective with its noun, or a person's name in the nominative."""
    if len(words) == 1:
        base = _base(words[0], language) or names.get(words[0].low)
        return [base] if base else None
    if len(words) > _LONGEST or not all(token.content for token in words):
        return None
    return _agreeing(words, language) or _person(words, language, names)


def _base(token: Token, language: str) -> str | None:
    """Return the base form of a word as it is capitalised, None if it is one or is not known."""
    if token.text.isupper() or token.low in countries(language) or is_verb(token.low, language):
        return None
    is_name = token.kind == "name"
    base = base_of(token.low, language, name=is_name)
    if base is None or base.lower() == token.low:
        return None
    if gerund := _gerund(token.low, base.lower(), language):
        return gerund
    if is_verb(base.lower(), language):
        return None
    endings = _endings(language).nouns
    if endings and token.low.removeprefix(base.lower()) not in endings:
        return None  # "soruşturma" of "soruştur": another word, not a case of the same
    return base[:1].upper() + base[1:] if token.text[:1].isupper() else base.lower()


def _gerund(word: str, verb: str, language: str) -> str | None:
    """Return the nominative of a noun that the dictionary has as a form of a verb: "czytania"."""
    for oblique, nominative in _endings(language).gerunds.items():
        found = word.removesuffix(oblique) + nominative
        if word.endswith(oblique) and base_of(found, language, name=False) == verb:
            return found
    return None


def is_adjective(word: str, language: str) -> bool:
    """Return whether a word in lower case is a form of an adjective, which has two genders."""
    base = base_of(word, language, name=False) or ""
    return any(
        base_of(base.removesuffix(masculine) + forms["f"], language, name=False) == base
        for masculine, forms in _endings(language).adjectives.items()
        if base.endswith(masculine)
    )


def _person(words: Sequence[Token], language: str, names: Mapping[str, str]) -> list[str] | None:
    """Return the nominative of a name that begins with a name which is no common word.

    The first name must be in another case. A man's has the surname in the same case: "Karola
    Nowak" is not Karol. A first name that no dictionary has stays as it is written.
    """
    first = words[0]
    if any(token.kind != "name" for token in words) or base_of(first.low, language, name=False):
        return None
    bases = [_base(token, language) or names.get(token.low) for token in words]
    is_man = bases[0] is not None and first.low.startswith(bases[0].lower())
    if not bases[0] or (is_man and not _is_of_a_man(words[-1].low, bases[-1], language)):
        return None
    return [base or token.text for base, token in zip(bases, words, strict=True)]


def _is_of_a_man(surname: str, base: str | None, language: str) -> bool:
    """Return whether a surname is a man's in another case: "Scholza", unlike "Veselá"."""
    if base is None or surname.endswith(womens_surname_endings()):
        return False
    return surname[:-1] == base.lower() or surname.endswith(tuple(_endings(language).oblique))


def _agreeing(words: Sequence[Token], language: str) -> list[str] | None:
    """Return the nominative of an adjective in the singular and its noun, in either order."""
    if len(words) != 2:
        return None
    for noun, adjective in ((0, 1), (1, 0)):
        base = _base(words[noun], language)
        described = _described(words[adjective], base, language) if base else None
        if base and described:
            return [base, described] if noun == 0 else [described, base]
    return None


def _described(adjective: Token, noun: str, language: str) -> str | None:
    """Return the nominative of an adjective in an oblique case of the singular for its noun."""
    ends = _endings(language)
    base = base_of(adjective.low, language, name=False)
    is_plural = noun[-1:] in _VOWELS and not noun.endswith(tuple(ends.genders))
    if is_plural:
        return None  # "быстрых шахмат" are "быстрые шахматы"
    gender = next((gender for end, gender in ends.genders.items() if noun.endswith(end)), "m")
    oblique = adjective.low.endswith(tuple(ends.oblique)) and base != adjective.low
    for masculine, forms in ends.adjectives.items():
        if base and oblique and base.endswith(masculine) and gender in {"m", *forms}:
            found = base if gender == "m" else base.removesuffix(masculine) + forms[gender]
            return found.capitalize() if adjective.text[:1].isupper() else found
    return None


def _turkish(words: Sequence[Token]) -> list[str] | None:
    """Return a Turkish phrase of several words without the case after its possessive ending."""
    last = words[-1]
    base, found = base_of(last.low, "tr", name=False), _POSSESSIVE_CASE.fullmatch(last.text)
    if not base or not found or len(found[1]) <= len(base):
        return None
    return [*(token.text for token in words[:-1]), found[1]]


def _german(words: Sequence[Token], before: AbstractSet[str]) -> list[str] | None:
    """Return a German noun, or an adjective and its noun, in the nominative."""
    last = words[-1]
    noun = _german_noun(last) if last.text[:1].isupper() else None
    if len(words) == 1:
        return [_singular(noun)] if noun else None
    return _german_pair(words, noun, before) if len(words) == 2 else None


def _singular(noun: str) -> str:
    """Return the singular of a plural in "e": the nominative of "Zinsen" may be that or "Zinse"."""
    base = base_of(noun.lower(), "de", name=True)
    return base if base and noun == f"{base}e" else noun


def _german_pair(
    words: Sequence[Token], noun: str | None, before: AbstractSet[str]
) -> list[str] | None:
    """Return a German adjective in "en" and its noun in the nominative; "das Weiße Haus" as well.

    `noun` is the nominative of the second word, None if it is in the nominative or not known.
    """
    adjective, last = base_of(words[0].low, "de", name=False), words[1]
    if before == {"das"} and adjective and words[0].low == f"{adjective}e":
        return [f"{words[0].text}s", last.text]
    if not adjective or words[0].low != f"{adjective}en":
        return None
    stem, base = words[0].text.removesuffix("en"), compound_base(last.low, "de")
    is_plural = noun is None and base not in {None, last.text}
    if noun and not last.low.endswith("s"):
        return [f"{stem}e", noun]  # "den Olympischen Spielen"
    if is_plural or (before and before <= feminine_determiners()):
        return [f"{stem}e", last.text]  # "der Deutschen Bank", "die russischen Spione"
    return [f"{stem}er", last.text] if "den" in before and base == last.text else None


def _german_noun(token: Token) -> str | None:
    """Return a noun without its genitive's or dative plural's ending: "Bruders", "Städten"."""
    at = last_part(token.low, "de")
    noun = None if at is None else _without_case(token.low[at:])
    is_joined = at and token.text[at].islower()
    return noun and token.text[:at] + (noun.lower() if is_joined else noun)


def _without_case(word: str) -> str | None:
    """Return a noun of the dictionary without an ending of a case, None if it has none."""
    base = base_of(word, "de", name=True)
    if not base or base.lower() == word:
        return None
    if word in {f"{base.lower()}s", f"{base.lower()}es"}:
        return base
    plural = word.removesuffix("n")
    if plural == base.lower() != word and plural.endswith(_SAME_PLURAL):
        return base  # "Wählern", and of "Steuern" the singular
    is_plural = plural not in {word, base.lower()}
    return plural.capitalize() if is_plural and base_of(plural, "de", name=True) == base else None


class _Endings(BaseModel):
    """The endings of a language, as the table explains them."""

    model_config = ConfigDict(frozen=True)

    nouns: list[str] = []
    oblique: list[str] = []
    genders: dict[str, str] = {}
    adjectives: dict[str, dict[str, str]] = {}
    gerunds: dict[str, str] = {}


@cache
def _endings(language: str) -> _Endings:
    return load_table(_TABLE, dict[str, _Endings]).get(language, _Endings())
