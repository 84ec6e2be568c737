"""Space that templates need to be read, and pages do not."""

from __future__ import annotations

import re

from jinja2 import Environment
from jinja2.ext import Extension

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_KEPT = re.compile(r"<(?:pre|textarea)\b", re.IGNORECASE)


class _Unindented(Extension):
    """Reads templates without the indentation of their lines."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's signature
        """Return a template as it is compiled; space in a `<pre>` would be shown."""
        return source if _KEPT.search(source) else _INDENTATION.sub("", source)


def save_space(env: Environment) -> None:
    """Let templates leave no space on pages where tags were: it would be a third of a page."""
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(_Unindented)
