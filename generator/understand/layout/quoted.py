"""Text that mail quotes, with ">" before each of its lines, without that mark. Pure."""

from __future__ import annotations

import re

_MARK = re.compile(r"[ \t]*>[ \t]?")
_LEAST = 4  # lines


def unquoted(text: str) -> str:
    """Return a text without the marks of a quotation, if all of its lines have them."""
    while text.lstrip().startswith(">"):
        lines = text.split("\n")
        full = [line for line in lines if line.strip()]
        if len(full) < _LEAST or not all(map(_MARK.match, full)):
            return text
        text = "\n".join(_MARK.sub("", line, count=1) for line in lines)
    return text
