"""Which blocks of a message are the newsletter's or the mail program's own. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.models import Block, Dropped
from generator.tables import load_numbers
from generator.understand.mail import mail_phrases
from generator.understand.markup.blocks import Piece

_TOP = 8  # blocks above the text that may contain links and the masthead
_SHORT, _MEDIUM, _LONG = 160, 400, 200  # characters
_NOTICE = 2000  # characters of a notice about confidence
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s", re.IGNORECASE)
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "newsletter_furniture")
_LINKED = _TUNED["linked"]
_MENU = 60  # characters
_RUNNING = 80  # characters; a longer paragraph is running text
LINK = "link to the newsletter in a browser"
# Kinds of phrases: how to match, the maximum characters of a block with one, and the reason.
_REASONS = (
    (mail_phrases.contains, "head", _SHORT, LINK),
    (mail_phrases.contains, "foot", _MEDIUM, "footer of the newsletter"),
    (mail_phrases.contains, "confidential", _NOTICE, "notice of the mail program"),
    (mail_phrases.consists_of, "line", _SHORT, "button"),
    (mail_phrases.begins, "program", _SHORT, "added by the mail program"),
)
_EDGES = " .,:;!?|>»→›…"


@dataclass
class Kept:
    """The kept blocks of a message, and the dropped ones with number and reason."""

    pieces: list[Piece] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    buttons: list[int] = field(default_factory=list)  # kept blocks above a "Read more"


def without_furniture(
    pieces: Sequence[Piece], title: str, sender: str, is_date: Callable[[str], bool]
) -> Kept:
    """Return the blocks that are the text of a message.

    `title` is its subject and `sender` the name that it is from: both are repeated above the text,
    as a date may be.
    """
    foot = _foot(pieces)
    kept = Kept()
    is_above = True  # above the first block of running text
    for number, (block, links) in enumerate(pieces):
        reason = _reason(block, links, top=is_above and number < _TOP)
        if not reason and number >= foot:
            reason = "footer of the newsletter"
        elif not reason and is_above:
            reason = _repeated(block.text, title, sender, is_date)
        if not reason:
            kept.pieces.append((block, links))
            is_above = is_above and len(block.text) <= _RUNNING
            continue
        kept.dropped.append(Dropped(number + 1, block.text, reason))
        if reason == "button":
            kept.buttons.append(len(kept.pieces) - 1)
    return kept


def _repeated(text: str, title: str, sender: str, is_date: Callable[[str], bool]) -> str:
    """Return the header of a message that a block above the text repeats, "" for none."""
    if _is_same(text, title):
        return "repeats the headline"
    if _is_same(text, sender):
        return "masthead"
    return "date" if is_date(text) else ""


def _reason(block: Block, links: float, *, top: bool) -> str:
    """Return why a block is not text, by its own words, "" if it may be."""
    for test, kind, longest, reason in _REASONS:
        if len(block.text) < longest and test(kind, block.text):
            return reason
    is_menu = top and links >= _LINKED and len(block.text) < _MENU and block.kind != "heading"
    return "menu" if is_menu else ""


def _foot(pieces: Sequence[Piece]) -> int:
    """Return the first block of the footer: one with a phrase of a footer and no text below it."""
    foot = len(pieces)
    text_above = next((at for at, (block, _) in enumerate(pieces) if _is_running(block)), foot)
    for at in range(len(pieces) - 1, text_above, -1):
        block = pieces[at][0]
        if _is_foot(block.text):
            foot = at
        elif len(block.text) >= _LONG and not mail_phrases.contains("confidential", block.text):
            break
    return foot


def _is_foot(text: str) -> bool:
    known = len(text) < _MEDIUM and mail_phrases.contains("foot", text)
    return known or (len(text) < _SHORT and bool(_COPYRIGHT.match(text)))


def _is_running(block: Block) -> bool:
    return len(block.text) > _RUNNING and not _is_foot(block.text)


def _is_same(text: str, name: str) -> bool:
    return bool(name) and text.strip(_EDGES).lower() == name.strip(_EDGES).lower()
