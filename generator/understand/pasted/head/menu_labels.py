"""Labels between a page's menu and its headline, told apart from the menu's items. Pure."""

from __future__ import annotations

import re

from generator.months import unaccented
from generator.understand.pasted.furniture_lines import is_furniture
from generator.understand.pasted.head.facts import Head
from generator.understand.vocabulary import section_words
from generator.understand.vocabulary.head_phrases import is_titled, known
from generator.understand.vocabulary.page_words import tokens

MENU = 3  # short lines in a row that make a menu
_OF_MENU = 2  # sections' names among them that make it a menu of sections
_ITEM = 28  # characters of a menu's item
_STEM, _MOST_OF = 4, 7  # letters of a word, those that stay when its ending changes
_WORD = re.compile(r"[^\W_]+")


def is_label(name: str, at: int, head: Head, *, topic: bool, repeated: bool) -> bool:
    """Return whether a line below a page's menu is not an item of it.

    It is an item repeated as a label, a step below a section ("Sport", "Rowing"), or what the
    article speaks of.
    """
    is_subject = agrees(name, head)
    if (repeated or is_subject) and _ends_menu(head.lines[at - 1], name):
        return True
    is_word = is_subject and " " not in name
    if repeated and (topic or is_word or not _is_in_menu_again(at, head)):
        return True
    if _is_step(at, head, is_first=topic and not repeated):
        return True
    return _is_below_short_menu(at, head) if topic else is_subject and _is_own(name, at, head)


def _is_below_short_menu(at: int, head: Head) -> bool:
    """Return whether few lines above are items, or few of these are names of sections."""
    return items_above(at, head) < MENU or _sections(at, head) < _OF_MENU


def _ends_menu(above: str, name: str) -> bool:
    """Return whether the line above a name is the button that ends a menu: "Sign in"."""
    return is_furniture(above) and not is_furniture(name)


def _is_in_menu_again(at: int, head: Head) -> bool:
    """Return whether a menu that has a line is repeated above it, with the same neighbours.

    What is at the top of a page is no item: it is the name of the site, or of another.
    """
    low = [unaccented(line.lower()) for line in head.lines[: at + 1]]
    above = low[at - 1]
    return any(
        low[other] == low[at] and (other < MENU or above in low[other - MENU : other + MENU])
        for other in range(at)
    )


def _is_own(name: str, at: int, head: Head) -> bool:
    """Return whether a subject is below a repeated headline, or has a form that no item has."""
    if items_above(at, head) < MENU:
        return _follows_headline(at, head)
    return _is_short_phrase(name) and (known(name) > 0 or _is_of_headline(name, head))


def _is_step(at: int, head: Head, *, is_first: bool) -> bool:
    """Return whether the line above another is the step before it in a trail.

    `is_first` is whether the step above may be a trail's first one, such as "News".
    """
    above = head.lines[at - 1]
    if is_first and section_words.is_news(above):
        return True
    if section_words.is_country(above):
        return False  # of a site's editions
    return known(above) == 1 and (is_repeated(at - 1, head) or _sections(at - 1, head) < _OF_MENU)


def _follows_headline(at: int, head: Head) -> bool:
    """Return whether the line above another repeats the headline in other words."""
    headline = {word[:_MOST_OF] for word in tokens(head.lines[head.title]) if len(word) > _STEM}
    above = {word[:_MOST_OF] for word in tokens(head.lines[at - 1])}
    return len(headline & above) > 1


def _sections(at: int, head: Head) -> int:
    """Return how many of the lines above another are sections' names: two are a menu's."""
    above = head.lines[max(0, at - MENU) : at]
    return sum(
        known(line) == 1 or section_words.is_generic(line) or section_words.is_country(line)
        for line in above
    )


def _is_short_phrase(name: str) -> bool:
    words = name.split()
    return 1 < len(words) <= MENU and is_titled(name)


def is_repeated(at: int, head: Head) -> bool:
    """Return whether a line above the headline is farther above it, too."""
    low = unaccented(head.lines[at].lower())
    return any(unaccented(line.lower()) == low for line in head.lines[:at])


def _is_of_headline(name: str, head: Head) -> bool:
    """Return whether the headline has one of the longer words of a kicker."""
    headline = head.lines[head.title].lower()
    words = (word for word in tokens(name) if len(word) >= _STEM)
    return any(word[:_MOST_OF] in headline for word in words)


def agrees(name: str, head: Head) -> bool:
    """Return whether the article mentions the subject of a kicker: one of its longer words."""
    text = f"{head.lines[head.title]} {head.text}"
    if name.isalpha() and len(name) < _STEM and name.upper() in _WORD.findall(text):
        return True  # "Fbi" of a text that has "FBI"
    text = text.lower()
    return any(
        len(word) >= _STEM and word[:_MOST_OF] in text and not section_words.is_generic(word)
        for word in tokens(name)
    )


def items_above(at: int, head: Head) -> int:
    """Return how many short lines, as a menu has them, are in a row above a line."""
    count = 0
    for above in range(at - 1, -1, -1):
        line = head.lines[above]
        if len(line) > _ITEM or any(map(str.isdigit, line)) or line[-1] in ".:!?…":
            break
        count += 1
    return count
