"""The base form of words, by simplemma's dictionaries (of Wiktionary and other open sources). Pure.

They are used without conversion, a few megabytes per language; a language is loaded when the first
text in it is analysed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

from generator.languages import LANGUAGES
from generator.tables import load_table

_TABLE = Path(__file__).with_suffix(".yml")
_SHORTEST = 4  # letters of each part of a compound
_DECLENSION = ("e", "en", "em", "er", "es")  # of German adjectives
_PLURALS = ("n", "en", "e", "er", "ern", "innen", "nen", "se")  # of German nouns
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü"}
_CODES = {"bs": "hbs", "hr": "hbs", "sr": "hbs", "no": "nb"}


@lru_cache(maxsize=1 << 16)
def lemma(word: str, language: str) -> str | None:
    """Return the base form of a word, in lower case; None if no dictionary has it.

    A word is looked up as a name first: in Russian "Путина" is Putin's, "путина" a season. In
    German it is looked up as a noun, which alone counts: "Markt" is not a form of "marken".
    """
    known = _dictionary(language)
    found = [form.lower() for form in (known.get(word.capitalize()), known.get(word)) if form]
    if not found:
        return _uncased(word, language)
    if language in LANGUAGES.capital_nouns:
        return found[0]
    return next((form for form in found if form != word), word)


def base_of(word: str, language: str, *, name: bool) -> str | None:
    """Return the base form of a lower-case word as the dictionary writes it, as a name or not.

    Of a name, a common word's base form counts where the dictionary has no name.
    """
    known = _dictionary(language)
    return (known.get(word.capitalize()) if name else None) or known.get(word)


def noun_base(word: str, language: str) -> str | None:
    """Return the base form of a noun or name in lower case, where nouns begin with a capital.

    Of a word that no dictionary has as a noun it is the word without the genitive's "s": "Adele" is
    no form of "adeln". None in languages where a noun is not known by its capital.
    """
    if language not in LANGUAGES.capital_nouns:
        return None
    known = _dictionary(language).get(word.capitalize())
    return known.lower() if known else word.removesuffix("s")


@lru_cache(maxsize=1 << 14)
def is_common_noun(word: str, language: str) -> bool:
    """Return whether a lower-case word is no name, where nouns and names begin with a capital.

    It is a noun with a plural, or a compound that ends with one. First names, which the dictionary
    has as well, have no plural; "Deutsche" is an adjective in many names.
    """
    if language not in LANGUAGES.capital_nouns or is_inflected_adjective(word, language):
        return False
    base = lemma(word, language) or word
    return _has_plural(base, language) or _has_plural(
        base[last_part(base, language) or 0 :], language
    )


def is_inflected_adjective(word: str, language: str) -> bool:
    """Return whether a lower-case German word is a declined form of its base: "deutsche"."""
    base = _dictionary(language).get(word, word)
    return base != word and word in {base + ending for ending in _DECLENSION}


def _has_plural(word: str, language: str) -> bool:
    """Return whether the dictionary has a German noun's plural."""
    known, noun = _dictionary(language), word.capitalize()
    at = max(map(noun.rfind, _UMLAUTS))
    changed = noun[:at] + _UMLAUTS[noun[at]] + noun[at + 1 :] if at > 0 else noun
    forms = [noun + end for end in _PLURALS] + [noun[:-1] + "en", noun[:-2] + "en"]
    forms += [changed + end for end in ("", *_PLURALS)] if changed != noun else []
    return any(known.get(form, "").lower() == word for form in forms)


@lru_cache(maxsize=1 << 14)
def last_part(word: str, language: str) -> int | None:
    """Return where the last part of a compound begins, 0 for a word that the dictionary has.

    None if no part is a noun in the dictionary.
    """
    known = _dictionary(language)
    starts: tuple[int, ...] = (0, word.rfind("-") + 1, *range(_SHORTEST, len(word) - _SHORTEST))
    for at in starts:
        if known.get(word[at:].capitalize(), "")[:1].isupper():
            return at
    return None


def compound_base(word: str, language: str) -> str | None:
    """Return the base form of a noun in lower case, where nouns have a capital; None if not known.

    Of a compound that no dictionary has, its longest last part counts: "Nebelgebieten".
    """
    at = last_part(word, language)
    base = _dictionary(language).get(word[at:].capitalize()) if at is not None else None
    return base and (word[:at] + base.lower()).capitalize()


def is_base(words: Sequence[str], language: str) -> bool:
    """Return whether each lower-case word is its own base form (in languages with cases)."""
    return language in LANGUAGES.declined and all(lemma(word, language) == word for word in words)


def is_form_of(words: Sequence[str], base: Sequence[str], language: str) -> bool:
    """Return whether a phrase is an inflected form of another: "России" of "Россия".

    Both are in lower case. At least one word must be the other's base form; the rest may differ
    only in case. A word in no dictionary is the base form of words that begin with it ("Вовк",
    "Вовка"). Always False in languages without cases.
    """
    if language not in LANGUAGES.declined or words == base or len(words) != len(base):
        return False
    pairs = [
        (form, _base(form, other, language), other) for form, other in zip(words, base, strict=True)
    ]
    based = any(form != other == found for form, found, other in pairs)
    return based and all(
        form == other or (found is not None and found in {other, lemma(other, language)})
        for form, found, other in pairs
    )


def _base(word: str, other: str, language: str) -> str | None:
    """Return the base form of a word; it may be `other`, if no dictionary has that."""
    longer = len(other) > 2 and word != other and word.startswith(other)
    return other if longer and lemma(other, language) is None else lemma(word, language)


def is_common(word: str, language: str) -> bool:
    """Return whether a word in lower case is in the dictionary, and never as a name."""
    known = _dictionary(language)
    return word in known and word.capitalize() not in known


def is_unknown(word: str, language: str) -> bool:
    """Return whether a language has a dictionary, and a lower-case word is not in it."""
    known = _dictionary(language)
    return bool(known) and word not in known


def without_and(word: str) -> str:
    """Return an Arabic word without the "and" that is joined to it: "وقال" is "و" and "قال"."""
    rest, known = word.removeprefix("و"), _dictionary("ar")
    return rest if word not in known and (rest in known or rest.startswith("ال")) else word


def is_verb(word: str, language: str) -> bool:
    """Return whether a word in lower case is a form of a verb: its base form is an infinitive.

    Where nouns end like infinitives, the dictionary decides, by forms that only verbs have
    ("abusando") or only nouns ("flickan"). Otherwise the forms of a noun begin with its stem
    ("область"), those of a verb do not.
    """
    verbs = _infinitives().get(language)
    base = _dictionary(language).get(word) if verbs else None
    if not verbs or not base:
        return False
    if base != word and word.startswith(base) and word.removeprefix(base) in verbs.forms:
        return True
    if base == word and verbs.past and word.endswith(verbs.ends):
        return _has_form(word[: len(word) - verbs.cut], word, verbs.past, language)
    is_infinitive = base.endswith(verbs.ends) and not word.endswith(verbs.nouns)
    return is_infinitive and _is_form_of_verb(word, base, verbs, language)


def is_infinitive(word: str, language: str) -> bool:
    """Return whether a lower-case word is an infinitive, which may also be a noun: "pouvoir".

    Its verb has a gerund or participle, unlike nouns that end like it: "papier", "lugar".
    """
    verbs, known = _infinitives().get(language), _dictionary(language)
    if not verbs or known.get(word) != word or not word.endswith(verbs.ends):
        return False
    return any(word[:-2] + ending in known for ending in verbs.gerund)


def _is_form_of_verb(word: str, base: str, verbs: _Infinitive, language: str) -> bool:
    """Return whether a word is a verb's form, where nouns may end like infinitives."""
    if base == word and verbs.plural and is_infinitive(word, language):
        return word + verbs.plural not in _dictionary(language)
    if verbs.noun_has:
        return not _has_form(base, base, verbs.noun_has, language)
    if _has_form(base[:-2], base, verbs.verb_has, language):
        return word != f"{base}es" and (base != word or base.endswith(verbs.ends[0]))
    return base != word and not _is_noun(word, base[: len(base) - verbs.cut], verbs.past)


def _has_form(stem: str, base: str, endings: tuple[str, ...], language: str) -> bool:
    """Return whether the dictionary has the stem with one of the endings, as a form of a base form.

    The endings are those that only verbs, or only nouns, have.
    """
    known = _dictionary(language)
    return any(known.get(stem + ending) == base for ending in endings)


def _is_noun(word: str, stem: str, past: tuple[str, ...]) -> bool:
    """Return whether a word continues a stem, but not with the ending of a past tense."""
    return word.startswith(stem) and word != stem and not word[len(stem) :].startswith(past)


def _uncased(word: str, language: str) -> str | None:
    """Return a word without an unambiguous case ending, None if fewer than 4 letters remain."""
    cut = (word.removesuffix(end) for end in _tables()["cases"].get(language, "").split())
    return min((form for form in cut if len(form) > 3), key=len, default=None)


@dataclass(frozen=True, slots=True)
class _Infinitive:
    ends: tuple[str, ...]
    cut: int
    nouns: tuple[str, ...]
    forms: tuple[str, ...]
    verb_has: tuple[str, ...]
    noun_has: tuple[str, ...]
    gerund: tuple[str, ...]
    plural: str
    past: tuple[str, ...]


@cache
def _infinitives() -> dict[str, _Infinitive]:
    return {
        language: _Infinitive(
            ends=tuple(row.get("ends", "").split()),
            cut=row.get("cut", 0),
            nouns=tuple(row.get("nouns", "").split()),
            forms=tuple(row.get("forms", "").split()),
            verb_has=tuple(row.get("verb_has", "").split()),
            noun_has=tuple(row.get("noun_has", "").split()),
            gerund=tuple(row.get("gerund", row.get("verb_has", "")).split()),
            plural=row.get("plural", ""),
            past=tuple(row.get("past", "").split()),
        )
        for language, row in _tables()["infinitives"].items()
    }


@cache
def _tables() -> dict[str, Any]:
    return load_table(_TABLE, dict[str, Any])


@cache
def _dictionary(language: str) -> Mapping[str, str]:
    code = _CODES.get(language, language)
    if code == "en" or code not in SUPPORTED_LANGUAGES:  # English has a table of its own
        return {}
    return LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(code)
