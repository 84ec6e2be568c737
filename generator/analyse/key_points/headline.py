"""Whether a headline reports something. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from generator.analyse.key_points.dependence_words import base_language
from generator.analyse.text.quotations import outside_quotations
from generator.analyse.text.word_forms import straighten
from generator.tables import load_table

_PATTERNS = Path(__file__).with_name("no_news.yml")


def reports_news(title: str, language: str) -> bool:
    """Return whether a headline reports something: no question, list, opinion or address."""
    said = straighten(outside_quotations(title))
    return not any(pattern.search(said) for pattern in _no_news(language))


@cache
def _no_news(language: str) -> Sequence[re.Pattern[str]]:
    table = load_table(_PATTERNS, dict[str, list[str]])
    found = [*table["every"], *table.get(base_language(language), ())]
    return [re.compile(pattern, re.IGNORECASE) for pattern in found]
