"""Which blocks of a message are the newsletter's or the mail program's own. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.models import Block, Dropped
from generator.understand.mail import phrases
from generator.understand.markup.blocks import Piece

_TOP = 8  # blocks above the text in which links and the masthead stand
_SHORT, _MEDIUM, _LONG = 160, 400, 200  # characters
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s", re.IGNORECASE)
_LINKED = 0.8  # share of links of a block that leads elsewhere
_MENU = 60  # characters
_RUNNING = 80
_EDGES = " .,:;!?|>»→›…"


@dataclass
class Kept:
    """What is left of a message, and what was dropped: with the number of the block, and why."""

    pieces: list[Piece] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    buttons: list[int] = field(default_factory=list)  # kept blocks below which "Read more" stood


def without_furniture(pieces: Sequence[Piece], title: str, sender: str) -> Kept:
    """Return the blocks that are the text of a message.

    `title` is its subject and `sender` the name that it is from: both are repeated above the text.
    """
    foot = _foot(pieces)
    kept = Kept()
    running = False
    for number, (block, links) in enumerate(pieces):
        reason = _reason(block, links, top=number < _TOP and not running)
        if number >= foot:
            reason = reason or "footer of the newsletter"
        elif not reason and not running and _is_same(block.text, title):
            reason = "repeats the headline"
        elif not reason and not running and _is_same(block.text, sender):
            reason = "masthead"
        if not reason:
            kept.pieces.append((block, links))
            running = running or len(block.text) > _RUNNING
            continue
        kept.dropped.append(Dropped(number + 1, block.text, reason))
        if reason == "button":
            kept.buttons.append(len(kept.pieces) - 1)
    return kept


def _reason(block: Block, links: float, *, top: bool) -> str:
    """Return why a block is no text by its own words, "" for none."""
    text = block.text
    if len(text) < _SHORT and phrases.contains("head", text):
        return "link to the newsletter in a browser"
    if len(text) < _MEDIUM and phrases.contains("foot", text):
        return "footer of the newsletter"
    if len(text) < _SHORT and phrases.consists_of("line", text):
        return "button"
    if len(text) < _SHORT and any(
        text.lower().startswith(known) for known in phrases.words("program")
    ):
        return "added by the mail program"
    if top and links >= _LINKED and len(text) < _MENU and block.kind != "heading":
        return "menu"
    return ""


def _foot(pieces: Sequence[Piece]) -> int:
    """Return the first block of the footer: a phrase of one, below which no text stands."""
    foot = len(pieces)
    for at in range(len(pieces) - 1, -1, -1):
        text = pieces[at][0].text
        is_foot = len(text) < _MEDIUM and phrases.contains("foot", text)
        if is_foot or (len(text) < _SHORT and _COPYRIGHT.match(text)):
            foot = at
        elif len(text) >= _LONG:
            break
    return foot if foot > 0 else len(pieces)


def _is_same(text: str, name: str) -> bool:
    return bool(name) and text.strip(_EDGES).lower() == name.strip(_EDGES).lower()
