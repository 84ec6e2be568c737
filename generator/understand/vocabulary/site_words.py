"""How much a line is about the site or addressed to its reader (see `site_words.yml`). Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from generator.tables import load_table
from generator.understand.vocabulary.page_words import Phrases, found, phrases_of

_FILE = Path(__file__).with_suffix(".yml")
_LOOKED_AT = 150  # words of a line
_MOST = 8  # maximum count


def spoken(words: Sequence[str]) -> list[float]:
    """Return how many of a line's words are about the site, and how many address the reader.

    Five figures: the two counts, the same as shares of the words, and both together.
    """
    words = words[:_LOOKED_AT]
    kinds = [kind for kind, _ in found(words, _phrases())]
    site, reader = kinds.count("site"), kinds.count("address")
    size = max(len(words), 1)
    return [
        float(min(site, _MOST)),
        float(min(reader, _MOST)),
        site / size,
        reader / size,
        site * reader / size,
    ]


@cache
def _phrases() -> Phrases:
    return phrases_of(load_table(_FILE, dict[str, list[str]]))
