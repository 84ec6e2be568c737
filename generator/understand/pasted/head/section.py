"""The section of an article, by the way that a page shows to it above its headline. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.understand.dates.months import unaccented
from generator.understand.lines.drop_reasons import kind
from generator.understand.vocabulary.page_words import coverage, tokens
from generator.understand.vocabulary.phrases import known

_MENU = 4  # lines above the headline from which on it stands in a page, not at the top of a text
_ABOVE = 5  # lines above the headline on which the way to it stands
_NEAR = 3
_TOP = 16  # lines above the headline on which the path may name the article itself
_WORDS = 4  # of a section's name
_LONGEST = 40  # characters
_WAY = re.compile(r"\s?[>›»]\s?|\s/\s|\|")
_ABBREVIATED = re.compile(r"(?:\w\.){2,}")
_HERE = frozenset(  # steps that say nothing of the subject
    re.findall(
        r"\S+",
        "正文 本文 article artikel news home wiadomości nachrichten noticias notícias новости "
        "haberler haberleri nieuws nyheter nyheder actualités actualité yangiliklar notizie",
    )
)


def section(lines: Sequence[str], title: int, outlet: str) -> tuple[str, int] | None:
    """Return the section's name and its line; None if the page does not show it.

    It is the last step of a path ("Courier > World > Americas"), or the nearest line above the
    headline that the page's menu holds, too, or that is made of sections' words.
    """
    if title < _MENU:
        return None
    low = [unaccented(line.lower()) for line in lines[: title + 1 + _NEAR]]
    names = {line for line in low[:2] if known(line) < 1} | {unaccented(outlet.lower())}
    for at in range(title + 1, min(len(low), title + 1 + _NEAR)):
        if _may_be(lines[at]) and low[at] in low[:title] and low[at] not in names:
            return lines[at], at
    above = range(title - 1, title - 1 - _ABOVE, -1)
    for at in range(title - 1, max(-1, title - _TOP), -1):
        if title - at > _NEAR and not lines[at].endswith(f"|{lines[title]}"):
            continue
        if step := _last_step(lines[at], lines[title]):
            return step, at
    may = [at for at in above if _may_be(lines[at]) and lines[at] != lines[title]]
    held = [at for at in may if low[:title].count(low[at]) > 1 and low[at] not in names]
    told = held[0] if held else _known(lines, title, may)
    return None if told is None else (lines[told].strip(" /›>|"), told)


def _known(lines: Sequence[str], title: int, may: Sequence[int]) -> int | None:
    """Return the line near the headline, of those that `may` be, with words that sections have."""
    told = next((at for at in may[:2] if known(lines[at]) == 1), None)
    if told is None or any(map(kind, lines[told + 1 : title])):
        return None
    if all(known(line) == 1 for line in lines[told - _NEAR : told]):
        return None  # the end of a menu
    return may[0] if told == title - 2 and may[0] == title - 1 else told  # "Sport", "Rowing"


def ends_menu(lines: Sequence[str], at: int) -> bool:
    """Tell the last of a menu's words from a section's name: one word, below others such."""
    run = lines[max(0, at - _NEAR) : at + 1]
    return len(run) > _NEAR and all(len(line) < _LONGEST / 2 for line in run) and " " not in run[-1]


def _last_step(line: str, headline: str) -> str:
    steps = [step for step in map(str.strip, _WAY.split(line)) if step]
    if steps and line[0] in "/›>" and len(steps) == 1 and _may_be(steps[0]):
        return steps[0]
    if len(steps) < 2 or (len(steps) < 3 and not re.search(r"[>›»|/]", line)):
        return ""
    left = [step for step in steps if step != headline and step.lower() not in _HERE]
    last = left[-1] if left else ""
    return last if last and all(map(_may_be, left[1:] or left)) else ""  # the first may be "Home"


def _may_be(line: str) -> bool:
    line = line.strip(" /›>|")
    words = tokens(line)
    fits = 0 < len(words) <= _WORDS and len(line) < _LONGEST and not any(map(str.isdigit, line))
    if not fits or not line[0].isalpha():
        return False
    if line[-1] in ":?!.…" and not _ABBREVIATED.fullmatch(line):
        return False
    shares = coverage(line, words)
    shares.pop("ago", None)  # one sign of it stands in many words of Korean
    return known(line) == 1 or max(shares.values(), default=0) < 0.5
