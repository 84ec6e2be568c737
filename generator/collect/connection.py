"""Connections that may use the user's own network only if the first one did.

A name is resolved once, and its address is checked before the connection is made to that very
address: a name that resolves differently a moment later (DNS rebinding) has no effect.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from generator.models import DigestError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
_V4 = 0xFFFFFFFF


class OwnNetwork(DigestError):
    """An outside host led to a host in the user's own network."""


class Guard:
    """Makes the connections of one fetch; the first one decides whether others may be local.

    `host` is the first one's name. Behind a proxy, which resolves names itself, the name decides.
    With `outside`, no connection may be local.
    """

    def __init__(self, host: str, *, outside: bool = False) -> None:
        self._proxies = {urlsplit(proxy).hostname for proxy in urllib.request.getproxies().values()}
        self.local = is_private(host) if self._proxies else None  # None: not known yet
        if outside:
            self.local = False

    def handlers(self) -> tuple[urllib.request.BaseHandler, ...]:
        """Return the handlers for http and https that connect through this guard."""
        return _Plain(self), _Secure(self)

    def plain(self, host: str, **options: Any) -> http.client.HTTPConnection:  # noqa: ANN401
        """Return an http connection."""
        return self._guarded(http.client.HTTPConnection(host, **options))

    def secure(self, host: str, **options: Any) -> http.client.HTTPConnection:  # noqa: ANN401
        """Return an https connection; the certificate must match the name."""
        return self._guarded(http.client.HTTPSConnection(host, **options))

    def connect(
        self, address: tuple[str, int], timeout: float, source: tuple[str, int] | None = None
    ) -> socket.socket:
        """Connect as `socket.create_connection` does, to an address that has been checked."""
        host, port = address
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if host not in self._proxies:
            self._admit(host, [str(info[4][0]) for info in found])
        failed: OSError = OSError("no address was found")
        for _, _, _, _, place in found:
            try:
                return socket.create_connection((str(place[0]), port), timeout, source)
            except OSError as error:
                failed = error
        raise failed

    def _admit(self, host: str, addresses: list[str]) -> None:
        local = any(map(is_local, addresses))
        if self.local is None:
            self.local = local
        if local and not self.local:
            raise OwnNetwork(f"leads to {host[:80]}, which is in your own network.")

    def _guarded(self, made: http.client.HTTPConnection) -> http.client.HTTPConnection:
        made._create_connection = self.connect  # type: ignore[attr-defined] # noqa: SLF001 - no public way
        return made


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, guard: Guard) -> None:
        super().__init__()
        self._guard = guard

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._guard.plain, req)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, guard: Guard) -> None:
        super().__init__()
        self._guard = guard

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._guard.secure, req)


def is_private(host: str) -> bool:
    """Return whether a name or address leads to this machine or its local network."""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):  # nobody knows the name, or a proxy does
        found = {host}
    return any(map(is_local, found))


def is_local(address: str) -> bool:
    """Return whether an address is not public; IPv4 addresses embedded in IPv6 are checked too."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address.lower().rstrip(".").endswith("localhost")
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & _V4)
        if inner is not None:
            return not inner.is_global or inner.is_multicast
    return not found.is_global or found.is_multicast
