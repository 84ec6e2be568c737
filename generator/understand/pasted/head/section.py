"""The section of an article, as its page shows it around the headline. Pure.

In the order of trust: the last step of a breadcrumb trail, what is right above the
headline, a section's name below it, a label at the text's foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from generator.credits import is_caption
from generator.months import unaccented
from generator.tables import load_numbers
from generator.understand.lines.drop_reasons import kind
from generator.understand.pasted.head.breadcrumbs import (
    EDGES,
    GLUED,
    GLUED_STEPS,
    LONGEST,
    last_steps,
    may_be,
)
from generator.understand.pasted.head.byline import says_job
from generator.understand.pasted.head.facts import PAGE, Head
from generator.understand.pasted.head.menu_labels import (
    MENU,
    agrees,
    is_label,
    is_repeated,
    items_above,
)
from generator.understand.pasted.head.phrases import PHRASES
from generator.understand.vocabulary import section_words
from generator.understand.vocabulary.head_phrases import is_ordinary, is_outlet, known
from generator.understand.vocabulary.page_words import (
    is_unspaced,
    kinds_of,
    starts_with,
)
from generator.understand.vocabulary.people import people

_SKIPPED = 4  # lines above the headline, captions and signs among them
_BELOW = 3  # lines below the headline that may say "3 May in World"
_HEAD = 9  # lines below the headline, of those that state facts, in which a section's name is
_AGAIN = 12  # characters: a shorter line is in the headline by accident
_ADDRESS = re.compile(r"[^\W_]\.(?:[a-z]{2}|com|org|net|info)\b")
_BUTTONS = ("paywall", "control", "related", "newsletter", "share")
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "section")
_PARTLY = _TUNED["partly"]
_FOOT = 10  # lines below the text
_DATED_IN = re.compile(
    rf"\b{PHRASES['dated_in']}\b:?\s(?P<name>[^\W\d_]+)\b"
    rf"(?:\s?$|, [^\W\d_]+$|{PHRASES['behind_dated_section']})"
)
_LISTED_IN = re.compile(rf"{PHRASES['listed_in']} (?P<name>[^,]{{2,40}}),")
_FILED = re.compile(rf"{PHRASES['filed']}\s?:?\s(?P<name>[^\W\d_][^,]{{1,60}})$", re.IGNORECASE)
_FILED_ALONE = re.compile(rf"{PHRASES['filed']}\s?:?", re.IGNORECASE)


def section(head: Head, outlet: str) -> tuple[str, int] | None:
    """Return the section's name and its line; None if the page does not show it."""
    named = unaccented(outlet.lower())
    finders = (
        last_steps(head, outlet),
        _dated(head),
        _dated_above(head),
        _above(head),
        _below(head),
        _at_foot(head),
    )
    for name, at in chain.from_iterable(finders):
        if unaccented(name.lower()) != named and not head.repeats_headline(name):
            return name, at
    return None


def _above(head: Head) -> Iterator[tuple[str, int]]:
    """Yield what is right above the headline, unless it is the end of a menu."""
    at = next((at for at in _lines_above(head) if _has_words(at, head)), None)
    if at is None or any(map(section_words.is_closing, head.lines[at + 1 : head.title])):
        return
    line = head.lines[at]
    name = _without_item(_unglued(line.strip(EDGES)), at, head)
    if at and may_be(name) and _FILED_ALONE.fullmatch(head.lines[at - 1]):
        yield name, at
    elif _is_below_label(name, at, head):
        above = head.lines[at - 1].strip(EDGES)
        yield (name, at) if section_words.is_generic(above) else (above, at - 1)
    elif name and may_be(name) and _is_kicker(line, name, at, head):
        yield name, at


def _lines_above(head: Head) -> range:
    """Return the lines above the headline in which a kicker is, the nearest first."""
    return range(head.title - 1, max(-1, head.title - 1 - _SKIPPED), -1)


def _has_words(at: int, head: Head) -> bool:
    """Return whether a line has words that are neither caption nor the headline's."""
    line = head.lines[at]
    has_letters = any(map(str.isalpha, line))
    return (
        has_letters
        and not section_words.is_mark(line)
        and line != head.lines[head.title]
        and not _is_date(at, head)
        and not is_caption(line)
        and not _is_of_writer(at, head)
    )


def _is_date(at: int, head: Head) -> bool:
    """Return whether a line above the headline is the article's date and nothing else."""
    start, end = head.dates.get(at, (0, 0))
    beside = head.lines[at][:start] + head.lines[at][end:]
    return end > 0 and at == head.date_line and not any(map(str.isalpha, beside))


def _is_of_writer(at: int, head: Head) -> bool:
    """Return whether a line above the headline names its writer, or what the writer does."""
    line, above = head.lines[at], head.lines[at - 1] if at else ""
    if says_job(line):
        return bool(people(above, (), strict=True))
    below = head.lines[at + 1]
    return at + 1 < head.title and says_job(below) and bool(people(line, (), strict=True))


def _is_below_label(name: str, at: int, head: Head) -> bool:
    """Return whether the line above a name is a menu's item, repeated as a label."""
    is_label = at > 0 and known(head.lines[at - 1]) == 1 and is_repeated(at - 1, head)
    return is_label and may_be(name) and known(name) < 1 and not is_repeated(at, head)


def _without_item(name: str, at: int, head: Head) -> str:
    """Return a kicker without the item of the menu before it: "Business GDP figures"."""
    first, _, rest = name.partition(" ")
    if is_repeated(at, head):
        return name
    is_item = known(first) == 1 and known(rest) < _PARTLY and first in head.lines[:at]
    return rest if rest and rest[0].isupper() and is_item else name


def _unglued(name: str) -> str:
    """Return the last of two sections' names that a page glued together ("PoliticsElections").

    A word for news, or for a form of article, is not a name of its own ("WorldNews",
    "WorldPREMIUM").
    """
    steps = [step for step in GLUED.split(name) if not section_words.is_generic(step)] or [name]
    if len(steps) > GLUED_STEPS:
        return ""  # a list of topics
    if len(steps) == 1 and is_unspaced(name):
        return name[_cut(name) :]
    return steps[-1] if all(known(step) == 1 for step in steps) else name


def _cut(name: str) -> int:
    """Return where the second of two sections' names begins in a word, 0 if it is none."""
    cuts = (at for at in range(1, len(name)) if known(name[:at]) == 1 == known(name[at:]))
    return next(cuts, 0)


def _is_kicker(line: str, name: str, at: int, head: Head) -> bool:
    """Return whether a line above the headline is its kicker rather than a menu's last item."""
    if section_words.is_kicker(name):
        return True
    if _is_offer(name):
        return False
    if section_words.is_generic(name):
        return section_words.is_news(name) and (head.title < PAGE or _is_news_label(at, head))
    if line.rstrip()[-1] in ":：":
        return True
    topic = known(name) == 1 or section_words.is_country(name)
    if head.title < PAGE:
        return topic or _is_subject(name, at, head)
    return is_label(name, at, head, topic=topic, repeated=is_repeated(at, head))


def _is_offer(name: str) -> bool:
    """Return whether a line is a button, a list or a site: "Read …", "All news", "A.com Blog"."""
    return (
        bool(_ADDRESS.search(name))
        or section_words.is_list(name)
        or any(starts_with(kind, name) for kind in _BUTTONS)
    )


def _is_news_label(at: int, head: Head) -> bool:
    """Return whether a word for news is an item of a menu that is repeated below it as a label."""
    is_item = is_repeated(at, head) and items_above(at, head) >= MENU
    return is_item and not section_words.is_home(head.lines[at - 1])


def _is_subject(name: str, at: int, head: Head) -> bool:
    """Return whether a line above the headline of a text that was pasted alone names its subject.

    Such a name is made of common nouns, has a word of sections' names, or the text has a word of
    it and it is not a person's.
    """
    if at > 1 or any(between in head.dates for between in range(at + 1, head.title)):
        return False  # an item, or what a site or blog is called
    if is_ordinary(name, head.common):
        return True
    if at == 0 and head.is_clean and not is_outlet(name) and known(name) >= _PARTLY:
        return True
    return agrees(name, head) and not people(name, (), strict=True)


def _below(head: Head) -> Iterator[tuple[str, int]]:
    """Yield a kicker between two copies of the headline, and a section's name below it."""
    for at in head.around:
        if not head.title < at < min(head.title + _HEAD, len(head.lines) - 1):
            continue
        name = _first_listed(head.lines[at].strip(EDGES))
        if not name or not _may_be_label(name):
            continue
        if _is_between_headlines(name, at, head) or _is_named_in_head(name, at, head):
            yield name, at


def _dated(head: Head) -> Iterator[tuple[str, int]]:
    """Yield the section that is behind the date: "3 May in World", "3 May by A. Hal in World"."""
    for at, (_, end) in head.dates.items():
        if 0 < at - head.title <= _BELOW and (match := _DATED_IN.search(head.lines[at][end:])):
            yield match["name"], at


def _dated_above(head: Head) -> Iterator[tuple[str, int]]:
    """Yield the menu's item before the date above the headline: "Capital / 3 May 2025"."""
    for at in _lines_above(head):
        name = head.lines[at][: head.dates.get(at, (0, 0))[0]].strip(EDGES)
        if name in head.lines[:at] and _may_be_label(name):
            yield name, at


def _may_be_label(name: str) -> bool:
    return may_be(name) and not (section_words.is_generic(name) or _is_button(name))


def _is_between_headlines(name: str, at: int, head: Head) -> bool:
    """Return whether a line is a kicker between the headline and its repetition."""
    headline, line, after = head.lines[head.title], head.lines[at], head.lines[at + 1]
    is_again = after == headline or (len(after) > _AGAIN and after in headline)
    if at != head.title + 1 or not is_again:
        return False
    return line[-1] in ":：" or (agrees(name, head) and not starts_with("by", name))


def _is_named_in_head(name: str, at: int, head: Head) -> bool:
    """Return whether a section's name ends the head of a page, and is not an item of a list."""
    is_of_head = head.is_clean or head.date_line is not None or at == head.title + 1
    is_section = is_of_head and known(name) == 1
    if not is_section or not _ends_head(at, head) or _goes_on(head.lines[at + 1]):
        return False
    is_above_text = len(head.lines[at + 1]) >= LONGEST
    return not (is_above_text and head.lines[at] in head.lines[at + 2 :])


def _first_listed(name: str) -> str:
    """Return the first section of a list: "World" of "In World, News", "Local News" of glued ones.

    A name of another form stays as it is.
    """
    if match := _LISTED_IN.match(name):
        return match["name"].strip()
    steps = GLUED.split(name)
    if len(steps) > 1 and section_words.is_generic(steps[-1]) and known(steps[0]) == 1:
        return steps[0]
    return name


def _is_button(name: str) -> bool:
    """Return whether a section's name is the word for a page's comments, too."""
    return "comments" in kinds_of(name)


def _ends_head(at: int, head: Head) -> bool:
    """Return whether the line after a section's name is a date, a byline, a sign or text."""
    line = head.lines[at + 1]
    fact = at + 1 in head.dates or starts_with("by", line) > 0 or not any(map(str.isalpha, line))
    return fact or len(line) >= LONGEST or bool(people(line, (), strict=True))


def _goes_on(line: str) -> bool:
    """Return whether a line is another item of a menu."""
    return known(line) == 1 or kind(line) in ("newsletter", "paywall", "related", "control")


def _at_foot(head: Head) -> Iterator[tuple[str, int]]:
    """Yield the category that a label below the text states: "Filed under: World"."""
    for at in range(head.last + 1, min(head.last + 1 + _FOOT, len(head.lines))):
        if match := _FILED.match(head.lines[at]):
            name = re.split(r"\s?[,|•·/]\s?| and tagged | by ", match["name"])[0].strip(EDGES)
            if may_be(name):
                yield name, at
