"""What the headline reports, and how much of it a sentence says. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from generator.analyse.key_points.dependence_words import base_language
from generator.analyse.text.quotations import outside_quotations
from generator.analyse.text.word_forms import straighten
from generator.languages import LANGUAGES
from generator.tables import load_table

_PATTERNS = Path(__file__).with_name("no_news.yml")
_ROOT = 5  # letters that two forms of a word have in common ("Venezuela", "venezolano")
_DENSE_ROOT = 2  # the same in Chinese, Japanese and Korean
_COMMON = 0.7  # share of the shorter form that they are


def reports_news(title: str, language: str) -> bool:
    """Return whether a headline reports something: no question, list, opinion or address."""
    said = straighten(outside_quotations(title))
    return not any(pattern.search(said) for pattern in _no_news(language))


@cache
def _no_news(language: str) -> Sequence[re.Pattern[str]]:
    table = load_table(_PATTERNS, dict[str, list[str]])
    found = [*table["every"], *table.get(base_language(language), ())]
    return [re.compile(pattern, re.IGNORECASE) for pattern in found]


def words_said(headline: AbstractSet[str], stems: AbstractSet[str], language: str) -> int:
    """Return how many of a headline's content words are among the stems of a sentence."""
    dense = language in LANGUAGES.dense
    root = _DENSE_ROOT if dense else _ROOT
    compounds = dense or language in LANGUAGES.compound_roles
    return sum(
        word in stems or any(_is_akin(word, stem, root, compounds=compounds) for stem in stems)
        for word in headline
    )


def _is_akin(word: str, stem: str, root: int, *, compounds: bool) -> bool:
    """Return whether two stems are of one family ("Israel", "Israeli"), or one contains the other.

    `compounds`: the language has compounds, as "Titelkampf".
    """
    short, long = sorted((word, stem), key=len)
    same = max(root, math.ceil(_COMMON * len(short)))
    if len(short) < same:
        return False
    return long[:same] == short[:same] or (compounds and short in long)
