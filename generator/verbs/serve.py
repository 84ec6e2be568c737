"""Build, serve on localhost, and build again when a file changes."""

from __future__ import annotations

import argparse
import contextlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler

from mkdocs.livereload import LiveReloadServer

from generator.config import load_settings
from generator.content.earlier_builds import RECORD
from generator.content.manifest import MANIFEST, load_manifest, pages_as_written
from generator.models import DigestError
from generator.project import CONTENT, SEEDS, Options, build, seeds_of
from generator.review.session import ReviewSession
from generator.review.web.app import ROOT, ReviewApp
from generator.run.console import Console
from generator.run.error_messages import fault, refused
from generator.run.parallel import KeptProcesses
from generator.run.report import Report
from generator.site.address import site_address
from generator.verbs.build import options_of, show

_WATCHED = (SEEDS, CONTENT, "site_config", "mkdocs.yml")
_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_PORT = re.compile(r":\d+$")
_LAST_PORT = 65535  # of TCP


EXAMPLES = """\
  digest serve --open    build, and open the site in the browser
  digest serve --port 9000
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `serve`."""
    parser.add_argument(
        "--port", type=_port, default=8000, help="port on localhost (default: 8000)"
    )
    parser.add_argument("--open", action="store_true", help="open the browser")


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a port: give a number from 1 to {_LAST_PORT}"
        )
    return int(text)


def run(args: argparse.Namespace, console: Console) -> int:
    """Serve until interrupted."""
    kept = KeptProcesses(across_runs=True)  # a saved article need not wait for a start
    options = replace(options_of(args), kept=kept)
    seeds_of(options.project)
    session = ReviewSession(options.project)
    project = ServedProject(options, console, session)
    project.build()
    server = _LocalServer(project.build, "127.0.0.1", args.port, str(project.options.site))
    server.review = ReviewApp(session, args.port)
    server.error_handler = project.not_found
    server.site_path = lambda: project.site_path
    for name in _WATCHED:
        if (project.options.project / name).exists():
            server.watch(str(project.options.project / name))
    server.announce = partial(_announce, console, args.port, server.review.address)
    try:
        server.serve(open_in_browser=args.open)  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        console.say("Stopped.")
    except OSError as error:
        raise DigestError(
            f"port {args.port}: {error.strerror}. Choose another with --port."
        ) from error
    finally:
        server.shutdown()
        session.close()
        kept.end()
    return 0


def _announce(console: Console, port: int, review: str) -> None:
    console.say(f"Serving on http://127.0.0.1:{port}/ (stop with Ctrl-C)", "bold")
    console.say(f"Settle doubts and add articles at {review}")


class _Handler(WSGIRequestHandler):
    """A handler that waits at most `timeout` seconds for a request, and logs nothing."""

    timeout = 60

    def log_message(self, *_: object) -> None:
        """Log nothing: the addresses of the review pages contain a secret."""


class _LocalServer(LiveReloadServer):
    """Answers only GET and HEAD requests for this machine's names, except for the review pages.

    Any other host name means that another site has directed a browser here (DNS rebinding).
    """

    review: ReviewApp
    site_path: Callable[[], str]
    announce: Callable[[], None]

    def __init__(self, *args: Any) -> None:  # noqa: ANN401 - as MkDocs has them
        super().__init__(*args)
        self.RequestHandlerClass = _Handler

    def server_activate(self) -> None:
        """Listen; only then say where, for somebody may open the address at once.

        Then build once more if a file has changed since the first build began: nothing was watched.
        """
        super().server_activate()
        self._want_rebuild = True
        self.announce()

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401 - MkDocs declares no types
        """Answer GET and HEAD for a host of `_NAMES`; refuse the others."""
        if environ.get("PATH_INFO", "").startswith(ROOT):
            return self.review(environ, start_response)
        status = refusal(environ)
        if status is None:
            path = str(environ.get("PATH_INFO", ""))
            environ["PATH_INFO"] = without_site_path(path, self.site_path())
            return super().serve_request(environ, start_response)
        start_response(status, [("Content-Type", "text/plain"), ("Allow", "GET, HEAD")])
        return [status.encode()]


def without_site_path(path: str, site_path: str) -> str:
    """Return a path relative to the site's root: the 404 page uses absolute paths.

    `site_path` is the path of the site's address, without a trailing slash.
    """
    return path.removeprefix(site_path) if path.startswith(f"{site_path}/") else path


def refusal(environ: Mapping[str, object]) -> str | None:
    """Return the HTTP status with which a WSGI request is refused, None if it is answered."""
    if "\0" in str(environ.get("PATH_INFO", "")):  # no file has such a name
        return "400 Bad Request"
    if environ.get("REQUEST_METHOD") not in {"GET", "HEAD"}:
        return "405 Method Not Allowed"
    host = _PORT.sub("", str(environ.get("HTTP_HOST", ""))).lower()
    return None if host in _NAMES else "421 Misdirected Request"


class ServedProject:
    """A project that is built again when its files differ from those of the last build."""

    def __init__(self, options: Options, console: Console, session: ReviewSession) -> None:
        self.options = options
        self._session = session
        self._console = console
        self._seen: dict[Path, int] = {}
        self.site_path = ""  # of the site's address

    def build(self) -> None:
        """Build, unless only the last build itself has changed files; print errors."""
        before = self._state()
        if before == self._seen:
            return
        report = Report()
        self._session.build_begins()
        try:
            build(self.options, report, self._console.progress)
            self._session.build_found(report.problems)
            self.site_path = self._site_path()  # the settings may be unreadable by now
        except DigestError as error:
            self._console.error(str(error))
        except OSError as error:
            self._console.error(refused(error))
        except Exception as error:  # noqa: BLE001 - the next change may fix it
            self._console.error(fault(error))
        show(report, self._console)
        self._seen = self._built_from(before)

    def _site_path(self) -> str:
        project = self.options.project
        address = site_address(project, load_settings(project))
        return urlsplit(address or "").path.rstrip("/")

    def not_found(self, code: int) -> bytes | None:
        """Return the site's 404 page, None for other status codes."""
        page = self.options.site / "404.html"
        return page.read_bytes() if code == 404 and page.is_file() else None

    def _built_from(self, before: Mapping[Path, int]) -> dict[Path, int]:
        """Return the files' state before the build, updated where the build wrote or removed them.

        A file that somebody else changed during the build keeps its old state, so that the change
        triggers another build.
        """
        content = self.options.project / CONTENT
        manifest = load_manifest(content)
        written = {content / path for path in (MANIFEST, RECORD, *pages_as_written(content))}
        recorded = dict.fromkeys((content / path for path in manifest.pages), 0)
        now = self._state()
        removed = {
            file
            for file in before.keys() - now.keys()
            if file.is_relative_to(content) and file not in recorded
        }
        found = {file: time for file, time in before.items() if file not in removed}
        return recorded | found | {file: time for file, time in now.items() if file in written}

    def _state(self) -> dict[Path, int]:
        """Return the modification time of each watched file, in nanoseconds."""
        roots = [self.options.project / name for name in _WATCHED]
        times = {}
        for file in (file for root in roots for file in (root, *root.rglob("*"))):
            with contextlib.suppress(FileNotFoundError):  # gone since it was listed
                if file.is_file():
                    times[file] = file.stat().st_mtime_ns
        return times
