"""Footers of feed entries: "Continue reading →", "The post … appeared first". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from generator.models import Block, Dropped
from generator.tables import load_table
from generator.understand.lines.drop_reasons import kind

_FOOTERS = Path(__file__).with_suffix(".yml")
_LONGEST = 90  # characters of such a line, recognised by its share of page words
_KINDS = frozenset({"paywall", "related", "legal", "share", "control", "newsletter", "comments"})
_BUTTONS = frozenset({"share", "newsletter", "comments"})
_LAST_SENTENCE = re.compile(r"(?<=[.!?…\]])\s+(?=[^.!?…\]]+[.!?…\]]?$)")
_BEHIND = re.compile(r"(?<=[.!?…\]\"”)])\s+(?=\S)")  # where a sentence may begin
_MOST_BEHIND = 3  # sentences of a footer


def without_residue(
    blocks: Sequence[Block], numbered: int = 0
) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks of an entry without a footer, and the blocks of the footer with reasons.

    `Dropped.line` is the number of the block, from `numbered` + 1. A text that consists of page
    words is kept as a whole.
    """
    kept, dropped = list(blocks), []
    while kept:
        text = kept[-1].text
        if _footers().fullmatch(text) or (is_residue(text) and len(kept) > 1):
            dropped.append(Dropped(numbered + len(kept), kept.pop().text, "below the entry"))
        elif at := _footer_in(text):
            dropped.append(Dropped(numbered + len(kept), text[at:], "below the entry"))
            kept[-1] = Block(text[:at].rstrip(), kept[-1].kind)
        else:
            break
    return tuple(kept), tuple(reversed(dropped))


def is_residue(text: str) -> bool:
    """Return whether a line is about the page or its service, not text of an entry."""
    if _footers().fullmatch(text):
        return True
    return len(text) <= _LONGEST and (leads_to_rest(text) or kind(text) in _KINDS)


def is_button(text: str) -> bool:
    """Return whether the text of a link that is alone on its line is that of a button."""
    return bool(_footers().fullmatch(text)) or kind(text) in _BUTTONS


def _footer_in(text: str) -> int:
    """Return the offset from which the last sentences of a block are a footer, 0 without one."""
    for begin in [match.end() for match in _BEHIND.finditer(text)][-_MOST_BEHIND:]:
        if _footers().fullmatch(text, begin):
            return begin
    last = _LAST_SENTENCE.search(text)
    return last.end() if last and is_residue(text[last.end() :]) else 0


def leads_to_rest(text: str) -> bool:
    """Return whether a line leads to the rest of a text: "Read more"."""
    return bool(_rest().fullmatch(text))


@cache
def _footers() -> re.Pattern[str]:
    groups = (group for name, group in _lists().items() if name != "rest")
    return _any(pattern for group in groups for pattern in group)


@cache
def _rest() -> re.Pattern[str]:
    return _any(_lists()["rest"])


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.DOTALL)


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    return load_table(_FOOTERS, dict[str, list[str]])
