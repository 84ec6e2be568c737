"""A file → its messages: one, those of a mailbox, or attached ones. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from generator.models import Source
from generator.tables import any_of
from generator.text import NotText, decode
from generator.understand.mail import mail_phrases
from generator.understand.mail.body import body_of
from generator.understand.mail.forwarded import field_of
from generator.understand.mail.message import BROKEN, Mail

_SUFFIXES = (".eml", ".emlx", ".mbox", ".mbx")
_HEAD = 8192  # bytes by which a mailbox is recognised
_FIELD = rb"[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*"
_HEADER = re.compile(rb"(?:" + _FIELD + rb"){1,200}")
_SENT = re.compile(rb"^(?:From|Date|Subject|To|Sender):", re.MULTILINE | re.IGNORECASE)
_CARRIED = re.compile(
    rb"^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To|X-Mailer|DKIM-Signature):",
    re.MULTILINE | re.IGNORECASE,
)
_SAVED_PAGE = re.compile(
    rb"^(?:Snapshot-Content-Location:|From:\s*[\"<]*Saved by|Content-Location:\s*(?:http|file))",
    re.MULTILINE | re.IGNORECASE,
)
# RFC 4155 requires address and date; Thunderbird writes a dash, some programs no date.
_FROM_LINE = rb"From (?:\S[^\n]*\d\d:\d\d[^\n]*|-[ \t]*|[^\s@]+@\S+[ \t]*)\n"
_MBOX = re.compile(rb"^" + _FROM_LINE + rb"(?=[A-Za-z][A-Za-z0-9-]*:)", re.MULTILINE)
_EMLX = re.compile(rb"\d{1,10}\s*\n(?=[A-Za-z][A-Za-z0-9-]*:)")
_SENDER = re.compile(r"[^<>@\n]{2,60}\s?<[^<>@\s]+@[^<>@\s]+>")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_AGO = re.compile(
    rf"\s*\((?:[^()]*\b{any_of(mail_phrases.words('ago_inside'))}\b[^()]*"
    rf"|{any_of(mail_phrases.words('ago_begins'))} [^()]*)\)\s*$"
)
_OWN = 40  # words of a message that has text of its own besides its attachments
_COPIED = 12  # lines that may contain the head of a copied message
_LEAST = 3  # fields of such a head


def accepts(source: Source) -> bool:
    """Return whether a file is a message or a mailbox, by its headers; no saved page (MHTML)."""
    head = _start(source.data[:_HEAD])
    if _MBOX.match(head):
        return True
    header = _HEADER.match(head)
    if header is None or is_saved_page(source):
        return False
    sent = len(set(_SENT.findall(header[0].lower())))
    if source.path.lower().endswith(_SUFFIXES):
        return sent > 0
    return sent > 1 and bool(_CARRIED.search(header[0]))


def is_saved_page(source: Source) -> bool:
    """Return whether a file is a page that a browser saved as a message (MHTML, RFC 2557)."""
    header = _HEADER.match(_start(source.data[:_HEAD]))
    return header is not None and _SAVED_PAGE.search(header[0]) is not None


def is_copied(source: Source) -> bool:
    """Return whether a text is a message copied from a mail program, with its head."""
    try:
        text = decode(_whole_lines(source.data))
    except NotText:
        return False
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_COPIED]
    while lines and mail_phrases.contains("forwarded", lines[0]):
        lines = lines[1:]
    names: list[str] = []
    for line in lines:
        name, _ = field_of(line)
        if not name:
            break
        names.append(name)
    return len(names) >= _LEAST and {"from", "subject"} <= set(names)


def _whole_lines(data: bytes) -> bytes:
    """Return the beginning of a file, not cut within a character: to guess its encoding is slow."""
    head = data[:_HEAD]
    end = head.rfind(b"\n")
    return head[:end] if end > 0 and len(data) > _HEAD and b"\0" not in head else head


def web_copy(source: Source) -> bytes:
    """Return a message copied from a page of Gmail or Outlook, its head as fields; b"" for none.

    Such a copy has subject, sender ("Name <address>"), date and "to me", each on a line.
    """
    try:
        lines = decode(source.data).split("\n")
    except NotText:
        return b""
    rows = [(at, text) for at, line in enumerate(lines) if (text := _plain(line))][:_COPIED]
    top = [text for _, text in rows]
    sender = next((at for at, line in enumerate(top) if at and _SENDER.fullmatch(line)), None)
    if sender is None:
        return b""
    to = _place(top, sender, len(top), lambda line: mail_phrases.consists_of("to_me", line))
    dated = _place(top, sender + 1, sender + 4, _CLOCK.search)
    if to is None or dated is None:
        return b""
    body = lines[rows[max(to, dated)][0] + 1 :]
    head = f"Subject: {top[0]}\nFrom: {top[sender]}\nDate: {_AGO.sub('', top[dated])}\n\n"
    return (head + "\n".join(body)).encode()


def _place(lines: Sequence[str], start: int, end: int, test: Callable[[str], object]) -> int | None:
    """Return the first of some lines that passes a test, None if none does."""
    return next((at for at in range(start, min(end, len(lines))) if test(lines[at])), None)


def _plain(line: str) -> str:
    return line.replace("\u200b", "").strip()


def messages_in(source: Source) -> list[Mail | None]:
    """Return the messages of a file, None for each that can't be parsed."""
    if not accepts(source) and (data := web_copy(source)):
        return list(_opened(b"\n" + data))
    if not accepts(source):  # a copied one: its head is part of the text
        return list(_opened(b"\n" + source.data))
    return list(_messages(_start(source.data)))


def _start(data: bytes) -> bytes:
    """Return the bytes of a message from its first header on."""
    data = data.lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    counted = _EMLX.match(data)
    return data[counted.end() :] if counted else data


def _messages(data: bytes) -> Iterator[Mail | None]:
    """Yield the messages of a file: those of a mailbox, of a digest, or the single one."""
    starts = list(_MBOX.finditer(data)) if _MBOX.match(data) else []
    if not starts:
        yield from _opened(data)
        return
    for mark, following in zip(starts, (*starts[1:], None), strict=True):
        piece = data[mark.end() : following.start() if following else len(data)]
        yield from _opened(re.sub(rb"^>(>*From )", rb"\1", piece, flags=re.MULTILINE))


def _opened(data: bytes) -> Iterator[Mail | None]:
    """Yield a message, or those attached to it if it has no text; None if one can't be parsed."""
    try:
        mail = Mail.of(data)
        attached = mail.attached()
        own = sum(len(block.text.split()) for block, _ in body_of(mail, "").pieces)
    except BROKEN:
        yield None
        return
    if attached and own < _OWN:
        yield from attached
    else:
        yield mail
