"""What is put below an entry of a feed: "Continue reading →", "The post … appeared first". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.models import Block, Dropped
from generator.understand.lines.drop_reasons import kind

_LONGEST = 90  # characters of such a line; its share of page words tells it
_KINDS = frozenset({"paywall", "related", "legal", "share", "control", "newsletter", "comments"})
# WordPress, in the languages that most of its feeds are in.
_FIRST_ON = re.compile(
    r"^(?:The post .+ (?:appeared first|first appeared) on|Der Beitrag .+ erschien zuerst auf"
    r"|L[’']article .+ est apparu en premier sur|O post .+ apareceu primeiro em"
    r"|La entrada .+ (?:se publicó|aparece) primero en|L[’']articolo .+ proviene da"
    r"|Het bericht .+ verscheen eerst op"
    r"|Сообщение .+ появил(?:ось|ись) сначала на) .+",
    re.DOTALL,
)
_LAST_SENTENCE = re.compile(r"(?<=[.!?…\]])\s+(?=[^.!?…\]]+[.!?…\]]?$)")


def without_residue(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks of an entry without what is no text at their end, and that, with reasons.

    `Dropped.line` is the number of the block, from 1. Of a text that is nothing else all is kept.
    """
    kept, dropped = list(blocks), []
    while kept and (len(kept) > 1 or _LAST_SENTENCE.search(kept[-1].text)):
        text = kept[-1].text
        at = _LAST_SENTENCE.search(text)
        if _is_residue(text) and len(kept) > 1:
            dropped.append(Dropped(len(kept), kept.pop().text, "below the entry"))
        elif at and _is_residue(text[at.end() :]):
            dropped.append(Dropped(len(kept), text[at.end() :], "below the entry"))
            kept[-1] = Block(text[: at.start()], kept[-1].kind)
        else:
            break
    return tuple(kept), tuple(reversed(dropped))


def _is_residue(text: str) -> bool:
    return bool(_FIRST_ON.match(text)) or (len(text) <= _LONGEST and kind(text) in _KINDS)
