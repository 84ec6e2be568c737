"""The outlet, as a page names itself: at its top, in its window's title, in credits. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.credits import is_caption
from generator.understand.vocabulary.page_words import coverage, starts_with, tokens
from generator.understand.vocabulary.phrases import known

_TOP = 3  # lines of a page in which its name stands
_WORDS = 5  # of an outlet's name
_SURE = 2  # letters: a shorter name is no name
_HEAD = 12  # lines below the headline
_FOOT = 40  # lines at the end of a page in which it says whose it is
_GENERIC = frozenset({"the", "die", "der", "news", "zeitung", "magazine", "live", "tv"})
_ADDRESS = re.compile(r"[A-Za-z][\w\-]{1,30}\.[a-z]{2,4}")
_OWNED = re.compile(
    r"(?:©|\(c\)|copyright\b)(?:\s?©)?\s*(?:\d{4}(?:\s?[-–—]\s?\d{4})?,?)?\s*(?P<name>[^\W\d_][^.,|©·]{1,40})",
    re.IGNORECASE,
)
_WINDOW = re.compile(r"\s[|\-–—·•]\s(?P<name>[^\W\d_][^,|]{1,40})(?:, \d{1,2}\.\d{1,2}\.\d{4})?$")


def outlet(lines: Sequence[str], title: int) -> tuple[str, int] | None:
    """Return the name of the page's outlet and the line that says it; None if it is not told.

    The name at the top counts where another line calls itself so: a credit, a byline ("By A.
    Writer, Courier"), a dateline, a mark of ownership. An address ("courier.example") is a name.
    """
    return _of_window(lines, title) or _of_top(lines, title) or _of_foot(lines, title)


def _of_window(lines: Sequence[str], title: int) -> tuple[str, int] | None:
    headline = lines[title]
    for at in range(min(title, 12)):
        line = lines[at]
        if line.startswith(headline) and (match := _WINDOW.fullmatch(line[len(headline) :])):
            return match["name"].strip(), at
    return None


def _of_top(lines: Sequence[str], title: int) -> tuple[str, int] | None:
    for at in range(min(_TOP, title)):
        name = lines[at]
        if _ADDRESS.fullmatch(name):
            return name, at
        if _may_be(name) and _is_told(name, lines, at, title):
            return name, at
    return None


def _of_foot(lines: Sequence[str], title: int) -> tuple[str, int] | None:
    top = [line.lower() for line in lines[: min(title, 12)]]
    for at in range(len(lines) - 1, max(title, len(lines) - _FOOT), -1):
        match = _OWNED.match(lines[at])
        name = match["name"].strip() if match else ""
        if _may_be(name) and any(line.startswith(name.lower()) for line in top):
            return name, at
    return None


def _may_be(name: str) -> bool:
    words = tokens(name)
    if not 0 < len(words) <= _WORDS or len(name) < _SURE or known(name) == 1:
        return False
    if " " not in name and (name[0].islower() or name.lower() in _GENERIC):
        return False
    shares = coverage(name, words)
    shares.pop("minutes", None)  # outlets are named so, too
    return max(shares.values(), default=0) < 0.5


def _is_told(name: str, lines: Sequence[str], own: int, title: int) -> bool:
    whole = re.compile(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", re.IGNORECASE)
    said = re.compile(
        rf"[(=/—]\s?{re.escape(name)}\s?[)/.—\-]|— {re.escape(name)}\. |^{re.escape(name)}\s?[/—]|"
        rf"\| {re.escape(name)}$|^\S+ ?[:：] ?{re.escape(name)}$",
        re.IGNORECASE,
    )
    for at, line in enumerate(lines):
        if at == own or (at < title and line == name):
            continue
        if said.search(line[-200:] if len(line) < 200 else line[:200]):
            return True
        ours = len(line) < 300 and whole.search(line)
        signs = title < at < title + _HEAD and _signs(line)
        if ours and (signs or is_caption(line) or _OWNED.match(line)):
            return True
    return False


def _signs(line: str) -> bool:
    return starts_with("by", line) > 0 and line.count(",") > 0
