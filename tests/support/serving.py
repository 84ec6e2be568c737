"""`digest serve` running on a project, with the addresses that it prints."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from paths import ROOT

PATIENCE = 300  # seconds until a slow machine must have answered
_REVIEW = re.compile(r"http://\S+/review/\?token=\S+")


@dataclass(frozen=True)
class Serving:
    """The address of the site, with a slash at the end, and the one that opens the review pages."""

    site: str
    review: str


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(project: Path, errors: int | IO[str] = subprocess.DEVNULL) -> Iterator[Serving]:
    """Run `digest serve` until the end; its first build has finished when this yields.

    What it prints as errors goes to `errors`.
    """
    port = free_port()
    command = [sys.executable, "-u", "-m", "generator", "serve", "-C", str(project)]
    command += ["--port", str(port), "--jobs", "1"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True
    ) as server:
        try:
            lines = iter(server.stdout.readline, "")
            review = next(found[0] for line in lines if (found := _REVIEW.search(line)))
            yield Serving(f"http://127.0.0.1:{port}/", review)
        finally:
            server.send_signal(signal.SIGINT)
            try:
                assert server.wait(PATIENCE) == 0
            finally:
                server.kill()  # a server that ignores the signal must not keep the tests waiting
