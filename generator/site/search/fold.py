"""Normalises words for the search: without case, accents and variants of letters.

`assets/search/words.js` does the same in the browser; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata

from generator.unicode_scripts import UNSPACED

# Scripts whose vowels are marks on letters: without the marks a word would be split.
_MARKED = "\u0900-\u0963\u0966-\u0dff"
_PAIRED = re.compile(f"[{UNSPACED}]")  # words are overlapping pairs of characters
_SPACED = re.compile(f"[\\w{_MARKED}]{{2,}}|\\d")  # no single letters
_ASCII = re.compile("[a-z0-9]{2,}|[0-9]")  # the same in a folded text, but faster
_MIXED = re.compile(f"[{UNSPACED}]+|(?:(?![{UNSPACED}])[\\w{_MARKED}])+")
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]")
_PLAIN = {"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ς": "σ"}
_LETTER = re.compile(f"[{''.join(_PLAIN)}]")
_UZBEK = re.compile("['’‘ʻʼ`](?<=[og].)(?=[^\\W\\d_])")  # o‘zbek, bog‘: with any apostrophe
_PUNCTUATION = "’‘“”–—"  # the usual above ASCII; it stays as it is
_DIVIDING = "ʻʼ_"  # matched by \w, but not part of words


def fold(text: str) -> str:
    """Return a text without case, accents and variants of letters."""
    folded = text.lower()
    if not _without(folded, _PUNCTUATION, "").isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded))
        whole = unicodedata.normalize("NFC", bare)
        folded = _LETTER.sub(lambda letter: _PLAIN[letter[0]], whole)
    return _without(_UZBEK.sub("", folded), _DIVIDING, " ")


def _without(text: str, signs: str, other: str) -> str:
    """Return a text with `other` instead of some signs (for few signs faster than `translate`)."""
    for sign in signs:
        text = text.replace(sign, other)
    return text


def words(text: str) -> list[str]:
    """Return the words of a text in order, without single letters."""
    folded = fold(text)
    plain = _without(folded, _PUNCTUATION, " ")
    if plain.isascii():
        return _ASCII.findall(plain)
    if not _PAIRED.search(folded):
        return _SPACED.findall(folded)
    found: list[str] = []
    for run in _MIXED.findall(folded):
        if _PAIRED.match(run):
            found += [run[start : start + 2] for start in range(max(1, len(run) - 1))]
        elif len(run) > 1 or run.isdecimal():
            found.append(run)
    return found
