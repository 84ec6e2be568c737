"""Which lines of a page may state facts of the article. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.understand.lines.captions import captions, credits_beside
from generator.understand.lines.fact_lines import is_stated
from generator.unicode_scripts import HAN, KANA

_WIDE = re.compile(f"[{KANA}{HAN}]")
_RUNNING = 60  # characters: a longer line is likely text
_TOP = 5  # lines after the headline that state facts though they look like text
_LEAD = 1  # lines of text, a standfirst, before which facts are stated
_AFTER = 16  # lines after the headline that may state facts
_BEFORE = 20  # lines above the text
_FAR = 56  # lines after the headline that may still contain the byline


def around(texts: Sequence[str], title: int, is_body: Sequence[bool]) -> list[int]:
    """Return the lines that may state facts: those after the headline, then those before."""
    pictures = captions(texts[: title + 1 + _AFTER])
    above = [at for at in range(title - 1, max(-1, title - 4), -1) if not is_body[at]]
    found = [*_after(texts, title, is_body, pictures), *above]
    return [at for at in found if at not in pictures]


def _after(
    texts: Sequence[str], title: int, is_body: Sequence[bool], pictures: Collection[int]
) -> Iterator[int]:
    """Yield the lines after the headline that may state facts, down to the first of the text."""
    open_head, passed = True, 0
    for at in range(title + 1, min(len(texts), title + 1 + _AFTER)):
        if passed > _LEAD:
            return
        short = _width(texts[at]) < _RUNNING or is_stated(texts[at])
        open_head = open_head and (short or not is_body[at])
        if not is_body[at] or (open_head and at - title <= _TOP):
            yield at
        if not short and at not in pictures:
            passed += is_body[at] or texts[at].endswith(".")


def _width(text: str) -> int:
    """Return the length of a line; a Chinese or Japanese character counts as three."""
    return len(text) + 2 * len(_WIDE.findall(text))


def far(texts: Sequence[str], title: int, is_body: Sequence[bool]) -> list[int]:
    """Return the lines below the headline, down to a text's foot, that may name its writer."""
    start = title + 1
    first = is_body.index(True) if True in is_body else start
    near = range(start, min(len(texts), start + _FAR))
    head = range(max(start, first - _BEFORE), first)  # of a text far below its headline
    credited = credits_beside(texts)
    return [at for at in sorted({*near, *head}) if not is_body[at] and at not in credited]
