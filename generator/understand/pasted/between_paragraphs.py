"""Decides which lines between the paragraphs of a pasted page are part of its text. Pure.

Every line is, however short it is, but for what is recognised as furniture: by its words or form,
as a link that the page has elsewhere too, or as what follows a recognised link, credit or button.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from pathlib import Path

from generator.furniture import recognised
from generator.tables import load_numbers
from generator.text import ends_sentence
from generator.understand.lines.drop_reasons import aside
from generator.understand.pasted.ending import add_sentences, is_entry, is_post
from generator.understand.pasted.furniture_lines import is_furniture
from generator.understand.vocabulary.head_phrases import is_titled

_LONG = 80  # bytes (a Chinese sign has three): a longer line is a paragraph
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "between_paragraphs")
_LESS = _TUNED["less"]
_MOST = _TUNED["most"]
_EVEN = _TUNED["even"]
_LINK = 20  # characters of a line that may be a link to another article
_NAME = range(2, 5)  # words of the name of who speaks
_OFTEN = 2  # times that it is in a talk
# "CARVALHO: …", "Q: …", "– …", "> …", "“…”", "(LAUGHTER)", "[00:04:10] …", "2. Gull", "Gull 3:1".
_SPEECH = re.compile(
    r"(?:[^\W\d_][^:：]{0,30}[:：]\s?\S|[–—>•-]\s?\S|[“„«\"‘]|\([^()]{2,40}\)$|\[[\d:. ]{4,10}\]"
    r"|\d{1,3}[.)]?\s\S|.{2,50}\s\d+\s?[:–-]\s?\d+)"
)


def with_inside(
    texts: Sequence[str], chances: Sequence[float], is_body: Sequence[bool], out: AbstractSet[int]
) -> list[bool]:
    """Return which lines are body: those known to be, and those between them.

    Those beyond the paragraphs of the text only join it if nothing but them is between. `out` are
    lines that state facts or are furniture.
    """
    found = list(is_body)
    start, end = _span(texts, chances)
    end = add_sentences(texts, found, range(start, end), out)
    ends = [at for at in range(start, end) if found[at] and _is_paragraph(texts[at])]
    if not ends:
        return found
    elsewhere = frozenset((*texts[:start], *texts[end:]))
    names = _names(texts)
    known = [at for at, kept in enumerate(found) if kept]
    for before, after in pairwise(known):
        gap = range(before + 1, after)
        if ends[0] <= before < after <= ends[-1] or out.isdisjoint(gap):
            for at in _kept(texts, gap, out, elsewhere, names):
                found[at] = True
    return found


def is_speech(line: str) -> bool:
    """Return whether a line is made as one of a talk, a list or a table is, however short."""
    return ends_sentence(line) or bool(_SPEECH.match(line))


def _span(texts: Sequence[str], chances: Sequence[float]) -> tuple[int, int]:
    """Return where the text begins and ends: the run of lines that outweighs what is in it."""
    best, found, total, start = 0.0, (0, 0), 0.0, 0
    for at, (line, chance) in enumerate(zip(texts, chances, strict=True)):
        if total <= 0:
            total, start = 0.0, at
        total += (chance - _LESS) * min(len(line.encode()) + _EVEN, _MOST)
        if total > best:
            best, found = total, (start, at + 1)
    return found


def _is_paragraph(line: str) -> bool:
    return len(line.encode()) > _LONG or ends_sentence(line)


def _names(lines: Iterable[str]) -> frozenset[str]:
    """Return the names that are lines of their own several times in a text: those who speak."""
    counts = Counter(lines)
    return frozenset(
        line
        for line, count in counts.items()
        if count >= _OFTEN and len(line.split()) in _NAME and is_titled(line)
    )


def _kept(
    texts: Sequence[str],
    gap: range,
    out: AbstractSet[int],
    elsewhere: AbstractSet[str],
    names: AbstractSet[str],
) -> list[int]:
    """Return the lines of a gap between two body lines that are body as well."""
    links = {at for at in gap if _is_link(texts[at], elsewhere)}
    gone = links | {at for at in gap if at in out or is_furniture(texts[at])}
    first = _first_beyond_text(texts, gap, links, gone)
    stays = (at for at in gap if at not in gone and not _is_captioned(at, texts, gone))
    return [at for at in stays if at < first or _is_own(texts[at], names)]


def _first_beyond_text(
    texts: Sequence[str], gap: range, links: AbstractSet[int], gone: AbstractSet[int]
) -> int:
    """Return the first line of a gap with which the text is interrupted, or the gap's end."""
    return next((at for at in gap if at in links or _is_of_page(at, texts, gone)), gap.stop)


def _is_captioned(at: int, texts: Sequence[str], gone: AbstractSet[int]) -> bool:
    """Return whether the line below is recognised as the rest of a caption."""
    return at + 1 in gone and aside(texts[at + 1]) == "caption"


def _is_own(line: str, names: AbstractSet[str]) -> bool:
    """Return whether a line is of the text by its form, after a link or a caption, too."""
    return line in names or is_speech(line) or is_entry(line)


def _is_of_page(at: int, texts: Sequence[str], gone: AbstractSet[int]) -> bool:
    """Return whether a line is furniture that is followed by more furniture.

    Text goes on after an advertisement and an embedded post.
    """
    is_alone = recognised(texts[at]) == "advertisement" or aside(texts[at]) == "embedded"
    return at in gone and not is_alone


def _is_link(line: str, elsewhere: AbstractSet[str]) -> bool:
    """Return whether a line is the headline of another article, as the page has it elsewhere."""
    is_other = ends_sentence(line) or line.endswith((":", "：")) or is_post(line)
    return len(line) > _LINK and line in elsewhere and not (is_other or is_entry(line))
