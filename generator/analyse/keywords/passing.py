"""Whether a text names a phrase only in passing, so that it is not about it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from generator.analyse.keywords.noun_signs import is_of_a_country
from generator.analyse.keywords.phrases import Phrase
from generator.analyse.text.general_nouns import breadth
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_lists import roles
from generator.languages import LANGUAGES
from generator.tables import load_numbers, load_table

_TABLE = Path(__file__).with_suffix(".yml")
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "passing")
_SHORT, _LONG = _TUNED["short"], _TUNED["long"]
_LEAD = 4  # sentences with which a text says what it is about
_LONGEST = 3  # words before or after a source
_DATELINE = 7  # words and marks of a text's dateline
_ENDS_OF_DATELINE = frozenset("(-–—")


def is_in_passing(phrase: Phrase, surface: Sequence[Token], text: Text) -> bool:
    """Return whether a phrase is not in the headline, and the text does not return to it.

    What a place of a dateline, or a source of a statement, tells of the subject does not count. A
    phrase that the first sentences lack must be named once more. A single common noun tells the
    subject only in the headline; where all nouns have capitals, in the first sentences as well.
    Common words with a general head ("Republican members", "zona de producción") do not count at
    all.
    """
    if any(number == 0 for number, _, _ in phrase.places):
        return False
    if len(surface) > 1 and _is_general(surface, text.language):
        return True
    told = [place for place in phrase.places if not _is_aside(text, *place)]
    sentences = len(text.sentences) - 1
    is_late = all(number > _LEAD for number, _, _ in told)
    if _is_common_noun(surface) and (is_late or text.language not in LANGUAGES.capital_nouns):
        return True
    return len(told) < 1 + (sentences > _SHORT) + (sentences > _LONG) + is_late


def _is_common_noun(surface: Sequence[Token]) -> bool:
    """Return whether a phrase is a single word that its script's case shows to be no name."""
    word = surface[0]
    return len(surface) == 1 and word.kind == "word" and word.text.lower() != word.text.upper()


def _is_general(surface: Sequence[Token], language: str) -> bool:
    """Return whether the head of a phrase is a common word that says little, or an office.

    In Romance languages, a word with a country's adjective says as little: "ciclista chileno".
    """
    is_romance = language in LANGUAGES.romance
    head = surface[0 if is_romance else -1]
    says_little = (
        breadth(head.low, language) == "general"
        or head.low in roles()
        or (is_romance and is_of_a_country(surface[-1], language))
    )
    return head.kind == "word" and says_little


def _is_aside(text: Text, number: int, at: int, end: int) -> bool:
    sentence = text.sentences[number]
    is_in_dateline = number == 1 and _is_in_dateline(sentence, end)
    return is_in_dateline or _is_source(sentence, at, end, text.language)


def _is_in_dateline(sentence: Sequence[Token], end: int) -> bool:
    """Return whether only names are before the mark that ends a dateline: "NORHAVEN (AP)"."""
    marks = (at for at, token in enumerate(sentence[:_DATELINE]) if token.text in _ENDS_OF_DATELINE)
    mark = next(marks, 0)
    return end <= mark and all(token.kind in {"name", "mark"} for token in sentence[:mark])


def _is_source(sentence: Sequence[Token], at: int, end: int, language: str) -> bool:
    before, after = _words(language)
    following = " ".join(token.low for token in sentence[end : end + _LONGEST])
    return f"{following} ".startswith(after) or any(
        run.endswith(before) for run in _before(sentence[:at])
    )


def _before(sentence: Sequence[Token]) -> Iterator[str]:
    """Yield the last words of a part of a sentence, with and without an article at its end."""
    words = [token.low for token in sentence[-_LONGEST - 1 :]]
    yield f" {' '.join(words)}"
    if sentence and sentence[-1].kind == "stop":
        yield f" {' '.join(words[:-1])}"


@cache
def _words(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what stands before and after a source."""
    table = load_table(_TABLE, dict[str, dict[str, list[str]]]).get(language, {})
    before, after = table.get("before", ()), table.get("after", ())
    return tuple(f" {words}" for words in before), tuple(f"{words} " for words in after)
