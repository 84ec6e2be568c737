"""Whether a phrase is too general to be a keyword that is shown. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.analyse.keywords.noun_signs import is_of_a_country
from generator.analyse.keywords.phrases import Phrase
from generator.analyse.keywords.single_words import FIRM
from generator.analyse.text.general_nouns import breadth
from generator.analyse.text.lemmas import compound_base
from generator.analyse.text.parts_of_speech import everyday
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_lists import countries, vague
from generator.languages import LANGUAGES
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "aside")
_RARE, _NOUN, _ADJECTIVE = _TUNED["rare"], _TUNED["noun"], _TUNED["adjective"]
LEAD = 2  # sentences after the headline that are the lead


def says_little(phrase: Phrase, surface: Sequence[Token], language: str) -> bool:
    """Return whether a phrase names no certain subject: "reason", "party discussions".

    A broad noun ("school") is a subject where the headline has it and the text returns to it.
    """
    firm = len(phrase.places) >= FIRM
    headed = any(number == 0 for number, _, _ in phrase.places)
    if len(surface) == 1:
        kind = breadth(surface[0].low, language)
        return kind == "general" or (kind == "broad" and not (firm and headed))
    return not (firm or headed) and _is_vague_phrase(surface, language)


def aside(phrase: Phrase, surface: Sequence[Token], language: str) -> float:
    """Return how far a phrase is beside the subject: neither headline nor lead has it.

    A name is a subject wherever it is, and so is what the text returns to. Where every noun has a
    capital, a noun that the dictionary has may look like a name. Adjectives of countries alone are
    beside the subject wherever they are.
    """
    if len(surface) == 1 and is_of_a_country(surface[0], language):
        return _ADJECTIVE
    if phrase.cut or any(number <= LEAD for number, _, _ in phrase.places):
        return 0.0
    if len(surface) == 1 and language in LANGUAGES.capital_nouns:
        is_common = compound_base(surface[0].low, language) is not None and surface[
            0
        ].low not in countries(language)
        return _NOUN * (is_common and len(phrase.places) <= FIRM)
    if language in LANGUAGES.capital_nouns:
        is_common = surface[0].text[0].islower()
    else:
        is_common = all(token.kind != "name" for token in surface)
    return float(is_common and len(phrase.places) <= _RARE)


def is_kind_and_name(phrase: Phrase, surface: Sequence[Token], text: Text) -> bool:
    """Return whether a general noun is before what mostly occurs without it: "the city Petra"."""
    if len(surface) != 2 or breadth(surface[0].low, text.language) != "general":
        return False
    return len(text.where[surface[1].stem]) > 2 * len(phrase.places)


def _is_vague_phrase(surface: Sequence[Token], language: str) -> bool:
    """Return whether the head of a phrase is general, and no other word specifies it."""
    words = [token for token in surface if token.content]
    head, *others = words if language in LANGUAGES.romance else words[::-1]
    return _is_general(head, language) and all(_is_usual(token, language) for token in others)


def _is_general(token: Token, language: str) -> bool:
    return token.kind == "word" and breadth(token.low, language) == "general"


def _is_usual(token: Token, language: str) -> bool:
    if token.kind != "word":
        return False
    is_common = token.low in vague() or everyday(token.low, language) > 1
    return is_common or breadth(token.low, language) != "specific"
