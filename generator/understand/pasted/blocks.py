"""Lines of body text → blocks: paragraphs, sub-headings, list items, quotations. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.models import Block
from generator.understand.lines.drop_reasons import kind

_ITEM = re.compile(r"^(?:[•◦▪●‣∙·]\s*|[*\-–−]\s+)(?=\S)")
_NUMBERED = re.compile(r"\d{1,3}[.)] \S")
_SENTENCE = re.compile(r"[.!?…。！？։؟।:;,\"'”’»)\]]$")
_PAIRS = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "»": "«"}
_OPEN = 3  # paragraphs that one quotation may run over
_HEADING, _LONGEST = 14, 100  # words, characters


def blocks(lines: Sequence[str], headline: str) -> tuple[Block, ...]:
    """Return the blocks of the body; the lines of a quotation over several are `quote` each.

    No caption or "Advertisement" that stayed in the text is a sub-heading, nor is the headline,
    repeated there.
    """
    return _quoted(
        [
            _block(line, "" if line == headline or _is_page_s(line) else following)
            for line, following in zip(lines, (*lines[1:], ""), strict=True)
        ]
    )


def _is_page_s(line: str) -> bool:
    return len(line) < _LONGEST and bool(kind(line))


def _block(line: str, following: str) -> Block:
    if mark := _ITEM.match(line):
        return Block(line[mark.end() :], "item")
    if len(line) < _LONGEST and _NUMBERED.match(line):
        return Block(line, "number")
    words = len(line.split())
    spaced = words > 1 or len(line) < 20
    short = words <= _HEADING and len(line) < _LONGEST
    if following and spaced and short and not _SENTENCE.search(line) and len(following) > len(line):
        return Block(line, "heading")
    return Block(line)


def _quoted(found: list[Block]) -> tuple[Block, ...]:
    at = 0
    while at < len(found):
        length = _quotation(found[at : at + _OPEN + 1])
        for place in range(at, at + length):
            found[place] = replace(found[place], kind="quote")
        at += max(1, length)
    return tuple(found)


def _quotation(run: Sequence[Block]) -> int:
    """Return how many blocks from the first on are one quotation that runs over them (else 0)."""
    mark = run[0].text[:1]
    if run[0].kind != "paragraph" or mark not in _PAIRS or not _still_open(run[0].text, mark):
        return 0
    for length, block in enumerate(run[1:], 2):
        if block.kind != "paragraph":
            return 0
        again = block.text.startswith(mark)  # English repeats the mark at each paragraph
        if any(closing in block.text[int(again) :] for closing in _PAIRS[mark]):
            return length
    return 0


def _still_open(text: str, mark: str) -> bool:
    closings = sum(text.count(closing) for closing in _PAIRS[mark])
    if mark in _PAIRS[mark]:
        return closings % 2 == 1
    return text.count(mark) > closings
