"""What a server may try with the one who fetches from it."""

import datetime as dt
import gzip
import socket
import threading
import time

import pytest

from generator.collect import add, web
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
    for one in open_sockets:
        one.close()


def head(*lines, status="200 OK"):
    return "\r\n".join([f"HTTP/1.1 {status}", "Connection: close", *lines, "", ""]).encode()


def added(address, tmp_path):
    (tmp_path / "seeds").mkdir(exist_ok=True)
    return add(address, tmp_path / "seeds", Limits(), NOW, lambda *_: None)


def test_headers_that_never_end_have_the_same_deadline(serve, tmp_path, monkeypatch):
    monkeypatch.setattr(web, "SECONDS", 0.5)
    drip = [head()[:-2], *[b"X: y\r\n"] * 100]
    found = added(serve(*drip, pause=0.1), tmp_path)
    assert isinstance(found, Problem)
    assert "took longer" in found.message
    assert not list((tmp_path / "seeds").iterdir())


def test_half_a_body_is_no_article(serve, tmp_path):
    found = added(serve(head(f"Content-Length: {len(PAGE)}"), PAGE[:300]), tmp_path)
    assert isinstance(found, Problem)
    assert "ended before" in found.message


def test_half_a_packed_body_is_no_article(serve, tmp_path):
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


def test_a_redirect_from_outside_does_not_lead_into_the_own_network(serve, tmp_path, monkeypatch):
    inside = serve(head(f"Content-Length: {len(PAGE)}"), PAGE)
    first = serve(head(f"Location: {inside}", "Content-Length: 0", status="302 Found"))
    assert not isinstance(added(first, tmp_path), Problem)  # the first one is in it too
    private = web.is_private
    monkeypatch.setattr(web, "is_private", lambda address: address != first and private(address))
    found = added(f"{first}", tmp_path)
    assert isinstance(found, Problem)
    assert "your own network" in found.message


OWN = ("127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "[::1]", "[fd00::1]", "localhost")


@pytest.mark.parametrize("host", OWN)
def test_own_networks_are_known(host):
    assert web.is_private(f"http://{host}:8080/x")


def test_others_are_not():
    assert not web.is_private("http://9.9.9.9/")


def test_what_a_server_says_is_cut(serve, tmp_path):
    found = added(serve(head("Content-Length: 0", status="500 " + "x" * 5000)), tmp_path)
    assert isinstance(found, Problem)
    assert len(found.message) < 200
