"""The section that a page shows: in its breadcrumb trail, or above the headline. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from string import ascii_lowercase

from lxml.html import HtmlElement

from generator.text import clean, squeeze
from generator.understand.html.metadata.wordings import plain
from generator.understand.vocabulary.head_phrases import known
from generator.understand.vocabulary.section_words import is_generic, is_home, is_mark, is_page

_TRAILS = "//body//*[contains(@class,'crumb') or contains(@id,'crumb')]"
_ABOVE = "(//h1)[1]/preceding::*[not(*)][position()<6]"
_MENUS = "//nav//* | //header[not(.//h1)]//* | //footer//* | //*[contains(@class,'menu')]//*"
_STEP = re.compile(r"[›»>/|→•·:]+")
_EDGES = " \"'“”„—–-/|"
_NAME = 40  # characters of a section's name
_SHARE = 3  # a third of the headline is no section that it names
_TRAIL = 300  # characters of a breadcrumb trail
_LABELS = 3  # texts in a part that is a label, not a menu
_LINKS = 600  # elements of menus that are read
_LISTS = frozenset({"posts", "blog", "articles", "archive", "archives"})
_MENU_NAMES = ("menu", "nav")
_OUTSIDE = frozenset({"nav", "aside", "footer", "form", "button", "figure"})


def in_trail(tree: HtmlElement, outlet: str) -> str:
    """Return the last section in the breadcrumb trail, "" if the page has none.

    Neither the front page nor the headline is one; in a trail of links, the page itself has none.
    """
    title = _headline(tree)
    for trail in tree.xpath(_TRAILS)[:_LABELS]:
        if len(squeeze(trail.text_content())) > _TRAIL:
            continue
        linked = [link.text_content() for link in trail.iter("a")]
        texts = linked or list(trail.itertext())
        steps = [step for text in texts for step in _STEP.split(squeeze(clean(text)))]
        names = [name for name in map(_trimmed, steps) if _is_name(name, outlet, title)]
        named = [name for name in names if not (_is_list(name) or is_page(name))]
        if named:
            return named[-1]
    return ""


def above_headline(tree: HtmlElement, outlet: str) -> str:
    """Return the label above the headline that a menu has too or that sections consist of."""
    above = list(tree.xpath(_ABOVE))
    labels = [element for element in reversed(above) if _is_label(element)]
    title = _headline(tree)
    named = [name for name in map(_text, labels) if _is_subject(name, outlet, title)]
    if not named:
        return ""
    menu = set(_menu(tree))
    return next((name for name in named if name in menu or known(name.lower()) == 1), "")


def _is_list(step: str) -> bool:
    """Return whether a step is the front page or a blog's list: "Home", "Posts"."""
    return is_home(step) or step.lower() in _LISTS


def _menu(tree: HtmlElement) -> Iterator[str]:
    return (_text(item) for item in islice(tree.xpath(_MENUS), _LINKS) if not len(item))


def _is_label(element: HtmlElement) -> bool:
    """Return whether a text stands by itself, not in a menu."""
    for part in element.iterancestors():
        if part.tag in _OUTSIDE:
            return False
        if part.tag == "header" and next(part.iter("h1"), None) is None:
            return False
    listed = next(element.iterancestors("ul", "ol"), None)
    if listed is not None and any(name in _names(listed) for name in _MENU_NAMES):
        return False
    around = element.getparent() if listed is None else listed
    if around is None or next(around.iter("h1"), None) is not None:
        return True
    return sum(1 for text in around.itertext() if text.strip()) <= _LABELS


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _is_subject(name: str, outlet: str, title: str) -> bool:
    name_of_kind = is_generic(name) or is_page(name) or is_mark(name)
    return _is_name(name, outlet, title) and not name_of_kind


def _is_name(name: str, outlet: str, title: str) -> bool:
    """Return whether a text may name a section: it is neither a link's verb nor of the headline."""
    word = plain(name)
    is_most = _SHARE * len(word) > len(title) and word in title
    is_of_title = " " in name and (is_most or title in word)
    is_written = any(map(str.isalpha, name)) and name[0] not in ascii_lowercase
    return (
        is_written and len(name) <= _NAME and word not in (title, plain(outlet)) and not is_of_title
    )


def _headline(tree: HtmlElement) -> str:
    return plain("".join(text for h1 in tree.xpath("(//h1)[1]") for text in h1.itertext()))


def _text(element: HtmlElement) -> str:
    return _trimmed(squeeze(clean(element.text or "")))


def _trimmed(text: str) -> str:
    return text.strip(_EDGES)
