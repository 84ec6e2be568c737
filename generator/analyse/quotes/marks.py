"""Finds the beginnings and ends of quotations in the paragraphs of an article. Pure.

Marks of all languages: “ ”, „ “, « », » «, " ", ‘ ’, 「 」. A quotation that continues in the next
paragraph opens again there, or only ends there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.models import Block

_CLOSERS = {
    "“": '”"“',
    "„": '“”"‟',
    "”": '”"“',
    '"': '"”“',
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’'",
    "‹": "›",
    "›": "‹",
}
_ENDS = "".join(_CLOSERS.values())
_SINGLE = "‘'‚‹›"
_NESTING = "„«「『"
_BEFORE = ' \t\n\xa0\u202f\u200b\u200a\u2009\ufeff([{—–-/:,;.…>“„«"”'  # a mark after these may open
_BLANK = " \xa0\u202f\u200b\u200a\u2009\ufeff\t\n"
_WIDE = "「『"
_MOST = 12  # paragraphs of one quotation
_SHORT = 2  # letters of a text that is not a quotation


@dataclass(frozen=True, slots=True)
class Span:
    """A quotation: block and offsets of its beginning and end, marks included.

    `parts` are the same for each paragraph that it covers; `closed` states whether a mark ends it.
    """

    block: int
    start: int
    end: int
    parts: tuple[tuple[int, int, int], ...]
    closed: bool = True
    single: bool = False
    dash: bool = False  # a dash begins it

    def text(self, blocks: Sequence[Block]) -> str:
        """Return the words without the marks; its paragraphs are joined by line breaks."""
        found = []
        for number, (block, start, end) in enumerate(self.parts):
            inner = blocks[block].text[start:end]
            first = inner[:1] in _CLOSERS
            last = self.closed and number == len(self.parts) - 1 and inner[-1:] in _ENDS
            words = inner[int(first) : len(inner) - int(last)].strip(_BLANK)
            found.append(words.lstrip(".,;" + _BLANK) if self.dash else words)
        return "\n".join(found)


def spans(blocks: Sequence[Block]) -> list[Span]:
    """Return the quotations of an article, in order; none is inside another."""
    found: list[Span] = []
    at, skip = 0, 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind == "heading":
            at, skip = at + 1, 0
            continue
        open_span = None
        for start, end, closed, single in _in_block(block.text, skip):
            if closed:
                found.append(Span(at, start, end, ((at, start, end),), single=single))
            else:
                open_span = (start, single)
        if open_span is None:
            at, skip = at + 1, 0
            continue
        span = _continued(blocks, at, *open_span)
        found.append(span)
        last, _, end = span.parts[-1]
        at, skip = (at + 1, 0) if last == at else (last, end)
    return found


def _continued(blocks: Sequence[Block], at: int, start: int, single: bool) -> Span:  # noqa: FBT001
    """Return the quotation that continues after its paragraph, with all paragraphs to its end."""
    mark = blocks[at].text[start]
    first_end = len(blocks[at].text)
    parts = [(at, start, first_end)]
    for number in range(at + 1, min(at + _MOST, len(blocks))):
        text = blocks[number].text
        if blocks[number].kind == "heading":
            break
        reopens = text[:1] == mark or (mark in '”"“' and text[:1] in '”"“')
        end = _end(text, int(reopens), mark)
        if not reopens and not _is_end(text, end, is_second=len(parts) == 1):
            break
        parts.append((number, 0, len(text) if end is None else end))
        if end is not None:
            return Span(at, start, first_end, tuple(parts))
    single = single and len(parts) == 1  # the last one of those that open again was never closed
    return Span(at, start, first_end, tuple(parts), closed=False, single=single)


def _is_end(text: str, end: int | None, *, is_second: bool) -> bool:
    """Return whether a quotation ends in a paragraph that does not open it again.

    No other quotation opens before its end; in the second paragraph the mark may be ambiguous.
    """
    if end is None:
        return False
    opening = _next_open(text, 0)
    return (opening or len(text)) >= end or (is_second and opening == end - 1)


def _in_block(text: str, at: int) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield start, end, whether it is closed and in single marks, of each quotation."""
    while (start := _next_open(text, at)) is not None:
        single = text[start] in _SINGLE
        end = _end(text, start + 1, text[start])
        if end is None:
            if single or not _whole(text, start):
                at = start + 1
                continue
            yield start, len(text), False, False
            return
        if end - start > _SHORT + 1:
            yield start, end, True, single
        at = end


def _whole(text: str, start: int) -> bool:
    """Return whether an opening mark that is not closed begins what looks like speech."""
    return text[start] in '“„«"”' and len(text) - start > 20


def _next_open(text: str, at: int) -> int | None:
    for place in range(at, len(text)):
        mark = text[place]
        if mark in _CLOSERS and _opens(text, place):
            return place
    return None


def _opens(text: str, place: int) -> bool:
    mark, after = text[place], text[place + 1 : place + 2]
    before = text[place - 1] if place else " "
    if not after or mark in _WIDE:
        return bool(after)
    if mark in "'‘‚":
        return before in " \xa0\n(—–\u200b" and _encloses_words(text, place)
    if mark in "»›":
        return before in " \xa0\n(" and after.isalpha()
    return before in _BEFORE and (after not in " \xa0\n" or mark in "«„")


def _encloses_words(text: str, place: int) -> bool:
    """Return whether single marks enclose several words; otherwise they are apostrophes."""
    if not text[place + 1].isalpha():
        return False
    end = _end(text, place + 1, text[place])
    return end is not None and " " in text[place:end]


def _end(text: str, at: int, mark: str) -> int | None:
    """Return the offset after the closing mark of the quotation that is open at an offset."""
    if mark in _SINGLE:
        return _end_of_single(text, at, mark)
    straight = '"' in _CLOSERS[mark]
    end = _end_of(text, at, mark, nesting=True) if straight else None
    return end if end is not None else _end_of(text, at, mark, nesting=False)


def _end_of_single(text: str, at: int, mark: str) -> int | None:
    """Return the end of a quotation in single marks; none encloses double ones."""
    for place in range(at, len(text)):
        if text[place] in '“”"„«»':
            return None
        if text[place] in _CLOSERS[mark] and _closes_single(text, place):
            return place + 1
    return None


def _end_of(text: str, at: int, mark: str, *, nesting: bool) -> int | None:
    """Return the end of a quotation; with `nesting`, straight marks may enclose straight ones."""
    openers = (mark if mark in _NESTING else "") + ('"' if nesting else "")
    depth = 0
    for place in range(at, len(text)):
        sign = text[place]
        if sign in openers and place > at and _may_open_inner(text, place):
            depth += 1
        elif sign in _CLOSERS[mark] and _closes(text, place, mark):
            if depth == 0:
                return place + 1
            depth -= 1
    return None


def _may_open_inner(text: str, place: int) -> bool:
    """Return whether a mark inside a quotation may open another: a straight one, before a word."""
    return text[place] != '"' or _opens_inner(text, place)


def _opens_inner(text: str, place: int) -> bool:
    """Return whether a mark precedes a word and does not follow one."""
    return text[place - 1] in _BLANK and text[place + 1 : place + 2].isalnum()


def _closes(text: str, place: int, mark: str) -> bool:
    if mark in "«»「『‹":
        return True
    after = text[place + 1 : place + 2]
    if _opens_inner(text, place):
        return False
    return not after or not after.isalnum() or text[place] == "”" or mark == "„"


def _closes_single(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place + 1 : place + 2]
    if after and after.isalnum():
        return False
    return before in ",.?!…" or (before.isalnum() and before != "s") or text[place] == "‘"
