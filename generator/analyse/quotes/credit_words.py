"""The words by which direct speech is credited (`credit_words.yml`), by language. Pure."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from generator.languages import LANGUAGES
from generator.tables import load_table

_FILE = Path(__file__).with_suffix(".yml")
_LONG = 5  # letters of a role's name that also ends compounds


def _as_set(value: object) -> object:
    return frozenset(value) if isinstance(value, list) else value


WordSet = Annotated[frozenset[str], BeforeValidator(_as_set)]


class Words(BaseModel):
    """The words of one language: see the head of `credit_words.yml`."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    verbs: WordSet
    according: list[str]
    he: WordSet
    she: WordSet
    they: WordSet
    mr: WordSet
    ms: WordSet
    prepositions: WordSet
    determiners: WordSet
    naming: WordSet


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    languages: dict[str, Words]
    aliases: dict[str, str]
    role_groups: dict[str, str]
    past_endings: dict[str, list[str]]
    ambiguous_according: WordSet
    between: WordSet
    relative: WordSet
    joining: WordSet
    additive: WordSet
    who: WordSet
    indefinite: WordSet
    abbreviated: WordSet
    parts: WordSet
    that: WordSet
    openers: WordSet
    roles: dict[str, WordSet]
    institutions: WordSet
    particles: WordSet
    compounds: WordSet
    agents: WordSet
    given: WordSet


_NO_WORDS = Words.model_validate({name: [] for name in Words.model_fields})


@cache
def words_of(language: str) -> Words:
    """Return the words of a language (ISO 639-1), empty lists for one without any."""
    return _table().languages.get(_table().aliases.get(language, language), _NO_WORDS)


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list that applies to all languages, by its name in `credit_words.yml`."""
    return frozenset(getattr(_table(), name))


@cache
def past_endings(language: str) -> tuple[str, ...]:
    """Return the endings of verbs by which a word behind a quotation is taken for one of saying."""
    return tuple(_table().past_endings.get(language, ()))


@cache
def is_role(word: str, language: str) -> bool:
    """Return whether a word in lower case is a role or title of a person: "senator"."""
    whole = word.rstrip(".")
    last = whole.rpartition("-")[2]
    if whole in _roles(language) or last in _roles(language):
        return True
    return language in LANGUAGES.compound_roles and len(last) > _LONG and last.endswith(_endings())


@cache
def is_agent(word: str, language: str) -> bool:
    """Return whether a word in lower case ends like a noun for a person: "kontrolleur".

    German and English only. Given names that end like that ("Alexander") are listed.
    """
    return (
        language in LANGUAGES.agent_nouns
        and len(word) > _LONG
        and word.endswith(tuple(_table().agents))
        and word not in word_list("given")
    )


@cache
def is_institution(word: str) -> bool:
    """Return whether a word in lower case occurs only in names of institutions."""
    return word.rstrip(".") in word_list("institutions")


@cache
def _roles(language: str) -> frozenset[str]:
    table = _table().roles
    groups = ("any", _table().role_groups.get(language, language if language in table else "other"))
    return frozenset(role for group in groups for role in table[group])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word for word in word_list("compounds") if len(word) >= _LONG)


@cache
def _table() -> _Table:
    return load_table(_FILE, _Table)
