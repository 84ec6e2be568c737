"""English words that may be nouns or verbs, resolved by their neighbours. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.analyse.text.parts_of_speech import EITHER
from generator.analyse.text.token import Token
from generator.tables import load_words

_WORDS = load_words(Path(__file__).with_name("grammar_words.yml"))
DETERMINERS, PREPOSITIONS = _WORDS["determiners"], _WORDS["prepositions"]
_PRONOUNS = _WORDS["pronouns"]
_VERB_AFTER = _WORDS["auxiliaries"]
_VERB_BEFORE = _PRONOUNS | _WORDS["after_verbs"]


def read_verbs(sentence: Sequence[Token]) -> list[Token]:
    """Return a sentence with the words that may be nouns or verbs resolved by their neighbours."""
    found = list(sentence)
    for at, token in enumerate(sentence):
        if token.kind == "word" and token.part in EITHER:
            before = found[at - 1] if at else None
            after = sentence[at + 1] if at + 1 < len(sentence) else None
            found[at] = replace(token, part="verb" if _acts(token, before, after) else "noun")
    return found


def _acts(token: Token, before: Token | None, after: Token | None) -> bool:
    """Return whether a word between two others is a verb: "to plan", "Japan plans to"."""
    usually = token.part == "verb_or_noun"
    governs = _governs(token, after)
    if before is None or before.kind == "mark":
        return usually or governs
    if _is_before_noun(before):
        return governs and before.kind != "stop"
    if before.kind == "stop":
        return usually or governs or before.low in _VERB_AFTER | _PRONOUNS
    return _takes(after) or _agrees(token, before, after)


def _agrees(token: Token, subject: Token, after: Token | None) -> bool:
    """Return whether a word agrees in number, as a verb, with the noun or name before it."""
    usually, third_person = token.part == "verb_or_noun", token.low.endswith("s")
    plural = subject.low.endswith("s")
    if subject.kind == "name" and third_person != plural:
        return usually or third_person
    if _governs(token, after):
        return True
    has_object = after is not None and after.nominal
    return usually and ((plural and not third_person) or has_object)  # "libertarians offer"


def _governs(token: Token, after: Token | None) -> bool:
    """Return whether a word has a verb's ending and its object after it: "plans talks"."""
    return token.low.endswith("s") and after is not None and after.nominal


def _takes(after: Token | None) -> bool:
    """Return whether a verb, not a noun, is before a word: "the", "to", an adverb."""
    return after is not None and (after.low in _VERB_BEFORE or after.part == "adverb")


def _is_before_noun(token: Token) -> bool:
    """Return whether a noun follows a word rather than a verb: "the", "of", an adjective."""
    return token.low in DETERMINERS | PREPOSITIONS or (token.kind == "word" and not token.noun)
