"""The authors of a page's article: from its metadata, then its byline. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from lxml import etree
from lxml.html import HtmlElement

from generator.text import squeeze
from generator.understand.html.metadata.head_patterns import PHRASES
from generator.understand.html.metadata.jsonld import Node, articles_among, texts
from generator.understand.html.metadata.meta import Metas
from generator.understand.vocabulary.people import BY, is_label, is_name, people, without_by

_METAS = (
    "parsely-author",
    "sailthru.author",
    "article:author",
    "author",
    "cxenseparse:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "og:article:author",
    "article:author_name",
    "shareaholic:article_author_name",
    "twitter:misc:written by",
)
# Links to the page about a writer, near the headline.
_WRITERS = (
    "(//h1)[1]/following::a[position()<25][contains(@href,'/author') or contains(@href,'/autor') "
    "or contains(@href,'/auteur') or contains(@href,'/redaktion/') or contains(@href,'/people/')]"
    " | (//h1)[1]/following::*[position()<8][self::address]"
)
_MARKED = (
    "//body/descendant::*[@rel='author' or @itemprop='author' or contains(@class,'yline') or "
    "contains(@class,'uthor') or contains(@class,'autor') or contains(@id,'byline') or "
    "contains(@data-testid,'yline') or contains(@data-testid,'uthor') or "
    "contains(@class,'auteur') or contains(concat(' ',@class,' '),' firma ')]"
)
# Parts with names of other people: commenters, writers of the next articles.
_FOREIGN = re.compile(
    r"comment|kommentar|related|teaser|sidebar|recommend|footer|quote|bio\b|desc|avatar|"
    r"caption|\bcard|widget|most-?read|disqus|respond|popular",
    re.IGNORECASE,
)
_MOST = 60  # marked elements that are read
_PIECES = 4000  # of running text that is searched for a byline without any mark
_LINES = ("p", "div", "span", "a", "b", "strong", "em", "i", "li", "h3", "h4", "h5", "address")

_BESIDE = (
    "(//h1)[1]/preceding::*[self::p or self::div or self::span or self::small][position()<8] | "
    "(//h1)[1]/following::*[self::p or self::div or self::span or self::small][position()<12]"
)
_LINE, _OFFICE = 100, 40  # characters of a line by the headline; of an author that is not a person
_LEVELS = 3  # above a byline, in which the heading of a teaser is
_TEASER = 400  # characters of a part with a heading: a longer one is the article's
_FIRST = 3  # texts of an element marked as a byline that may be the author's
# Contributors to an encyclopedia are not authors.
_CROWD = re.compile(
    rf"(?:wikipedia|wiki|site)?[ -]?{PHRASES['crowds']}(?:$| {PHRASES['crowds_of']}\b)",
    re.IGNORECASE,
)
_NO_OFFICE = re.compile(r"/|www\.|\d{3}|\w\.[a-z]{2,4}$")
_DAY = re.compile(
    r"\d{1,2}[./]\s?(?:\d{1,2}[./]|[^\W\d]{3,})\s?\d{4}|\d{4}-\d\d-\d\d|\d{1,2} [^\W\d]{3,} \d{4}"
    r"|[^\W\d]{3,}\.? \d{1,2}, \d{4}"
)
_PARTS = re.compile(
    r"\s+[|/·•–—-]\s+|\s*[|·•]\s*|"
    rf"\s+(?=(?:{PHRASES['writer_labels']}|{PHRASES['other_labels']})\s*[:：])"
)
_SOURCE = re.compile(rf"{PHRASES['other_labels']}\s*[:：]")  # names, but no writers
_FROM = re.compile(rf"(?<=[^\W\d_])\s+{PHRASES['writer_in']}\s+[^\W\d_a-z][^,;|]*$")

Found = tuple[tuple[str, ...], str]


def authors_of(
    tree: HtmlElement, metas: Metas, nodes: Sequence[Node], outlets: Collection[str]
) -> Found:
    """Return the authors and where they were found, empty if no source names a person.

    `nodes` is all of the page's JSON-LD; `outlets` are the outlet's names as returned by
    `title.plain`. A single word is taken for a name only if no source has a fuller one.
    """
    marked = [element for element in tree.xpath(_MARKED)[:_MOST] if not _is_foreign(element)]
    places: tuple[Iterator[Found], ...] = (
        _in_nodes(nodes, outlets, only_persons=True),
        _in_metas(metas, outlets, strict=True),
        _in_marked(marked, outlets, strict=True),
        _in_text(tree, outlets),
        _in_dateline(tree, outlets),
        _in_links(tree, outlets),
        _in_metas(metas, outlets, strict=False),
        _in_marked(marked, outlets, strict=False),
        # No other source names a person: the stated author is kept, even the outlet or its editors.
        _in_nodes(nodes, ()),
        _in_marked(marked, (), strict=False),
        _as_stated(nodes, metas, marked),
    )
    return next((found for place in places for found in place if found[0]), ((), ""))


def _in_nodes(
    nodes: Sequence[Node], outlets: Collection[str], *, only_persons: bool = False
) -> Iterator[Found]:
    known = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    for node in articles_among(nodes):
        for key in ("author", "creator"):
            value = node.get(key)
            listed = value if isinstance(value, list) else [value]
            stated = [_resolved(item, known) for item in listed[:20]]
            named = [
                text
                for item in stated
                if not (only_persons and _is_organization(item))
                for text in texts(item)
            ]
            yield _all(named, outlets, strict=False), "json-ld"


def _is_organization(value: object) -> bool:
    return isinstance(value, Mapping) and str(value.get("@type")).endswith("Organization")


def _resolved(value: object, known: Mapping[str, Node]) -> object:
    if isinstance(value, Mapping) and "name" not in value:
        return known.get(str(value.get("@id")), value)
    return known.get(value, value) if isinstance(value, str) else value


def _all(bylines: Iterable[str], outlets: Collection[str], *, strict: bool) -> tuple[str, ...]:
    names = (people(_FROM.sub("", text), outlets, strict=strict) for text in bylines)
    found = chain.from_iterable(names)
    return tuple(dict.fromkeys(found))


def _in_metas(metas: Metas, outlets: Collection[str], *, strict: bool) -> Iterator[Found]:
    for wanted in _METAS:
        bylines = [text for key, text in metas if key == wanted]
        yield _all(bylines, outlets, strict=strict), wanted
    values = dict(metas)
    for number in "12":  # what a link's preview shows: a label and a value
        if BY.match(values.get(f"twitter:label{number}", "")):
            bylines = [values.get(f"twitter:data{number}", "")]
            yield _all(bylines, outlets, strict=strict), "twitter:data"


def _in_marked(
    marked: Sequence[HtmlElement], outlets: Collection[str], *, strict: bool
) -> Iterator[Found]:
    """Yield the authors in elements marked as a byline, text by text: a name seldom spans two."""
    for element in marked:
        stated = element.get("rel") == "author" or element.get("itemprop") == "author"
        text = element.text_content()
        if len(text) < (400 if strict or stated else 40):
            pieces = [text for text in element.itertext() if text.strip()][:20]
            yield _all(pieces, outlets, strict=strict and not stated), "byline"


def _in_links(tree: HtmlElement, outlets: Collection[str]) -> Iterator[Found]:
    names = [link.text_content() for link in tree.xpath(_WRITERS)[:5]]
    yield _all(names, outlets, strict=True), "link to the author"


def _in_dateline(tree: HtmlElement, outlets: Collection[str]) -> Iterator[Found]:
    """Yield the authors in a line with date and names: "4 May 2022 | 13:10 | Ann Lee"."""
    for element in tree.xpath(_BESIDE):
        text = squeeze(element.text_content()[: 2 * _LINE])
        if len(text) < _LINE and _DAY.search(text):
            parts = [it for it in _PARTS.split(text) if not (_DAY.search(it) or _SOURCE.match(it))]
            yield _all(parts, outlets, strict=True), "byline"


def _as_stated(
    nodes: Sequence[Node], metas: Metas, marked: Sequence[HtmlElement]
) -> Iterator[Found]:
    """Yield an author that is not a person's name ("Staff Writer"), unchanged."""
    stated = [
        (text, "json-ld") for node in articles_among(nodes) for text in texts(node.get("author"))
    ]
    stated += [(text, key) for key, text in metas if key == "author"]
    stated += [
        (text, "byline") for element in marked for text in islice(element.itertext(), _FIRST)
    ]
    for text, place in stated:
        name = without_by(text)
        if _is_office(name):
            yield (name,), place


def _is_office(name: str) -> bool:
    """Return whether a text may be the name of an office, such as "Staff Writer"."""
    if is_label(name) or _CROWD.match(name) or len(name) > _OFFICE:
        return False
    return any(map(str.isalpha, name)) and not _NO_OFFICE.search(name)


def _is_foreign(element: HtmlElement) -> bool:
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag in {"aside", "blockquote", "figure", "figcaption"}:
            return True
        if ancestor.tag in {"body", "article", "main"}:
            return False
        if _FOREIGN.search(f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"):
            return True
    return False


def _in_text(tree: HtmlElement, outlets: Collection[str]) -> Iterator[Found]:
    """Yield the authors in a line of the text that consists of "By" and names."""
    awaited = False
    for element, line in islice(_lines(tree), _PIECES):
        begins = BY.match(line)
        if len(line) < _LINE and (begins or awaited):
            found = people(line[begins.end() :] if begins else line, outlets, strict=True)
            named = bool(found) and all(is_name(name, strict=True) for name in found)
            if named and not _is_in_teaser(element):
                yield found, "byline"
        awaited = begins is not None and begins.end() == len(line)


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
