"""Decides which spellings of a name belong to one speaker. Pure.

Spellings that differ only in case, accents or initials are one name. Spellings of different
languages or scripts ("Wolodymyr Selenskyj", "Volodymyr Zelenskyy", "Владимир Путин") are merged if
they sound alike and no language has two of them; similar names of one language stay separate.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import Path

from slugify import slugify

from generator.tables import load_table

_WORD = re.compile(r"\w+")
_WORDS = 2  # that a name needs to identify a person
_CONSONANTS = 5  # that a name needs to be compared by them
# Letters and groups of letters with the same sound, in the order of replacement.
_SOUNDS = load_table(Path(__file__).with_name("sounds.yml"), dict[str, str])
_REPEATED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]")


def key(name: str) -> str:
    """Return the key that spellings of one name share; empty for an ambiguous name."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
    words = [word for word in _WORD.findall(plain) if len(word) > 1]
    return " ".join(words) if len(words) >= _WORDS else ""


def same_names(languages: Mapping[str, AbstractSet[str]]) -> dict[str, str]:
    """Return for each key the key that represents it, which may be itself.

    `languages` maps each key to the languages of the articles that spell the name so.
    """
    chosen = {name: name for name in languages}
    for group in _alike(chosen.values(), _sound):
        _merge(chosen, group, languages)
    for group in _alike(chosen.values(), _consonants):
        if len({name.isascii() for name in group}) > 1:  # in different scripts
            _merge(chosen, group, languages)
    return chosen


def _alike(names: Iterable[str], sound: Callable[[str], str]) -> list[list[str]]:
    """Return the groups of names that sound alike."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        groups[sound(name)].append(name)
    return [group for spoken, group in groups.items() if spoken and len(group) > 1]


def _merge(
    chosen: dict[str, str], group: list[str], languages: Mapping[str, AbstractSet[str]]
) -> None:
    """Make the first name of a group represent the others if no language has two of them."""
    if _apart([_all(chosen, languages, name) for name in group]):
        chosen |= {name: group[0] for name, key in chosen.items() if key in group}


def _all(
    chosen: Mapping[str, str], languages: Mapping[str, AbstractSet[str]], name: str
) -> frozenset[str]:
    """Return the languages of all spellings that a key represents."""
    return frozenset().union(*(languages[form] for form, key in chosen.items() if key == name))


def _apart(languages: list[frozenset[str]]) -> bool:
    """Return whether no language has two of the spellings."""
    return sum(map(len, languages)) == len(frozenset().union(*languages))


@lru_cache(1 << 14)
def _sound(name: str) -> str:
    """Return a name's approximate sound in Latin letters, independent of language."""
    spoken = slugify(name).replace("-", " ")
    for written, sound in _SOUNDS.items():
        spoken = spoken.replace(written, sound)
    return _REPEATED.sub(r"\1", spoken)


def _consonants(name: str) -> str:
    """Return the consonants of a name, empty if they are few; scripts may lose vowels."""
    spoken = _REPEATED.sub(r"\1", _VOWELS.sub("", _sound(name)))
    return spoken if len(spoken.replace(" ", "")) >= _CONSONANTS else ""
