"""Lines of a pasted page that are recognised as furniture, by their words or form. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from generator.furniture import REASONS, is_note, recognised
from generator.tables import load_numbers
from generator.text import ends_sentence
from generator.understand.lines.drop_reasons import aside
from generator.understand.pasted.line_phrases import LINE_PHRASES
from generator.understand.vocabulary.page_words import coverage, tokens

_ASIDES = frozenset({"related", "caption", "embedded"})  # these interrupt a text
_LINKS = REASONS["related"]
_CONTROL = 8  # words: a longer line is not a button
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "furniture_lines")
_PAGE_WORDS = _TUNED["page_words"]
# "01:43 min", "1:02:49", "• 3 Min.": how long a video, a recording or another article is.
_LENGTH = re.compile(r"[•·]?\s?(?:\d{1,2}:\d\d:\d\d|\d{1,2}(?::\d\d)?\s?min\.?)", re.IGNORECASE)
# "16:59Ann Lee", "4 hours ago08:13 Ann Lee": when an entry was added, and by whom, without a space.
_GLUED = re.compile(
    r"(?:\d{1,3} [^\W\d_]+ [^\W\d_]+)?\d\d:\d\d[^\W\d_a-z][^.!?]{1,40}|"
    r"\d{1,3} [^\W\d_]+ [^\W\d_]+\d\d:\d\d [^.!?]{1,40}"
)
# "mv/jlc", "(Schluss) jah/tos": who wrote and who checked an agency's text.
_DESK = re.compile(rf"(?:\({LINE_PHRASES['endings']}\)\s?)?[a-z]{{2,4}}(?:/[a-z]{{2,4}}){{1,2}}")
_LINKED = re.compile(rf"\s\|\s{LINE_PHRASES['linked']}$")


@lru_cache(maxsize=1 << 10)  # each part of the decision asks for the same lines
def is_furniture(line: str) -> bool:
    """Return whether a line is recognised as furniture by its words or its form."""
    if not any(map(str.isalnum, line)):
        return True
    return bool(
        recognised(line)
        or is_note(line)
        or is_aside(line)
        or _LENGTH.fullmatch(line)
        or _GLUED.fullmatch(line)
        or ("/" in line and _DESK.fullmatch(line))
        or ("|" in line and _LINKED.search(line))
        or is_control(line)
    )


def is_aside(line: str) -> bool:
    """Return whether a line is "Read more: …" or a caption, in the midst of the text too."""
    return aside(line) in _ASIDES


def is_control(line: str) -> bool:
    """Return whether a line is a button: short, made of page words, and not a sentence."""
    if ends_sentence(line) or line[-1] in ",;":
        return False
    words = tokens(line[:400])
    return len(words) < _CONTROL and max(coverage(line, words).values(), default=0.0) >= _PAGE_WORDS


def links_below(texts: Sequence[str]) -> frozenset[int]:
    """Return the lines right below a heading of links ("Read also"): each is a link's headline."""
    return frozenset(
        at
        for at, (heading, line) in enumerate(pairwise(texts), 1)
        if line[-1].isalnum()
        and ":" not in heading
        and recognised(heading) == _LINKS
        and not is_furniture(line)
    )
