"""Removes what makes templates readable but pages do not need: space, end tags, quotation marks.

In the digest's own templates a line break between tags is never a space: a space that is to be seen
is written in the line. HTML closes the items of a list where the next one begins or the list ends,
and a paragraph where a block begins or ends. A value needs no quotation marks if it is a word.
"""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment
from jinja2.ext import Extension

from generator.site.theme import THEME

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_KEPT = re.compile(r"<(?:pre|textarea)\b", re.IGNORECASE)
_BETWEEN_TAGS = re.compile(r"(?<=[>}])\n+(?=[<{])|\n+\Z")
_BLOCK = (
    "article|aside|blockquote|details|div|dl|figcaption|figure|footer|form|h[1-6]|h(?={)|header|li"
    "|main|nav|ol|p|section|table|ul"
)
_OPTIONAL = re.compile(rf"</(?:li|dt|dd)>|</p>(?=(?:\{{%[^%]*%\}})*</?(?:{_BLOCK})\b)")
_QUOTED = re.compile(
    r'(?<= )(class|for|name|property|rel|role|type|data-[\w-]+|aria-\w+)="([\w-]+)"(?=[ >{])'
)


class _Shortened(Extension):
    """A Jinja extension that shortens templates before they are compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's signature
        """Return a template without indentation; one with `<pre>`, where it shows, is unchanged."""
        if _KEPT.search(source):
            return source
        source = _INDENTATION.sub("", source)
        if filename and Path(filename).is_relative_to(THEME):
            source = _OPTIONAL.sub("", _BETWEEN_TAGS.sub("", source))
            source = _QUOTED.sub(r"\1=\2", source)
        return source


def save_space(env: Environment) -> None:
    """Remove the space that template tags leave on pages, which would be a third of a page."""
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(_Shortened)
