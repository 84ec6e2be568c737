"""Text of a page that a browser printed: without the lines above and below each sheet. Pure."""

from __future__ import annotations

import re

# "10.03.26, 14:36   Headline | Outlet", "3/10/26, 2:36 PM …", and "https://outlet.example/a   1/2".
_ABOVE = re.compile(
    r"\s*\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?\s+\S.*"
)
_BELOW = re.compile(
    r"\s*(?:https?://|file:///|about:)\S+\s+(?:\D{0,10}\s)?\d{1,3}\s?/\s?\d{1,3}\s*"
)


def without_print_lines(text: str) -> str:
    """Return a text without what a browser prints on each sheet, of as many lines as before.

    Only the address with the number of the sheet shows that lines with a time are such ones.
    """
    if "://" not in text and "about:" not in text:
        return text
    lines = text.split("\n")
    if not any(map(_BELOW.fullmatch, lines)):
        return text
    printed = (_ABOVE.fullmatch(line) or _BELOW.fullmatch(line) for line in lines)
    return "\n".join("" if mark else line for mark, line in zip(printed, lines, strict=True))
