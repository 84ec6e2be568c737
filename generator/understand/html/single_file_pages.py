"""Pages saved as one file: MHTML ("Webpage, Single File") and Safari's web archive.

Browsers and programs that save only the page write its address into the file's beginning.
"""

from __future__ import annotations

import plistlib
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from xml.parsers.expat import ExpatError

# RFC 2557: the header of a mail, whose body has parts or is the page itself.
_MIME = re.compile(rb"(?i:(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?MIME-Version:)")
_KIND = re.compile(rb"(?im:^Content-Type:\s*(?:multipart/related|text/html))")
_PLIST = re.compile(rb"bplist00|\s*<\?xml[^>]*>\s*<!DOCTYPE plist")
_MAIN = b"WebMainResource"
# Internet Explorer, Chrome, monolith, SingleFile and Save Page WE.
_SAVED_FROM = re.compile(
    rb"<!--\s*saved from (?:url=\(\d+\))?(https?://[^\s<>\"]+)"
    rb"|<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s<>\"]+)"
    rb"|<meta\s+name=\"?savepage-url\"?\s+content=\"?(https?://[^\s<>\"]+)",
    re.IGNORECASE,
)
_HEAD = 8192  # bytes by which an archive is recognised


@dataclass(frozen=True, slots=True)
class Saved:
    """The page in an archive: its bytes, the encoding and the address the archive states."""

    data: bytes
    charset: str | None
    url: str | None


def is_archive(data: bytes) -> bool:
    """Return whether a file is an archive of a page, by its first bytes."""
    head = data[:_HEAD]
    if _MIME.match(head.lstrip()):
        return bool(_KIND.search(head))
    return bool(_PLIST.match(head)) and _MAIN in data


def address_in(data: bytes) -> str | None:
    """Return the address that a program which saved a page wrote into it, None for none."""
    match = _SAVED_FROM.search(data[:_HEAD].replace(b"\0", b""))
    stated = next(filter(None, match.groups()), None) if match else None
    return stated.decode("ascii", "replace") if stated else None


def page_in(data: bytes) -> Saved | None:
    """Return the page of an archive, None if it contains none that can be read."""
    return _of_safari(data) if _PLIST.match(data[:_HEAD]) else _of_mail(data)


def _of_mail(data: bytes) -> Saved | None:
    try:
        mail = message_from_bytes(data.lstrip())
        pages = [part for part in mail.walk() if part.get_content_type() == "text/html"]
    except RecursionError:  # parts nested too deeply
        return None
    if not pages:
        return None
    address = _stated(mail, "Snapshot-Content-Location")
    main = (page for page in pages if address and _address(page) == address)
    found = next(main, pages[0])
    body = found.get_payload(decode=True)
    if not isinstance(body, bytes):
        return None
    return Saved(body, found.get_content_charset(), address or _address(found))


def _address(page: Message) -> str | None:
    return _stated(page, "Content-Location")


def _stated(part: Message, name: str) -> str | None:
    value = part.get(name)  # a `Header` object, not a string, if it has bytes beyond ASCII
    return None if value is None else str(value)


def _of_safari(data: bytes) -> Saved | None:
    try:
        main = plistlib.loads(data)["WebMainResource"]
        body, charset = main["WebResourceData"], main.get("WebResourceTextEncodingName")
        return Saved(bytes(body), charset, main.get("WebResourceURL"))
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, KeyError):
        return None
    except (AttributeError, OverflowError, RecursionError, IndexError):  # of damaged ones
        return None
