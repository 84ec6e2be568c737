"""Files of formats that are not read, each with what to do instead."""

from __future__ import annotations

import json
import re

from generator.models import Source
from generator.text import NotText, decode
from generator.understand.reader_results import refusing

_PASTE = "Open it, and paste the article's text into a .txt file instead."
_BINARY = {
    b"%PDF": f"is a PDF. {_PASTE}",
    b"PK\x03\x04": f"is a word processor's file, an e-book or an archive. {_PASTE}",
    b"!BDN": "is an Outlook data file. Save its messages as .eml, or export them as mbox.",
    b"\xd0\xcf\x11\xe0": f"is an old word processor's file. {_PASTE}",
    b"\x1f\x8b": "is packed (gzip). Unpack it.",
    b"\x89PNG": f"is a picture. {_PASTE}",
    b"\xff\xd8\xff": f"is a picture. {_PASTE}",
    b"GIF8": f"is a picture. {_PASTE}",
}
_OLE = b"\xd0\xcf\x11\xe0"
_OUTLOOK = ("__properties_version1.0".encode("utf-16-le"), "__substg1.0_".encode("utf-16-le"))
_MESSAGE = (
    "is an Outlook message (.msg). Save it as .eml (new Outlook, Thunderbird), or as HTML or text "
    "(File > Save As in the classic Outlook)."
)
_XML = re.compile(r"<(?:\?xml|!DOCTYPE)\b", re.IGNORECASE)
_XML_NAMES = (".xml", ".rss", ".atom", ".rdf", ".xsl", ".xsd")
_ROOT = re.compile(r"<([A-Za-z][\w:.-]{0,60})")
_DECLARATIONS = re.compile(r"\[[^\]]*\]?|<!--.*?-->", re.DOTALL)  # they are not elements
_MIME = re.compile(
    r"^(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}MIME-Version: 1\.0", re.IGNORECASE
)
_HEAD = 20_000  # bytes by which a format is recognised


def _advice(source: Source) -> str | None:
    """Return what to do with a file that is neither a page, a feed, a record nor text."""
    if message := _binary(source.data):
        return message
    if source.path.lower().endswith(".json") or source.data.lstrip()[:1] in {b"{", b"["}:
        return _json(source)
    try:
        head = decode(source.data[:_HEAD])
    except NotText:
        return None
    head = head.lstrip()
    if _XML.match(head) or (head.startswith("<") and source.path.lower().endswith(_XML_NAMES)):
        root = _ROOT.search(_DECLARATIONS.sub("", head))
        named = f" (its root is <{root[1]}>)" if root else ""
        return f"is XML, but not a known kind of feed{named}. {_PASTE}"
    if _MIME.match(head):
        return f"is an e-mail (MIME). {_PASTE}"
    return None


def _binary(data: bytes) -> str | None:
    """Return what to do with a file that begins with a format's mark, None for another file."""
    if data.startswith(_OLE) and any(name in data for name in _OUTLOOK):
        return _MESSAGE
    return next((advice for mark, advice in _BINARY.items() if data.startswith(mark)), None)


def _json(source: Source) -> str | None:
    named = source.path.lower().endswith(".json")
    try:
        parsed = json.loads(decode(source.data), strict=False)
    except (ValueError, RecursionError, NotText):
        return "is not valid JSON. Export it again." if named else None
    if named or isinstance(parsed, dict) or (isinstance(parsed, list) and parsed):
        return f"is JSON, but neither a JSON Feed nor a news item (ninjs). {_PASTE}"
    return None


accepts, read = refusing(_advice)
