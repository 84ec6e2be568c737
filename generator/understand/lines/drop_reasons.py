"""Why a line of a pasted page is not part of the article. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from generator.credits import is_caption
from generator.models import Dropped
from generator.tables import load_numbers
from generator.understand.lines.captions import is_put_in
from generator.understand.vocabulary.page_words import coverage, kinds_of, tokens
from generator.understand.vocabulary.site_words import spoken

_RUNNING = 60  # characters: a longer line is not merely an element of the page
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "drop_reasons")
_SHARE = _TUNED["share"]
_LABEL = re.compile(r"([^:：|]{2,40}?)(?:\s?[:：]\s?\S|\s\|\s[^|]+$)")
_LABELLED = 200  # characters of a line whose label says what it is
_SPOKEN = 3  # words of a line that a site says of itself, or to its reader
_REASONS = {
    "share": "share button",
    "control": "page control",
    "advertisement": "advertisement",
    "caption": "caption or credit",
    "embedded": "embedded content",
    "related": "link to other articles",
    "comments": "comments",
    "newsletter": "newsletter",
    "paywall": "subscription",
    "legal": "footer",
    "agency": "agency's note",
    "ago": "page clock",
}


def dropped(
    numbers: Sequence[int],
    texts: Sequence[str],
    is_body: Sequence[bool],
    used: frozenset[int],
    title: str,
) -> tuple[Dropped, ...]:
    """Return the lines that are neither body nor `used` for a fact."""
    seen: set[str] = set()
    found = []
    for at, line in enumerate(texts):
        if not is_body[at] and at not in used:
            found.append(Dropped(numbers[at], line, _reason(line, title, seen)))
            seen.add(line)
    return tuple(found)


def aside(line: str) -> str:
    """Return the kind of a line by its form or label, "" for none: a caption, "Read more: …"."""
    if label := labelled(line):
        return label
    return "caption" if is_caption(line) else "embedded" if is_put_in(line) else ""


def labelled(line: str) -> str:
    """Return the kind of page words before a short line's colon, "" for none: "Read more: …"."""
    label = _LABEL.match(line) if len(line) < _LABELLED else None
    kinds = kinds_of(label[1]) if label else ()
    return next((name for name in _REASONS if name in kinds), "") if kinds else ""


def kind(line: str) -> str:
    """Return the kind of page words that a good part of a line is made of, "" for none."""
    if found := aside(line):
        return found
    shares = coverage(line, tokens(line[:400]))
    likely = max(_REASONS, key=lambda name: shares.get(name, 0.0))
    return likely if shares.get(likely, 0.0) >= _SHARE else ""


def _reason(line: str, title: str, seen: set[str]) -> str:
    if line == title:
        return "repeats the headline"
    if not any(map(str.isalnum, line)):
        return "page control"
    if likely := kind(line):
        return _REASONS[likely]
    if line in seen:
        return "repeated on the page"
    site, reader, *_ = spoken(tokens(line))
    if site and site + reader >= _SPOKEN:
        return "about the site"
    return "not running text" if len(line) > _RUNNING else "page element"
