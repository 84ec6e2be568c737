"""The program's own files and libraries, on which results depend."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def libraries() -> tuple[tuple[str, str], ...]:
    """Return the names and versions of Python and of the libraries that the program needs."""
    try:
        needed = metadata.requires("briefing-digest") or []
    except metadata.PackageNotFoundError:  # run from its folder, not installed
        needed = []
    names = (
        re.split(r"[^\w.-]", requirement)[0]
        for requirement in needed
        if "extra ==" not in requirement
    )
    python = ".".join(map(str, sys.version_info[:2]))
    return ("python", python), *sorted((name, metadata.version(name)) for name in names)
