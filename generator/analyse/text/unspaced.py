"""Inserts spaces between Japanese and Chinese words, which YAKE needs. Pure.

Korean writes particles with the word before them; they are separated where the text has the word
with another particle, or without one.

No dictionary is used. A change of script ends a Japanese word (kanji, katakana, hiragana,
Latin). A Chinese run of characters is cut at function words and at the strings that the text
repeats: those are the words that the article is about. What remains uncut is a clause, too long for
a keyword.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from generator.languages import LANGUAGES
from generator.tables import load_patterns
from generator.unicode_scripts import HAN, HANGUL, HIRAGANA, KANA, KATAKANA

_RUNS = re.compile(f"[{HAN}]+|[{KATAKANA}]+|[{HIRAGANA}]+|[^{KANA}{HAN}]+")
_LATIN = "[A-Za-zÀ-ɏ0-9Ａ-Ｚａ-ｚ０-９]"
_APART = re.compile(rf"(?<!{_LATIN}) | (?!{_LATIN})")  # spaces, but for those between Latin words
_HAN = re.compile(f"[{HAN}]+")
_HANGUL = re.compile(f"[{HANGUL}]+")
_PARTICLES = load_patterns(Path(__file__).with_name("particles.yml"))["particles"]
_PARTICLE = re.compile(f"([{HANGUL}]{{2,}}?)({_PARTICLES})")
_LONGEST = 6  # characters of a word


def word_separator(language: str) -> str:
    """Return the string between the words of a phrase in a language."""
    return "" if language in LANGUAGES.unspaced else " "


def join_words(words: Iterable[str], language: str) -> str:
    """Return the words as a phrase: Latin ones keep their space ("Raspberry Pi用")."""
    text = " ".join(words)
    return text if word_separator(language) else _APART.sub("", text)


def insert_word_spaces(lines: Sequence[str], language: str, stop: Iterable[str]) -> list[str]:
    """Return lines with spaces between words; lines in other languages are unchanged."""
    if language == "ja":
        return [" ".join(_RUNS.findall(line)) for line in lines]
    if language == "ko":
        return _without_particles(lines)
    if language == "zh":
        return _cut_at_words(lines, stop)
    return list(lines)


def _cut_at_words(lines: Sequence[str], stop: Iterable[str]) -> list[str]:
    """Return Chinese lines with spaces around function words and repeated strings."""
    small = sorted((word for word in stop if _HAN.fullmatch(word)), key=len, reverse=True)
    words = _repeated([run for line in lines for run in _HAN.findall(line)], small)
    known = re.compile("|".join(map(re.escape, [*words, *small])) or "(?!)")
    return [_HAN.sub(lambda found: _cut(found[0], known), line) for line in lines]


def _without_particles(lines: Sequence[str]) -> list[str]:
    """Return Korean lines with a space before the particles of words that the text has twice."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for word in {word for line in lines for word in _HANGUL.findall(line)}:
        forms[word].add(word)
        if found := _PARTICLE.fullmatch(word):
            forms[found[1]].add(word)
    return [_HANGUL.sub(lambda word: _parted(word[0], forms), line) for line in lines]


def _parted(word: str, forms: Mapping[str, Collection[str]]) -> str:
    found = _PARTICLE.fullmatch(word)
    return f"{found[1]} {found[2]}" if found and len(forms[found[1]]) > 1 else word


def _cut(run: str, known: re.Pattern[str]) -> str:
    return " " + " ".join(filter(None, known.sub(lambda word: f" {word[0]} ", run).split())) + " "


def _counts(runs: Sequence[str]) -> Counter[str]:
    """Return how often each string of two characters up to the longest occurs."""
    counts: Counter[str] = Counter()
    for run in runs:
        for length in range(2, _LONGEST + 1):
            counts.update(run[at : at + length] for at in range(len(run) - length + 1))
    return counts


def _repeated(runs: Sequence[str], small: Sequence[str]) -> list[str]:
    """Return the strings of two or more characters that occur twice, without parts of longer ones.

    A function word may be inside one (太和殿), but not at its edges.
    """
    edges = tuple(small)
    often = {word: count for word, count in _counts(runs).items() if count > 1}
    whole = {word for word in often if not word.startswith(edges) and not word.endswith(edges)}
    pieces = {
        piece
        for word in whole
        for piece in _pieces(word)
        if piece != word and often.get(piece, 0) <= often[word]
    }
    return sorted(whole - pieces, key=lambda word: (-len(word), word))


def _pieces(word: str) -> Iterable[str]:
    """Return the substrings of two or more characters of a word, itself included."""
    starts = range(len(word) - 1)
    return (word[start:end] for start in starts for end in range(start + 2, len(word) + 1))
