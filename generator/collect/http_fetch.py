"""Fetches one address over HTTP: conditional, limited in size and time."""

from __future__ import annotations

import http.client
import re
import threading
import urllib.request
import zlib
from dataclasses import dataclass
from email.message import Message
from queue import Empty, Queue
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit

from generator import __version__
from generator.collect.connection import Guard, OwnNetwork, is_private
from generator.models import DigestError
from generator.sanitize import slug
from generator.sanitize import url as safe_url

SECONDS = 30.0  # for the whole fetch
_SILENCE = 15.0  # seconds without a byte
_PHRASE = 80  # characters of a server's text that a message repeats
_TOO_SLOW = "took longer than {:.0f} seconds."
_CUT = "the connection ended before the whole response had arrived. Try again."
_CHUNK = 65_536  # bytes that are read at a time
_AGENT = f"briefing-digest/{__version__} (one page at an editor's request)"
_ACCEPT = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, */*;q=0.5"
_SCHEMES = ("http", "https")
_UNPACKED = frozenset({"gzip", "x-gzip", "deflate"})
_PACKED = _UNPACKED | {"br", "zstd", "compress", "x-compress", "dcb", "dcz"}  # IANA's registry
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Refused(DigestError):
    """The request can't be fulfilled, or its result is not an article; the message says why."""


@dataclass(frozen=True, slots=True)
class Known:
    """The validators of an earlier response, for a conditional request (RFC 9110, 13)."""

    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A response: its bytes, its media type ("" if not stated) and a stem for its file name.

    `address` is the final one, after redirects. `charset` is the encoding stated in the header, if
    it is not UTF-8.
    """

    data: bytes
    kind: str
    stem: str
    address: str
    etag: str | None
    last_modified: str | None
    charset: str | None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that the earlier response is still valid."""


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http and https only."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    def redirect_request(  # noqa: PLR0913, PLR0917 - the signature is urllib's
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in _SCHEMES:
            raise Refused(f"redirects to {newurl[:_PHRASE]}, which is not a web address.")
        if not self._guard.local and is_private(_host(newurl)):
            raise Refused(f"redirects to {_host(newurl)[:_PHRASE]}, which is in your own network.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def fetch(
    address: str, limit: int, known: Known | None = None, *, outside: bool = False
) -> Fetched | Unchanged:
    """Return the response for an address, at most `limit` bytes; `Refused` says why it failed.

    With `outside`, the address must not be in the user's own network when it is connected to.
    Resolving names, headers, redirects and body may take `SECONDS` together.
    """
    made: Queue[Fetched | Unchanged | Exception] = Queue()

    def ask() -> None:
        try:
            made.put(_asked(address, limit, known, outside=outside))
        except Exception as error:  # noqa: BLE001 - raised again in the waiting thread
            made.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = made.get(timeout=max(SECONDS, 0))
    except Empty:
        raise Refused(_TOO_SLOW.format(SECONDS)) from None
    if isinstance(found, Exception):
        raise found
    return found


def _asked(address: str, limit: int, known: Known | None, *, outside: bool) -> Fetched | Unchanged:
    request = urllib.request.Request(_ascii(address), headers=_headers(known))  # noqa: S310 - _ascii lets only http(s) pass
    guard = Guard(_host(address), outside=outside)
    opener = urllib.request.build_opener(_WebOnly(guard), *guard.handlers())
    try:
        with opener.open(request, timeout=_SILENCE) as answer:
            return _fetched(answer, limit)
    except HTTPError as error:
        if error.code == http.client.NOT_MODIFIED and known:
            return Unchanged()
        if error.code in _REDIRECTS:  # one that could be followed does not come here
            raise Refused("the server redirects endlessly, or without an address.") from error
        raise Refused(f"the server answered {error.code} {str(error.reason)[:_PHRASE]}.") from error
    except URLError as error:
        raise Refused(f"can't be reached: {str(error.reason)[:_PHRASE]}.") from error
    except OwnNetwork as error:
        raise Refused(str(error)) from error
    except TimeoutError as error:
        raise Refused(f"the server was silent for {_SILENCE:.0f} seconds.") from error
    except (http.client.HTTPException, ConnectionError, ValueError) as error:
        raise Refused(f"the server's answer can't be read: {repr(error)[:_PHRASE]}.") from error


def public(address: str) -> str:
    """Return an address without user name and password."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _headers(known: Known | None) -> dict[str, str]:
    headers = {"User-Agent": _AGENT, "Accept": _ACCEPT}
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return {name: value for name, value in headers.items() if value.isprintable()}


def _ascii(address: str) -> str:
    """Return the address in ASCII, as it is sent; `Refused` unless it is http or https."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise Refused(f"this is not a valid web address: {error}.") from error
    if parts.scheme.lower() not in _SCHEMES or not host:
        raise Refused("only addresses that begin with http:// or https:// can be fetched.")
    host = f"[{host}]" if ":" in host else host
    whole = urlunsplit((parts.scheme.lower(), host + port, parts.path or "/", parts.query, ""))
    return safe_url(whole) or whole


def _fetched(answer: http.client.HTTPResponse, limit: int) -> Fetched:
    return Fetched(
        data=_unpacked(_read(answer, limit), answer.headers.get("Content-Encoding"), limit),
        kind=answer.headers.get_content_type() if answer.headers.get("Content-Type") else "",
        stem=_stem(answer.geturl()),
        address=public(answer.geturl()),
        etag=answer.headers.get("ETag"),
        last_modified=answer.headers.get("Last-Modified"),
        charset=_charset(answer.headers),
    )


def _unpacked(data: bytes, coding: str | None, limit: int) -> bytes:
    """Return a body decompressed if the server compressed it unasked, at most `limit` bytes."""
    codings = [name for part in (coding or "").split(",") if (name := part.strip().lower())]
    if _PACKED.isdisjoint(codings):  # some servers name a charset here
        return data
    if len(codings) > 1 or codings[0] not in _UNPACKED:
        raise Refused(
            f"the server compressed its answer ({', '.join(codings)[:_PHRASE]}), which was not "
            "asked for. Save the page in a browser, and add the file."
        )
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or zlib, as its head says
    try:
        whole = unpacker.decompress(data, limit)
    except zlib.error as error:
        raise Refused(f"the server's answer can't be unpacked: {error}.") from error
    if unpacker.unconsumed_tail:
        raise Refused(_too_big(limit))
    if not unpacker.eof:
        raise Refused(_CUT)
    return whole


def _too_big(limit: int) -> str:
    return f"is larger than {limit / 1e6:g} MB (limits.file_megabytes)."


def _charset(headers: Message) -> str | None:
    stated = headers.get_content_charset("utf-8")
    known = re.fullmatch(r"[\w.:-]{2,40}", stated) and stated not in {"utf-8", "utf8"}
    return stated if known else None


def _read(answer: http.client.HTTPResponse, limit: int) -> bytes:
    data = bytearray()
    while chunk := answer.read1(_CHUNK):
        data += chunk
        if len(data) > limit:
            raise Refused(_too_big(limit))
    if not data:
        raise Refused("the answer is empty.")
    if answer.length:  # bytes that the header announced and that are missing
        raise Refused(_CUT)
    return bytes(data)


def _stem(address: str) -> str:
    """Return a file's stem: the outlet's host and the last meaningful part of the path."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    names = [name.rsplit(".", 1)[0] for name in parts.path.split("/") if name]
    telling = [name for name in names if sum(map(str.isalpha, name)) > 3] or names
    return slug(f"{host} {telling[-1] if telling else ''}", "page")
