r"""Letters written as escapes of a format: "\u00e9" of JSON, "=C3=A9" of mail. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

_LEAST = 2  # escapes that show that a text was taken from such a format
_JSON = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2})?\\u[0-9a-fA-F]{4}")
_BYTES = re.compile(r"(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3})+")  # UTF-8, beyond ASCII


def unescaped(text: str) -> Callable[[str], str] | None:
    """Return a function that decodes the escapes of a text, None if it has none.

    Code has escapes as well, but not within words.
    """
    if "\\u" in text and len(_JSON.findall(text)) >= _LEAST and _are_letters(text):
        return lambda line: _JSON.sub(_of_json, line)
    if "=" in text and len(_BYTES.findall(text)) >= _LEAST:
        return lambda line: _BYTES.sub(_of_bytes, line)
    return None


def without_soft_breaks(text: str) -> str:
    """Return a text of mail without the line ends that only limit its width, of as many lines."""
    if len(_BYTES.findall(text)) < _LEAST:
        return text
    lines = text.split("\n")
    for at in reversed(range(len(lines) - 1)):
        if lines[at].endswith("="):
            lines[at], lines[at + 1] = lines[at][:-1] + lines[at + 1], ""
    return "\n".join(lines)


def _are_letters(text: str) -> bool:
    """Return whether most escapes are within or beside words."""
    within = re.findall(r"\w\\u[0-9a-fA-F]{4}|\\u[0-9a-fA-F]{4}\w", text)
    return len(within) * 2 >= len(_JSON.findall(text))


def _of_json(escape: re.Match[str]) -> str:
    written = escape[0].encode("ascii").decode("unicode-escape")
    try:
        sign = written.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:  # half of a character
        return escape[0]
    return sign if sign.isprintable() else " "


def _of_bytes(escape: re.Match[str]) -> str:
    try:
        return bytes.fromhex(escape[0].replace("=", "")).decode("utf-8")
    except UnicodeDecodeError:
        return escape[0]
