"""What a style sheet, or a style attribute, would make a browser load or run. Pure.

Comments, texts in quotation marks and `url(…)` are distinguished as CSS specifies, escapes
included (CSS Syntax Level 3, section 4). Any text in quotation marks may be an address, as in
`@import`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ESCAPE = r"\\(?:[0-9a-fA-F]{1,6}\s?|[^0-9a-fA-F])"
_TOKEN = re.compile(
    r"/\*.*?(?:\*/|\Z)"
    rf"|\"(?P<double>(?:[^\"\\\n]|{_ESCAPE})*)[\"\n]?"
    rf"|'(?P<single>(?:[^'\\\n]|{_ESCAPE})*)['\n]?"
    rf"|(?P<name>(?:[\w-]|{_ESCAPE})+)(?:\(\s*(?P<bare>(?:[^\s\"'()\\]|{_ESCAPE}|\s(?!\s*\)))*))?",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(\n)|(.))", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_RUNS = re.compile(
    r"expression\s*\(|-moz-binding|javascript:|(?<![\w-])behavior\s*:", re.IGNORECASE
)


def addresses(style: str) -> Iterator[str]:
    """Yield possible addresses in a style sheet: texts in quotation marks, and `url(…)`."""
    for token in _TOKEN.finditer(style):
        text = token["double"] or token["single"]
        if text is None and token["bare"] and _plain(token["name"]).lower() in {"url", "src"}:
            text = token["bare"]
        if text:
            yield _plain(text)


def runs_code(style: str) -> bool:
    """Return whether a style contains what some browser runs, or used to run, as code."""
    return _RUNS.search(_plain(_COMMENT.sub("", style))) is not None


def _plain(text: str) -> str:
    return _ESCAPED.sub(_unescaped, text)


def _unescaped(match: re.Match[str]) -> str:
    number, line_end, sign = match.groups()
    if number:
        return chr(min(int(number, 16), 0x10FFFF))
    return "" if line_end else str(sign)
