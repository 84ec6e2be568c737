"""The phrases beside a site's own name (see `outlet_forms.yml`), loaded and checked. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.credits import NEWS_AGENCIES
from generator.tables import load_table
from generator.understand.vocabulary.head_phrases import known
from generator.understand.vocabulary.page_words import tokens

_FILE = Path(__file__).with_suffix(".yml")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 5  # words of a phrase
_SMALL = 3  # words of a name of which some are in small letters
_DESKS = frozenset({"sport", "sports", "news", "foto"})  # of agencies: "dpa Sport"
_AT_START = frozenset({"offer", "about", "source", "product"})  # their words begin a line


class _Forms(BaseModel):
    """The lists of `outlet_forms.yml`: phrases by kind of evidence, and words."""

    model_config = ConfigDict(extra="forbid")

    before: dict[str, list[str]]
    behind: dict[str, list[str]]
    articles: list[str]
    companies: list[str]
    owners: list[str]
    agencies: list[str]
    agency_terms: list[str]
    others: list[str]
    no_start: list[str]
    no_end: list[str]
    small: list[str]
    alone: list[str]
    editions: list[str]


def before(words: Sequence[str]) -> str:
    """Return the kind of the phrase that the words in front of a name end with, "" for none.

    An offer of a service or a description of a site begins its line; elsewhere, a single word is
    not enough evidence.
    """
    end = len(words)
    while True:
        kind, length = _kind("before", words[:end], last=True)
        if kind and (kind not in _AT_START or length == end or length > 1):
            return kind
        if not end or words[end - 1] not in _listed("articles"):
            return ""
        end -= 1


@cache
def ends() -> frozenset[str]:
    """Return the words, in lower case, with which a phrase before a name may end."""
    return last_words() | _listed("articles")


@cache
def last_words() -> frozenset[str]:
    """Return the words, in lower case, with which such a phrase ends without an article."""
    return _edges("before")


@cache
def beginnings() -> frozenset[str]:
    """Return the words, in lower case, with which a phrase after a name may begin."""
    return _edges("behind")


def behind(words: Sequence[str]) -> str:
    """Return the kind of the phrase that the words after a name begin with, "" for none."""
    return _kind("behind", words, last=False)[0]


def is_owner(name: str) -> bool:
    """Return whether a name has a word of companies that own outlets ("Harbour Media")."""
    return any(word in _listed("owners") for word in tokens(name))


def is_whole(name: str, *, may_be_small: bool = False) -> bool:
    """Return whether a phrase is only a name, unlike "your Courier" or "Courier of".

    `may_be_small` is whether it is where only names are: many languages write small what is no
    name by itself ("Posavski dnevnik").
    """
    words = name.split()
    first = words[0].lower()
    if _is_cut_off(first, words[-1].lower()) or name.lower() in _listed("alone"):
        return False
    small = [word for word in words[1:] if word[0].islower() and word not in _listed("small")]
    if may_be_small and len(words) <= _SMALL and first[0] != words[0][0]:
        return True
    return not any(word == word.lower() for word in small)  # "dell'Alto" has a capital


def _is_cut_off(first: str, last: str) -> bool:
    """Return whether the first or the last word of a phrase belongs to the words beside it."""
    return first in _listed("no_start") or last in _listed("no_end")


def is_edition(name: str) -> bool:
    """Return whether a phrase names a newsletter, not its site: "Daily", "Daily Sport"."""
    first, _, rest = name.lower().partition(" ")
    is_section = known(rest) == 1 and rest not in _listed("alone")
    return first in _listed("editions") and (not rest or is_section)


def is_other(name: str) -> bool:
    """Return whether a name is that of a platform or service, or a word for a part of a page."""
    return " ".join(tokens(name)) in _listed("others")


def is_agency(name: str) -> bool:
    """Return whether a name is that of a news agency or a syndicate."""
    words = tokens(name)
    if not words:
        return False
    whole = " ".join(words)
    if whole in _listed("agencies") or NEWS_AGENCIES.issuperset(words):
        return True
    if any(f" {term} " in f" {whole} " for term in _listed("agency_terms")):
        return True
    first = words[0].split("-")[0]  # "dpa-infocom"
    return first in NEWS_AGENCIES and ("-" in words[0] or _DESKS.issuperset(words[1:]))


def is_company(word: str) -> bool:
    """Return whether a word is a legal form of companies ("GmbH", "Ltd.")."""
    return word.lower().strip(".,()") in _listed("companies")


def _kind(side: str, words: Sequence[str], *, last: bool) -> tuple[str, int]:
    phrases = _phrases(side)
    for length in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-length:] if last else words[:length])
        if found := phrases.get(phrase):
            return found, length
    return "", 0


@cache
def _phrases(side: str) -> Mapping[str, str]:
    kinds: dict[str, list[str]] = getattr(_forms(), side)
    return {" ".join(tokens(phrase)): kind for kind, phrases in kinds.items() for phrase in phrases}


@cache
def _edges(side: str) -> frozenset[str]:
    """Return the words, in pieces at hyphens, that phrases have next to the name."""
    last = -1 if side == "before" else 0
    return frozenset(_WORD.findall(phrase)[last] for phrase in _phrases(side))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(" ".join(tokens(word)) for word in getattr(_forms(), name))


@cache
def _forms() -> _Forms:
    return load_table(_FILE, _Forms)
