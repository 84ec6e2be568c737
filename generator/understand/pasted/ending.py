"""Sentences of a pasted page's text that stand apart from its paragraphs, at its ends. Pure.

The chances of short sentences are small where a box, a link or an advertisement is above them. The
text goes on with them unless a page's foot has begun: comments, legal lines, a list of headlines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from generator.furniture import hinted
from generator.text import ends_sentence
from generator.understand.dates.clock_words import HOUR
from generator.understand.lines.drop_reasons import kind
from generator.understand.pasted.furniture_lines import is_furniture
from generator.understand.pasted.line_phrases import LINE_PHRASES
from generator.understand.vocabulary.page_words import tokens
from generator.understand.vocabulary.site_words import spoken

_GAP = 5  # lines between a text's paragraph and a sentence that goes on with it
_ROW = 2  # sentences one below the other, after a line that is not known as furniture
_FOOT = frozenset({"comments", "legal"})  # kinds of lines after which no text follows
_OPENING = re.compile(r":$|[^\W\d_] \d{1,2}[-–:]\d{1,2} [^\W\d_]")  # "In short:", "Hull 2-1 York"
# "8:27pm – Votes are counted": the heading of an entry, with its time.
_ENTRY = re.compile(rf"\d{{1,2}}[:.]\d\d\s?(?:[ap]\.?m\.?|{HOUR}|GMT)?\s?[–—-]\s\S", re.IGNORECASE)
_ASKED = re.compile(
    rf"\b{LINE_PHRASES['asked_comment']}\b", re.IGNORECASE
)  # of whom a text is about
_SIGNATURE = re.compile(r" \([a-zß-ÿ]{2,4}(?:/[a-zß-ÿ]{2,4})?\)\.?$")  # "The cake is eaten. (jw)"
_CUT = ("…", "...")  # how the headline of another article ends that was shortened


def add_sentences(
    texts: Sequence[str], is_body: list[bool], span: range, out: AbstractSet[int]
) -> int:
    """Add to a text's lines the sentences around its paragraphs; return where it ends.

    `span` is where the text is, so far as it is known; `out` are lines that state facts or are
    furniture.
    """
    known = [at for at in span if is_body[at]]
    if not known:
        return span.stop
    at = known[0] - 1
    while at >= 0 and at not in out and _opens(texts[at]):
        is_body[at] = True
        at -= 1
    end = known[-1] + 1
    while row := _next_row(texts, end, out):
        is_body[row.start : row.stop] = [True] * len(row)
        end = row.stop
    return max(end, span.stop)


def is_entry(line: str) -> bool:
    """Return whether a line is the heading of an entry of a live text, with its time."""
    return bool(_ENTRY.match(line))


def is_post(line: str) -> bool:
    """Return whether a line names the account of a network that it is from: "(@harbour)"."""
    return "(@" in line


def _next_row(texts: Sequence[str], start: int, out: AbstractSet[int]) -> range:
    """Return the next sentences of a text that went on to the line before `start`."""
    least = 1
    for at in range(start, min(start + _GAP + 1, len(texts))):
        is_known = at in out or is_furniture(texts[at])
        if not is_known and _is_sentence(texts[at]):
            row = _row(texts, at, out)
            is_next = at == start or not any(map(_addresses_reader, texts[at : row.stop]))
            return row if len(row) >= least and is_next else range(0)
        if kind(texts[at]) in _FOOT:
            return range(0)
        least = least if is_known or is_post(texts[at]) else _ROW
    return range(0)


def _row(texts: Sequence[str], start: int, out: AbstractSet[int]) -> range:
    end = start
    while end < len(texts) and end not in out and _is_sentence(texts[end]):
        end += 1
    return range(start, end)


def _opens(line: str) -> bool:
    """Return whether a line above a text's first paragraph is of the text by its form."""
    return _is_sentence(line) or (not is_furniture(line) and bool(_OPENING.search(line)))


def _is_sentence(line: str) -> bool:
    """Return whether a line is a sentence or an entry, and not one of the site about itself."""
    if is_furniture(line) or line.endswith(_CUT):
        return False
    if not (ends_sentence(_SIGNATURE.sub("", line)) or is_entry(line)):
        return False
    site, *_ = spoken(tokens(_ASKED.sub("", line)))
    return not site and not hinted(line)


def _addresses_reader(line: str) -> bool:
    return line.endswith("?") or spoken(tokens(line))[1] > 0
