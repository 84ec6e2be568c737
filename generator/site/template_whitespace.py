"""Removes white space that makes templates readable but is not needed on pages."""

from __future__ import annotations

import re

from jinja2 import Environment
from jinja2.ext import Extension

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_KEPT = re.compile(r"<(?:pre|textarea)\b", re.IGNORECASE)


class _Unindented(Extension):
    """A Jinja extension that removes the indentation of templates' lines."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's signature
        """Return a template without indentation; one with `<pre>`, where it shows, is unchanged."""
        return source if _KEPT.search(source) else _INDENTATION.sub("", source)


def save_space(env: Environment) -> None:
    """Remove the space that template tags leave on pages, which would be a third of a page."""
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(_Unindented)
