"""What the words of a news page say of the line that they stand in (see `page_words.yml`). Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_suffix(".yml")
_TOKEN = re.compile(r"[^\W_]+(?:['.\-][^\W_]+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼʻ‘", "'"))  # Uzbek writes oʻ in each of these ways
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST = 4  # words of a phrase
_LOOKED_AT = 24  # words of a line: what a line is, its ends say


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one to four words, the kinds that each is of, and the words they begin with."""

    kinds: Mapping[str, tuple[str, ...]]
    first: frozenset[str]


@cache
def kinds() -> tuple[str, ...]:
    """Return the kinds of page words, in the order of the file."""
    return tuple(_words())


def tokens(line: str) -> list[str]:
    """Return the words of a line, in lower case; an apostrophe is always the plain one."""
    return _TOKEN.findall(line.lower().translate(_APOSTROPHES))


def coverage(line: str, words: list[str]) -> dict[str, float]:
    """Return for each kind that occurs the share of the line's words (0 to 1) that are of it."""
    if len(words) > _LOOKED_AT:
        words = words[: _LOOKED_AT // 2] + words[-_LOOKED_AT // 2 :]
    covered: Counter[str] = Counter()
    for kind, length in found(words, _phrases()):
        covered[kind] += length
    shares = {kind: min(1.0, count / len(words)) for kind, count in covered.items()}
    if _UNSPACED.search(line):
        short = max(len(line), 1)
        for word, kind in _unspaced():
            if word in line[:80]:
                shares[kind] = max(shares.get(kind, 0.0), min(1.0, len(word) / short))
    return shares


def kinds_of(phrase: str) -> tuple[str, ...]:
    """Return the kinds of page words that a whole phrase is of."""
    return _phrases().kinds.get(" ".join(tokens(phrase)), ())


def starts_with(kind: str, line: str) -> int:
    """Return how many words at the start of a line are a phrase of a kind (0: none)."""
    words = tokens(line[:80])
    for length in range(min(_LONGEST, len(words)), 0, -1):
        if kind in _phrases().kinds.get(" ".join(words[:length]), ()):
            return length
    return 0


def found(words: list[str], phrases: Phrases) -> Iterator[tuple[str, int]]:
    """Yield each phrase in a line's words: its kind and its length."""
    for at, word in enumerate(words):
        if word in phrases.first:
            for length in range(1, min(_LONGEST, len(words) - at) + 1):
                for kind in phrases.kinds.get(" ".join(words[at : at + length]), ()):
                    yield kind, length


def phrases_of(known: Mapping[str, Sequence[str]]) -> Phrases:
    """Return the phrases of a word list, by kind."""
    phrases: dict[str, tuple[str, ...]] = {}
    for kind, words in known.items():
        for word in words:
            phrase = " ".join(tokens(word))
            phrases[phrase] = tuple(dict.fromkeys((*phrases.get(phrase, ()), kind)))
    return Phrases(phrases, frozenset(phrase.split(" ")[0] for phrase in phrases))


@cache
def _words() -> dict[str, list[str]]:
    found = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {kind: [str(word) for word in words] for kind, words in found.items()}


@cache
def _phrases() -> Phrases:
    return phrases_of(_words())


@cache
def _unspaced() -> tuple[tuple[str, str], ...]:
    return tuple(
        (word, kind) for kind, words in _words().items() for word in words if _UNSPACED.search(word)
    )
