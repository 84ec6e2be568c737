"""Names set in capitals → as they are written: "RUBY McALLISTER", "TIM VON HAGEN". Pure."""

from __future__ import annotations

import re

from generator.understand.vocabulary.people import SMALL_PARTICLES

_VOWELS = re.compile(r"[AEIOUYÀ-ÖØ-ÝАЕИОУЫЭЮЯІЄЇ]")
# Two letters that are a name, no initials: "BO", "CY", "AL".
_TWO_LETTERS = re.compile(r"[BCDFGHJKLMNPRSTVWXZ][AEIOUY]|A[LN]|ED")
_SUFFIXES = frozenset({"JR", "SR"})
_NUMERAL = re.compile(r"I{2,3}|I?V")  # "III", behind a name
_SCOTTISH = re.compile(r"\bMc(?=[a-z])([a-z])")
_SMALL_IN_CAPITALS = re.compile(r"\b(Ma?c|[DLO]['’])(?=[A-ZÀ-Þ]{2})")


def in_capitals(name: str) -> bool:
    """Return whether a name is set in capitals, perhaps with a small letter: "RUBY McALLISTER"."""
    return _capitals(name).isupper()


def uncapitalised(name: str) -> str:
    """Return a name set in capitals as it is written: of words with vowels, not of initials."""
    words = _capitals(name).split()
    if len(words) < 2 or not in_capitals(name) or not all(map(_is_read, words)):
        return name
    written = (word if _NUMERAL.fullmatch(word) else word.title() for word in words[1:])
    return " ".join([_written(words[0].title()), *map(_particle, map(_written, written))])


def _capitals(name: str) -> str:
    return _SMALL_IN_CAPITALS.sub(lambda prefix: prefix[0].upper(), name)


def _is_read(word: str) -> bool:
    """Return whether a word in capitals is read as one, not letter by letter."""
    if "." in word or word in _SUFFIXES or word.lower() in SMALL_PARTICLES:
        return True
    return bool(_VOWELS.search(word)) and (len(word) > 2 or bool(_TWO_LETTERS.fullmatch(word)))


def _written(word: str) -> str:
    return _SCOTTISH.sub(lambda start: f"Mc{start[1].upper()}", word)


def _particle(word: str) -> str:
    return word.lower() if word.lower() in SMALL_PARTICLES else word
