"""Build, serve on localhost, and build again when a file changes."""

from __future__ import annotations

import argparse
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator.models import DigestError
from generator.pipeline import CONTENT, SEEDS, Options, build
from generator.run.console import Console
from generator.run.report import Report
from generator.verbs.build import options_of, show

_WATCHED = (SEEDS, CONTENT, "site_config", "mkdocs.yml")
_LAST_PORT = 65535


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what only `serve` knows."""
    parser.add_argument(
        "--port", type=_port, default=8000, help="port on localhost (default: 8000)"
    )
    parser.add_argument("--open", action="store_true", help="open the browser")


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number up to {_LAST_PORT}")
    return int(text)


def run(args: argparse.Namespace, console: Console) -> int:
    """Serve until interrupted."""
    project = _Project(options_of(args), console)
    project.build()
    server = LiveReloadServer(project.build, "127.0.0.1", args.port, str(project.options.site))
    server.error_handler = project.not_found
    for name in _WATCHED:
        if (project.options.project / name).exists():
            server.watch(str(project.options.project / name))
    console.say(f"Serving on http://127.0.0.1:{args.port}/ (stop with Ctrl-C)", "bold")
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
    return 0


class _Project:
    """Builds when something differs from what the last build left behind."""

    def __init__(self, options: Options, console: Console) -> None:
        self.options = options
        self._console = console
        self._seen: dict[Path, int] = {}

    def build(self) -> None:
        """Build, unless only the last build itself has changed files; errors are shown."""
        if self._state() == self._seen:
            return
        report = Report()
        try:
            build(self.options, report, self._console.progress)
        except DigestError as error:
            self._console.error(str(error))
        show(report, self._console)
        self._seen = self._state()

    def not_found(self, code: int) -> bytes | None:
        """Return the site's own page for an address that does not exist."""
        page = self.options.site / "404.html"
        return page.read_bytes() if code == 404 and page.is_file() else None

    def _state(self) -> dict[Path, int]:
        roots = [self.options.project / name for name in _WATCHED]
        found = [file for root in roots for file in (root, *root.rglob("*")) if file.is_file()]
        return {file: file.stat().st_mtime_ns for file in found}
