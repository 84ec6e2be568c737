"""The words of a text as the search compares them.

`assets/search/words.js` does the same in the browser; a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata

# Scripts that put no space between words: their words are overlapping pairs of characters.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
)
# Scripts whose vowels are marks on letters: without them a word would fall apart.
_MARKED = "\u0900-\u0963\u0966-\u0dff"
_WORD = re.compile(f"[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[^\\W_]|[{_MARKED}])+")
_PAIRED = re.compile(f"[{_UNSPACED}]")
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]")
_OTHER = str.maketrans(
    {"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ς": "σ"}
)
_UZBEK = re.compile("(?<=[og])['’‘ʻʼ`](?=[^\\W\\d_])")  # o‘zbek, bog‘: however it is typed
_APOSTROPHE = re.compile("[ʻʼ]")  # letters to Unicode; here they divide, as other apostrophes do


def fold(text: str) -> str:
    """Return a text without case, accents and variants of letters."""
    folded = text.lower()
    if not folded.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded))
        folded = unicodedata.normalize("NFC", bare).translate(_OTHER)
    return _APOSTROPHE.sub(" ", _UZBEK.sub("", folded))


def words(text: str) -> list[str]:
    """Return the words of a text in order; single letters are none."""
    found: list[str] = []
    for run in _WORD.findall(fold(text)):
        if not run.isascii() and _PAIRED.match(run):
            found += [run[start : start + 2] for start in range(max(1, len(run) - 1))]
        elif len(run) > 1 or run.isdecimal():
            found.append(run)
    return found
