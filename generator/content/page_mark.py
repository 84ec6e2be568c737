"""The mark that shows, without the manifest, that a page is as the program wrote it.

It is a hash of the page's path and of the page without the mark. It is no longer valid once the
page has been edited, moved or copied.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from generator import sanitize

_KEY = "written"  # the last one of the map `digest` in the front matter
_LINE = re.compile(rb"^  written: '?([0-9a-f]{16})'?\n", re.MULTILINE)
_OWN = re.compile(rb"^digest:\n(?:(?: .*)?\n)+", re.MULTILINE)
_FRONT_ENDS = b"\n---\n"


def marked_page(path: str, front: Mapping[str, object], body: str) -> bytes:
    """Return a page with its mark; a page without a map `digest` gets none."""
    page = _page(front, body)
    if not isinstance(front.get("digest"), dict):
        return page
    own = _OWN.search(page)
    if own is None:
        raise AssertionError(path)
    line = f"  {_KEY}: {sanitize.yaml_word(_hash(path, page))}\n"
    return page[: own.end()] + line.encode() + page[own.end() :]


def bears_mark(path: str, page: bytes) -> bool:
    """Return whether a page is as the program wrote it to this path."""
    front, ends, body = page.partition(_FRONT_ENDS)
    if not (found := _LINE.search(front + b"\n")):
        return False
    plain = _LINE.sub(b"", front + b"\n", count=1).removesuffix(b"\n") + ends + body
    return found[1].decode() == _hash(path, plain)


def _page(front: Mapping[str, object], body: str) -> bytes:
    return (sanitize.front_matter(front) + "\n" + body).encode()


def _hash(path: str, plain: bytes) -> str:
    return hashlib.sha256(path.encode() + b"\0" + plain).hexdigest()[:16]
