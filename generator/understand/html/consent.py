"""Removes dialogs that ask for consent to cookies from a page before its article is read.

`consent.yml` lists their names and words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from lxml.html import HtmlElement

from generator.models import Block
from generator.tables import load_numbers, load_table
from generator.text import squeeze

_FILE = Path(__file__).with_suffix(".yml")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAMES = re.compile(r"[a-z_]+")
_DIALOGS = frozenset({"dialog", "alertdialog"})
_NO_PART = frozenset({"html", "body", "script", "style", "article", "main"})
_MOST = 20  # buttons that are read
_LEADS = re.compile("(?!javascript:)[^#]")  # addresses of links that lead to another page
_BUTTON = 60  # characters
_LONGEST = 100_000  # characters of a dialog with its list of partners
_DIALOG = 3000  # characters of a dialog that is recognised by its buttons alone
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "consent")
_ABOUT = _TUNED["about"]


def remove_consent(tree: HtmlElement) -> bool:
    """Remove the consent dialogs of a page; return whether there were any.

    An element is one if it has the name of a program that makes such dialogs, or if it mentions
    consent and is a dialog, is named like one, or has the buttons of one. An element that contains
    the page's headline is not.
    """
    removed = False
    for element in list(filter(_is_named, tree.iter("*"))):
        if _is_in(element, tree) and _asks(element):
            element.drop_tree()
            removed = True
    for button in list(islice(filter(_is_button, tree.iter("button", "a", "input")), _MOST)):
        dialog = _dialog_of(button) if _is_in(button, tree) else None
        if dialog is not None:
            dialog.drop_tree()
            removed = True
    return removed


def is_consent(blocks: Sequence[Block]) -> bool:
    """Return whether most of a text asks for consent."""
    sizes = [(len(block.text), says_consent(block.text)) for block in blocks]
    return sum(size for size, says in sizes if says) > _ABOUT * max(1, sum(s for s, _ in sizes))


def says_consent(text: str) -> bool:
    """Return whether a text asks for consent to cookies or to the use of data."""
    low = text.lower()
    return any(phrase in low for phrase in _lists("phrases"))


def _is_in(element: HtmlElement, tree: HtmlElement) -> bool:
    """Return whether an element is still in the tree, below its root."""
    return any(above is tree for above in element.iterancestors())


def _is_named(element: HtmlElement) -> bool:
    """Return whether an element is a dialog or named like one, and may be removed."""
    if element.tag in _NO_PART:
        return False
    return bool(_words(element)) or _is_dialog(element)


def _is_dialog(element: HtmlElement) -> bool:
    return element.tag in {"dialog", "amp-consent"} or element.get("role") in _DIALOGS


def _words(element: HtmlElement) -> frozenset[str]:
    """Return the words of class and id that are listed."""
    return _listed_in(element.get("class") or "") | _listed_in(element.get("id") or "")


@lru_cache(maxsize=4096)  # the elements of a page share a few names
def _listed_in(name: str) -> frozenset[str]:
    words = {word.lower() for word in _WORD.findall(name)} | set(_NAMES.findall(name.lower()))
    return frozenset(words & _names())


def _asks(element: HtmlElement) -> bool:
    if not _may_go(element):
        return False
    drawn = bool(_words(element) & _lists("programs"))
    return drawn or says_consent(squeeze(element.text_content()))


def _dialog_of(button: HtmlElement) -> HtmlElement | None:
    """Return the largest element around a consent button whose text is about consent."""
    found = None
    for above in button.iterancestors():
        text = above.text_content() if _may_go(above) else ""
        if not text or above.tag == "footer" or len(text) > _DIALOG:
            break
        if says_consent(squeeze(text)):
            found = above
    return found


def _is_button(element: HtmlElement) -> bool:
    if element.tag == "a" and _LEADS.match(element.get("href") or ""):
        return False
    text = squeeze((element.get("value") or element.text_content())[:_BUTTON]).lower()
    return text.strip("×✓ .!") in _lists("buttons")


def _may_go(element: HtmlElement) -> bool:
    """Return whether an element is outside the article, by its tag, size and headings."""
    if element.tag in _NO_PART or any(True for _ in element.iterdescendants("article", "main")):
        return False
    inside = sum(1 for _ in element.iterdescendants("h1"))
    whole = sum(1 for _ in element.getroottree().getroot().iter("h1")) if inside else 1
    return inside < whole and len(element.text_content()) < _LONGEST


@cache
def _lists(name: str) -> frozenset[str]:
    return frozenset(load_table(_FILE, dict[str, list[str]])[name])


@cache
def _names() -> frozenset[str]:
    return _lists("programs") | _lists("names")
