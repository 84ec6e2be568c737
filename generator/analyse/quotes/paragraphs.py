"""A paragraph with its words, names, quotations and sentences. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from generator.analyse.quotes.mentions import Mention, Token, mentions_of, tokens_of

_STOP = re.compile(r"[.!?…]+[)\]]*(?=\s)")
_END = ".!?…"
_BLANK = " \xa0\u202f\u200b\u2009\ufeff\n"
_start = attrgetter("start")
_MARKS = "“”\"„«»「」『』‘’'‚‹›"


@dataclass(slots=True)
class Paragraph:
    """One block; `quoted` are the offsets of its quotations, marks included, in order."""

    text: str
    language: str
    quoted: list[tuple[int, int]] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def between(self, start: int, end: int) -> list[int]:
        """Return the indices of the words outside quotations from offset to offset."""
        first = bisect_left(self.tokens, start, key=_start)
        last = bisect_left(self.tokens, end, key=_start)
        found: list[int] = []
        for begin, stop in self.quoted:
            if stop <= start:
                continue
            if begin >= end:
                break
            inner = bisect_left(self.tokens, begin, first, last, key=_start)
            found += range(first, inner)
            first = max(first, bisect_left(self.tokens, stop, inner, last, key=_start))
        found += range(first, last)
        return found

    def inside(self, offset: int) -> bool:
        """Return whether an offset is inside a quotation."""
        return any(start <= offset < end for start, end in self.quoted)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return start and end of the sentence that contains an offset."""
        for start, end in self.sentences:
            if start <= offset < end:
                return start, end
        return 0, len(self.text)

    def outside(self, start: int, end: int) -> list[Mention]:
        """Return the names outside quotations from offset to offset."""
        return [
            mention
            for mention in self.mentions
            if start <= self.tokens[mention.first].start < end
            and not self.inside(self.tokens[mention.first].start)
        ]


def paragraph_of(text: str, language: str, quoted: Sequence[tuple[int, int]]) -> Paragraph:
    """Return a paragraph with all that is needed to credit its quotations."""
    tokens = tokens_of(text)
    made = Paragraph(text, language, list(quoted), tokens, mentions_of(text, tokens, language))
    made.sentences = _sentences(made)
    return made


def _sentences(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return the sentences around quotations; a quotation is never cut."""
    ends = {*_stops(paragraph), *_quotation_ends(paragraph), len(paragraph.text)}
    return [(start, end) for start, end in pairwise((0, *sorted(ends))) if end > start]


def _stops(paragraph: Paragraph) -> Iterator[int]:
    """Yield where sentences end outside quotations."""
    abbreviated = {token.end for token in paragraph.tokens if token.word and token.text[-1] == "."}
    for match in _STOP.finditer(paragraph.text):
        is_abbreviation = match[0] == "." and match.end() in abbreviated
        is_end = not is_abbreviation and not paragraph.inside(match.start())
        if is_end and _begins(paragraph.text, match.end()):
            yield match.end()


def _quotation_ends(paragraph: Paragraph) -> Iterator[int]:
    """Yield where sentences end with a quotation."""
    text = paragraph.text
    for start, end in paragraph.quoted:
        has_stop = text[end : end + 1] == "."
        is_whole = has_stop or text[start:end].rstrip(_MARKS + _BLANK)[-1:] in _END
        after = end + 1 if has_stop else end
        if is_whole and _begins(text, after):
            yield after


def _begins(text: str, at: int) -> bool:
    """Return whether a new sentence may begin at an offset."""
    rest = text[at : at + 4].lstrip(_BLANK)
    return (
        not rest or rest[0].isupper() or rest[0] in _MARKS or rest[0].isdigit() or rest[0] in "—–"
    )
