"""Faults of phrases in German, which capitalises every noun. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analyse.text.lemmas import base_of
from generator.analyse.text.token import Token

_INFLECTED = ("e", "en")  # "die Deutsche Bahn", "im Weißen Haus"


def german_fault(surface: Sequence[Token]) -> str:
    """Return the fault of a phrase in a language that capitalises every noun."""
    if surface[-1].text[0].islower():
        return "ends without a noun"
    before = [token for token in surface[:-1] if token.kind == "word" and token.text[0].islower()]
    if any(not token.low.endswith("e") for token in before):
        return "an inflected adjective before a noun"
    return "begins with a verb" if any(map(_is_german_verb, before)) else ""


def _is_german_verb(token: Token) -> bool:
    """Return whether a word in lower case is a verb: "hake" of "haken", unlike "offene"."""
    base = base_of(token.low, "de", name=False) or ""
    return base.endswith("en") and token.low != f"{base}e"


def weak_nouns(surface: Sequence[Token]) -> str:
    """Return the fault of two adjacent nouns where every noun is capitalised."""
    edge, after = surface[:2]
    common = edge.kind == "word" and not edge.low.endswith(_INFLECTED)
    return "two nouns side by side" if common and after.text[0].isupper() else ""
