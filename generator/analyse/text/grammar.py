"""English words that may be noun or verb, resolved by their neighbours. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.text.parts_of_speech import EITHER
from generator.analyse.text.token import Token

# What is before a verb and before a noun, and what follows a verb.
_VERB_AFTER = frozenset(
    ("to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "not")
)
DETERMINERS = frozenset(
    ("a", "an", "the", "its", "their", "his", "her", "my", "our", "your", "these", "those", "'s")
) | {"any", "some", "each", "every", "no"}
PREPOSITIONS = frozenset(
    ("of", "in", "on", "for", "by", "with", "from", "at", "into", "over", "under", "about")
)
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "you", "i", "who", "that"))
_VERB_BEFORE = _PRONOUNS | {"the", "a", "an", "to", "his", "her", "its", "their", "this"}


def read_verbs(sentence: Sequence[Token]) -> list[Token]:
    """Return a sentence where each word that may be noun or verb is read by its neighbours."""
    found = list(sentence)
    for at, token in enumerate(sentence):
        if token.kind == "word" and token.part in EITHER:
            before = found[at - 1] if at else None
            after = sentence[at + 1] if at + 1 < len(sentence) else None
            found[at] = replace(token, part="verb" if _acts(token, before, after) else "noun")
    return found


def _acts(token: Token, before: Token | None, after: Token | None) -> bool:
    """Return whether a word between two others is a verb: "to plan", "Japan plans to"."""
    usually, plural = token.part == "verb_or_noun", token.low.endswith("s")
    takes = after is not None and (after.low in _VERB_BEFORE or after.part == "adverb")
    beside = after is not None and after.nominal
    governs = plural and beside  # "plans talks": a verb's form before its object
    if before is None or before.kind == "mark":
        return usually or governs
    if _is_before_noun(before):
        return governs and before.kind != "stop"
    if before.kind == "stop":
        return usually or governs or before.low in _VERB_AFTER | _PRONOUNS
    if before.kind == "name" and plural != before.low.endswith("s"):
        return takes or usually or plural
    many = before.low.endswith("s") and not plural  # "libertarians offer"
    return takes or governs or (usually and (many or beside))


def _is_before_noun(token: Token) -> bool:
    """Return whether a noun follows a word rather than a verb: "the", "of", an adjective."""
    return token.low in DETERMINERS | PREPOSITIONS or (token.kind == "word" and not token.noun)
