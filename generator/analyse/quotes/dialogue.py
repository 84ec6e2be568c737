"""Dialogue marked by dashes: "— No vuelvo —dijo Ana Ruiz—. Nunca." Pure.

A paragraph that begins with a dash is speech; between two more dashes the writer names the speaker.
In Nordic languages a comma, not a dash, precedes the writer's words: "– Ja, säger Ann."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analyse.quotes.credit_words import words_of
from generator.analyse.quotes.marks import Span
from generator.languages import LANGUAGES
from generator.models import Block

_BEGINS = re.compile(r"[—–]\s*(?=[^\W\d_]|[¿¡«“\"])|-\s+(?=[^\W\d_])")
# From a mark to the writer's words: "…,— сказал", "… —dijo"; and back: "—. Nunca", ".— Да".
_BREAK = re.compile(
    r"(?:(?<=[,.!?…»])\s*|\s+)[—–-](?=\s?[^\W\d_])|(?<=\w)[—–](?=[,.;:])|[,.]\s?[—–]\s"
)
_CLAUSE = re.compile(r"[,?!…]\s(?P<words>(?P<verb>[^\W\d_]+)\s[^.!?]+(?:[.!?](?=\s|$)|$))")
_FIRST = 4  # words that must contain a verb of saying


def dialogue(blocks: Sequence[Block], language: str) -> list[Span]:
    """Return the speech in paragraphs that begin with a dash, if the writer credits it."""
    found: list[Span] = []
    verbs = words_of(language).verbs
    for number, block in enumerate(blocks):
        opens = _BEGINS.match(block.text) if block.kind == "paragraph" else None
        if opens is None:
            continue
        parts = _parts(block.text, opens.end())
        if language in LANGUAGES.comma_dialogues and len(parts) == 1:
            parts = _around_verb(block.text, opens.end(), verbs)
        if len(parts) < 2 or not _narrates(block.text[slice(*parts[1])], verbs):
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


def _around_verb(text: str, at: int, verbs: frozenset[str]) -> list[tuple[int, int]]:
    """Return the parts around the sentence's end that begins with a verb of saying."""
    for clause in _CLAUSE.finditer(text, at):
        if clause["verb"].lower() in verbs:
            rest = (clause.end(), len(text))
            return [(at, clause.start("verb")), clause.span("words")] + [rest] * bool(
                text[clause.end() :].strip()
            )
    return []


def _narrates(text: str, verbs: frozenset[str]) -> bool:
    """Return whether the writer's words begin with a verb of saying, in lower case."""
    words = re.findall(r"[^\W\d_]+", text)[:_FIRST]
    return bool(words) and words[0][:1].islower() and any(word.lower() in verbs for word in words)
