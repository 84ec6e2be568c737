"""The standfirst of a page: its own description, where the page shows it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from generator.models import Block
from generator.text import clean, squeeze
from generator.understand.html.metadata.head_patterns import PHRASES
from generator.understand.html.metadata.wordings import plain

_SHORTEST, _LONGEST = 40, 700  # characters
_BEGIN = 24  # characters by which a place is recognised
_DATELINE = 60  # characters that may be before it: "Berlin · ", a kicker
_NEAR = 40  # elements after the headline that are searched for a standfirst
_TEASER = ".//a[string-length() > 40]"
_WORD = re.compile("[a-z]+")
_NAME = re.compile(PHRASES["standfirst_names"])
_INLINE = frozenset({"span", "a", "b", "strong", "i", "em", "font", "time", "mark", "u", "small"})
_UNSEEN = frozenset({"script", "style", "noscript", "template", "title", "meta", "head"})


def standfirst_of(tree: HtmlElement, descriptions: Iterable[str]) -> str | None:
    """Return the whole text of the element that shows one of the descriptions, or None."""
    wanted = [text.rstrip("….") for text in descriptions]
    for text in wanted:
        if _SHORTEST <= len(text) <= _LONGEST:
            found = next(_shown(tree, text), None)
            if found:
                return found
    return next(_named(tree), None)


def with_standfirst(
    blocks: tuple[Block, ...], standfirst: str | None, title: str
) -> tuple[Block, ...]:
    """Return the blocks with the standfirst first, unless they or the title contain it."""
    if not standfirst or not blocks or plain(standfirst) == plain(title):
        return blocks
    known = plain(standfirst)
    held = any(known in plain(block.text) or _same(block, known) for block in blocks)
    return blocks if held else (Block(standfirst), *blocks)


def _same(block: Block, known: str) -> bool:
    return len(block.text) > _SHORTEST and plain(block.text) in known


def _named(tree: HtmlElement) -> Iterator[str]:
    """Yield the texts named as a standfirst after the only h1, or the heading directly below it."""
    headlines = list(tree.iter("h1"))
    if len(headlines) != 1:
        return
    for element in headlines[0].xpath("following::*[@class or self::h2]")[:_NEAR]:
        below = element.tag == "h2" and element.getprevious() is headlines[0]
        if below or any(map(_NAME.fullmatch, _WORD.findall((element.get("class") or "").lower()))):
            text = squeeze(clean(element.text_content()[: 2 * _LONGEST]))
            if _SHORTEST <= len(text) <= _LONGEST and not element.xpath(_TEASER):
                yield text


def _shown(tree: HtmlElement, text: str) -> Iterator[str]:
    begin, whole = text[:_BEGIN], plain(text)
    for element in tree.iter("*"):
        if element.tag in _UNSEEN:
            continue
        for piece, holder in ((element.text, element), (element.tail, element.getparent())):
            if not piece or holder is None or piece.lstrip()[:1] != begin[0]:
                continue
            if squeeze(piece[:300]).startswith(begin):
                found = squeeze(clean(_block(holder).text_content()[: 2 * _LONGEST]))
                if whole in plain(found) and len(found) <= len(text) + _DATELINE:
                    yield found


def _block(element: HtmlElement) -> HtmlElement:
    """Return the nearest element that is a block of text."""
    while element.tag in _INLINE and (above := element.getparent()) is not None:
        element = above
    return element
