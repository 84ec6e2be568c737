"""Single words with too little evidence of being a subject. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analyse.keywords.noun_signs import is_of_a_country, is_used_as_noun
from generator.analyse.keywords.phrases import Phrase
from generator.analyse.text.parts_of_speech import TABLES, everyday
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_lists import countries
from generator.languages import LANGUAGES

FIRM = 3  # occurrences from which a phrase is accepted with "young" or a description before it


def weak_single_word(phrase: Phrase, surface: Sequence[Token], text: Text) -> str:
    """Return why a single word has too little evidence of being a subject; empty if it has."""
    firm = len(phrase.places) >= FIRM
    headed = any(number == 0 for number, _, _ in phrase.places)
    if _is_unit(phrase, text):
        return "what a number counts"
    if _is_of_a_place(surface[0], text) or (
        not firm and is_of_a_country(surface[0], text.language)
    ):
        return "an adjective of a place"
    is_evident = firm and (headed or text.language in LANGUAGES.romance)
    if not is_evident and _is_everyday(surface[0], text.language):
        return "an everyday word"
    if surface[0].kind == "word" and not is_used_as_noun(surface[0], phrase, text):
        return "an adjective or a verb by the words before it"
    is_rare = not (headed or firm)
    return "may be a verb" if is_rare and _is_indefinite(phrase, surface, text) else ""


def _is_of_a_place(word: Token, text: Text) -> bool:
    """Return whether a German word is made from a name in the text: "Berliner", "Bremer"."""
    if text.language not in LANGUAGES.capital_nouns or not word.low.endswith("er"):
        return False
    place = word.low.removesuffix("er")
    return any(
        token.text[0].isupper()
        and (token.low == place or (token.kind == "name" and token.low == f"{place}en"))
        for sentence in text.sentences
        for token in sentence
    )


def _is_unit(phrase: Phrase, text: Text) -> bool:
    """Return whether a word is always right after a number: "Mio"."""
    before = [text.sentences[number][at - 1 : at] for number, at, _ in phrase.places]
    return len(before) > 1 and all(found and found[0].kind == "number" for found in before)


def _is_indefinite(phrase: Phrase, surface: Sequence[Token], text: Text) -> bool:
    """Return whether an Arabic word never has the article, which verbs do not take."""
    if text.language != "ar" or surface[0].low in countries("ar"):
        return False
    tokens = (text.sentences[number][at] for number, at, _ in phrase.places)
    return not any(token.low.startswith("ال") for token in tokens)


def _is_everyday(token: Token, language: str) -> bool:
    """Return whether a word is too common to be a subject (languages without a table only)."""
    return token.kind == "word" and language not in TABLES and everyday(token.low, language) > 1
