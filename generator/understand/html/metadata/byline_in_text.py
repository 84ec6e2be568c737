"""Bylines that no mark-up marks: lines of a page's text that state who wrote it. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice, takewhile

from lxml import etree
from lxml.html import HtmlElement

from generator.text import squeeze
from generator.understand.html.metadata.head_patterns import PHRASES
from generator.understand.html.metadata.wordings import plain
from generator.understand.vocabulary.people import BY, is_name, people

_PIECES = 4000  # of running text that is searched for a byline without any mark
_LINES = (
    *("p", "div", "span", "a", "b", "strong", "em", "i", "li", "h3", "h4", "h5", "address"),
    *("br", "font", "td", "small"),
)
_BESIDE = (
    "(//h1)[1]/preceding::*[self::p or self::div or self::span or self::small][position()<8] | "
    "(//h1)[1]/following::*[self::p or self::div or self::span or self::small][position()<12]"
)
# Parts of a byline that are no names: where a writer is, for whom, and when; buttons.
_ASIDE = re.compile(
    r"(?<![^\W_])(?:follow|places?|locations?|city|publications?|outlet|source|agency|role|position|job|dates?|"
    r"datetime|time)(?![^\W_])"
)
_BESIDE_NAME = re.compile(r"\s*[|/·•–—-]\s")  # how the text behind a name begins that is no other's
_BREAKS = frozenset({"div", "p", "br", "small", "li", "ul"})
_LINE = 100  # characters of a line by the headline
_LEVELS = 3  # above a byline, in which the heading of a teaser is
_TEASER = 400  # characters of a part with a heading: a longer one is the article's
_PARAGRAPH = 200  # characters of a paragraph that is certainly the article's text
_BOLD = frozenset({"b", "strong", "em", "i"})
_DAY = re.compile(
    r"\d{1,2}[./]\s?(?:\d{1,2}[./]|[^\W\d]{3,})\s?\d{4}|\d{4}-\d\d-\d\d|\d{1,2} [^\W\d]{3,} \d{4}"
    r"|[^\W\d]{3,}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}"
)
_PARTS = re.compile(
    r"\s+[|/·•–—-]\s+|\s*[|·•]\s*|"
    rf"\s+(?=(?:{PHRASES['writer_labels']}|{PHRASES['other_labels']})\s*[:：])"
)
# "Redacción: A. Writer"; the colon shows that the word is a label here.
_LABELLED = re.compile(rf"^{PHRASES['writer_labels_with_colon']}\s*[:：]\s*", re.IGNORECASE)
# How a text ends that its writer signed: "… until May. (Ann Lee, 4.5.2022)".
SIGNED = re.compile(r"\(([^\W\d][^()]{3,60}), \d{1,2}\.\s?\d{1,2}\.\s?\d{4}\)$")
_PLACED = re.compile(r"([^,]{5,60}), [A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}$")  # "A. Writer, GENEVA"
# Blogs of WordPress's first themes: "Filed under: Harbour — ann @ 12:30".
_SIGNED_AT = re.compile(r"[—–]\s*([^\W\d][\w .'-]{1,40}?)\s+@\s+\d{1,2}:\d\d")
_PLACE_BEHIND = re.compile(r"(?<=[^\W\d_])(,[^,—–]+)\s[—–]\s[^,—–]{3,40}$")  # "…, Courier — Oslo"
_SOURCE = re.compile(rf"{PHRASES['other_labels']}\s*[:：]")  # names, but no writers
_FROM = re.compile(rf"(?<=[^\W\d_])\s+{PHRASES['writer_in']}\s+[^\W\d_a-z][^,;|]*$")
# Contributors to an encyclopedia are not authors.
CROWD = re.compile(
    rf"(?:wikipedia|wiki|site)?[ -]?{PHRASES['crowds']}(?:$| {PHRASES['crowds_of']}\b)",
    re.IGNORECASE,
)
_NUMBER = rf"(?:\d+|\b{PHRASES['ago_one']})"
_AGO = re.compile(  # "3 hours ago A. Writer", "vor 3 Stunden A. Writer"
    rf"\b{PHRASES['ago_before']}\s+{_NUMBER}\s*[^\W\d]+\.?(?=\W|$)|"
    rf"{_NUMBER}\s*[^\W\d]+\.?\s+{PHRASES['ago_behind']}(?=\W|$)|"
    r"\d+\s*[分時时시小日天일]\w?\s?間?[前전]",
    re.IGNORECASE,
)

Found = tuple[tuple[str, ...], str]


def names_in(bylines: Iterable[str], outlets: Collection[str], *, strict: bool) -> tuple[str, ...]:
    """Return the names of people in bylines, each once; none of "the contributors to …"."""
    told = (text for text in bylines if not CROWD.match(text))
    named = (_PLACE_BEHIND.sub(r"\1", _FROM.sub("", _AGO.sub(" ", text))) for text in told)
    names = (people(text, outlets, strict=strict) for text in named)
    found = chain.from_iterable(names)
    return tuple(dict.fromkeys(found))


def texts_of_names(element: HtmlElement) -> Iterator[str]:
    """Yield the texts of a byline that may be names.

    Text behind the element of a name, after a bar or a dash, is a place or a day.
    """
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str) and not _ASIDE.search((child.get("class") or "").lower()):
            yield from texts_of_names(child)
        if child.tail and not _BESIDE_NAME.match(child.tail):
            yield child.tail


def in_text(tree: HtmlElement, outlets: Collection[str]) -> Iterator[Found]:
    """Yield the authors in a line of the text that consists of "By" and names."""
    awaited = False
    for element, piece in islice(_lines(tree), _PIECES):
        line = _without_day(piece)
        begins = BY.match(line) or _LABELLED.match(line)
        signed = SIGNED.search(line)
        if signed is not None:
            yield people(signed[1], outlets, strict=True), "byline"
        signed = _SIGNED_AT.search(line) if "@" in line else None
        if signed is not None:
            yield people(signed[1], outlets, strict=False), "byline"
        if len(line) < _LINE and (begins or awaited):
            found = names_in([line[begins.end() :] if begins else line], outlets, strict=True)
            named = bool(found) and all(_is_full_name(name) for name in found)
            if named and not (_is_in_teaser(element) or _is_in_sentence(element, piece)):
                yield found, "byline"
        awaited = begins is not None and begins.end() == len(line)


def _without_day(line: str) -> str:
    """Return a line without the day before its "by": "January 4th, 2025 by Ann Lee"."""
    day = _DAY.search(line) if len(line) < _LINE else None
    rest = "" if day is None else line[day.end() :].strip(" ,|·–—-")
    return rest if BY.match(rest) else line


def _is_in_sentence(element: HtmlElement, line: str) -> bool:
    """Return whether a piece is amid a paragraph of running text: a link "by the mayor"."""
    paragraph = next(element.iterancestors("p"), None)
    if paragraph is None:
        return False
    text = paragraph.text_content().strip()
    return len(text) >= _PARAGRAPH and not (text.startswith(line) or text.endswith(line))


def _is_full_name(name: str) -> bool:
    return is_name(name, strict=True) and ":" not in name


def _is_in_teaser(element: HtmlElement) -> bool:
    """Return whether an element is in a short part with a heading of its own, or a page's foot."""
    if any(part.tag == "footer" for part in element.iterancestors()):
        return True
    for part in islice(element.iterancestors(), _LEVELS):
        if next(part.iter("h1"), None) is not None:
            return False
        if next(part.iter("h2", "h3", "h4"), None) is not None:
            return (
                len(part.text_content()) < _TEASER
                and next(element.getroottree().iter("h1"), None) is not None
            )
    return False


def _lines(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the pieces of text of a page, in order, each with its element."""
    for event, element in etree.iterwalk(tree, events=("start", "end"), tag=_LINES):
        text = ((element.text if event == "start" else element.tail) or "").strip()
        if text:
            yield element, text


def beside_headline(tree: HtmlElement, outlets: Collection[str]) -> Iterator[Found]:
    """Yield the authors in a line with a date or a place: "4 May 2022 | A. Lee", "A. Lee, OSLO"."""
    for element in tree.xpath(_BESIDE):
        text = squeeze(_parted(element)[: 2 * _LINE]).strip(" |")
        placed = _PLACED.match(text)
        if placed is not None:
            yield people(placed[1], outlets, strict=True), "byline"
        if len(text) < _LINE and _DAY.search(text):
            parts = [it for it in _PARTS.split(text) if not (_DAY.search(it) or _SOURCE.match(it))]
            found = names_in(parts, outlets, strict=True)
            asides = set(_asides(element))
            yield tuple(name for name in found if name not in asides), "byline"


def _asides(element: HtmlElement) -> Iterator[str]:
    """Yield the texts of the parts of a line that are no names, by their class."""
    for part in element.iter():
        if isinstance(part.tag, str) and _ASIDE.search((part.get("class") or "").lower()):
            yield squeeze(part.text_content())


def _parted(element: HtmlElement) -> str:
    """Return the text of an element, with a bar where a line of its own begins or ends in it."""
    parts: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        is_whole = part is element
        if part.tag in _BREAKS and not is_whole:
            parts.append(" | ")
        parts.append((part.text if event == "start" else "" if is_whole else part.tail) or "")
    return "".join(parts)


def in_opening(tree: HtmlElement, outlets: Collection[str]) -> Iterator[Found]:
    """Yield the authors in a paragraph in bold or italics before the text that is only names."""
    for paragraph in takewhile(_is_short, tree.iter("p")):
        marked = paragraph.find("*")
        text = squeeze(paragraph.text_content())
        if marked is not None and marked.tag in _BOLD and text == squeeze(marked.text_content()):
            found = people(text, outlets, strict=True)
            whole = plain("".join(found)) == plain(text) and ":" not in text
            if whole and all(map(_has_cases, found)) and not _is_in_teaser(paragraph):
                yield found, "byline"


def _has_cases(name: str) -> bool:
    """Return whether a name is in a script whose capitals show that it is one."""
    return name.lower() != name.upper()


def _is_short(paragraph: HtmlElement) -> bool:
    return len(paragraph.text_content()) < _PARAGRAPH
