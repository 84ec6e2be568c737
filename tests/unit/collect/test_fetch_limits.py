"""What a server may try with the one who fetches from it."""

import datetime as dt
import gzip
import socket
import threading
import time

import pytest

from generator.collect import add, connection, http_fetch
from generator.collect.connection import is_private
from generator.config import Limits
from generator.models import Problem

NOW = dt.datetime(2025, 5, 6, tzinfo=dt.UTC)
PAGE = b"<html><title>A headline</title><p>" + b"Words of an article. " * 60 + b"</p></html>"


@pytest.fixture
def serve():
    """Answer every connection with the given pieces, so many seconds apart."""
    open_sockets = []

    def start(*pieces, pause=0.0):
        listening = socket.create_server(("127.0.0.1", 0))
        open_sockets.append(listening)

        def answer():
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65536)
                    try:
                        for piece in pieces:
                            connection.sendall(piece)
                            time.sleep(pause)
                    except OSError:
                        continue

        threading.Thread(target=answer, daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/article"

    yield start
    for listening in open_sockets:
        listening.close()


def head(*lines, status="200 OK"):
    return "\r\n".join([f"HTTP/1.1 {status}", "Connection: close", *lines, "", ""]).encode()


def added(address, tmp_path):
    (tmp_path / "seeds").mkdir(exist_ok=True)
    return add(address, tmp_path / "seeds", Limits(), NOW, lambda *_: None)


def test_headers_that_never_end_have_the_same_deadline(serve, tmp_path, monkeypatch):
    monkeypatch.setattr(http_fetch, "SECONDS", 0.5)
    drip = [head()[:-2], *[b"X: y\r\n"] * 100]
    found = added(serve(*drip, pause=0.1), tmp_path)
    assert isinstance(found, Problem)
    assert "took longer" in found.message
    assert not list((tmp_path / "seeds").iterdir())


def test_half_a_body_is_no_article(serve, tmp_path):
    found = added(serve(head(f"Content-Length: {len(PAGE)}"), PAGE[:300]), tmp_path)
    assert isinstance(found, Problem)
    assert "ended before" in found.message


def test_half_a_compressed_body_is_no_article(serve, tmp_path):
    packed = gzip.compress(PAGE)[:-30]
    answer = head("Content-Encoding: gzip", f"Content-Length: {len(packed)}")
    found = added(serve(answer, packed), tmp_path)
    assert isinstance(found, Problem)
    assert "ended before" in found.message


def test_a_name_and_password_are_not_kept(serve, tmp_path):
    address = serve(head(f"Content-Length: {len(PAGE)}"), PAGE)
    found = added(address.replace("http://", "http://reader:secret@"), tmp_path)
    assert not isinstance(found, Problem), found
    for file in (tmp_path / "seeds").iterdir():
        assert b"secret" not in file.read_bytes()
        assert b"reader" not in file.read_bytes()
    assert "secret" not in found.target


def test_a_redirect_into_the_local_network_is_not_followed(serve, tmp_path, monkeypatch):
    inside = serve(head(f"Content-Length: {len(PAGE)}"), PAGE)
    first = serve(head(f"Location: {inside}", "Content-Length: 0", status="302 Found"))
    assert not isinstance(added(first, tmp_path), Problem)  # the first one is in it too
    outside = lambda guard, *_: setattr(guard, "local", False)  # noqa: E731
    monkeypatch.setattr(connection.Guard, "_admit", outside)  # the first one
    found = added(first, tmp_path)
    assert isinstance(found, Problem)
    assert "your own network" in found.message


OWN = (
    *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0", "10.1.2.3"),
    *("192.168.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "::1", "::", "fd00::1"),
    *("fe80::1%eth0", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
    *("localhost", "LOCALHOST.", "a.localhost"),
)


@pytest.mark.parametrize("host", OWN)
def test_local_networks_are_recognised(host):
    assert is_private(host)


@pytest.mark.parametrize("host", ["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9", "64:ff9b::909:909"])
def test_other_networks_are_not_local(host):
    assert not is_private(host)


@pytest.fixture
def resolve(monkeypatch):
    """Let names lead to one address after the other; return what was asked."""
    asked, known = [], socket.getaddrinfo

    def start(*addresses):
        answers = iter(addresses)

        def getaddrinfo(host, *more, **named):
            if not host.endswith(".example"):
                return known(host, *more, **named)
            asked.append(host)
            return known(next(answers), *more, **named)

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        return asked

    return start


def test_a_name_is_resolved_once_and_connected_to_there(serve, resolve, tmp_path):
    port = serve(head(f"Content-Length: {len(PAGE)}"), PAGE).rpartition(":")[2]
    asked = resolve("127.0.0.1", "9.9.9.9")
    found = added(f"http://first.example:{port}", tmp_path)
    assert not isinstance(found, Problem), found
    assert asked == ["first.example"]


def test_a_name_that_later_resolves_to_the_local_network_is_not_followed(resolve, monkeypatch):
    resolve("9.9.9.9", "127.0.0.1")
    made = []
    monkeypatch.setattr(socket, "create_connection", lambda place, *_: made.append(place))
    guard = connection.Guard("first.example")
    guard.connect(("first.example", 80), 1)
    with pytest.raises(connection.OwnNetwork, match="your own network"):
        guard.connect(("first.example", 80), 1)
    assert made == [("9.9.9.9", 80)]


def test_an_address_that_must_be_public_is_not_local(resolve):
    resolve("127.0.0.1")
    with pytest.raises(connection.OwnNetwork, match="your own network"):
        connection.Guard("first.example", outside=True).connect(("first.example", 80), 1)


def test_a_slow_body_has_the_same_deadline(serve, tmp_path, monkeypatch):
    monkeypatch.setattr(http_fetch, "SECONDS", 0.5)
    found = added(serve(head(), *[b"x"] * 100, pause=0.1), tmp_path)
    assert isinstance(found, Problem)
    assert "took longer" in found.message


def test_more_than_the_stated_length_is_not_read(serve, tmp_path):
    found = added(serve(head(f"Content-Length: {len(PAGE)}"), PAGE, b"<p>smuggled"), tmp_path)
    assert not isinstance(found, Problem), found
    assert all(b"smuggled" not in file.read_bytes() for file in (tmp_path / "seeds").iterdir())


def test_a_chunk_that_is_cut_is_no_article(serve, tmp_path):
    answer = head("Transfer-Encoding: chunked")
    found = added(serve(answer, b"%x\r\n" % len(PAGE) + PAGE[:200]), tmp_path)
    assert isinstance(found, Problem)
    assert not list((tmp_path / "seeds").iterdir())


def test_redirects_without_end_and_to_other_schemes_are_refused(serve, tmp_path):
    for target in ("file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "/article"):
        first = serve(head(f"Location: {target}", "Content-Length: 0", status="302 Found"))
        found = added(first, tmp_path)
        assert isinstance(found, Problem), target
        assert "\n" not in found.message


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "BR"])
def test_a_response_that_cannot_be_unpacked_is_no_article(serve, tmp_path, coding):
    found = added(serve(head(f"Content-Encoding: {coding}"), gzip.compress(PAGE)), tmp_path)
    assert isinstance(found, Problem)
    assert coding.lower() in found.message
    assert not list((tmp_path / "seeds").iterdir())


@pytest.mark.parametrize("coding", ["identity", "utf-8", ""])
def test_an_uncompressed_response_is_an_article(serve, tmp_path, coding):
    assert not isinstance(
        added(serve(head(f"Content-Encoding: {coding}"), PAGE), tmp_path), Problem
    )


def test_a_server_s_message_is_shortened(serve, tmp_path):
    found = added(serve(head("Content-Length: 0", status="500 " + "x" * 5000)), tmp_path)
    assert isinstance(found, Problem)
    assert len(found.message) < 200
