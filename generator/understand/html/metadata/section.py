"""The section of a page, as metadata state it or, for a part of an address, as the page shows it.

Pure.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from generator.text import clean, squeeze
from generator.understand.html.metadata.jsonld import Node, texts
from generator.understand.html.metadata.meta import Metas, first
from generator.understand.html.metadata.shown_section import above_headline, in_trail
from generator.understand.html.metadata.wordings import plain
from generator.understand.vocabulary.section_words import is_home

_STATED = ("article:section", "parsely-section", "sailthru.section", "section")
_NAME = 80  # characters of a section's name
_LINKS = 600  # links of a page among which the section is
_SLUG = re.compile(r"[^\W_]+(?:[-_/][^\W_]+)*")
_ASIDE = re.compile(r"\s+\([^()]*\)$")  # "Travel (current)": for readers who hear the page
_OTHER = re.compile(r"[\W_]+")


def section_of(
    tree: HtmlElement, metas: Metas, articles: Sequence[Node], outlet: str = "", title: str = ""
) -> tuple[str, str]:
    """Return the section and its place, both "" for a page that states none in words.

    `title` is the page's headline, with which a trail may end.
    """
    meta = first(metas, *_STATED)
    found = [(meta[1], meta[0])] if meta else []
    found += [(text, "json-ld") for node in articles for text in texts(node.get("articleSection"))]
    for text, place in found:
        stated = _first(squeeze(clean(html.unescape(text))).lstrip("#").strip("/"))
        name = _shown(tree, stated) if _is_slug(stated) else stated
        if 0 < len(name) <= _NAME and not is_home(name):
            return name, place
    trail = in_trail(tree, outlet)
    shown = trail or above_headline(tree, outlet)
    if plain(shown) == plain(title):
        return "", ""
    return shown, ("breadcrumb" if trail else "label" if shown else "")


def _first(stated: str) -> str:
    """Return the first of several sections with their paths: "News,News/Local", "News - News"."""
    first, _, rest = stated.partition(",")
    whole, _, again = stated.partition(" - ")
    return whole if whole == again else first if rest.strip().startswith(f"{first}/") else stated


def _is_slug(text: str) -> bool:
    """Return whether a text is a part of an address: "us-news", "Sport/formula-1", "world"."""
    path, _, last = text.rpartition("/")
    has_cases = last.upper() != last.lower()
    is_small = text == text.lower() or (path and "-" in last and last == last.lower())
    return has_cases and bool(is_small) and _SLUG.fullmatch(text) is not None


def _shown(tree: HtmlElement, slug: str) -> str:
    """Return the words of a link that have such a part of an address, else lead to it, or ""."""
    last = slug.rpartition("/")[2]
    wanted = _slugged(last)
    links = [link for link in _links(tree) if link[1] != link[1].lower()]
    same = (text for _, text in links if _slugged(text) == wanted)
    leading = (text for address, text in links if _end(address) == last)
    return next(same, None) or next(leading, "")


def _end(address: str) -> str:
    """Return the last part of an address's path."""
    return address.partition("?")[0].rstrip("/").rpartition("/")[2].lower()


def _links(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the addresses and words of a page's short links."""
    for link in islice(tree.iter("a"), _LINKS):
        text = _ASIDE.sub("", squeeze(clean(link.text_content()[: 2 * _NAME])))
        if 0 < len(text) <= _NAME // 2 and ":" not in text:
            yield link.get("href") or "", text


def _slugged(text: str) -> str:
    """Return the letters and digits of a text without accents, in lower case."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _OTHER.sub("-", bare).strip("-").lower()
