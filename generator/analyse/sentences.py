"""A paragraph → its sentences, whole and as they stand. Pure.

segtok, which YAKE brings along, splits the texts of spaced scripts; what it takes for an end and is
none (initials, "z. B.") is joined again, and the marks of scripts that it doesn't
know end sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from segtok.segmenter import split_single  # type: ignore[import-untyped]

_LONGEST = 20_000  # characters; a longer paragraph is no prose
_MARKS = re.compile(r"(?<=[。！？।؟۔])(?![」』”’）)\"。！？])\s*")
_OPEN_END = re.compile(
    r"(?:^|[\s(\"'“„«.])(?:[^\W\d_]|[Nn]o|St|Lt|Col|Gen|Sgt|Capt|Cmdr|Maj|Gov|Sen|Rep|Rev|Hon|"
    r"Mr|Mrs|Ms|Dr|Prof|Sra?|Dra?|тыс|млн|млрд|bzw|ca|Nr|etc|vs)\.$"
)
_LOWER_START = re.compile(r"^[a-zа-яà-ÿ]")
_QUOTE = re.compile('["“”„«»]')


def sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph in their order; nothing is changed but outer space."""
    found: list[str] = []
    for piece in _pieces(paragraph[:_LONGEST]):
        if found and _goes_on(found[-1], piece):
            found[-1] = _joined(paragraph, found[-1], piece)
        else:
            found.append(piece)
    return found


def _pieces(paragraph: str) -> Iterator[str]:
    for line in paragraph.split("\n"):
        for part in split_single(line):
            yield from (piece.strip() for piece in _MARKS.split(part) if piece.strip())


def _goes_on(before: str, piece: str) -> bool:
    """Tell whether a sentence goes on: after an initial, or inside one quotation of a few words."""
    if _OPEN_END.search(before[-40:]) or _LOWER_START.match(piece):
        return True
    return len(_QUOTE.findall(before)) % 2 == 1 and len(_QUOTE.findall(piece)) % 2 == 1


def _joined(paragraph: str, before: str, piece: str) -> str:
    gap = " " if f"{before} {piece}" in paragraph else ""
    return f"{before}{gap}{piece}"
