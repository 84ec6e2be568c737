"""Captions of pictures and whom they credit, told by their form: no headline, no byline. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.understand.page_words import starts_with, tokens

_LONGEST = 400  # characters
_WORD = (
    r"(?:photo(?:graph(?:er)?|s|graphie)?|picture|image|illustration|credit(?:\.{3})?|foto(?:grafía|s)?|fot|"
    r"bild(?:quelle)?|crédits?|imagen|imagem|zdj|kuva|fotó|kép|fotoğraf|фото|снимка|"
    r"φωτογραφία|צילום|صورة|تصوير|عکس|फोटो|写真|撮影|图|사진)"
)
_LAST = re.compile(  # "Boats at noon. Photo: A. Seer", "(Fot. A. Seer / Agency)", "© A. Seer/dpa"
    rf"(?:(?:^|[.!?…)(»«”\"\]|–—\-]\s?){_WORD}\.?\s?(?:by|von|de|di|[:：/]|(?<=\.)|credit)|"
    r"©|\(c\)\s)"
    r".{0,70}$",
    re.IGNORECASE,
)
_ENDS = re.compile(  # "Boats at noon (ansa)", "Boats at noon. A. Seer / Courier", "A. Seer/PA"
    r"[^\s(]\s\((?!te[xs]t|teks)"
    r"(?:[a-z]{2,10}|[A-Z]{2,4}|[A-ZÀ-Þ]+(?: [A-ZÀ-Þ]+){1,2}|[\u0590-\u06ff]{2,12})\)$|"
    r"(?<=[.)»”\"\-] )[^\W\d_a-z][^.:!?]{0,2}[^:!?]{2,40} ?/ ?[^\W_a-z][^/.:!?]{1,30}$|"
    r"\b(?:REUTERS/|AP Photo/).{0,70}$|"
    r"(?<=[a-zà-ÿ\d][.)»] )[A-ZÀ-Þ][A-ZÀ-Þ’'\-]+ [A-ZÀ-Þ’'\-/«» ]{4,60}$|"
    r"\.\s\|\s[^|.]{2,40}$|撮影$|摄$|촬영\]?$|제공\]?$|\[[^\[\]]*(?:제공|사진)[^\[\]]*\]$"
)
_SIGNED = re.compile(  # "A. Seer / AFP: boats at noon"
    r"[^\W\d_a-z][\w.’'\-]*(?: [^\W\d_a-z][\w’'\-]+){1,2} ?/ ?"
    r"(?:AFP|AP|EPA|PA|Getty|Reuters|dpa|ANSA|EFE)\b"
)
_END = 120  # characters in which a credit stands
_REPEATED = 15  # characters: a shorter line begins another by accident


@lru_cache(maxsize=1 << 12)  # headline, byline, section and outlet ask for the same lines
def is_credit(line: str) -> bool:
    """Tell a caption that ends in a credit, or the credit alone."""
    if not 2 < len(line) < _LONGEST:
        return False
    end = max(0, len(line) - _END)
    return bool(_LAST.search(line, end) or _ENDS.search(line, end) or _SIGNED.match(line))


def captions(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines that are captions or credits, by index.

    A caption without a credit is one where the next line is the same with a credit behind it: a
    page that is pasted holds what it reads to those who do not see the picture, too.
    """
    found = {at for at, line in enumerate(lines) if is_credit(line) or _is_label(line)}
    found |= {at + 1 for at in found if lines[at].endswith((",", "،", ":")) and at + 1 < len(lines)}
    for at in sorted(found):
        above = lines[at - 1] if at else ""
        if len(above) > _REPEATED and lines[at].startswith(above):
            found.add(at - 1)
    return frozenset(found)


def _is_label(line: str) -> bool:
    """Tell "Image source, Agency", "Image caption,"."""
    label = line[: min((line.find(mark) for mark in ",،" if mark in line), default=0)]
    return bool(label) and starts_with("caption", label) == len(tokens(label)) > 1
