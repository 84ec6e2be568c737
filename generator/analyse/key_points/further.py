"""Whether a sentence is news that may follow the first key point. Pure.

Background ("in 2012", "last year"), what is so in general ("Many people …"), additions ("also",
"another") to something that the key points may not say and quotations are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from generator.analyse.key_points.dependence_words import rules
from generator.analyse.text.quotations import outside_quotations
from generator.analyse.text.token import Token

_NEW = 4  # content words that no key point has said
_QUOTED = 0.4  # share of a sentence that is quoted
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b(?![\w-])")
_SPEAKER = re.compile(r",[\"”’»]? (\w+) \w+\.$")
_SPEECH = "\"'‘“„«‹「『"


def is_background(sentence: str, tokens: Sequence[Token], language: str, year: int | None) -> bool:
    """Return whether a sentence tells what was before an article of some year, or always is."""
    lists, said = rules(language), _said(tokens)
    past = any(year is None or int(found) < year for found in _YEAR.findall(sentence))
    first = next(token.low for token in tokens if token.kind != "mark")
    return past or first in lists.vague or not said.isdisjoint(lists.background)


def is_addition(tokens: Sequence[Token], language: str) -> bool:
    """Return whether a sentence has a word that refers to something said before."""
    return not _said(tokens).isdisjoint(rules(language).adding)


def is_quotation(sentence: str) -> bool:
    """Return whether a sentence begins with a quotation, or is one for a large part."""
    outside = len(outside_quotations(sentence))
    return sentence[0] in _SPEECH or outside < (1 - _QUOTED) * len(sentence)


def is_attributed_back(sentence: str, language: str) -> bool:
    """Return whether a sentence ends with a speaker whom another one names: "…, he said."."""
    found = _SPEAKER.search(sentence)
    return bool(found and rules(language).pronouns.fullmatch(found[1]))


def adds(stems: AbstractSet[str], said: AbstractSet[str]) -> bool:
    """Return whether a sentence has enough content words that are not said yet."""
    return len(stems - said) >= _NEW


def _said(tokens: Sequence[Token]) -> set[str]:
    """Return the words of a sentence, and each two that follow one another."""
    words = [token.low for token in tokens if token.kind != "mark"]
    return {f"{word} {following}" for word, following in pairwise(words)}.union(words)
