"""Lines of body text → blocks: paragraphs, sub-headings, list items, quotations. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.models import Block, BlockKind
from generator.text import SENTENCE_MARKS
from generator.understand.layout.verse import stanzas_by_number
from generator.understand.lines.drop_reasons import kind

_ITEM = re.compile(r"^(?:[•◦▪●‣∙·❖➢➤►▸◆◇✓✔]\s*|(?:->|=>|[*\-–−])\s+|->)(?=\S)")
_SPOKEN = re.compile(r"[–−]\s+\S.*[.!?…;][\"”»’]?$")  # "– Yes, he said.": a line of a dialogue
_MARK_AT_END = re.compile(rf"[{SENTENCE_MARKS}:;,\"'”’»)\]]$")
_SENTENCE_END = re.compile(r"[^\W\d_A-Z]{4}[.!?] [A-ZÀ-Þ]")
_PAIRS = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "»": "«"}
_OPEN = 3  # paragraphs that one quotation may run over
_NUMBERED = re.compile(r"\d{1,3}[.)]?\s\S")
_LETTERED = re.compile(r"\(?[^\W\d_A-Z]\)\s")  # "a) …"
_LISTED = re.compile(r"\d{1,3}[.)]\s")
_SCORE = re.compile(r"\s\d{1,3}\s?[:–-]\s?\d{1,3}$|[^\W\d_] \d{1,3}[–-]\d{1,3} [A-ZÀ-Þ]")
# "Majority: 593", "Hay 112.00 +4.50", "Ashby 3 Lohe 1": results.
_RESULT = re.compile(
    r".{2,60}: [+−-]?\d[\d.,\s]*%?|.{2,60}?(?:\s[+−-]?\d[\d.,]*%?){2,}|"
    r"[^\W\d_]\D{1,40} \d{1,3},? [A-ZÀ-Þ]\D{1,40} \d{1,3}"
)
_RATIO = re.compile(r"\d\s?[:–-]\s?\d")  # quick, and most lines have none
_ADDRESS = re.compile(r"://|\bwww\.\w|\w@\w")
_COUNT = re.compile(r"\d[\d.,]*\s?[^\W\d_]?")  # "1.2K"
_HEADING, _LONGEST = 14, 100  # words, characters


def blocks(lines: Sequence[str], headline: str, numbers: Sequence[int] = ()) -> tuple[Block, ...]:
    """Return the blocks of the body; the lines of a quotation over several are `quote` each.

    No caption or "Advertisement" that stayed in the text is a sub-heading, nor is the headline,
    repeated there, nor a line that is repeated: it names who speaks, or is a refrain. `numbers` are
    those of the lines in the file. By them the lines of a stanza are known: they are one block.
    """
    numbers = numbers or [0] * len(lines)
    stanzas = stanzas_by_number(lines, numbers)
    if stanzas:
        return tuple(_stanza(lines[slice(*stanza)], numbers[stanza[0]]) for stanza in stanzas)
    counts = Counter(lines)
    found = []
    for line, number, *beside in zip(lines, numbers, ("", *lines), (*lines[1:], ""), strict=False):
        before, after = beside
        may_head = line != headline and counts[line] == 1 and not _is_page_s(line)
        may_head = may_head and not (_is_listed(before, line, after) or _goes_on(before, line))
        text, form = _block(line, after if may_head else "", is_row=_is_row(line, (before, after)))
        found.append(Block(text, form, line=number))
    return _quoted(found)


def _stanza(lines: Sequence[str], number: int) -> Block:
    kind: BlockKind = "verse" if len(lines) > 1 else "paragraph"
    return Block("\n".join(lines), kind, line=number)


def _is_listed(before: str, line: str, after: str) -> bool:
    """Return whether a line is within a list without bullets."""
    lines = (before, line, after)
    return all(lines) and all(map(_is_item, lines)) and not _NUMBERED.match(after)


def _goes_on(before: str, line: str) -> bool:
    """Return whether a line goes on with an unfinished one, and ends a sentence within itself."""
    return bool(before) and not _MARK_AT_END.search(before) and bool(_SENTENCE_END.search(line))


def _is_row(line: str, beside: tuple[str, str]) -> bool:
    """Return whether a line with a number is a result, or one of several in a list."""
    if _NUMBERED.match(line):
        return any(map(_NUMBERED.match, beside))
    if _RATIO.search(line) and _SCORE.search(line):
        return True
    return _is_result(line) or (line[-1:].isdigit() and any(map(_is_result, beside)))


def _is_result(line: str) -> bool:
    is_figure = len(line) < _LONGEST and (line[-1:].isdigit() or line.endswith("%"))
    return is_figure and _RESULT.fullmatch(line) is not None


def _is_item(line: str) -> bool:
    """Return whether a line may be one of a list without bullets, by its form."""
    return len(line) < _LONGEST and not _MARK_AT_END.search(line)


def _is_page_s(line: str) -> bool:
    return len(line) < _LONGEST and bool(kind(line) or _ADDRESS.search(line))


def _block(line: str, following: str, *, is_row: bool) -> tuple[str, BlockKind]:
    """Return the text of a block and its kind."""
    if is_row:
        return line, "number" if _LISTED.match(line) else "paragraph"
    if (mark := _ITEM.match(line)) and not _SPOKEN.match(line):
        return line[mark.end() :], "item"
    if len(line) < _LONGEST and _NUMBERED.match(line):
        return line, "number"
    return line, "heading" if _is_heading(line, following) else "paragraph"


def _is_heading(line: str, following: str) -> bool:
    """Return whether a line is a sub-heading by its form; `following` is "" if it can be none."""
    words = len(line.split())
    if (
        _LETTERED.match(line)
        or not following
        or words > _HEADING
        or _COUNT.fullmatch(line)
        or len(line) >= _LONGEST
        or _MARK_AT_END.search(line)
    ):
        return False
    is_spaced = words > 1 or len(line) < 20
    return is_spaced and (len(following) > len(line) or bool(_NUMBERED.match(following)))


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
