"""`digest serve` shows the site and builds again when an article changes."""

import contextlib
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

ARTICLE = (
    "A new ferry for the islands\nLocal\n3 March 2024\n\n"
    "The second ferry made its first crossing to the outer islands on Sunday morning, with two "
    "hundred passengers on board and a brass band on the upper deck.\n\n"
)
PATIENCE = 300  # seconds until a slow machine must have answered


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, text: str) -> str:
    end = time.monotonic() + PATIENCE
    page = ""
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=10) as answer:
            page = answer.read().decode()
            if text in page:
                return page
        time.sleep(0.3)
    return pytest.fail(f"{text!r} never came; the page was {page[:500]!r}")


def test_a_change_reaches_the_browser(tmp_path):
    seed = tmp_path / "seeds/ferry.txt"
    seed.parent.mkdir()
    seed.write_text(ARTICLE)
    port = free_port()
    command = [sys.executable, "-m", "generator", "serve", "-C", str(tmp_path), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/", "A new ferry for the islands")
            seed.write_text(ARTICLE.replace("A new ferry", "A faster ferry"))
            page = wait_for(f"http://127.0.0.1:{port}/", "A faster ferry for the islands")
            assert "livereload" in page
        finally:
            server.send_signal(signal.SIGINT)
            try:
                assert server.wait(PATIENCE) == 0
            finally:
                server.kill()  # a server that ignores the signal must not keep the tests waiting
