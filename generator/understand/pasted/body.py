"""Which lines of a pasted page are the article's text. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from generator.text import ends_sentence
from generator.understand.lines.drop_reasons import aside, kind, labelled
from generator.understand.lines.model import Chances
from generator.understand.pasted.dateline import dateline
from generator.understand.vocabulary.page_words import coverage, tokens

_BODY = 0.55  # chance from which a line is body
_SENTENCE = 0.2  # chance from which one is that ends as a sentence does, near the text
_NEAR, _FULL = 8, 40  # lines from the text; bytes of such a line (a Chinese sign has three)
_SEED = 0.45  # the same as _BODY, on a page where no line reaches that
_CLEAN = 0.91  # share of the characters below the headline that may be body, in a clean text
_MAYBE = 0.2  # chance from which a long line may be body, where little else stands around it
_STANDFIRST = 0.05  # chance from which a sentence right below the headline is body
_HEAD = range(1, 4)  # lines below the headline in which a standfirst stands
_BUTTONS = range(4, 9)  # … in which one of several sentences stands, below buttons
_ITEM = re.compile(r"[•▪▫◦‣●■□»–—*\-]\s{1,3}[^\W_]")  # of a list, between body lines
_LISTED = 0.1  # chance from which one is body
_TOP = 16  # … in which a text begins
_LEAST = 0.02  # chance from which a line of a clean text is body
_HEADING = 0.03  # chance from which a line between two paragraphs is a sub-heading
_LONG = 80  # characters
_SHORT = 70  # characters: a longer line is no sub-heading
_ASIDES = frozenset({"related", "caption", "embedded"})  # these interrupt a text
_NEXT = re.compile(r"[^\W_]{3,}[.!?。！？]\s?[\"“„«]?[^\W\d_a-zß-ÿа-я]")  # a second sentence begins
_CONTROL = 8  # words: a longer line is no button


def likely(chances: Chances, title: int | None = None) -> list[bool]:
    """Return which lines are body by their chance alone."""
    bar = _BODY if max(chances.body, default=0.0) > _BODY else _SEED
    return [chance > bar and at != title for at, chance in enumerate(chances.body)]


def decide(texts: Sequence[str], chances: Chances, title: int, used: frozenset[int]) -> list[bool]:
    """Return which lines are body, now that it is known which lines were `used` for facts."""
    out = used | {at for at, line in enumerate(texts) if labelled(line) in _ASIDES}
    is_body = [kept and at not in out for at, kept in enumerate(likely(chances, title))]
    if not any(is_body):
        return [_is_text(line, at, title, used) for at, line in enumerate(texts)]
    if _is_clean(texts, chances, title, out):
        head = max((at for at in used if at < is_body.index(True)), default=title)
        return [
            kept or (at > head and at not in out and _may_stay(texts[at], chances.body[at]))
            for at, kept in enumerate(is_body)
        ]
    is_body = [
        (kept or (at not in out and _opens(line, at - title, chance))) and not _is_aside(line)
        for at, (line, chance, kept) in enumerate(zip(texts, chances.body, is_body, strict=True))
    ]
    _add_sentences(texts, chances, is_body, out | set(range(title + 1)))
    _add_items(texts, chances, is_body, out)
    return [
        kept or (at not in out and chances.body[at] > _HEADING and _is_heading(texts, is_body, at))
        for at, kept in enumerate(is_body)
    ]


def _add_sentences(
    texts: Sequence[str], chances: Chances, is_body: list[bool], out: AbstractSet[int]
) -> None:
    """Add the sentences that stand near body lines: upwards from the first, then downwards."""
    if not any(is_body):
        return
    first = is_body.index(True)
    for order in (range(first, -1, -1), range(first, len(texts))):
        near = first
        for at in order:
            if not is_body[at] and abs(at - near) <= _NEAR and at not in out:
                is_body[at] = chances.body[at] > _SENTENCE and _is_sentence(texts[at])
            if is_body[at]:
                near = at


def _add_items(
    texts: Sequence[str], chances: Chances, is_body: list[bool], out: AbstractSet[int]
) -> None:
    """Add the items of lists that stand between body lines."""
    last = max((at for at, kept in enumerate(is_body) if kept), default=0)
    for at in range(1, last):
        if is_body[at - 1] and at not in out and chances.body[at] > _LISTED:
            is_body[at] |= bool(_ITEM.match(texts[at])) and not _is_aside(texts[at])


def _opens(line: str, below: int, chance: float) -> bool:
    """Tell a standfirst, whatever stands between it and the text, and a line with a dateline."""
    if chance > _STANDFIRST and len(line.encode()) >= _LONG and ends_sentence(line):
        return below in _HEAD or (below in _BUTTONS and bool(_NEXT.search(line)))
    return 0 < below <= _TOP and len(line) > _SHORT and dateline(line) is not None


def _is_sentence(line: str) -> bool:
    return len(line.encode()) >= _FULL and ends_sentence(line) and not _is_aside(line)


def _may_stay(line: str, chance: float) -> bool:
    """Tell a line that whoever pasted a clean text left in it, and that is no mere button."""
    return chance > _LEAST and not _is_control(line)


def _is_heading(texts: Sequence[str], is_body: Sequence[bool], at: int) -> bool:
    """Tell a sub-heading: a short line of no page words between two paragraphs."""
    line = texts[at]
    if _is_aside(line) or not line[-1].isalnum():
        return False
    before = next((one for one in range(at - 1, -1, -1) if not _is_aside(texts[one])), 0)
    between = at + 1 < len(texts) and is_body[before] and is_body[at + 1]
    return between and len(line) < _SHORT < len(texts[at + 1]) and not coverage(line, tokens(line))


def _is_aside(line: str) -> bool:
    """Tell "Read more: …" and captions, in the midst of the text too."""
    return aside(line) in _ASIDES


def _is_clean(texts: Sequence[str], chances: Chances, title: int, out: frozenset[int]) -> bool:
    """Tell a text pasted without the page around it: nearly all below the headline is body."""
    below = range(title + 1, len(texts))
    kept = sum(len(texts[at]) for at in below if at not in out and _may_be(texts, chances, at))
    return kept > _CLEAN * sum(len(texts[at]) for at in below)


def _may_be(texts: Sequence[str], chances: Chances, at: int) -> bool:
    return chances.body[at] > (_MAYBE if len(texts[at]) > _LONG else _BODY)


def _is_control(line: str) -> bool:
    words = tokens(line[:400])
    return len(words) < _CONTROL and (max(coverage(line, words).values(), default=1.0) >= 0.5)


def _is_text(line: str, at: int, title: int, used: frozenset[int]) -> bool:
    return at > title and at not in used and not kind(line) and any(map(str.isalpha, line))
