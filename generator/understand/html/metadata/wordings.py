"""Wordings of a headline: compared, divided at separators, without the outlet's name. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.text import clean, squeeze
from generator.unicode_scripts import EAST_ASIAN

SEPARATOR = re.compile(
    r"\s+[–—|•·«»:/⁄*~‹›<>@-]+\s+|\s*[|｜ㅣ»«]\s*|::|:\s+"
    rf"|(?<=[{EAST_ASIAN}])_(?=[{EAST_ASIAN}])"
)
_ANCHOR = " ¶"  # a link to the heading itself
_NAME = 5  # letters of an outlet's name that is recognised inside another's words
_LONGEST = 300  # characters of a headline
_DATED = re.compile(r"^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s*[-–—|:]\s+(?=\S)")  # "23.01.2022 - "
_PLAIN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording, its place ("h1", "og:title" …), and what that place is worth.

    `trust` is less than 1 for a part of a wording; `kicker` is what stood before a heading's.
    """

    text: str
    place: str
    worth: float
    trust: float = 1.0
    kicker: str = ""


@lru_cache(maxsize=1 << 11)  # the lines of a page are compared several times
def plain(text: str) -> str:
    """Return the letters and digits of a text, in lower case, for comparing wordings."""
    return _PLAIN.sub("", text).lower()


def title_parts(text: str) -> list[str]:
    """Return the parts of a page's title between its bars, dashes and other separators."""
    return [part.strip() for part in SEPARATOR.split(text) if part.strip()]


def tidy(found: Iterable[Candidate], outlets: set[str]) -> list[Candidate]:
    """Return candidates on one line without the outlet's name, and none that consists of it."""
    tidy = [
        replace(candidate, text=_without_outlet(_line(candidate.text), outlets))
        for candidate in found
    ]
    return [
        candidate
        for candidate in tidy
        if plain(candidate.text) not in {"", *outlets} and len(candidate.text) <= _LONGEST
    ]


def _without_outlet(text: str, outlets: set[str]) -> str:
    """Return a title without the part that names the outlet and everything beyond it."""
    cuts = list(SEPARATOR.finditer(text))
    if cuts and plain(text[: cuts[0].start()]) in outlets and plain(text[cuts[0].end() :]):
        return text[cuts[0].end() :].strip()
    ends = [*(cut.start() for cut in cuts[1:]), len(text)]
    for cut, end in zip(cuts, ends, strict=False):
        kept, part = plain(text[: cut.start()]), plain(text[cut.end() : end])
        if kept and _names_outlet(part, len(kept), outlets):
            return text[: cut.start()].strip()
    return text


def _names_outlet(part: str, most: int, outlets: set[str]) -> bool:
    """Return whether a part of a title names an outlet, in fewer characters if it says more."""
    if part in outlets:
        return True
    return len(part) < most and any(len(name) >= _NAME and name in part for name in outlets)


def _line(text: str) -> str:
    return _DATED.sub("", squeeze(clean(html.unescape(text))).rstrip(_ANCHOR))
