"""Words divided at line ends: which hyphens are part of the word. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from generator.understand.layout.layout_words import WORDS

SHOWN = "\u00ac"  # a soft hyphen at a line end, in a text that was read
_LEFT = re.compile(r"([^\W_]+(?:['’][^\W\d_]+)?)[-\u00ac\u00ad\u2010\ufffe\x02]$")
_RIGHT = re.compile(r"[^\W\d_]+")
# Hyphens that only a line end makes visible; "¬" is how some programs show them.
_SOFT = ("\u00ad", SHOWN, "\ufffe", "\x02")
_COMPLETED = re.compile(rf"(?<=[^\W\d_]){SHOWN}\n[ \t]*([^\W\d_A-Z]\S*)[ \t]*")
_WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
# "in- and outbound", "Ein- und Ausgang": the hyphen stands for the rest of the word.
_SUSPENDED = WORDS["conjunctions"]
_COMPOUNDING = WORDS["compounding"]  # … of compounds that keep their hyphen
_MINIMUM = 2  # letters of a piece that a hyphenation leaves

_ADJECTIVES = tuple(WORDS["joined_adjectives"])

IsWord = Callable[[str], bool]


def divided(line: str) -> bool:
    """Return whether a line ends within a word, by its hyphen."""
    return bool(_LEFT.search(line))


def rejoined(
    left: str, right: str, words: Collection[str], is_word: IsWord, *, nouns_have_capitals: bool
) -> str:
    """Return two lines as one, where the first ends with a hyphen.

    `words` are the words of the text, in lower case, compounds with their hyphens; `is_word` looks
    a word up in the dictionary of the text's language. The hyphen is removed if the joined word is
    in the text or in the dictionary, and kept if the compound is in the text or both parts are
    words: where nouns have capitals, before a small word only if the first is an adjective or an
    abbreviation.
    """
    before, after = _LEFT.search(left), _RIGHT.match(right)
    if before is None or after is None or after[0].lower() in _SUSPENDED:
        is_number = before and before[1].isdigit() and right[:1].isdigit()
        return left + right if is_number else f"{left} {right}"
    if left.endswith(_SOFT):
        return left[:-1] + right
    first, second = before[1], after[0]
    if nouns_have_capitals and not first.isupper() and second.islower():
        may_keep = first.endswith(_ADJECTIVES) or f"{first}-{second}".lower() in words
    else:
        may_keep = True
    keeps = first.isdigit() or (may_keep and _keeps_hyphen(first, second, words, is_word))
    return left + right if keeps else left[:-1] + right


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, compounds with their hyphens as well."""
    return frozenset(word.lower() for word in _WORDS.findall(text))


def completed(text: str) -> str:
    """Return a text with each word that a shown soft hyphen divides whole in its first line."""
    return _COMPLETED.sub(r"\1\n", text) if SHOWN in text else text


def _keeps_hyphen(first: str, second: str, words: Collection[str], is_word: IsWord) -> bool:
    solid, compound = f"{first}{second}".lower(), f"{first}-{second}".lower()
    if compound in words:
        return True
    if solid in words:
        return False
    if first.lower() in _COMPOUNDING and is_word(second):
        return True
    if is_word(solid):
        return False
    if not second[0].islower() and second[0].lower() != second[0].upper():
        return True  # "Anglo-Saxon"
    return min(len(first), len(second)) > _MINIMUM and is_word(first) and is_word(second)
