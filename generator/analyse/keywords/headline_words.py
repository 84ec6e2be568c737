"""Whether only the headline has a phrase, which may be glued together by its capitals. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analyse.keywords.phrases import Phrase
from generator.analyse.text.token import Text, Token


def is_only_of_headline(phrase: Phrase, surface: Sequence[Token], text: Text) -> bool:
    """Return whether a phrase is nowhere but in the headline and its repetitions in the text.

    A name may be: unless the text has its first word without the last one ("Greta Holm | Dies").
    """
    numbers = {number for number, _, _ in phrase.places}
    if any(_is_below(number, text) for number in numbers):
        return False
    is_name = all(token.kind == "name" for token in surface)
    first, last = (
        any(_is_below(number, text) for number, _ in text.where[token.stem])
        for token in (surface[0], surface[-1])
    )
    return not is_name or (first and not last)


def _is_below(number: int, text: Text) -> bool:
    return text.sentences[number] != text.sentences[0]
