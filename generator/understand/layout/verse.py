"""Verse: short lines in stanzas, each of which becomes one block of several lines. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.models import Block
from generator.text import squeeze

_LONGEST = 64  # characters of a verse
_STANZA = range(2, 41)  # lines of a stanza
_STANZAS = 2  # least number of them, of which …
_LONG = 3  # … one has so many lines at least
_SHARE = 0.8  # of the lines of text that are in stanzas
_EDGES = 0.75  # of the verses that begin with a capital, or of those that end with a mark
_LEAST = 6  # verses
_NO_VERSE = re.compile(
    r"\d+[.):]|[•◦▪●‣∙·*§–—-]\s|\S+:\s|.*\d{1,2}[:.]\d\d\b|.*\S(?:\t|\s{3,})\S|.*https?://|\(|\["
)
_MARK = re.compile(r"[,.;:!?…—–][\"'”’»)]*$")


def with_stanzas(blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """Return the blocks of a text, those that are the verses of a stanza as one block.

    `text` is the file's, in which blank lines divide the stanzas.
    """
    known = [block.text for block in blocks]
    stanzas = [stanza for stanza in _stanzas(text) if _find(known, stanza) is not None]
    verses = [verse for stanza in stanzas for verse in stanza]
    if not _is_poem(stanzas, verses, known):
        return tuple(blocks)
    made = list(blocks)
    for stanza in stanzas:
        at = _find([block.text for block in made], stanza)
        if at is not None:
            made[at : at + len(stanza)] = [Block("\n".join(stanza), "verse", made[at].line)]
    return tuple(made)


def _is_poem(stanzas: Sequence[Sequence[str]], verses: Sequence[str], known: Sequence[str]) -> bool:
    if len(stanzas) < _STANZAS or len(verses) < _LEAST or len(verses) < _SHARE * len(known):
        return False
    capital = sum(not verse.lstrip("\"'“„«")[:1].islower() for verse in verses)
    marked = sum(bool(_MARK.search(verse)) for verse in verses)
    edges = max(capital, marked) >= _EDGES * len(verses)
    return edges and max(map(len, stanzas)) >= _LONG


def _stanzas(text: str) -> Iterator[list[str]]:
    stanza: list[str] = []
    for line in (*text.split("\n"), ""):
        if line.strip():
            stanza.append(line)
            continue
        if len(stanza) in _STANZA and not any(
            len(verse.strip()) > _LONGEST or _NO_VERSE.match(verse.strip()) for verse in stanza
        ):
            yield [squeeze(verse) for verse in stanza]
        stanza = []


def _find(texts: Sequence[str], stanza: Sequence[str]) -> int | None:
    """Return where the verses of a stanza stand one after another."""
    size = len(stanza)
    places = (at for at, text in enumerate(texts) if text == stanza[0])
    return next((at for at in places if list(texts[at : at + size]) == list(stanza)), None)
