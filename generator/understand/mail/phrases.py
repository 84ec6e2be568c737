"""The words of newsletters and mail programs (see `furniture.yml`). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.tables import load_table
from generator.text import squeeze

_FILE = Path(__file__).with_name("furniture.yml")
_EDGES = " .,:;!?|>»→›·•*_()[]<–—-\u200c"


def contains(kind: str, line: str) -> bool:
    """Return whether a line contains a phrase of a kind."""
    return bool(_pattern(kind).search(line.lower()))


def consists_of(kind: str, line: str) -> bool:
    """Return whether a line is one of the whole lines of a kind, or several of them in a row."""
    line = squeeze(line).lower()
    known = _words()[kind] | {""}
    by_mark = re.split(r"\s*[|•·]\s*", line)
    return any(
        all(part.strip(_EDGES) in known for part in parts) for parts in (by_mark, line.split())
    )


def begins(kind: str, line: str) -> bool:
    """Return whether a line begins with a phrase of a kind."""
    return line.lower().startswith(tuple(words(kind)))


def heads_quotation(line: str) -> bool:
    """Return whether a line announces what a reply quotes: "On …, … wrote:"."""
    line = line.strip().lower()
    return line.endswith(":") and line.rstrip(" :").endswith(tuple(words("wrote")))


def words(kind: str) -> frozenset[str]:
    """Return the phrases of a kind."""
    return _words()[kind]


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    phrases = sorted(_words()[kind], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    table = load_table(_FILE, dict[str, list[str]])
    return {kind: frozenset(phrases) for kind, phrases in table.items()}
