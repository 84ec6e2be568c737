"""The key of a phrase that its variants share, as far as the phrase alone tells. Pure.

Countries and other names with several spellings are merged by tables (`country_names.yml`,
`vocabulary.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.models import Candidate
from generator.relate.country_names import people_of, territories
from generator.relate.folding import fold
from generator.tables import load_table

_TABLE = Path(__file__).with_name("vocabulary.yml")
_OFFICE_OF = re.compile(r"^(?:us )?(depart) of (?:the )?(\w+)$")
_SHORTEST = 3  # letters of a name in lower case


def plain_key(candidate: Candidate) -> str:
    """Return the key of a candidate; a short name is not yet replaced by the whole one."""
    key = name_key(candidate)
    many = many_names(candidate.language)
    if not (candidate.text.islower() and len(candidate.text) <= _SHORTEST):  # "us" is not US
        key = many.get(fold(candidate.text)) or many.get(key) or key
    if candidate.language == "en":
        key = _american(key)
        key = fold(people_of(candidate.text) or key)
    return key


def name_key(candidate: Candidate) -> str:
    """Return the folded stems of a candidate; "Department of Justice" is "Justice Department"."""
    key = fold(candidate.key)
    return _OFFICE_OF.sub(r"\2 \1", key) if " of " in key else key


def _american(key: str) -> str:
    return " ".join(_table().spellings.get(word, word) for word in key.split())


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True)

    with_cases: list[str]
    names: dict[str, dict[str, list[str]]]
    spellings: dict[str, str]
    first_names: dict[str, list[str]]
    bodies: list[str]


@cache
def _table() -> _Table:
    return load_table(_TABLE, _Table)


@cache
def short_first_names() -> Mapping[str, str]:
    """Return by the folded short form of a first name the whole one: "bill" is "william"."""
    return {
        fold(short): fold(whole) for whole, all_ in _table().first_names.items() for short in all_
    }


@cache
def bodies() -> frozenset[str]:
    """Return the stems of words for bodies that a larger institution has several of."""
    return frozenset(_table().bodies)


@cache
def many_names(language: str) -> Mapping[str, str]:
    """Return by folded name the key of the subjects that have several in a language."""
    listed = _table().names.get(language, {})
    variants = {name: first for first, names in listed.items() for name in (first, *names)}
    shown = {**territories(language), **{fold(name): first for name, first in variants.items()}}
    return {name: fold(first) for name, first in shown.items()}


@cache
def first_names(language: str) -> Mapping[str, str]:
    """Return by key the first name of each subject, if the tables list its cases as well."""
    if language not in _table().with_cases:
        return {}
    listed = _table().names.get(language, {})
    return {fold(first): first for first in (*territories(language).values(), *listed)}


@cache
def many_named(language: str) -> frozenset[str]:
    """Return the keys of the subjects that have several names in a language."""
    return frozenset(many_names(language).values())
