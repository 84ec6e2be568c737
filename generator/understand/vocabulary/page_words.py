"""The kinds of page words in a line (see `page_words.yml`). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from generator.tables import load_table
from generator.unicode_scripts import HANGUL, UNSPACED

_FILE = Path(__file__).with_suffix(".yml")
_TOKEN = re.compile(r"[^\W_]+(?:['.\-][^\W_]+)*")
_TOKEN_ASCII = re.compile(_TOKEN.pattern, re.ASCII)  # the same, in half the time
_APOSTROPHES = "’ʼʻ‘"  # Uzbek writes oʻ in each of these ways
_UNSPACED = re.compile(f"[{UNSPACED}{HANGUL}]")
_LONGEST = 4  # words of a phrase
_LOOKED_AT = 24  # words of a line that are read, at its ends


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases, the kinds that each is of, and how long those that begin with a word are at most."""

    kinds: Mapping[str, tuple[str, ...]]
    longest: Mapping[str, int]


@cache
def kinds() -> tuple[str, ...]:
    """Return the kinds of page words, in the order of the file."""
    return tuple(_words())


@lru_cache(maxsize=1 << 10)  # several features use the words of the same line
def tokens(line: str) -> tuple[str, ...]:
    """Return the words of a line, in lower case; an apostrophe is always the plain one."""
    pattern, low = _lowered(line)
    return tuple(pattern.findall(low))


def _lowered(line: str) -> tuple[re.Pattern[str], str]:
    """Return a line in lower case with plain apostrophes, and the pattern of its words."""
    low = line.replace("İ", "i").lower()  # its small letter is two characters
    if low.isascii():
        return _TOKEN_ASCII, low
    for sign in _APOSTROPHES:
        low = low.replace(sign, "'")
    return _TOKEN, low


def is_unspaced(line: str) -> bool:
    """Return whether a line is in a script that puts few spaces between words, or none."""
    return not line.isascii() and bool(_UNSPACED.search(line))


@lru_cache(maxsize=1 << 10)  # whoever judges a line asks for its page words
def coverage(line: str, words: tuple[str, ...]) -> Mapping[str, float]:
    """Return for each kind that occurs the share of the line's words (0 to 1) that are of it."""
    if len(words) > _LOOKED_AT:
        words = words[: _LOOKED_AT // 2] + words[-_LOOKED_AT // 2 :]
    covered: dict[str, int] = {}
    for kind, length in found(words, _phrases()):
        covered[kind] = covered.get(kind, 0) + length
    shares = {kind: min(1.0, count / len(words)) for kind, count in covered.items()}
    if is_unspaced(line):
        short = max(len(line), 1)
        for word, kind in _unspaced():
            if word in line[:80]:
                shares[kind] = max(shares.get(kind, 0.0), min(1.0, len(word) / short))
    return shares


def top_share(line: str, words: tuple[str, ...], *, but: str = "") -> float:
    """Return the largest share of a line's words that is of one kind; `but` does not count."""
    shares = coverage(line, words)
    return max((share for kind, share in shares.items() if kind != but), default=0.0)


def kinds_of(phrase: str) -> tuple[str, ...]:
    """Return the kinds of page words that a whole phrase is of."""
    return _phrases().kinds.get(" ".join(tokens(phrase)), ())


def starts_with(kind: str, line: str) -> int:
    """Return the length in words of the phrase of a kind at the start of a line, 0 for none."""
    words, phrases = _first_words(line[:80]), _phrases()
    most = phrases.longest.get(words[0], 0) if words else 0  # 0 for most lines
    for length in range(min(most, len(words)), 0, -1):
        if kind in phrases.kinds.get(" ".join(words[:length]), ()):
            return length
    return 0


@lru_cache(maxsize=1 << 10)  # lines are asked for phrases of several kinds
def _first_words(line: str) -> tuple[str, ...]:
    """Return the words of a line that a phrase at its start may have."""
    pattern, low = _lowered(line)
    return tuple(match[0] for match in islice(pattern.finditer(low), _LONGEST))


def found(words: Sequence[str], phrases: Phrases) -> Iterator[tuple[str, int]]:
    """Yield each phrase in a line's words: its kind and its length."""
    longest = phrases.longest
    for at in [at for at, word in enumerate(words) if word in longest]:
        for length in range(1, min(longest[words[at]], len(words) - at) + 1):
            for kind in phrases.kinds.get(" ".join(words[at : at + length]), ()):
                yield kind, length


def phrases_of(known: Mapping[str, Sequence[str]]) -> Phrases:
    """Return the phrases of a word list, by kind."""
    phrases: dict[str, tuple[str, ...]] = {}
    for kind, words in known.items():
        for word in words:
            phrase = " ".join(tokens(word))
            phrases[phrase] = tuple(dict.fromkeys((*phrases.get(phrase, ()), kind)))
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, *others = phrase.split(" ")
        longest[first] = min(_LONGEST, max(longest.get(first, 0), 1 + len(others)))
    return Phrases(phrases, longest)


@cache
def _words() -> dict[str, list[str]]:
    return load_table(_FILE, dict[str, list[str]])


@cache
def _phrases() -> Phrases:
    return phrases_of(_words())


@cache
def _unspaced() -> tuple[tuple[str, str], ...]:
    return tuple(
        (word, kind) for kind, words in _words().items() for word in words if is_unspaced(word)
    )
