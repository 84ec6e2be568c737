"""Dialogue that dashes mark: "— No vuelvo —dijo Ana Ruiz—. Nunca." Pure.

A paragraph that begins with a dash is what somebody says; between two more dashes the writer says
who it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analyse.quotes.marks import Span
from generator.analyse.quotes.words import words_of
from generator.models import Block

_DASH = "—–"
_BEGINS = re.compile(r"[—–]\s*(?=[^\W\d_]|[¿¡«“\"])|-\s+(?=[^\W\d_])")
# From a mark to the writer's words: "…,— сказал", "… —dijo"; and back: "—. Nunca", ".— Да".
_BREAK = re.compile(
    r"(?:(?<=[,.!?…»])\s*|\s+)[—–-](?=\s?[^\W\d_])|(?<=\w)[—–](?=[,.;:])|[,.]\s?[—–]\s"
)
_FIRST = 4  # words in which a verb of saying is


def dialogue(blocks: Sequence[Block], language: str) -> list[Span]:
    """Return the speech in paragraphs that begin with a dash, if the writer says whose it is."""
    found: list[Span] = []
    said = words_of(language).said
    for number, block in enumerate(blocks):
        opens = _BEGINS.match(block.text) if block.kind == "paragraph" else None
        if opens is None:
            continue
        parts = _parts(block.text, opens.end())
        if len(parts) < 2 or not _narrates(block.text[slice(*parts[1])], said):
            continue
        found += [
            Span(number, start, end, ((number, start, end),), closed=False, dash=True)
            for start, end in parts[::2]
        ]
    return found


def _parts(text: str, at: int) -> list[tuple[int, int]]:
    """Return the parts between dashes: speech, the writer's words, speech …."""
    found, start = [], at
    for cut in _BREAK.finditer(text, at):
        found.append((start, cut.start()))
        start = cut.end()
    found.append((start, len(text)))
    return [(start, end) for start, end in found if text[start:end].strip(" ,.")]


def _narrates(text: str, said: frozenset[str]) -> bool:
    """Return whether the writer's words begin with a verb of saying, in small letters."""
    words = re.findall(r"[^\W\d_]+", text)[:_FIRST]
    return bool(words) and words[0][:1].islower() and any(word.lower() in said for word in words)
