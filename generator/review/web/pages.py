"""The HTML of the review pages, from the templates beside this module; all values are escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_HERE = Path(__file__).parent
ASSETS = {
    "icon.svg": "image/svg+xml",
    "review.css": "text/css; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
}


def page(template: str, **values: object) -> str:
    """Return a rendered template."""
    return _environment().get_template(template).render(**values)


def asset(name: str) -> tuple[bytes, str]:
    """Return a style sheet, script or icon of the pages, and its media type."""
    return (_HERE / "assets" / name).read_bytes(), ASSETS[name]


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
