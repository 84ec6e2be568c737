"""The headings of a page, and whether they are about its subject. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from generator.text import clean, squeeze
from generator.unicode_scripts import UNSPACED

_MOST = 12  # headings of one level that are read
_FRONT = re.compile(r"/?(?:index\.\w+|[a-z]{2}/?)?")  # paths of front pages
_ENTRIES = "//*[self::h2 or self::h3][contains(@class, 'entry-title')]"
_NO_WORD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_STEM = 6  # letters by which words are compared
_PARAGRAPH, _LEAD = 80, 8  # characters of a paragraph; paragraphs that show a page's subject
_PATH_NAME = re.compile("crumb", re.IGNORECASE)
_PATH = 4  # elements above a heading among which the path to the page is
_LEAST_LINKS = 2  # of a path without a name
_OUTSIDE = frozenset({"nav", "aside", "footer", "form"})


def headings(tree: HtmlElement, level: str) -> list[HtmlElement]:
    """Return the first headings of a level ("h1") that have a text."""
    found = (element for element in tree.iter(level) if element.text_content().strip())
    return list(islice(found, _MOST))


def mastheads(tree: HtmlElement) -> Iterable[str]:
    """Return the texts of h1 elements that name the outlet.

    They link to the front page, or stand in the page's title before its entry's headline, which
    is of a lower level (microformats.org: hAtom's `entry-title`).
    """
    entries = tree.xpath(_ENTRIES)[:2]
    first = headings(tree, "h1")[:1] if len(entries) == 1 else []
    title = _joined("".join(tree.xpath("//head/title[1]/text()")))
    for heading in first:
        name, entry = heading.text_content(), _joined(entries[0].text_content())
        if entry and title in {_joined(name) + entry, entry + _joined(name)}:
            yield squeeze(clean(name))
    for heading in headings(tree, "h1"):
        for link in heading.xpath("ancestor::a[@href] | .//a[@href]")[:1]:
            if is_front_page(link.get("href")):
                yield squeeze(clean(heading.text_content()))


def is_in_path(heading: HtmlElement) -> bool:
    """Return whether a heading ends the path to a page: "Home › Sport › The quay opens".

    Such a heading is written for search engines; the page may show another one as its headline.
    """
    near = [heading, *islice(heading.iterancestors(), _PATH)]
    names = (f"{element.get('class') or ''} {element.get('id') or ''}" for element in near)
    item = next((it for it in near[1:3] if it.tag == "li"), None)
    if item is not None and _joined(item.text_content()) != _joined(heading.text_content()):
        item = None
    return any(map(_PATH_NAME.search, names)) or any(
        _follows_links(element) for element in (heading, item) if element is not None
    )


def _follows_links(element: HtmlElement) -> bool:
    """Return whether at least two links and nothing else stand before an element in its parent.

    A single one is a section above the headline.
    """
    before = [it for it in element.itersiblings(preceding=True) if _joined(it.text_content())]
    return len(before) >= _LEAST_LINKS and all(
        _joined("".join(link.text_content() for link in it.iter("a"))) == _joined(it.text_content())
        for it in before
    )


def heading_below(path: HtmlElement) -> HtmlElement | None:
    """Return the heading of the second level between a path and the first paragraph, if any."""
    following: list[HtmlElement] = path.xpath("following::*[self::h2 or self::p]")
    for element in following:
        if element.tag == "p":
            if len(element.text_content()) >= _PARAGRAPH:
                return None
        elif _joined(element.text_content()) and not _is_outside(element):
            return element
    return None


def _is_outside(element: HtmlElement) -> bool:
    return any(above.tag in _OUTSIDE for above in element.iterancestors())


def _joined(text: str) -> str:
    return _NO_WORD.sub("", text)


def is_front_page(address: str) -> bool:
    """Return whether a link leads to a front page."""
    address = address.strip()
    leads = bool(address) and not address.startswith(("#", "javascript:", "mailto:"))
    return leads and bool(_FRONT.fullmatch(_path(address)))


class Subject:
    """The words of a page's metadata and of its first paragraphs."""

    def __init__(self, tree: HtmlElement, statements: Sequence[str]) -> None:
        self._stated = {word for text in statements for word in _words(text)}
        long = (text for text in _running(tree) if len(text) >= _PARAGRAPH)
        self._lead = {word for text in islice(long, _LEAD) for word in _words(text)}

    def has(self, text: str) -> bool:
        """Return whether a heading is about the page's subject; True if that can't be decided."""
        words = _words(text)
        return not self._stated or bool(words & self._stated) or len(words & self._lead) > 1


def _running(tree: HtmlElement) -> Iterable[str]:
    """Yield the paragraphs, then the texts of other elements that contain text themselves."""
    yield from (element.text_content() for element in tree.iter("p"))
    yield from (element.text or "" for element in tree.iter("div", "td", "section", "article"))


def _words(text: str) -> set[str]:
    """Return the beginnings of the words of a text; pairs of letters in unspaced scripts."""
    words: set[str] = set()
    for word in _WORD.findall(text.lower()):
        pairs = {word[at : at + 2] for at in range(len(word) - 1)}
        words |= pairs if _UNSPACED.search(word) else {word[:_STEM]}
    return words


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return address
