"""Writers' names in an agency's opening, at a text's foot, in scripts without capitals. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.understand.vocabulary.page_words import coverage, tokens
from generator.understand.vocabulary.people import people
from generator.understand.vocabulary.phrases import known

_FOOT = 3  # lines below the text in which who wrote it signs
_OPENING = 2  # paragraphs
_UNCASED = re.compile(r"[\u0590-\u06ff\u0900-\u0dff .\-]{5,40}")  # Hebrew, Arabic, Persian, Hindi
_KANJI = re.compile(r"[\u4e00-\u9fff]{4}|[\u4e00-\u9fff]{1,3} [\u4e00-\u9fff]{1,3}")
_WORDS = range(2, 4)  # of such a name
_REPORTERS = (
    re.compile(
        r"[（(]\s?(?:记者|記者)[ ：:]?\s?"
        r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[ 、，,][\u4e00-\u9fff]{2,4}){0,3})\s?[）)]"
    ),
    re.compile(
        r"^[（(][^)）]{2,20}[)）]\s?"
        r"(?P<names>[\uac00-\ud7a3]{2,4}(?:[ ·,]\s?[\uac00-\ud7a3]{2,4}){0,2}) (?:기자|특파원)\s?="
    ),
)


def bare(line: str, lines: Sequence[str]) -> tuple[str, ...]:
    """Return the person whom a line names and nothing else, in a script that has no capitals.

    Only the place of such a line, beside the date, tells that it names a person; in Japanese, that
    another of the `lines` says what the person did.
    """
    if _KANJI.fullmatch(line):
        said = (f"{line}撮影", f"{line}記者", f"（{line}）")
        return (line,) if any(one in other for other in lines for one in said) else ()
    words = tokens(line)
    if not _UNCASED.fullmatch(line) or len(words) not in _WORDS or min(map(len, words)) < 2:
        return ()
    if known(line) or coverage(line, words):
        return ()
    return (line,)


def reporters(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return whom an agency's opening names: "…电（记者李雨禾）", "(신안=…) 정하람 기자 ="."""
    for text in paragraphs[:_OPENING]:
        for pattern in _REPORTERS:
            if match := pattern.search(text[:120]):
                return tuple(re.split(r"[ 、，,·]\s?", match["names"]))
    return ()


def signed(lines: Sequence[str], last: int) -> tuple[tuple[str, ...], int] | None:
    """Return who signs below the last line of the text, and where.

    A line of two names, or of one with an address of mail below it.
    """
    for at in range(last + 1, min(len(lines), last + 1 + _FOOT)):
        line = lines[at]
        parts = [part for part in re.split(r"\s*[,;|]\s*", line) if part]
        named = people(line, (), strict=True) if len(line) < 80 else ()
        mailed = at + 1 < len(lines) and "@" in lines[at + 1] and len(lines[at + 1]) < 60
        if named and len(named) == len(parts) and line[0].isupper() and (len(named) > 1 or mailed):
            return named, at
    return None
