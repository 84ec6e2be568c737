"""A brief as PDF, printed by Chromium or Chrome if one is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from generator.export.brief import Brief
from generator.export.render import html
from generator.models import DigestError

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SECONDS = 120  # that the browser may take to print


class NoBrowser(DigestError):
    """No browser that can print is installed, or printing failed."""


def pdf(brief: Brief) -> bytes:
    """Return the PDF, which contains the time of printing; `NoBrowser` says what to do instead."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        raise NoBrowser(
            "PDF needs Chromium or Chrome, and none is on the PATH. Install one, or export "
            "--to html and print that file from a browser."
        )
    with tempfile.TemporaryDirectory() as folder:
        page, made = Path(folder, "brief.html"), Path(folder, "brief.pdf")
        page.write_text(html(brief), encoding="utf-8")
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={made}",
            page.as_uri(),
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # Chromium refuses to run as root with it
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        except subprocess.TimeoutExpired:
            raise NoBrowser(
                f"{browser}: did not print the page within {_SECONDS} seconds."
            ) from None
        if not made.is_file():
            printed = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            raise NoBrowser(f"{browser}: did not print the page. {' '.join(printed)}")
        return made.read_bytes()
