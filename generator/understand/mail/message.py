"""A message → its headers and its parts, even if it is malformed.

The policy API of `email` (RFC 5322, 2045 to 2047, 2231) raises for some malformed headers: such a
header counts as absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default

from generator.text import NotText, clean, decode, squeeze

MOST_PARTS = 200  # of a message that are read; a hostile one has any number
_COMMENT = re.compile(r"\s*\([^()]*\)\s*$")
_NAMED = re.compile(r"\s*\"?(.*?)\"?\s*<([^<>]*)>\s*$", re.DOTALL)
_ADDRESS = re.compile(r"[^\s<>\"@]+@[^\s<>\"@]+")
_UNDECODED = re.compile("[\ufffd\udc80-\udcff]")  # bytes that are no ASCII, in a header
# Undocumented exceptions of the parser for hostile input.
BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)


@dataclass(frozen=True, slots=True)
class Sender:
    """The sender of a message: the display name, "" for none, and the address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Mail:
    """A parsed message, or a part of one that is a message of its own."""

    message: Message

    @classmethod
    def of(cls, data: bytes) -> Mail:
        """Return a parsed message; the parser itself does not raise."""
        return cls(message_from_bytes(data, _class=EmailMessage, policy=default))

    def header(self, name: str) -> str:
        """Return a header's value, decoded, on one line; "" for none that can be read."""
        try:
            value = self.message.get(name)
        except BROKEN:
            value = self._raw(name)
        if value and _UNDECODED.search(str(value)):
            value = _unescaped(self._raw(name)) or value
        return squeeze(clean(str(value))) if value else ""

    def _raw(self, name: str) -> str:
        """Return a header's value as the message has it, "" for none."""
        items = ((key, str(value)) for key, value in self.message.raw_items())
        return next((value for key, value in items if key.lower() == name.lower()), "")

    @property
    def sender(self) -> Sender:
        """The sender, as far as the header can be read."""
        stated = self.header("From") or self.header("Sender")
        if named := _NAMED.match(stated):
            return Sender(squeeze(named[1].replace('\\"', '"')).strip("'\" "), named[2].strip())
        address = _ADDRESS.search(stated)
        return Sender("" if address else stated, address[0] if address else "")

    @property
    def date(self) -> str:
        """The date as stated, without the name of its zone: "Tue, 10 Mar 2026 06:30:12 +0100"."""
        stated = self.header("Date") or self.header("Received").rpartition(";")[2].strip()
        return _COMMENT.sub("", stated)

    def parts(self) -> list[Message]:
        """Return the parts that are not containers, without those of attached messages."""
        return list(_leaves(self.message))[:MOST_PARTS]

    def attached(self) -> list[Mail]:
        """Return the messages that are attached to this one."""
        found = []
        for part in self.parts():
            if part.get_content_type() == "message/rfc822":
                inner = part.get_payload()
                found += (
                    [Mail(message) for message in inner if isinstance(message, Message)]
                    if isinstance(inner, list)
                    else []
                )
        return found

    def text(self, kind: str) -> tuple[str, bool]:
        """Return the text of the first part of a kind, and whether its lines are flowed."""
        for part in self.parts():
            if part.get_content_type() == kind and not _is_file(part):
                text = _text(part)
                if text.strip():
                    return text, _flowed(part)
        return "", False


def _unescaped(value: str) -> str:
    """Return a header of bytes in an encoding that it does not state, "" for an unknown one."""
    try:
        return decode(value.encode("ascii", "surrogateescape"))
    except (NotText, UnicodeEncodeError):
        return ""


def _leaves(message: Message) -> Iterator[Message]:
    waiting = [message]
    seen = 0
    while waiting and seen < MOST_PARTS * 2:
        part = waiting.pop(0)
        seen += 1
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting[:0] = [message for message in inner if isinstance(message, Message)]
        else:
            yield part


def _is_file(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment" and bool(part.get_filename())
    except BROKEN:
        return False


def _text(part: Message) -> str:
    """Return a part's text, in the declared encoding if possible, else in a detected one."""
    try:
        data = part.get_payload(decode=True)
        charset = part.get_content_charset()
    except BROKEN:
        return ""
    if not isinstance(data, bytes):
        return ""
    try:
        return decode(data, charset)
    except NotText:
        return ""


def _flowed(part: Message) -> bool:
    try:
        return str(part.get_param("format") or "").lower() == "flowed"
    except BROKEN:
        return False
