"""The sentences of an article, each with the reason why it is not a key point. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from generator.analyse.key_points.dependence import (
    addresses,
    has_verb,
    is_prose,
    stands_alone,
    without_dateline,
)
from generator.analyse.quotes.credit_words import words_of
from generator.analyse.text.quotations import parted_quotation
from generator.analyse.text.sentences import sentences
from generator.analyse.text.token import Text, Token
from generator.analyse.text.tokens import tokenize
from generator.analyse.text.unspaced import insert_word_spaces, word_separator
from generator.analyse.text.word_lists import stop_words
from generator.credits import is_caption
from generator.models import Article, Block, KeyPoint
from generator.tables import load_numbers

_FEWEST, _LONGEST = 7, 45  # words of a key point
_LEAD = 55  # words of the first sentence, which some newspapers make long
_CHARACTERS = (12, 400)
_WORD = 2  # approximate characters of a word in scripts without spaces
_SAYING = 10  # words of a sentence that names a speaker
_CLOSING = "\"'”’»“"  # marks after a quotation
_TITLE = 4  # words of a headline that is recognised inside a sentence
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "statements")
_REPEATED = _TUNED["repeated"]

_PAST = 2  # years: such a sentence is background, not what the article reports
# "In March 1888, when …", "Im Jahr 1990 …": a year within the first three words.
_SET_IN = re.compile(r"(?:[^\W\d_]+\.?\s){1,3}(1[5-9]\d\d|20\d\d)\b(?![\w-])")

# A caption, of which other sentences of the paragraph are part as well.
_FILE_PICTURE = re.compile(r"FILE\s*[-–—:]|In this\b.{5,40}\bphoto,")

ADDRESSED = "the writer speaks, or the reader is addressed"
_REPEATS, _CAPTION = "says the headline again", "caption or credit"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of some length; `stems` are those of its content words.

    `place` counts the article's running sentences. It is None for others, which have a reason in
    `dropped`. `number` counts all sentences of the text.
    """

    point: KeyPoint
    tokens: Sequence[Token]
    words: int
    stems: frozenset[str]
    number: int
    place: int | None
    dropped: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    point: KeyPoint
    tokens: Sequence[Token]
    words: int
    stems: frozenset[str]
    number: int
    parted: bool  # contains only a part of a quotation
    says: bool  # only names the speaker of the quotation before it


def statements(article: Article, text: Text, headline: AbstractSet[str]) -> Iterator[Statement]:
    """Yield the sentences of the paragraphs that are long enough; `headline`: its stems."""
    place, begun = 0, False
    captions = " ".join(block.text for block in article.blocks if is_caption(block.text))
    for sentence in _sentences(article, text):
        stray = _stray(sentence, article, headline)
        if sentence.point.text in captions:  # it stands there once more, without the credit
            stray = _CAPTION
        lead = not (begun or stray)
        dropped = stray or _unfit(sentence, article, first=place == 0, opening=lead)
        yield Statement(
            sentence.point,
            sentence.tokens,
            sentence.words,
            sentence.stems,
            sentence.number,
            None if stray else place,
            dropped,
        )
        place += not stray
        begun |= stray not in {_REPEATS, _CAPTION}


def _sentences(article: Article, known: Text) -> Iterator[_Sentence]:
    inside, count = False, 0
    numbers = {_plain(text): number for number, text in enumerate(known.by_sentence)}
    for at, block in enumerate(article.blocks):
        before: str | None = None
        for number, sentence in enumerate(_parts(block, article.language)):
            parted, inside = parted_quotation(sentence, inside=inside, first=number == 0)
            text = without_dateline(sentence, before)
            count = numbers.get(_plain(sentence), count)
            tokens = known.by_sentence.get(text) or _tokens(text, article.language)
            words = sum(token.kind != "mark" for token in tokens)
            if not word_separator(article.language):
                words = len(text) // _WORD
            if words >= _FEWEST:
                stems = frozenset(
                    token.stem for token in tokens if token.content and len(token.stem) > 1
                )
                says = bool(before) and _says(before or "", tokens, words, article.language)
                yield _Sentence(
                    KeyPoint(text, at, number), tokens, words, stems, count, parted, says
                )
            before = sentence


def _says(before: str, tokens: Sequence[Token], words: int, language: str) -> bool:
    """Return whether a short sentence after a quotation only says who said it."""
    saying = any(token.low in words_of(language).verbs for token in tokens)
    return before[-1:] in _CLOSING and words <= _SAYING and saying


def _plain(sentence: str) -> str:
    """Return a sentence without the spaces that the program may have inserted."""
    return sentence.replace(" ", "")


def _parts(block: Block, language: str) -> Sequence[str]:
    if block.kind != "paragraph" or is_caption(block.text):
        return ()
    found = sentences(block.text, language)
    return () if found and _FILE_PICTURE.match(found[0]) else found


def _tokens(sentence: str, language: str) -> Sequence[Token]:
    words = (
        insert_word_spaces([sentence], language, stop_words(language))
        if not word_separator(language)
        else [sentence]
    )
    return tokenize(words, language).sentences[0]


def _stray(sentence: _Sentence, article: Article, headline: AbstractSet[str]) -> str:
    """Return why it is not a running sentence of the article; empty if it is one."""
    text, language = sentence.point.text, article.language
    if is_caption(text):
        return _CAPTION
    if _repeats(sentence, article.title, headline):
        return _REPEATS
    if is_prose(text, language) and has_verb(sentence.tokens, language):
        return ""
    return "no statement of the article"


def _repeats(sentence: _Sentence, title: str, headline: AbstractSet[str]) -> bool:
    """Return whether a sentence only repeats the headline, or contains it."""
    glued = len(headline) >= _TITLE and title.casefold() in sentence.point.text.casefold()
    return glued or len(sentence.stems & headline) >= _REPEATED * len(sentence.stems)


def _unfit(sentence: _Sentence, article: Article, *, first: bool, opening: bool) -> str:
    """Return why a reader could not understand a sentence alone; empty if one could.

    `first`: it is the first running sentence; `opening`: it is the first of the article.
    """
    if sentence.parted or sentence.says:
        return "part of a quotation"
    few, many = _CHARACTERS
    length = len(sentence.point.text)
    if sentence.words > (_LEAD if first else _LONGEST) or not few <= length <= many:
        return "too short or too long"
    if addresses(sentence.point.text, article.language):
        return ADDRESSED
    if not stands_alone(sentence.point.text, article.language, opening=opening):
        return "depends on other sentences"
    past = article.date and _years_before(sentence.point.text, article.date.day.year) >= _PAST
    return "begins with a year long before the article" if past else ""


def _years_before(text: str, year: int) -> int:
    """Return how many years before `year` a sentence is set; 0 if it does not begin with a year."""
    found = _SET_IN.match(text)
    return year - int(found[1]) if found else 0
