"""YAKE's ranking of an article's phrases, computed on plain dictionaries. Pure.

YAKE (Campos et al. 2020, doi:10.1016/j.ins.2019.09.013) keeps a graph of words, whose access takes
half of the time in which an article is analysed. `Extractor` is YAKE's extractor with its tokens
and tags; only the features are computed here, as the paper defines them and in the same order of
operations, so phrases and scores are the same to the last bit.
"""

from __future__ import annotations

import math
import string
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from statistics import median

import numpy as np
import yake  # type: ignore[import-untyped]
from yake.data.utils import (  # type: ignore[import-untyped]
    get_tag,
    pre_filter,
    tokenize_sentences,
)

_MARKS = frozenset(string.punctuation)
_NO_LETTERS = str.maketrans("", "", string.punctuation)
_UNFIT = frozenset("du")  # YAKE's tags of numbers and of words with signs
_SHORTEST = 3  # letters; a shorter word counts as a stop word


class Extractor(yake.KeywordExtractor):  # type: ignore[misc]
    """YAKE's extractor for `dedup_lim=1.0` and a window of one word."""

    def extract_keywords(self, text: str) -> list[tuple[str, float]]:
        """Return the best phrases in lower case with their scores, least (best) first."""
        sentences = tokenize_sentences(pre_filter(text.replace("\n", " ")))
        words = _Words(frozenset(self.stopword_set))
        phrases = _phrases(sentences, words, self.config["n"])
        words.score(len(sentences))
        found = [(text, phrase.score()) for text, phrase in phrases.items() if phrase.is_fit]
        found.sort(key=lambda phrase: phrase[1])
        return found[: self.config["top"]]


@dataclass(slots=True, eq=False)
class _Word:
    """A word by its lower-case form without a plural "s"; neighbours are counted within clauses."""

    is_stop: bool
    count: int = 0
    capitals: int = 0  # occurrences in capitals
    names: int = 0  # occurrences with a capital within a sentence
    sentences: list[int] = field(default_factory=list)  # in order, each once
    left: dict[_Word, int] = field(default_factory=dict)
    right: dict[_Word, int] = field(default_factory=dict)
    score: float = 0.0

    def add(self, tag: str, sentence: int) -> None:
        self.count += 1
        self.capitals += tag == "a"
        self.names += tag == "n"
        if not self.sentences or self.sentences[-1] != sentence:
            self.sentences.append(sentence)


@dataclass(frozen=True, slots=True)
class _Token:
    lower: str
    word: _Word
    tag: str  # YAKE's
    is_fit: bool  # neither a number nor a word with signs


@dataclass(slots=True)
class _Phrase:
    words: Sequence[_Word]
    count: int = 0
    is_fit: bool = False  # whether it occurs without numbers and signs

    def score(self) -> float:
        total, product = 0.0, 1.0
        for at, word in enumerate(self.words):
            if word.is_stop:
                bond = _share(self.words[at - 1], word) * _share(word, self.words[at + 1], right=1)
                product *= 1 + (1 - bond)
                total -= 1 - bond
            else:
                total += word.score
                product *= word.score
        return float(product / ((total + 1) * self.count))


def _share(word: _Word, following: _Word, *, right: int = 0) -> float:
    """Return how often a word follows another, as a share of the occurrences of one of them."""
    together = word.right.get(following, 0)
    return together / (following if right else word).count


class _Words:
    """The words of a text."""

    def __init__(self, stop_words: AbstractSet[str]) -> None:
        self._stop_words = stop_words
        self._by_key: dict[str, _Word] = {}
        self._tokens: dict[tuple[str, bool], _Token | None] = {}

    def token(self, text: str, at: int) -> _Token | None:
        """Return the token at an index of a sentence, None for a mark."""
        key = text, at > 0  # YAKE's tag depends on whether a word is the first
        try:
            return self._tokens[key]
        except KeyError:
            token = None if _MARKS.issuperset(text) else self._made(text, at)
            self._tokens[key] = token
            return token

    def _made(self, text: str, at: int) -> _Token:
        lower, tag = text.lower(), get_tag(text, min(at, 1), _MARKS)
        return _Token(lower, self._find(lower), tag, tag not in _UNFIT)

    def _find(self, lower: str) -> _Word:
        """Return the word of a lower-case form; its first form decides on `is_stop`."""
        key = lower[:-1] if lower.endswith("s") and len(lower) > _SHORTEST else lower
        if (found := self._by_key.get(key)) is None:
            is_stop = (
                lower in self._stop_words
                or key in self._stop_words
                or len(key.translate(_NO_LETTERS)) < _SHORTEST
            )
            found = self._by_key[key] = _Word(is_stop)
        return found

    def score(self, sentences: int) -> None:
        """Set the score of each word of a text with so many sentences."""
        counts = np.array([float(word.count) for word in self._by_key.values() if not word.is_stop])
        if not counts.size:
            return
        usual = float(counts.mean() + counts.std())
        most = max(word.count for word in self._by_key.values())
        for word in self._by_key.values():
            word.score = _score(word, most, usual, sentences)


def _score(word: _Word, most: int, usual: float, sentences: int) -> float:
    """Return YAKE's S(t): low for a word that is frequent, early, capitalised and spread."""
    share = word.count / most
    relatedness = (0.5 + _variety(word.left) * share) + (0.5 + _variety(word.right) * share)
    casing = max(word.capitals, word.names) / (1.0 + math.log(word.count))
    position = math.log(math.log(3.0 + median(word.sentences)))
    frequency = word.count / usual
    spread = len(word.sentences) / sentences
    return (position * relatedness) / (casing + (frequency / relatedness) + (spread / relatedness))


def _variety(neighbours: dict[_Word, int]) -> float:
    """Return the number of different neighbours as a share of all."""
    return len(neighbours) / sum(neighbours.values()) if neighbours else 0.0


def _phrases(sentences: Iterable[Sequence[str]], words: _Words, longest: int) -> dict[str, _Phrase]:
    """Return the phrases of up to so many words, by their text in lower case.

    They begin and end with a content word. Their order is YAKE's, which decides between equals.
    """
    found: dict[str, _Phrase] = {}
    for clause in _clauses(sentences, words):
        for end, last in enumerate(clause, 1):
            if not last.word.is_stop:
                _add_ending(found, clause[max(0, end - longest) : end])
    return found


def _add_ending(found: dict[str, _Phrase], tokens: Sequence[_Token]) -> None:
    """Count the phrases that end with the last of some tokens."""
    text, is_fit = "", True
    for start in range(len(tokens) - 1, -1, -1):
        first = tokens[start]
        text = f"{first.lower} {text}" if text else first.lower
        is_fit = is_fit and first.is_fit
        if first.word.is_stop:
            continue
        if (phrase := found.get(text)) is None:
            phrase = found[text] = _Phrase([token.word for token in tokens[start:]])
        phrase.count += 1
        phrase.is_fit |= is_fit


def _clauses(sentences: Iterable[Sequence[str]], words: _Words) -> Iterator[Sequence[_Token]]:
    """Yield the words between two marks, and count each with its neighbours."""
    for number, sentence in enumerate(sentences):
        clause: list[_Token] = []
        for at, text in enumerate(sentence):
            token = words.token(text, at)
            if token is None:
                yield clause
                clause = []
                continue
            token.word.add(token.tag, number)
            if token.is_fit and clause and clause[-1].is_fit:
                _join(clause[-1].word, token.word)
            clause.append(token)
        yield clause


def _join(word: _Word, following: _Word) -> None:
    word.right[following] = word.right.get(following, 0) + 1
    following.left[word] = following.left.get(word, 0) + 1
