"""A built site in a browser: served on loopback, opened in the machine's own Chromium."""

from __future__ import annotations

import gzip
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}
# First the browser without a window of its own: it draws the same with a third of the CPU time.
NAMES = (
    *("chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome"),
)
MISSING = "no Chromium on this machine: install it (Debian: apt install chromium) and run again"
# The first page that a pattern finds stands for its kind.
KINDS = {
    "front": "index.html",
    "article": "articles/*/*/index.html",
    "editions": "editions/index.html",
    "edition": "editions/*/index.html",
    "sections": "sections/index.html",
    "section": "sections/*/index.html",
    "stories": "stories/index.html",
    "story": "stories/*/*/index.html",
    "keywords": "keywords/index.html",
    "keyword": "keywords/*/index.html",
    "outlets": "outlets/index.html",
    "outlet": "outlets/*/index.html",
    "archive": "archive/index.html",
    "year": "archive/[0-9]*/index.html",
    "month": "archive/*/*/index.html",
    "about": "about/index.html",
    "search": "search/index.html",
    "not-found": "404.html",
}


class _Host(SimpleHTTPRequestHandler):
    """Serves a built site as a static host does: its own headers, text compressed, any folder."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, directory: str, under: str) -> None:
        """`under` is the path that the site stands at, with slashes at both ends."""
        self.under = under
        super().__init__(*args, directory=directory)

    def translate_path(self, path: str) -> str:
        """Return the file of an address; outside the site there is none."""
        inside = path.startswith(self.under)
        return super().translate_path("/" + path.removeprefix(self.under) if inside else "/none/")

    def end_headers(self) -> None:
        """Send the site's own headers, as Netlify and Cloudflare Pages do."""
        for line in Path(self.directory, "_headers").read_text(encoding="utf-8").splitlines()[1:]:
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        """Answer with the file, compressed where that saves something."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file() or file.suffix not in COMPRESSED:
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the tests' output free of requests."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *args: object) -> None:
        """Say what went wrong, unless it is that a closed tab no longer listens."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*args)


def executable() -> str | None:
    """Return where the machine's Chromium is."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def kinds(site: Path) -> dict[str, str]:
    """Return the address of one page of each kind that a site has; the fullest one of several."""
    found = {}
    for kind, pattern in KINDS.items():
        pages = sorted(site.glob(pattern), key=lambda page: (-page.stat().st_size, page))
        if pages:
            found[kind] = pages[0].relative_to(site).as_posix().removesuffix("index.html")
    return found


@contextmanager
def served(site: Path, under: str = "/") -> Iterator[str]:
    """Serve a built site on loopback; yields its address, with a slash at the end."""
    handler = partial(_Host, directory=str(site), under=under)
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{under}"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the machine's Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(), args=["--no-sandbox", "--font-render-hinting=none"]
        )
        yield browser
        browser.close()
