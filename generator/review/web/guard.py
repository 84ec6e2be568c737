"""Decides which requests the review pages answer. Pure.

The pages write into the project, so they answer only this machine's browser, and only requests that
come from the pages themselves. Another site can direct a browser here, but it can set neither
`Origin` nor `Sec-Fetch-Site` (Fetch Standard, 2.2.2: forbidden request-headers), and it does not
have the secret in the cookie and in the forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from hmac import compare_digest
from urllib.parse import parse_qs

Environ = Mapping[str, object]
FORM = "application/x-www-form-urlencoded"
_LOOPBACK = frozenset({"127.0.0.1", "::1", "::ffff:127.0.0.1"})
_NAMES = ("localhost", "127.0.0.1", "[::1]")
_MOST_FIELDS = 20  # fields of a form that are read
# Values of Sec-Fetch-Dest when a person opens a page, and when a page loads its own parts.
_OPENED = frozenset({"document"})
_PARTS = frozenset({"style", "script", "image"})

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    ("Content-Security-Policy", _POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    # With `no-referrer` browsers would send `Origin: null` with forms.
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)


def refusal(environ: Environ, port: int, *, part: bool = False) -> str | None:
    """Return the HTTP status with which a request is refused, None if it is answered.

    `part` is whether it requests a style sheet, script or icon of a page.
    """
    method = _header(environ, "REQUEST_METHOD")
    if method not in {"GET", "HEAD", "POST"} or (part and method == "POST"):
        return "405 Method Not Allowed"
    if environ.get("REMOTE_ADDR") not in _LOOPBACK:
        return "403 Forbidden"
    if _header(environ, "HTTP_HOST").lower() not in _hosts(port):
        return "421 Misdirected Request"
    if method == "POST":
        return _refused_form(environ)
    site, destination = (
        _header(environ, "HTTP_SEC_FETCH_SITE"),
        _header(environ, "HTTP_SEC_FETCH_DEST"),
    )
    wanted = _PARTS if part else _OPENED
    ours = site in ({"", "same-origin"} if part else {"", "same-origin", "none"})
    return None if ours and destination in {"", *wanted} else "403 Forbidden"


def opens(environ: Environ, port: int) -> bool:
    """Return whether a person may have opened the address that contains the secret.

    The link may have been on another site, which the browser states; then the secret decides.
    """
    return (
        environ.get("REQUEST_METHOD") == "GET"
        and environ.get("REMOTE_ADDR") in _LOOPBACK
        and _header(environ, "HTTP_HOST").lower() in _hosts(port)
        and _header(environ, "HTTP_SEC_FETCH_DEST") in {"", *_OPENED}
    )


def is_known(environ: Environ, cookie: str, secret: str) -> bool:
    """Return whether a request has the secret in its cookie."""
    pairs = (pair.strip().partition("=") for pair in _header(environ, "HTTP_COOKIE").split(";"))
    return any(name == cookie and same(value, secret) for name, _, value in pairs)


def same(given: str, secret: str) -> bool:
    """Return whether a text is the secret, compared in constant time."""
    return compare_digest(given.encode("utf-8", "replace"), secret.encode())


def length_of(environ: Environ, limit: int) -> int | None:
    """Return the length of a form in bytes, None if it is not stated or more than `limit`."""
    stated = _header(environ, "CONTENT_LENGTH")
    if not stated.isascii() or not stated.isdigit() or len(stated) > len(str(limit)):
        return None
    return int(stated) if int(stated) <= limit else None


def fields_of(body: bytes) -> dict[str, str] | None:
    """Return the fields of a form, None if it is invalid; a field may occur only once."""
    try:
        found = parse_qs(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        return None
    if any(len(values) > 1 for values in found.values()):
        return None
    return {name: values[0].replace("\r\n", "\n") for name, values in found.items()}


def _refused_form(environ: Environ) -> str | None:
    """Return the HTTP status with which a form is refused: it must come from our own pages."""
    if "HTTP_TRANSFER_ENCODING" in environ:
        return "411 Length Required"
    if _header(environ, "CONTENT_TYPE").partition(";")[0].strip().lower() != FORM:
        return "415 Unsupported Media Type"
    origin, site = environ.get("HTTP_ORIGIN"), environ.get("HTTP_SEC_FETCH_SITE")
    if origin is None and site is None:
        return "403 Forbidden"
    if origin is not None and origin != f"http://{_header(environ, 'HTTP_HOST').lower()}":
        return "403 Forbidden"
    return None if site in {None, "same-origin"} else "403 Forbidden"


def _hosts(port: int) -> set[str]:
    return {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == 80 else set())


def _header(environ: Environ, name: str) -> str:
    return str(environ.get(name, ""))
