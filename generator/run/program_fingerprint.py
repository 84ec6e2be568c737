"""The program's own files and libraries, on which results depend."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
_OWN = "briefing-digest"
# The folder that describes an installed package ("Recording installed projects", PyPA). It has the
# version in its name; `importlib.metadata` would parse the whole description of each package.
_INSTALLED = re.compile(r"(.+)-([^-]+)\.dist-info")
_NEEDED = re.compile(r"^Requires-Dist: ([\w.-]+)(?!.*extra ==)", re.MULTILINE)
_SEPARATORS = re.compile(r"[-_.]+")


@cache
def libraries() -> tuple[tuple[str, str], ...]:
    """Return the names and versions of Python and of the libraries that the program needs."""
    installed = {_plain(name): (version, path) for name, version, path in _installed()}
    _, own = installed.get(_plain(_OWN), ("", None))
    # Without a description of its own, it is run from its folder.
    needed = _NEEDED.findall((own / "METADATA").read_text("utf-8")) if own else []
    python = ".".join(map(str, sys.version_info[:2]))
    versions = ((name, installed.get(_plain(name))) for name in needed)
    return (
        ("python", python),
        *sorted((name, found[0] if found else _version(name)) for name, found in versions),
    )


def _installed() -> Iterator[tuple[str, str, Path]]:
    """Yield the installed packages with their versions; of two, the later one is imported."""
    for folder in reversed(sys.path):
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - names suffice
        except OSError:  # an archive, or a folder that does not exist
            continue
        for name in names:
            if found := _INSTALLED.fullmatch(name):
                yield found[1], found[2], Path(folder, name)


def _version(name: str) -> str:
    """Return the version of a package that is installed in another way, such as an archive."""
    from importlib import metadata  # noqa: PLC0415 - hardly ever needed

    return metadata.version(name)


def _plain(name: str) -> str:
    return _SEPARATORS.sub("-", name).lower()
