"""A second opinion on a page's text, by the model of lines for pasted pages. Pure.

The model (`understand/lines`) does not use markup, the extraction by markup does not use wording;
if both consider most of a text an article, the model may correct the extraction at its edges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.models import Block
from generator.tables import load_numbers
from generator.text import ends_sentence
from generator.understand.html.metadata.wordings import plain
from generator.understand.lines.model import weigh_body
from generator.understand.markup.blocks import Piece

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "line_model_corrections")
_SURE = _TUNED["sure"]
_AGREED = _TUNED["agreed"]
_UNLIKELY, _AMIDST = _TUNED["unlikely"], _TUNED["amidst"]
_LEFT_OUT, _STANDFIRST = _TUNED["left_out"], _TUNED["standfirst"]
_BESIDE = 40  # lines before and after a text that are classified with it; menus can be long
_ABOVE = 10  # lines above the text in which its standfirst may be
_OWN = ("item", "quote")  # kinds of blocks that are kept inside the text whatever their wording
# Headings that come in series: questions of one sentence, numbered entries.
_FORMS = (re.compile(r"[^.!?]{3,120}[?？]"), re.compile(r"\d{1,3}[.)]\s.{2,120}"))
_LONG = 100  # characters of a sentence that is kept above the text whatever its probability


@dataclass(frozen=True)
class Lines:
    """All lines of a page with their probabilities of being body text."""

    pieces: Sequence[Piece]

    @classmethod
    def around(cls, text: Sequence[Piece], pieces: Sequence[Piece]) -> Lines:
        """Return the lines of a page from a little above a text to a little below it."""
        known = {plain(block.text) for block, _ in text}
        places = [at for at, (block, _) in enumerate(pieces) if plain(block.text) in known]
        if not places:
            return cls(())
        return cls(pieces[max(0, places[0] - _BESIDE) : places[-1] + _BESIDE])

    @cached_property
    def plain(self) -> list[str]:
        """The letters and digits of each line."""
        return [plain(block.text) for block, _ in self.pieces]

    @cached_property
    def chances(self) -> list[float]:
        """The probability of each line."""
        return weigh_body([block.text for block, _ in self.pieces])

    @cached_property
    def best(self) -> dict[str, float]:
        """The highest probability of each wording: an article's line may also be in a menu."""
        found: dict[str, float] = {}
        for text, chance in zip(self.plain, self.chances, strict=True):
            found[text] = max(chance, found.get(text, 0.0))
        return found

    def agree(self, pieces: Sequence[Piece]) -> bool:
        """Return whether the model also considers most of a text an article."""
        sizes = [(len(block.text), self._chance(block.text) > _SURE) for block, _ in pieces]
        return sum(size for size, sure in sizes if sure) >= _AGREED * max(
            1, sum(s for s, _ in sizes)
        )

    def unlikely(self, pieces: Sequence[Piece]) -> Iterator[int]:
        """Yield the indices of the blocks that are not text of the article."""
        chances = [self._chance(block.text) for block, _ in pieces]
        series = _series(pieces)
        sure = [at for at, chance in enumerate(chances) if chance > _SURE]
        for at, ((block, _), chance) in enumerate(zip(pieces, chances, strict=True)):
            if sure[0] <= at < sure[-1]:
                heads = block.kind == "heading" and at + 1 in sure
                own = block.kind in _OWN or at in series or heads
                is_unlikely = chance < _AMIDST and not own
            else:
                is_unlikely = chance < _UNLIKELY
            if is_unlikely and not _is_exempt(block, is_above=at < sure[0]):
                yield at

    def with_missed(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Return the blocks with the lines between and directly above them that are also text."""
        held = "".join(plain(block.text) for block, _ in pieces)
        places = self._places(pieces)
        first = next((at for at in places if at is not None), 0)
        begin = max(0, first - _ABOVE)
        found: list[Piece] = []
        for piece, place in zip(pieces, places, strict=True):
            if place is not None:
                missed = (at for at in range(begin, place) if self._is_text(at, first))
                found += [self.pieces[at] for at in missed if self.plain[at] not in held]
                begin = place + 1
            found.append(piece)
        return found

    def _is_text(self, at: int, first: int) -> bool:
        """Return whether an omitted line is probably text; `first` is the text's first line."""
        return bool(self.chances[at] > (_STANDFIRST if at < first else _LEFT_OUT))

    def _places(self, pieces: Sequence[Piece]) -> list[int | None]:
        """Return the line of each block, in order; None for a block that is not a line."""
        found: list[int | None] = []
        begin = 0
        for block, _ in pieces:
            try:
                place = self.plain.index(plain(block.text), begin)
            except ValueError:
                found.append(None)
            else:
                found.append(place)
                begin = place + 1
        return found

    def _chance(self, text: str) -> float:
        return self.best.get(plain(text), _SURE)


def _series(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the short lines that are questions or numbered, if there are several of the kind."""
    found: set[int] = set()
    for form in _FORMS:
        alike = [at for at, (block, _) in enumerate(pieces) if form.fullmatch(block.text)]
        found.update(alike if len(alike) > 1 else ())
    return frozenset(found)


def _is_exempt(block: Block, *, is_above: bool) -> bool:
    """Return whether the model does not judge a block: a row of data, or a standfirst."""
    is_standfirst = is_above and len(block.text) >= _LONG and ends_sentence(block.text)
    return is_standfirst or block.kind == "row"
