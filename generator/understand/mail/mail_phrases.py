"""The words of newsletters and mail programs (see `mail_phrases.yml`). Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from generator.tables import load_table
from generator.text import squeeze

_FILE = Path(__file__).with_name("mail_phrases.yml")
_PHRASE = 6  # words of one
_EDGES = " .,:;!?|>»→›·•*_()[]<–—-\u200c"


def contains(kind: str, line: str) -> bool:
    """Return whether a line contains a phrase of a kind."""
    return bool(_pattern(kind).search(line.lower()))


def consists_of(kind: str, line: str) -> bool:
    """Return whether a line is one of the whole lines of a kind, or several of them in a row."""
    line = squeeze(line).lower()
    known = _words()[kind] | {""}
    by_mark = re.split(r"\s*[|•·]\s*", line)
    return all(part.strip(_EDGES) in known for part in by_mark) or _covered(line, known)


def _covered(line: str, known: Collection[str]) -> bool:
    """Return whether a line is a row of known phrases, the longest first."""
    words = [word.strip(_EDGES) for word in line.split()]
    at = 0
    while at < len(words):
        lengths = range(min(_PHRASE, len(words) - at), 0, -1)
        length = next((n for n in lengths if " ".join(words[at : at + n]) in known), 0)
        if not length:
            return False
        at += length
    return True


def begins(kind: str, line: str) -> bool:
    """Return whether a line begins with a phrase of a kind."""
    return line.lower().startswith(tuple(words(kind)))


def heads_quotation(line: str) -> bool:
    """Return whether a line announces a quoted message: "On …, … wrote:"."""
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
