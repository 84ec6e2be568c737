"""Lines in the midst of a text that are not of it, recognised by their form: captions, posts. Pure.

Posts and other things put in from elsewhere bring their own line, or one that asks whether they may
be shown. The words are those of many languages; a line of an article is made of them by accident
only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from generator.credits import is_caption
from generator.tables import load_patterns
from generator.understand.vocabulary.page_words import starts_with, tokens

_LONGEST = 500  # characters
_REPEATED = 15  # characters: a shorter line begins another by accident
_SIGNS = ("pic.twitter.com/", "(@", "extern", "block")  # one is in each of these:
_EMBEDDED = load_patterns(Path(__file__).with_name("embedded.yml"))
_SLASHED = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3} ?/ ?[^\W\d_a-z][^/.:!?]{1,30}"
)
_PUT_IN = re.compile(
    r"pic\.twitter\.com/\w+$|^[—–-]\s.{2,60}\(@\w+\)|"
    rf"{_EMBEDDED['consent']}|{_EMBEDDED['ad_blockers']}"
)


def is_put_in(line: str) -> bool:
    """Return whether a line is of an embedded post, or asks whether it may be shown."""
    low = line[: _LONGEST + 1].lower()
    seen = len(low) <= _LONGEST and any(sign in low for sign in _SIGNS)
    return seen and bool(_PUT_IN.search(low))


def captions(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines that are captions or credits, by index.

    A caption without a credit is one where the next line is the same with a credit behind it: a
    page that is pasted holds what it reads to those who do not see the picture, too.
    """
    found = {at for at, line in enumerate(lines) if is_caption(line) or _is_label(line)}
    last = len(lines) - 1
    found |= {at + 1 for at in found if at < last and lines[at].endswith((",", "،", ":"))}
    repeated = {at - 1 for at in found if at > 0 and _is_continued(lines[at - 1], lines[at])}
    return frozenset(found | repeated) | credits_beside(lines)


def credits_beside(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines beside captions that are a name and an outlet's: "Ann Lee/Courier".

    Elsewhere such a line may be a byline or a heading; the same line again is a credit, too.
    """
    formed = [at for at, line in enumerate(lines) if "/" in line and _SLASHED.fullmatch(line)]
    beside = {lines[at] for at in formed if any(map(is_caption, _around(lines, at)))}
    return frozenset(at for at in formed if lines[at] in beside)


def _around(lines: Sequence[str], at: int) -> Sequence[str]:
    return (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])


def _is_continued(line: str, following: str) -> bool:
    return len(line) > _REPEATED and following.startswith(line)


def _is_label(line: str) -> bool:
    """Return whether a line is a label of a picture: "Image source, Agency"."""
    label = line[: min((line.find(mark) for mark in ",،" if mark in line), default=0)]
    length = starts_with("caption", label) if label else 0
    return length > 1 and length == len(tokens(label))
