"""A paragraph → its sentences, whole and unchanged. Pure.

segtok, a dependency of YAKE, splits texts in scripts with spaces. Boundaries that it misses (marks
of other scripts, an ellipsis, a full stop without space after it, "in the U.S. The") are added;
false ones (initials, "z. B.", "am 3. Mai") are removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from segtok.segmenter import split_single  # type: ignore[import-untyped]

from generator.analyse.text.segtok_patterns import use_faster_patterns
from generator.analyse.text.word_lists import stop_words
from generator.languages import LANGUAGES
from generator.tables import load_patterns

_LONGEST = 20_000  # characters; a longer paragraph is not prose
_CLOSING = '」』”’）)"»'
_CUTS = re.compile(
    rf"(?<=[。！？।॥؟۔։።])(?![{_CLOSING}。！？])\s*"
    r"|(?<=…)\s+(?=[^\W\d_])"
    r"|(?<=[^\W\d_]\.[^\W\d_]\.)\s+(?=[^\W\d_])"
    r"|(?<=[^\W\d_]{3}[.!?])(?=[^\W\d_][^\W\d_]*[ ,])"
)
# Closing marks that are set apart belong to what they close: "« Oui. | » Puis".
_CLOSERS = re.compile(rf"[{_CLOSING}]+(?=\s|$)")
_ABBREVIATIONS = load_patterns(Path(__file__).with_name("abbreviations.yml"))
_ABBREVIATION_END = re.compile(rf"(?:^|[\s(\"'“„«.-]){_ABBREVIATIONS['inside_sentences']}\.$")
_LETTER_END = re.compile(r"(?:^|[^\w])[^\W\d_]\.$")
_NUMBER_NEXT = re.compile(r"\b[Nn]o\.$")
# "am 3. Mai", "54. minutt": an ordinal.
_ORDINAL_END = re.compile(r"(?<![\w.,:-])\d{1,2}\.$")
_WORD = re.compile(r"\w+")
_QUOTE = re.compile('["“”„«»「」『』]')
use_faster_patterns()


@lru_cache(maxsize=1 << 10)  # an article's paragraphs are divided for its tokens, points and dates
def sentences(paragraph: str, language: str = "en") -> tuple[str, ...]:
    """Return the sentences of a paragraph, in order, unchanged but for outer space."""
    text = paragraph[:_LONGEST]
    found: list[tuple[int, int]] = []
    for start, end in _pieces(text):
        if found and _goes_on(text[slice(*found[-1])], text[start:end], language):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(text[start:end] for start, end in found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each piece between two possible ends of sentences."""
    end = 0
    for line in text.split("\n"):
        for sentence in split_single(line):
            for piece in filter(None, map(str.strip, _CUTS.split(sentence))):
                start = text.index(piece, end)
                end = start + len(piece)
                closers = _CLOSERS.match(piece)
                if closers:
                    yield start, start + closers.end()
                    start += len(piece) - len(piece[closers.end() :].lstrip())
                if start < end:
                    yield start, end


def _goes_on(before: str, piece: str, language: str) -> bool:
    """Return whether a sentence continues, after an abbreviation or inside a quotation."""
    if piece[0].islower() or _CLOSERS.fullmatch(piece) or _ABBREVIATION_END.search(before[-20:]):
        return True
    if _NUMBER_NEXT.search(before) and piece[0].isdigit():
        return True
    if _LETTER_END.search(before) or (
        language in LANGUAGES.ordinal_full_stops and _ORDINAL_END.search(before)
    ):
        return not _opens_sentence(piece, language)
    return _is_odd(before) and _is_odd(piece)


def _opens_sentence(piece: str, language: str) -> bool:
    """Return whether a piece begins with a lower-case word of more than one letter."""
    first = _WORD.match(piece)
    return first is not None and len(first[0]) > 1 and first[0].lower() in stop_words(language)


def _is_odd(piece: str) -> bool:
    """Return whether a piece opens or closes a quotation but not both."""
    return len(_QUOTE.findall(piece)) % 2 == 1
