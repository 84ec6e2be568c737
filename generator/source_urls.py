"""Addresses of pages: tracking parameters are removed, redirects are resolved. Pure."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import SplitResult, parse_qs, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

# Query parameters that track how a reader reached the page.
_TRACKING = re.compile(r"utm_\w+|(?:fb|g|dcl|msc|yc)lid|mc_[ce]id|igshid|_hs(?:enc|mi)|cmpid")
# Redirectors: host and path → the query parameter that contains the target.
_REDIRECTS = (
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}/url"), ("url", "q")),
    (re.compile(r"(?:www\.)?bing\.com/news/apiclick\.aspx"), ("url",)),
    (re.compile(r"l\.facebook\.com/l\.php|lm\.facebook\.com/l\.php"), ("u",)),
    (re.compile(r"[\w.-]+\.safelinks\.protection\.outlook\.com/.*"), ("url",)),
    (re.compile(r"(?:www\.)?youtube\.com/redirect"), ("q",)),
    (re.compile(r"slack-redir\.net/link"), ("url",)),
    (re.compile(r"out\.reddit\.com/.*"), ("url",)),
)
_NEWS_ID = re.compile(r"/(?:rss/)?articles/([\w-]{20,2000})$")
_IN_BYTES = re.compile(rb"https?://[!-~]{4,2000}")


def untracked(address: str) -> str:
    """Return an address without its tracking parameters."""
    parts = _split(address)
    if parts is None:
        return address
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in query if not _tracks(name, value)]
    if len(kept) == len(query):
        return address
    return urlunsplit(parts._replace(query=urlencode(kept)))


def _tracks(name: str, value: str) -> bool:
    by_feed = name == "source" and value.startswith("rss")  # Medium's
    return by_feed or bool(_TRACKING.fullmatch(name.lower()))


def destination(address: str) -> str:
    """Return the target contained in a redirector's address, else the address itself."""
    parts = _split(address)
    if parts is None:
        return address
    place = f"{parts.netloc.lower()}{parts.path}"
    for pattern, names in _REDIRECTS:
        if pattern.fullmatch(place):
            query = parse_qs(parts.query)
            stated = [value for name in names for value in query.get(name, ())]
            return next((candidate for candidate in stated if is_web(candidate)), address)
    if parts.netloc.lower() == "news.google.com":
        return _in_news_id(parts.path) or address
    return address


def absolute(address: str, base: str) -> str:
    """Return an absolute address; a relative one is resolved against the page `base`."""
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address


def is_web(text: str) -> bool:
    """Return whether a text is a single web address."""
    text = text.strip()
    parts = _split(text)
    web = parts is not None and parts.scheme.lower() in {"http", "https"} and "." in parts.netloc
    return web and not re.search(r"\s", text)


def host(address: str | None) -> str:
    """Return the host of an address in lower case without "www.", "" if it has none."""
    parts = _split(address or "")
    return parts.netloc.lower().removeprefix("www.") if parts else ""


def _in_news_id(path: str) -> str | None:
    """Return the address in a Google News id; ids issued until 2024 contain it in base64."""
    found = _NEWS_ID.search(path)
    if not found:
        return None
    coded = found[1]
    try:
        decoded = base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4))
    except (binascii.Error, ValueError):
        return None
    stated = _IN_BYTES.search(decoded)
    return stated[0].decode("ascii") if stated else None


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None
