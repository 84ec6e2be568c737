"""Converts extensions of Markdown by note-taking programs to plain text. Pure.

Obsidian's flavour (help.obsidian.md/syntax): comments, marked text, links between notes, embedded
notes, callouts, ids of blocks. Comments are never published. Line ends are kept, so that each line
keeps its number; code is unchanged.
"""

from __future__ import annotations

import re

from generator.models import Dropped
from generator.text import squeeze

# The outer one counts: a comment in code is code, code in a comment is part of the comment.
_SET_APART = re.compile(
    r"(?P<code>^(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^(?P=fence)[^\n]*$|\Z)|`[^`\n]+`)"
    r"|(?P<comment>%%.*?%%|^%%.*\Z)",
    re.DOTALL | re.MULTILINE,
)
# What the program shows in the place of such code is a list of notes, or a button.
_QUERY = re.compile(r"(?:```+|~~~+)[ \t]*(?:dataview(?:js)?|tasks|query|base|button)[ \t]*\n")
_MARKED = re.compile(r"(?<![=\w])==(?=[^\s=])([^=\n]*(?:=[^=\n]+)*[^\s=])==(?![=\w])")
_EMBEDDED = re.compile(r"!\[\[[^\[\]\n]*\]\]")
_LINK = re.compile(r"\[\[([^\[\]|\n]+?)(?:\\?\|([^\[\]\n]*))?\]\](?!\()")
_CALLOUT = re.compile(
    r"^(?P<marks>(?:[ \t]*>)+[ \t]*)\[![\w-]+(?:\|[^\]\n]*)?\][+-]?[ \t]*(?P<title>[^\n]*)",
    re.MULTILINE,
)
_BLOCK_ID = re.compile(r"[ \t]+\^[\w-]+[ \t]*$", re.MULTILINE)


def plain_notes(text: str, first: int) -> tuple[str, tuple[Dropped, ...]]:
    """Return a text without these marks, and its comments; its first line is the `first`-th."""
    made: list[str] = []
    dropped: list[Dropped] = []
    end = 0
    for part in _SET_APART.finditer(text):
        made.append(_without_marks(text[end : part.start()]))
        end = part.end()
        if part["code"] is not None and not _QUERY.match(part["code"]):
            made.append(part["code"])
        else:
            made.append("\n" * part[0].count("\n"))
            line = first + text.count("\n", 0, part.start())
            reason = "query of the program" if part["code"] else "private comment"
            dropped.append(Dropped(line, squeeze(part[0]), reason))
    made.append(_without_marks(text[end:]))
    return "".join(made), tuple(dropped)


def without_links(text: str) -> str:
    """Return a text in which a link to a note, `[[Note|words]]`, is its words."""
    return _LINK.sub(_words, text)


def _without_marks(text: str) -> str:
    text = _EMBEDDED.sub("", text)
    text = without_links(text)
    text = _MARKED.sub(r"\1", text)
    text = _CALLOUT.sub(_titled, text)
    return _BLOCK_ID.sub("", text)


def _words(link: re.Match[str]) -> str:
    return str(link[2] or link[1].rpartition("/")[2].replace("#", " "))


def _titled(callout: re.Match[str]) -> str:
    """Return the first line of a callout: its title, if it has one, as a heading."""
    title = callout["title"]
    return f"{callout['marks']}###### {title}" if title else str(callout["marks"])
