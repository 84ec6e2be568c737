"""The authors of a page's article: from its metadata, then its byline. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice

from lxml.html import HtmlElement

from generator.understand.html.metadata.byline_in_text import (
    CROWD,
    Found,
    beside_headline,
    in_opening,
    in_text,
    names_in,
    texts_of_names,
)
from generator.understand.html.metadata.jsonld import Node, articles_among, texts
from generator.understand.html.metadata.meta import Metas
from generator.understand.vocabulary.outlet_forms import is_agency, is_company
from generator.understand.vocabulary.people import BY, is_account, is_label, without_by

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
    "articleauthor",
    "dable:author",
    "mrf:authors",
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
_MARK = re.compile(
    r"[bB]y[_-]?line|[uU]thor|autor|auteur|[wW]riter|[sS]ignature|[jJ]ournalist|[rR]eporter|"
    r"[rR]edacteur|[pP]eriodista|(?<!\S)firma(?!\S)"
)
_MARKED_ID = re.compile("byline|^aut(?:h)?or")
# Parts with names of other people: commenters, writers of the next articles.
_FOREIGN = re.compile(
    r"comment|kommentar|author-?note|follow|related|teaser|sidebar|recommend|(?<!post-)(?<!entry-)footer|quote|bio\b|"
    r"desc|avatar|caption|\bcard|widget|most-?read|disqus|respond|popular|"
    r"(?:img|image|photo|foto)-?(?:author|credit)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MOST = 60  # marked elements that are read

_OFFICE = 40  # characters of an author that is not a person
_SHORTHAND = 4  # letters
_HANDLE = re.compile(r"[a-z][a-z\d_.-]{4,}")  # "jdoe85": how a user of the site is called
_FIRM = re.compile("株式会社|有限会社|新聞社")
_FIRST = 3  # texts of an element marked as a byline that may be the author's
_NO_OFFICE = re.compile(r"^[#@]|[*=<>_]|/|www\.|\d{3}|\w\.[a-z]{2,4}$")


def authors_of(
    tree: HtmlElement, metas: Metas, nodes: Sequence[Node], outlets: Collection[str]
) -> Found:
    """Return the authors and where they were found, empty if no source names a person.

    `nodes` is all of the page's JSON-LD; `outlets` are the outlet's names as returned by
    `wordings.plain`. A single word is taken for a name only if no source has a fuller one.
    """
    marked = [
        element
        for element in islice(filter(_is_marked, _elements(tree)), _MOST)
        if not _is_foreign(element)
    ]
    places: tuple[Iterator[Found], ...] = (
        _in_nodes(nodes, outlets, only_persons=True),
        _in_metas(metas, outlets, strict=True),
        _in_marked(marked, outlets, strict=True),
        in_text(tree, outlets),
        beside_headline(tree, outlets),
        in_opening(tree, outlets),
        _in_links(tree, outlets),
        _in_metas(metas, outlets, strict=False),
        _in_marked(marked, outlets, strict=False),
        # No other source names a person: the stated author is kept, even the outlet or its editors.
        _in_nodes(nodes, ()),
        _in_marked(marked, (), strict=False),
        _as_stated(nodes, metas, marked),
    )
    for names, origin in chain.from_iterable(places):
        told = tuple(name for name in names if origin == "byline" or _is_shown(name, tree))
        if told:
            return told, origin
    return (), ""


def _elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    return (element for body in tree.iter("body") for element in body.iterdescendants("*"))


def _is_marked(element: HtmlElement) -> bool:
    """Return whether an element is marked as a byline, by its class or as data."""
    stated = element.get("rel") == "author" or element.get("itemprop") == "author"
    names = (element.get("class"), element.get("data-testid"), element.get("id"))
    return stated or (any(names) and _has_mark(*names))


@lru_cache(maxsize=1 << 12)  # the elements of a page share a few names
def _has_mark(class_: str | None, tested: str | None, id_: str | None) -> bool:
    named = _MARK.search(f"{class_ or ''} {tested or ''}")
    return named is not None or _MARKED_ID.search(id_ or "") is not None


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
            found = names_in(named, outlets, strict=False)
            if not (only_persons and all(map(_is_no_person, found))):
                yield found, "json-ld"


def _is_no_person(name: str) -> bool:
    """Return whether a name is a company's, or what a newsroom writes for short: "red"."""
    is_short = name.islower() and len(name) <= _SHORTHAND
    return is_short or _FIRM.search(name) is not None or any(map(is_company, name.split()))


def _is_shown(name: str, tree: HtmlElement) -> bool:
    """Return whether a page shows a name, if that is what only its system calls a user by."""
    if _HANDLE.fullmatch(name) is None or is_agency(name):
        return True
    same = (element for element in _elements(tree) if (element.text or "").strip() == name)
    return not all(map(_is_hidden, same))


def _is_hidden(element: HtmlElement) -> bool:
    return any(
        _HIDDEN.search(part.get("style") or "") for part in (element, *element.iterancestors())
    )


def _is_organization(value: object) -> bool:
    return isinstance(value, Mapping) and str(value.get("@type")).endswith("Organization")


def _resolved(value: object, known: Mapping[str, Node]) -> object:
    if isinstance(value, Mapping) and "name" not in value:
        return known.get(str(value.get("@id")), value)
    return known.get(value, value) if isinstance(value, str) else value


def _in_metas(metas: Metas, outlets: Collection[str], *, strict: bool) -> Iterator[Found]:
    for wanted in _METAS:
        bylines = [text for key, text in metas if key == wanted]
        found = names_in(bylines, outlets, strict=strict)
        yield tuple(name for name in found if not _is_no_person(name)), wanted
    values = dict(metas)
    for number in "12":  # what a link's preview shows: a label and a value
        if BY.match(values.get(f"twitter:label{number}", "")):
            bylines = [values.get(f"twitter:data{number}", "")]
            yield names_in(bylines, outlets, strict=strict), "twitter:data"


def _in_marked(
    marked: Sequence[HtmlElement], outlets: Collection[str], *, strict: bool
) -> Iterator[Found]:
    """Yield the authors in elements marked as a byline, text by text: a name seldom spans two."""
    for element in marked:
        stated = element.get("rel") == "author" or element.get("itemprop") == "author"
        text = element.text_content()
        if len(text) < (400 if strict or stated else 40):
            pieces = [text for text in texts_of_names(element) if text.strip()][:20]
            yield names_in(pieces, outlets, strict=strict and not stated), "byline"


def _in_links(tree: HtmlElement, outlets: Collection[str]) -> Iterator[Found]:
    names = [link.text_content() for link in tree.xpath(_WRITERS)[:5]]
    yield names_in(names, outlets, strict=True), "link to the author"


def _as_stated(
    nodes: Sequence[Node], metas: Metas, marked: Sequence[HtmlElement]
) -> Iterator[Found]:
    """Yield an author that is not a person's name ("Staff Writer"), unchanged."""
    stated = [
        (text, "json-ld") for node in articles_among(nodes) for text in texts(node.get("author"))
    ]
    stated += [(text, key) for key, text in metas if key == "author"]
    stated += [
        (text, "byline")
        for element in marked
        for text in islice(texts_of_names(element), _FIRST)
        if not text.rstrip().endswith(":")
    ]
    for text, place in stated:
        name = without_by(text)
        if _is_office(name) and not CROWD.match(text):
            yield (name,), place


def _is_office(name: str) -> bool:
    """Return whether a text may be the name of an office, such as "Staff Writer"."""
    if is_label(name) or is_account(name) or len(name) > _OFFICE:
        return False
    return any(map(str.isalpha, name)) and not _NO_OFFICE.search(name)


def _is_foreign(element: HtmlElement) -> bool:
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag in {"aside", "blockquote", "figure", "figcaption"}:
            return True
        if _HIDDEN.search(ancestor.get("style") or ""):
            return True
        if ancestor.tag in {"body", "article", "main"}:
            return False
        if _FOREIGN.search(f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"):
            return True
    return False
