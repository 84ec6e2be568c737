"""Surnames in a text, and words that are glued to them. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analyse.keywords.phrases import Phrase
from generator.analyse.text.parts_of_speech import everyday
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_lists import countries
from generator.languages import LANGUAGES

_PATRONYMICS = frozenset({"bin", "ibn", "bint"})


def is_surname(word: Token, text: Text) -> bool:
    """Return whether a name ends another one after a first name: "Hillary | Clinton"."""
    if word.kind != "name":
        return False
    sentences = ((text.sentences[number], at) for number, at in text.where[word.stem] if number)
    return any(
        at and _is_first_name(sentence[at - 1], text.language) and not _goes_on(sentence, at + 1)
        for sentence, at in sentences
    )


def _is_first_name(token: Token, language: str) -> bool:
    is_name = token.kind == "name" and token.part == "noun" and token.text.istitle()
    return is_name and not everyday(token.low, language) and token.low not in countries(language)


def _goes_on(sentence: Sequence[Token], at: int) -> bool:
    return at < len(sentence) and sentence[at].noun


def is_patronymic(phrase: Phrase, text: Text) -> bool:
    """Return whether most occurrences follow "bin": "Mohammad bin | Salman" is no Salman."""
    before = (text.sentences[number][at - 1] for number, at, _ in phrase.places if at)
    return 2 * sum(token.text in _PATRONYMICS for token in before) > len(phrase.places)


def is_glued_to_surname(surface: Sequence[Token], text: Text) -> bool:
    """Return whether a common word stands before a bare surname: "charge Holm"."""
    if text.language in LANGUAGES.capital_nouns or len(surface) < 2:
        return False
    return surface[-2].kind == "word" and is_surname(surface[-1], text)
