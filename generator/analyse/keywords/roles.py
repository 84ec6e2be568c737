"""Faults of phrases with an office: without a name, or before one. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.analyse.keywords.names import is_description, is_of_another, is_role
from generator.analyse.text.parts_of_speech import TABLES
from generator.analyse.text.token import Token
from generator.analyse.text.word_lists import (
    adherents,
    before_roles,
    roles,
    titles,
    titles_of_office,
)


def role_fault(surface: Sequence[Token], language: str) -> str:
    """Return which fault of an office a phrase has; empty if it has none."""
    return next((fault for fault, has in _FAULTS.items() if has(surface, language)), "")


def _is_office(surface: Sequence[Token], language: str) -> bool:
    return is_role(_low(surface[-1]), language) or all(_low(token) in titles() for token in surface)


def _is_description_of_person(surface: Sequence[Token], _language: str) -> bool:
    """Return whether the last word is an office or an adherent: "Trump Secretary"."""
    is_office = _ends_with_names(surface) and _low(surface[-1]) in titles_of_office()
    return len(surface) > 1 and (is_office or _low(surface[-1]) in adherents())


def _begins_with_another(surface: Sequence[Token], language: str) -> bool:
    is_before_name = len(surface) > 1 and _ends_with_names(surface)
    return is_before_name and is_of_another(surface, 1, language)


def _begins_with_description(surface: Sequence[Token], language: str) -> bool:
    return _ends_with_names(surface) and language in TABLES and is_description(surface[0])


def _begins_with_office(surface: Sequence[Token], language: str) -> bool:
    """Return whether the first word is an office, and not part of another word's expression."""
    if len(surface) < 2 or not _ends_with_names(surface):
        return False
    first, second = map(_low, surface[:2])
    return is_role(first, language) and (first not in before_roles() or second in roles())


def _ends_with_names(surface: Sequence[Token]) -> bool:
    return all(token.kind == "name" for token in surface[1:])


def _low(token: Token) -> str:
    return token.low.rstrip(".")


# Each fault with the test for it; of several, the first is named.
_FAULTS: dict[str, Callable[[Sequence[Token], str], bool]] = {
    "an office without a name": _is_office,
    "describes a person without a name": _is_description_of_person,
    "another name before a name": _begins_with_another,
    "describes a name": _begins_with_description,
    "an office before a name": _begins_with_office,
}
