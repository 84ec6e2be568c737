"""Forwarded messages: sender, date and subject of the original. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.tables import any_of
from generator.understand.mail import mail_phrases
from generator.understand.markup.blocks import Piece

_FIELD = re.compile(r"\*?([^\W\d_][^:*]{0,20}?)\*?\s?:\*?\s*(.*)")
_NAMES = ("from", "subject", "date", "to")
_TOP = 12  # blocks in which the head of the forwarded message begins
_LEAST = 3  # fields of such a head without a line that announces it
_NOTE = 600  # characters that the forwarder may write above it
_LINE = 80  # characters of a line that announces it
_PREFIX = re.compile(r"\s*([^\W\d_]{1,8})\s?(?:\[\d+\]|\(\d+\))?\s?[:：]\s*")
_EXTERNAL = re.compile(
    rf"^\s*[\[(]{any_of(mail_phrases.words('external'))}[^\])]*[\])]\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The head of a forwarded message, "" for missing fields, and the number of blocks before it.

    `end` is the number of the first block of its text.
    """

    sender: str
    subject: str
    date: str
    end: int


def forwarded_in(pieces: Sequence[Piece]) -> Forwarded | None:
    """Return the head of the message that this one forwards, None if it forwards none."""
    above = 0
    for at, (block, _) in enumerate(pieces[:_TOP]):
        announced = len(block.text) < _LINE and mail_phrases.contains("forwarded", block.text)
        start = at + 1 if announced else at
        fields, end = _fields(pieces, start)
        if (announced and fields.get("from")) or (len(fields) >= _LEAST and fields.get("from")):
            if end >= len(pieces):
                return None
            subject, date = fields.get("subject", ""), fields.get("date", "")
            return Forwarded(fields["from"], subject, date, end)
        above += len(block.text)
        if above > _NOTE:
            return None
    return None


def subject_of(stated: str) -> str:
    """Return a subject without "Re:", "Fwd:", "[EXTERNAL]"."""
    subject = stated
    while True:
        subject = _EXTERNAL.sub("", subject)
        prefix = _PREFIX.match(subject)
        if prefix is None or prefix[1].lower() not in mail_phrases.words("prefixes"):
            return subject.strip()
        if not subject[prefix.end() :].strip():
            return subject.strip()
        subject = subject[prefix.end() :]


def _fields(pieces: Sequence[Piece], start: int) -> tuple[dict[str, str], int]:
    """Return the fields of a head that begins at a block, and the first block after it."""
    found: dict[str, str] = {}
    at = start
    while at < len(pieces):
        name, value = field_of(pieces[at][0].text)
        if not name:
            break
        found.setdefault(name, value)
        at += 1
    return found, at


def field_of(line: str) -> tuple[str, str]:
    """Return the field of a head that a line states ("from") and its value, "" for none."""
    match = _FIELD.fullmatch(line)
    known = match[1].strip().lower() if match else ""
    name = next((name for name in _NAMES if known in mail_phrases.words(name)), "")
    return name, match[2].strip() if match and name else ""
