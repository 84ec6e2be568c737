"""The notes below an article: a heading such as "Notes", and their list. Pure.

They are part of the text, but lists below it look like menus and other furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from generator.tables import load_patterns
from generator.understand.html.metadata.wordings import plain
from generator.understand.markup.blocks import Piece

_WORDS = load_patterns(Path(__file__).with_name("notes.yml"))
_HEADING = re.compile(rf"\W*{_WORDS['headings']}\W*", re.IGNORECASE)
_MARKED = re.compile(r"[\[(]\d{1,3}[\])]")
_MOST = 60  # notes; a longer list is the apparatus of an encyclopedia


def with_notes(pieces: Sequence[Piece], page: Sequence[Piece]) -> list[Piece]:
    """Return the blocks with the notes that the page has directly below one of them."""
    found = list(pieces)
    texts = [plain(block.text) for block, _ in page]
    for notes in _runs(page):
        above = texts[notes.start - 1] if notes.start else ""
        own = set(texts[notes.start : notes.stop])
        known = [plain(block.text) for block, _ in found]
        if above not in known or own <= set(known):
            continue
        place = len(known) - known[::-1].index(above)
        rest = [
            piece
            for piece, text in zip(found[place:], known[place:], strict=True)
            if text not in own
        ]
        found = [*found[:place], *page[notes.start : notes.stop], *rest]
    return found


def notes_in(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the indices of the blocks that are notes or the heading of notes."""
    return frozenset(at for notes in _runs(pieces) for at in notes)


def _runs(pieces: Sequence[Piece]) -> Iterator[range]:
    """Yield the places of the headings of notes, each with the notes below it."""
    for at, (block, _) in enumerate(pieces):
        if block.kind not in {"heading", "paragraph"} or not _HEADING.fullmatch(block.text):
            continue
        notes = sum(1 for _ in takewhile(_is_note, pieces[at + 1 :]))
        if 0 < notes <= _MOST:
            yield range(at, at + 1 + notes)


def _is_note(piece: Piece) -> bool:
    return piece[0].kind == "item" or bool(_MARKED.match(piece[0].text))
