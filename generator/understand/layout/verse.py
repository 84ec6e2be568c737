"""Verse: short lines in stanzas, each of which becomes one block of several lines. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.models import Block
from generator.tables import load_numbers
from generator.text import ends_sentence, ends_with_mark, squeeze

_LONGEST = 64  # characters of a verse
_STANZA = range(2, 41)  # lines of a stanza
_STANZAS = 2  # minimum stanzas in a text that divides them by blank lines, of which …
_LONG = 3  # … one has at least so many lines
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "verse")
_SHARE = _TUNED["share"]
_EDGES = _TUNED["edges"]
_SMALL = _TUNED["small"]
_DIGIT = re.compile(r"\d")
_LEAST = 6  # verses in all
_LEAST_NUMBERED = _TUNED["least_numbered"]
_SHARE_NUMBERED = _TUNED["share_numbered"]
_LONGEST_NUMBERED = _TUNED["longest_numbered"]
_RUNNING = _TUNED["running"]
_NO_VERSE = re.compile(
    r"\d+[.):]|[•◦▪●‣∙·*§–—-]\s|\S+:\s|.*\d{1,2}[:.]\d\d\b|.*\S(?:\t|\s{3,})\S|.*https?://|\(|\["
)
_NO_NUMBERED_VERSE = re.compile(r"^[\d•*-]|\d$|^[^\W\d_][^:]{0,30}:\s")


def with_stanzas(blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """Return the blocks of a text, with the verses of each stanza as one block.

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


def stanzas_by_number(lines: Sequence[str], numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return start and end of each stanza of a poem, by the numbers of its lines in the file.

    Lines with successive numbers are one stanza. The list is empty if the text is not a poem or its
    lines have no numbers (0).
    """
    if not numbers or not all(numbers) or len(lines) < _LEAST_NUMBERED:
        return []
    starts = [at for at in range(len(lines)) if not at or numbers[at] != numbers[at - 1] + 1]
    groups = list(zip(starts, [*starts[1:], len(lines)], strict=True))
    verses = sum(end - start for start, end in groups if _is_verse(lines[start:end]))
    return groups if verses >= _SHARE_NUMBERED * len(lines) else []


def _is_verse(lines: Sequence[str]) -> bool:
    """Return whether successive lines are verse, by their form."""
    if len(lines) not in _STANZA or any(
        len(line) > _LONGEST_NUMBERED or _NO_NUMBERED_VERSE.search(line) for line in lines
    ):
        return False
    capitals = sum(_first_letter(line).isupper() for line in lines)
    running = sum(not ends_sentence(line) for line in lines)
    return capitals >= _EDGES * len(lines) and running >= _RUNNING * len(lines)


def _is_poem(stanzas: Sequence[Sequence[str]], verses: Sequence[str], known: Sequence[str]) -> bool:
    if len(stanzas) < _STANZAS or len(verses) < _LEAST or len(verses) < _SHARE * len(known):
        return False
    capitals = sum(not _first_letter(verse).islower() for verse in verses)
    marked = sum(map(ends_with_mark, verses))
    edges = max(capitals, marked) >= _EDGES * len(verses)
    small = min(len(verses) - capitals, marked) >= _SMALL * len(verses)
    runs_on = small and not any(map(_DIGIT.search, verses))
    return (edges or runs_on) and max(map(len, stanzas)) >= _LONG


def _first_letter(verse: str) -> str:
    """Return the first character of a verse, quotation marks and dashes not counted."""
    return verse.lstrip("\"'“„«—– ")[:1]


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
    """Return the index of the first of the texts that are the verses of a stanza, in order."""
    size = len(stanza)
    places = (at for at, text in enumerate(texts) if text == stanza[0])
    return next((at for at in places if list(texts[at : at + size]) == list(stanza)), None)
