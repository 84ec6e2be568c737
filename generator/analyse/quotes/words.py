"""The words by which direct speech is credited (`speech.yml`), by language. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from generator.tables import load_table

_FILE = Path(__file__).with_name("speech.yml")
# Languages in which a description without an article may be definite.
ARTICLELESS = frozenset(
    ["cs", "sk", "pl", "ru", "uk", "hr", "sr", "lt", "lv", "fi", "tr", "sv", "da", "nb"]
)
_WITH_AGENTS = frozenset(["de", "lb", "en"])
_LONG = 5  # letters of a role's name that also ends compounds
_COMPOUNDING = frozenset(["de", "nl", "sv", "da", "nb", "no", "nn", "lb", "fi"])
_GROUPS = {
    "nl": "nordic", "sv": "nordic", "da": "nordic", "nb": "nordic", "no": "nordic", "nn": "nordic",
    "fi": "nordic", "sk": "cs", "ca": "es", "gl": "pt", "be": "ru", "bg": "ru", "lb": "de",
}  # fmt: skip
_ALIASES = {"no": "nb", "nn": "nb", "sr": "hr", "bs": "hr", "sl": "hr", "be": "ru", "gl": "pt"}


class _Language(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    said: list[str]
    according: list[str]
    he: list[str]
    she: list[str]
    they: list[str]
    mr: list[str]
    ms: list[str]
    prepositions: list[str] = Field(alias="of")
    determiners: list[str] = Field(alias="a")
    naming: list[str]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    languages: dict[str, _Language]
    between: list[str]
    relative: list[str]
    joining: list[str]
    additive: list[str]
    who: list[str]
    indefinite: list[str]
    abbreviated: list[str]
    parts: list[str]
    that: list[str]
    openers: list[str]
    roles: dict[str, list[str]]
    institutions: list[str]
    particles: list[str]
    compounds: list[str]
    agents: list[str]
    given: list[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: see the head of `speech.yml`."""

    language: str = "en"
    said: frozenset[str] = frozenset()
    according: tuple[str, ...] = ()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    mr: frozenset[str] = frozenset()
    ms: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()


@cache
def words_of(language: str) -> Words:
    """Return the words of a language (ISO 639-1); without a list, there are none."""
    found = _table().languages.get(_ALIASES.get(language, language))
    if found is None:
        return Words(language)
    return Words(
        language=language,
        said=frozenset(found.said),
        according=tuple(found.according),
        he=frozenset(found.he),
        she=frozenset(found.she),
        they=frozenset(found.they),
        mr=frozenset(found.mr),
        ms=frozenset(found.ms),
        prepositions=frozenset(found.prepositions),
        determiners=frozenset(found.determiners),
        naming=frozenset(found.naming),
        indefinite=word_list("indefinite") & frozenset(found.determiners),
    )


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list that counts in all languages, by its name in `speech.yml`."""
    return frozenset(getattr(_table(), name))


@cache
def is_role(word: str, language: str) -> bool:
    """Return whether a word in lower case is a role or title of a person: "senator"."""
    whole = word.rstrip(".")
    last = whole.rpartition("-")[2]
    if whole in _roles(language) or last in _roles(language):
        return True
    return language in _COMPOUNDING and len(last) > _LONG and last.endswith(_endings())


@cache
def is_agent(word: str, language: str) -> bool:
    """Return whether a word in lower case ends as nouns of people do: "kontrolleur".

    German and English only. Given names that end like that ("Alexander") are listed.
    """
    return (
        language in _WITH_AGENTS
        and len(word) > _LONG
        and word.endswith(tuple(_table().agents))
        and word not in word_list("given")
    )


@cache
def is_institution(word: str) -> bool:
    """Return whether a word in lower case is in names of institutions only."""
    return word.rstrip(".") in word_list("institutions")


@cache
def _roles(language: str) -> frozenset[str]:
    table = _table().roles
    groups = ("any", _GROUPS.get(language, language if language in table else "other"))
    return frozenset(role for group in groups for role in table[group])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word for word in word_list("compounds") if len(word) >= _LONG)


@cache
def _table() -> _Table:
    return load_table(_FILE, _Table)
