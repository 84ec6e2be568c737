"""Nouns that name too little to be a keyword alone, by language. Pure."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from generator.analyse.text.lemmas import lemma
from generator.tables import load_table

_TABLE = Path(__file__).with_suffix(".yml")
Breadth = Literal["specific", "broad", "general"]


class _Nouns(BaseModel):
    model_config = ConfigDict(frozen=True)

    general: str
    broad: str


@lru_cache(maxsize=1 << 16)
def breadth(word: str, language: str) -> Breadth:
    """Return how much a noun in lower case, in any form, could mean."""
    nouns = _nouns(language)
    forms = _forms(word, language)
    return next((nouns[form] for form in forms if form in nouns), "specific")


def _forms(word: str, language: str) -> list[str]:
    """Return a word, its base form, and what it would be as an English plural."""
    forms = [word, lemma(word, language) or word]
    if language == "en" and word.endswith("s"):
        forms += [word[:-1], word[:-2], f"{word[:-3]}y"]
    return forms


@cache
def _nouns(language: str) -> dict[str, Breadth]:
    nouns = load_table(_TABLE, dict[str, _Nouns]).get(language)
    if nouns is None:
        return {}
    broad: dict[str, Breadth] = dict.fromkeys(nouns.broad.split(), "broad")
    return broad | dict.fromkeys(nouns.general.split(), "general")
