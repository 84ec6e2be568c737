"""Faults of phrases in German, which capitalises every noun. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analyse.text.lemmas import base_of, compound_base
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
    if not after.text[0].isupper() or not edge.text[0].isupper():
        return ""
    common = edge.kind == "word" and not edge.low.endswith(_INFLECTED)
    return "two nouns side by side" if common or _is_noun_before_name(edge, after) else ""


def _is_noun_before_name(word: Token, after: Token) -> bool:
    """Return whether a word is a noun, common or inflected: "Menge | Holm", "Ökonomien | Holm".

    The genitive of a name is before what it has: "Deutschlands Wirtschaft".
    """
    base, adjective = compound_base(word.low, "de"), base_of(word.low, "de", name=False)
    if base is None or (adjective is not None and word.low.startswith(adjective)):
        return False
    if word.low in {f"{base.lower()}s", f"{base.lower()}es"}:
        return compound_base(after.low, "de") is None
    return word.kind == "word" or base.lower() != word.low
