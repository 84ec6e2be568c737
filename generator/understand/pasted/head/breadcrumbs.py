"""Breadcrumb trails, the steps to a page in its site: "Home > World > Americas". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from generator.credits import is_caption
from generator.understand.pasted.head.facts import Head
from generator.understand.vocabulary import section_words
from generator.understand.vocabulary.head_phrases import known
from generator.understand.vocabulary.page_words import tokens, top_share
from generator.understand.vocabulary.people import people

EDGES = " /›>»|→:：–—-•·"  # signs around a section's name
LONGEST = 60  # characters of it
_WORDS = 5  # of it
_ABOVE = 6  # lines above the headline on which a trail is
_TOP = 24  # … where it ends with the headline
_BELOW = 3  # lines below the headline, where it ends with it
_HOME, _SITES = 3, 3  # steps below "Home", below the site's name, that are in lines
_STACKED = 40  # characters of such a step
_LONG_TRAIL = 120  # characters of a trail without the headline
_STEP = 12  # characters: a shorter headline ends a line by accident
_STEPS = 6  # of a trail: a line of more is a menu
GLUED_STEPS = 3  # more of them, without "Home" or the headline, are a list of topics
_TRAIL = re.compile(r"\s?[>›»→❯]\s?|\s/\s|\s?\|\s?|\s[•·]\s")
_SLASH = re.compile(r"\s?/\s?")  # "Home/World/Americas"
_ARROW = re.compile(r"[>›»→❯]")
GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-ÞŚŻŹČŠŽА-Я])")  # "WorldAsia"
_ABBREVIATED = re.compile(r"(?:\w\.){2,}")
_STARTS = re.compile(r"[^\W_]|[\"“„«»'‘]\s?[^\W_]")
_ENDS = ")\"“”«»‘’'&+*"  # signs with which a section's name may end
_SITE = re.compile(r"(?:www\.)?[\w-]{2,30}\.[A-Za-z]{2,4}")


def last_steps(head: Head, outlet: str) -> Iterator[tuple[str, int]]:
    """Yield the last steps of a page's breadcrumb trails, each with the index of its line.

    A trail is in one line, in lines below one that says so ("You are here"), or in lines below
    each other that begin with "Home" or the site's name (`outlet`, "" for none).
    """
    yield from chain(_in_line(head), _named(head), _stacked(head, outlet))


def may_be(line: str) -> bool:
    """Return whether a phrase may be a section's name or a kicker by its words."""
    line = line.strip(EDGES)
    if not _has_form(line) or section_words.is_page(line):
        return False
    if known(line) == 1:
        return True
    # One sign of "ago" is in many words of Korean.
    return not line[0].islower() and top_share(line, tokens(line), but="ago") < 0.5


def _has_form(line: str) -> bool:
    """Return whether a phrase has the length and the signs of a section's name."""
    if not 1 < len(line) < LONGEST or not 0 < len(tokens(line)) <= _WORDS:
        return False
    if not (line[-1].isalnum() or line[-1] in _ENDS) and not _ABBREVIATED.fullmatch(line):
        return False
    has_letters = any(map(str.isalpha, line)) and sum(map(str.isdigit, line)) <= 2
    return has_letters and bool(_STARTS.match(line))


def _in_line(head: Head) -> Iterator[tuple[str, int]]:
    """Yield the last steps of breadcrumb trails: "Home > World > Americas"."""
    headline = head.lines[head.title]
    near = range(head.title + 1, min(head.title + 1 + _BELOW, len(head.lines)))
    for at in (*near, *range(head.title - 1, max(-1, head.title - _TOP), -1)):
        line = head.lines[at]
        ends = _ends_with_headline(line, headline)
        is_near = _is_near(line, at - head.title)
        if line == headline or is_caption(line) or not (is_near or ends):
            continue
        trail = line.removesuffix(headline).rstrip() if ends else line
        if len(trail) <= _LONG_TRAIL and (step := _last_step(trail, headline, ends=ends)):
            yield step, at


def _is_near(line: str, distance: int) -> bool:
    """Return whether a line is close to the headline, or begins with "Home" and a sign.

    `distance` is that from the headline. "Home Repair" far above it is an item of a menu.
    """
    if -_ABOVE <= distance < 0:
        return True
    first = line.split(maxsplit=1)[0]
    rest = line[len(first) :]
    is_parted = not rest or bool(_TRAIL.match(rest) or rest.startswith("/"))
    return section_words.is_home(first) and (is_parted or distance > 0)


def _ends_with_headline(line: str, headline: str) -> bool:
    """Return whether a line is a trail with the headline as its last step."""
    ends = len(line) > len(headline) > _STEP and line.endswith(headline)
    return ends and line[-len(headline) - 1] not in "-("


def _last_step(line: str, headline: str, *, ends: bool) -> str:
    """Return the last step of a trail that names a subject, "" where the line is not a trail.

    `ends` is whether the headline followed in the line; steps may be glued together then.
    """
    arrow = line[:1] in "/›>→»"
    steps = _steps(line, split_glued=not arrow, ends=ends)
    home = any(map(section_words.is_home, steps[:1]))
    marked = arrow or home or ends
    if not _may_be_trail(steps, headline, marked=marked, home=home):
        return ""
    named = _without_writers(steps)
    marked = marked or len(named) < len(steps)
    *above, last = _subjects(named) or [""]
    if not last or not may_be(last):
        return ""
    last = _without_news(last)
    if arrow and len(steps) == 1 and known(last) < 1:
        return ""  # a button: "/ Press enter to search"
    parted = len(steps) > 1 and (ends or bool(_ARROW.search(line)))
    sure = home or arrow or parted
    return last if _is_section(last, above, marked=marked, sure=sure) else ""


def _subjects(steps: Sequence[str]) -> list[str]:
    """Return the steps that name a subject, unlike "Home"."""
    return [step for step in steps if not section_words.is_generic(step)]


def _without_writers(steps: Sequence[str]) -> Sequence[str]:
    """Return steps without the writers behind a section: "Politics · A. Writer, B. Writer"."""
    *above, last = steps
    section = next(iter(_subjects(above[-1:])), "")  # "Home / Criminal Justice": no writer
    is_named = known(section) == 1 > known(last) and bool(people(last, (), strict=True))
    return above if is_named else steps


def _without_news(step: str) -> str:
    """Return a step without the word for news that a site glued before it: "News Local News"."""
    first, _, rest = step.partition(" ")
    is_news = section_words.is_news(first) and " " in rest and known(rest) == 1
    return rest if is_news else step


def _is_section(last: str, above: Sequence[str], *, marked: bool, sure: bool) -> bool:
    """Return whether a trail's last step is a section: a known one, or one by the steps above."""
    if known(last) == 1:
        return bool(above) or marked
    return (sure or any(known(step) == 1 for step in above)) and all(map(may_be, above))


def _may_be_trail(steps: Sequence[str], headline: str, *, marked: bool, home: bool) -> bool:
    """Return whether steps are a trail by their number, and no title of a window."""
    if not 0 < len(steps) <= _STEPS or not (marked or len(steps) > 1):
        return False
    return home or not _is_window_title(steps, headline)


def _steps(line: str, *, split_glued: bool, ends: bool) -> list[str]:
    """Return the steps of a trail in a line; a single step may be several glued together."""
    sign = _SLASH if section_words.is_home(line.partition("/")[0]) else _TRAIL
    steps = [step.strip(EDGES) for step in sign.split(line) if step.strip(EDGES)]
    return _apart(steps[0], ends=ends) if len(steps) == 1 and split_glued else steps


def _is_window_title(steps: Sequence[str], headline: str) -> bool:
    """Return whether a step is the beginning of the headline, as in a window's title."""
    return any(headline.startswith(step) and len(step) > _STEP for step in steps)


def _apart(trail: str, *, ends: bool) -> list[str]:
    """Return the steps of a trail that were glued together ("HomeWorldAsia"), or run on in a line.

    `ends` is whether the headline followed in the line. Without it, and without "Home", glued
    names are a trail only if they are few, and all sections' names.
    """
    steps = GLUED.split(trail)
    if _is_glued_trail(steps, ends=ends):
        return steps
    first, _, rest = trail.partition(" ")
    if not section_words.is_home(first) or not 0 < len(rest.split()) <= _WORDS:
        return [trail]
    topic, *more = rest.split()
    if topic in more:  # "Home Health Health News"
        return [first, topic, " ".join(more[more.index(topic) :])]
    return [first, topic if known(topic) == 1 and known(rest) < 1 and "&" not in rest else rest]


def _is_glued_trail(steps: Sequence[str], *, ends: bool) -> bool:
    if len(steps) > 1 and section_words.is_home(steps[0]):
        return True
    if len(steps) > 2 and ends:
        return True
    return 1 < len(steps) <= GLUED_STEPS and all(map(known, steps))


def _named(head: Head) -> Iterator[tuple[str, int]]:
    """Yield the last of the lines below one that says that a trail follows: "You are here"."""
    for at in range(max(0, head.title - _TOP), head.title):
        if not section_words.says_here(head.lines[at]):
            continue
        steps = []
        for step in range(at + 1, min(head.title, at + 1 + _STEPS)):
            name = head.lines[step].strip(EDGES)
            if section_words.is_generic(name):
                continue
            if not may_be(name) or len(name) > _STACKED or "," in name:
                break
            steps.append((name, step))
        yield from steps[-1:]


def _first_subject(head: Head, trail: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Yield the step of a stacked trail that is nearest to the headline and names a subject.

    It is the step above, where that is an item of the menu and what is below it a place or a topic.
    """
    steps = [step for step in trail if not section_words.is_generic(head.lines[step])]
    if len(steps) > 1 and known(head.lines[steps[0]]) < 1:
        above = head.lines[steps[1]]
        steps = steps[known(above) == 1 and above in head.lines[: steps[1]] :]
    yield from ((head.lines[step].strip(EDGES), step) for step in islice(steps, 1))


def _stacked(head: Head, outlet: str) -> Iterator[tuple[str, int]]:
    """Yield the last step of a trail whose steps are below each other, above the headline."""
    trail: list[int] = []
    for at in range(head.title - 1, max(-1, head.title - _ABOVE - 2), -1):
        line = head.lines[at]
        home = section_words.is_home(line)
        if home or _is_site(line, outlet):
            if len(trail) <= (_HOME if home else _SITES):
                yield from _first_subject(head, trail)
            return
        if at in head.dates or not any(map(str.isalpha, line)):
            continue
        if not _may_be_step(line):
            return
        trail.append(at)


def _may_be_step(line: str) -> bool:
    return len(line) <= _STACKED and (may_be(line) or section_words.is_generic(line))


def _is_site(line: str, outlet: str) -> bool:
    """Return whether a line is the site's name or address, the first step of many trails."""
    return bool(_SITE.fullmatch(line)) or (bool(outlet) and line.lower() == outlet.lower())
