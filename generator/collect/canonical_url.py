"""The public address of a fetched page, and whether two versions say the same. Pure."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from generator.sanitize import url as safe_url
from generator.source_urls import untracked

_HEAD = 200_000  # bytes of a page that are searched for its head
_LINK = re.compile(rb"<link\b[^>]{0,2000}>", re.IGNORECASE)
_CANONICAL = re.compile(rb"\brel\s*=\s*[\"']?\s*canonical\b", re.IGNORECASE)
_TARGET = re.compile(rb"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_UNSAID = re.compile(
    rb"<(script|style)\b(?:(?!<(?:script|style)\b).)*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE
)


def shown_address(data: bytes, address: str) -> str:
    """Return the page's canonical address, else `address`, without tracking parameters."""
    for link in _LINK.findall(data[:_HEAD]):
        target = _TARGET.search(link) if _CANONICAL.search(link) else None
        if target:
            stated = next(filter(None, target.groups()), b"").decode("utf-8", "replace")
            whole = _whole(address, stated)
            if whole:
                return whole
    return untracked(address)


def _whole(base: str, address: str) -> str | None:
    try:
        whole = safe_url(urljoin(base, address.strip().replace("&amp;", "&")))
    except ValueError:
        return None
    return whole if whole and address.strip() and whole.startswith("http") else None


def say_the_same(first: bytes, other: bytes) -> bool:
    """Return whether two files have the same words, ignoring code that differs at each visit."""
    return first == other or _UNSAID.sub(b" ", first).split() == _UNSAID.sub(b" ", other).split()
