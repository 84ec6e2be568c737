"""Which line of a pasted page is its headline. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from generator.furniture import recognised
from generator.source_urls import is_web
from generator.tables import load_numbers
from generator.text import ends_sentence
from generator.understand.lines.captions import captions
from generator.understand.lines.fact_lines import is_stated
from generator.understand.lines.line_features import words_of
from generator.understand.lines.model import Chances
from generator.understand.lines.publication_date import Calendar
from generator.understand.pasted.furniture_lines import is_control, is_furniture
from generator.understand.pasted.head.outlet_names import plain
from generator.understand.pasted.headline_above import (
    APART,
    TITLES,
    above,
    above_facts,
    has_facts_below,
)
from generator.understand.pasted.headline_forms import (
    LONG,
    SHORT,
    first_dates,
    fits,
    is_only_date,
    is_sentence,
    may_be_title,
    states,
)
from generator.understand.vocabulary import section_words
from generator.understand.vocabulary.head_phrases import is_outlet, is_titled
from generator.understand.vocabulary.page_words import starts_with
from generator.understand.vocabulary.people import people

NONE = -1
_TOP = 6  # lines at the top of a text pasted from its headline on
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "headline")
_CLOSE, _CLEAR, _LEAST = _TUNED["close"], _TUNED["clear"], _TUNED["least"]
_FACT, _BELOW = _TUNED["fact"], _TUNED["below"]
_NEAR = 8  # lines around a repeated headline its place alone

_MOST = _TUNED["most"]
_COLONS = (":", "：")
_STEPS = ("»", "›", ">", "|", "/")  # of the way to an article through the site
_WINDOW = re.compile(r"\s[|\-–—·•]\s\S")
_NAME = 3  # words of an outlet's name
_SITE = 5  # words of a site's name
_MASTHEAD = _TUNED["masthead"]
_ITEM = 2  # words of an item of a menu
_SENTENCE = 60  # characters of a sentence that names the site
_BUTTON = 3  # words of a button with which a longer line begins
_BUTTONS = 2  # right below a site's name: "Subscribe", "Sign in"
_MENU, _MENU_END = 3, 24  # items that make a menu; lines in which it ends
_MENU_FULL = 120  # lines of a menu between the window's title and the headline
_SECOND = _TUNED["second"]
_BELOW_DATE = 2  # lines from the date to a headline below it
_PICTURE_OF = re.compile(
    r"\d{1,3} (?:of|von|de|di|van|av|af|z) \d{1,3}|\d{1,3} ?/ ?\d{1,3}"
)  # "1 of 3"
_CUT = re.compile(r"\s?(?:\.\.\.|…)$")


def headline(lines: Sequence[str], chances: Chances, calendar: Calendar) -> tuple[int, int | None]:
    """Return the index of the headline, and of another line that may be it (None: no doubt).

    The index is `NONE` for a text that begins without a headline.
    """
    first = next((at for at, chance in enumerate(chances.body) if chance > 0.5), len(lines))
    weights = _weights(lines, chances, calendar)
    best = max(range(len(lines)), key=lambda at: (weights[at], -at))
    if first <= _TOP + 4:
        best = _of_top(lines, min(first, _TOP), best, weights[best], calendar)
    if best == 0 and (weights[0] < _MASTHEAD or _is_named_again(lines)):
        best = _below_masthead(lines, weights, calendar)
    best = _of_head(lines, _inside(lines, above(lines, best, weights, calendar)), first, calendar)
    best = _in_full(lines, above_facts(lines, best, calendar))
    if best == 0 and is_sentence(lines[0]) and (chances.body[0] > 0.5 or _is_all_text(lines)):
        return NONE, None
    return best, _rival(lines, best, weights)


def _of_head(lines: Sequence[str], best: int, first: int, calendar: Calendar) -> int:
    """Return the copy of a headline that has the date or the writer below it, if one alone has.

    Another may be the last step of the way through the site, with a menu between them.
    """
    copies = [at for at in range(best + APART, first) if lines[at] == lines[best]]
    is_head = [has_facts_below(lines, at, calendar) for at in (best, *copies)]
    return copies[is_head.index(True) - 1] if any(is_head) and not is_head[0] else best


def _in_full(lines: Sequence[str], best: int) -> int:
    """Return the line that goes on where a headline was cut off: "Bridge closes after…"."""
    cut = _CUT.sub("", lines[best])
    if cut == lines[best]:
        return best
    whole = (at for at, line in enumerate(lines) if line.startswith(cut) and len(line) > len(cut))
    return next((at for at in whole if not _CUT.search(lines[at])), best)


def _rival(lines: Sequence[str], best: int, weights: Sequence[float]) -> int | None:
    """Return another line that is nearly as likely to be the headline."""
    least = max(0.3, _CLOSE * weights[best])
    likely = [at for at in range(len(lines)) if weights[at] > least]
    others = [at for at in likely if lines[best] not in lines[at]]
    return max(others, key=lambda at: (weights[at], -at), default=None)


def _weights(lines: Sequence[str], chances: Chances, calendar: Calendar) -> list[float]:
    """Return the chances of a headline, those of its copies together.

    They are less for facts, pictures' captions, running text and what is far below.
    """
    end = _end(lines, chances.body)
    pictures = captions(lines)
    copies: defaultdict[str, float] = defaultdict(float)
    for line, weight in zip(lines, chances.title, strict=True):
        copies[line] += weight
    weights: list[float] = []
    for at, line in enumerate(lines):
        weight = copies[line]
        other = weight > _LEAST and (
            at in pictures
            or bool(recognised(line))
            or (at and _PICTURE_OF.fullmatch(lines[at - 1]) is not None)
            or (at == 0 and _is_button(line))
            or _is_other(line, weight, chances.body[at] > 0.5)
            or states(line, calendar)
        )
        weight = 0.0 if other and is_only_date(line, calendar) else weight
        weights.append(weight * (_FACT if other else 1) * (1 if at < end else _BELOW))
    return weights


def _is_button(line: str) -> bool:
    """Return whether a page's first line is or begins with a button: "Skip to the content"."""
    return is_control(line) or starts_with("control", line) >= _BUTTON


def _is_other(line: str, weight: float, is_body: bool) -> bool:  # noqa: FBT001
    """Return whether a line is running text, which only a high chance makes a headline."""
    if is_body and is_sentence(line):
        return True
    ends = is_body and line.endswith(".")
    return weight < _CLEAR and (ends or not (fits(line) and _has_words(line)))


def _is_all_text(lines: Sequence[str]) -> bool:
    """Return whether the first line is the only one that may be running text."""
    return not any(len(line) > LONG or ends_sentence(line) for line in lines[1:])


def _has_words(line: str) -> bool:
    """Return whether a line has two words or more (signs, in a script without spaces)."""
    return len(words_of(line)) > 1


def _inside(lines: Sequence[str], best: int) -> int:
    """Return the line that the best one repeats with something before it or behind it.

    "Subject: headline" stays whole; the way to it through the site ("HomeNewsHeadline") does not.
    """
    whole = lines[best]
    end = best + (_MENU_FULL if best <= _TOP and _WINDOW.search(whole) else _NEAR)
    for at in range(best + 1, min(len(lines), end)):
        is_far = at >= best + _NEAR and len(lines[at]) < _MOST * len(whole)
        is_part = len(lines[at]) > SHORT and not is_far
        if is_part and _WINDOW.match(whole.removeprefix(lines[at])):
            return at  # what the window's title line adds is the outlet's name
    end = best + _NEAR if best > _TOP else best
    for at in range(max(0, best - _NEAR), min(len(lines), best + _NEAR)):
        if _is_repeated(lines[at], whole, may_be_part=at < end):
            return at
    return best


def _is_repeated(line: str, whole: str, *, may_be_part: bool) -> bool:
    """Return whether a longer line is a headline with the way to it through the site before it.

    With `may_be_part`, it may also have something else before the headline or behind it.
    """
    if not SHORT < len(line) < len(whole) or is_stated(line) or not fits(line):
        return False
    before = whole[: -len(line)].rstrip() if whole.endswith(line) else ""
    if before.endswith(_STEPS) or starts_with("control", before) > 0:
        return True
    is_most = len(line) > _MOST * len(whole) and not before.endswith(_COLONS)
    return may_be_part and is_most and bool(before or whole.startswith(line))


def _end(lines: Sequence[str], body: Sequence[float]) -> int:
    """Return the index of the line before which a seventh of the text has passed."""
    sizes = [len(line) * (chance > 0.5) for line, chance in zip(lines, body, strict=True)]
    passed, total = 0, sum(sizes)
    for at, size in enumerate(sizes):
        if passed * 7 > total:
            return at
        passed += size
    return len(lines)


def _of_top(lines: Sequence[str], end: int, best: int, weight: float, calendar: Calendar) -> int:
    """Return the best line, or the longest of the top that may be a headline.

    In a text pasted from its headline on, that is above the lines of date and names.
    """
    head = first_dates(lines, 1, min(end, len(lines)), calendar)
    above = _longest(lines, head, calendar) if head else None
    is_below = head < best <= head + _BELOW_DATE
    if above is not None and not (is_below and _is_of_head(lines, above)):
        return best if best < head and weight > _FACT else above
    top = _longest(lines, end, calendar)
    return top if top is not None and weight < _CLEAR else best


def _is_of_head(lines: Sequence[str], at: int) -> bool:
    """Return whether a line above a date is a name, or at best a kind of news: "News"."""
    line = lines[at]
    return _is_name(line) or section_words.is_generic(line) or (at == 0 and _is_named_again(lines))


def _below_masthead(lines: Sequence[str], weights: Sequence[float], calendar: Calendar) -> int:
    """Return the headline below a site's name and the items of its menu, 0 if there is no menu.

    It is above the first line of date or names.
    """
    head = first_dates(lines, 2, min(_MENU_END, len(lines)), calendar)
    menu, is_named = lines[1 : head - 1], _is_named_again(lines)
    if not head or not (_is_site(lines[0], menu) or (is_named and _begins_with_menu(menu))):
        return 0
    fit = _titles_beside(lines, head, calendar)
    named = [at for at in fit if not people(lines[at], (), strict=True)]
    best = max(named or fit, key=lambda at: (weights[at], -at), default=0)
    return best if is_named or weights[best] > _SECOND * weights[0] else 0


def _is_named_again(lines: Sequence[str]) -> bool:
    """Return whether the first line is a name that a sentence has again, as none has a headline."""
    name = plain(lines[0])
    return len(name.split()) <= _SITE and any(
        ends_sentence(line) and name in line for line in lines[1:] if len(line) > _SENTENCE
    )


def _titles_beside(lines: Sequence[str], head: int, calendar: Calendar) -> list[int]:
    """Return the lines above a line of date or names that may be headlines, else the one below."""
    near = range(max(1, head - TITLES), head)
    below = (at for at in range(head + 1, len(lines)) if any(map(str.isalpha, lines[at])))
    above = [at for at in near if may_be_title(lines[at], calendar)]
    return above or [at for at in islice(below, 1) if may_be_title(lines[at], calendar)]


def _is_site(line: str, below: Sequence[str]) -> bool:
    """Return whether a line is a site's name or address: an address or a menu is below it."""
    first, *others = line.split()
    if is_web(f"https://{first}") and (not others or _begins_with_menu(below)):
        return True
    is_name = len(line.split()) <= _SITE and (is_titled(line) or is_outlet(line))
    return is_name and _begins_with_menu(below)


def _begins_with_menu(lines: Sequence[str]) -> bool:
    """Return whether lines have several items of a menu, an address, or begin with buttons."""
    items = [item for item in lines if len(item.split()) <= _ITEM or is_furniture(item)]
    if len(items) >= _MENU or any("://" in item for item in lines):
        return True
    return len(lines) >= _BUTTONS and all(map(is_control, lines[:_BUTTONS]))


def _is_name(line: str) -> bool:
    """Return whether a line above the date is an outlet's name rather than a headline."""
    words = line.split()
    return len(words) == 1 or (len(words) <= _NAME and is_outlet(line) and is_titled(line))


def _longest(lines: Sequence[str], end: int, calendar: Calendar) -> int | None:
    fit = [
        at
        for at in range(min(max(1, end), len(lines)))
        if fits(lines[at]) and not states(lines[at], calendar)
    ]
    return max(fit, key=lambda at: (len(lines[at]), -at), default=None)
