"""A built site in a browser: served on loopback, opened in the machine's own Chromium."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MISSING = "no Chromium on this machine: install it (Debian: apt install chromium) and run again"
# The first page that a pattern finds stands for its kind.
KINDS = {
    "front": "index.html",
    "article": "articles/*/*/index.html",
    "editions": "editions/index.html",
    "edition": "editions/*/index.html",
    "sections": "sections/index.html",
    "section": "sections/*/index.html",
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


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the tests' output free of requests."""


class _Compressed(_Quiet):
    """Sends text as hosts do."""

    def send_head(self) -> BytesIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        packed = path.suffix in {".html", ".css", ".js", ".svg", ".json", ".xml"}
        data = gzip.compress(path.read_bytes()) if packed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(data)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return BytesIO(data)


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
def served(site: Path, *, compressed: bool = False) -> Iterator[str]:
    """Serve a folder on loopback; yields its address, with a slash at the end."""
    handler = partial(_Compressed if compressed else _Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
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
