"""The headline of a page: the wording on which most of its sources agree. Pure.

Candidates are the headings, Open Graph's and schema.org's titles and the `<title>`, each also
without the outlet's name. A candidate is worth what its places are worth; a wording that another
place contains gains a part of that place's worth.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from lxml.html import HtmlElement

from generator.tables import load_numbers
from generator.text import clean, squeeze
from generator.understand.html.metadata.head_patterns import PHRASES
from generator.understand.html.metadata.headings import Subject, headings, mastheads
from generator.understand.html.metadata.jsonld import Node, texts
from generator.understand.lines.drop_reasons import kind
from generator.understand.vocabulary.head_phrases import known

_TUNED_FILE = Path(__file__).with_name("tuned.yml")
WORTH = load_numbers(_TUNED_FILE, "places")
_TUNED = load_numbers(_TUNED_FILE, "title")
PART = _TUNED["part"]
NAMED, CUT, SHORT = _TUNED["named"], _TUNED["cut"], _TUNED["short"]
KICKED = _TUNED["kicked"]
UNSUPPORTED = _TUNED["unsupported"]
_NAME = 5  # letters of an outlet's name that is recognised inside another's words
_KICKER, _LEAST = 60, 12  # characters of a kicker at most; letters of what follows it at least
_KICKER_NAME = re.compile(PHRASES["kicker_names"], re.IGNORECASE)
_HEADLINE_NAME = re.compile(PHRASES["headline_names"], re.IGNORECASE)
_LARGE = "//body//font[@size='5' or @size='6' or @size='7' or starts-with(@size,'+')]"
_FEW = 4  # words of a site's name
_LONGEST = 300  # characters of a headline
_SEPARATOR = re.compile(r"\s+[–—|•·«»:/⁄*~‹›<>-]+\s+|\s*[|｜ㅣ»«]\s*|::|:\s+")
_METAS = {"twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title", "title"}
_HEADLINES = {"headline", "rbtitle", "cxenseparse:title"}
_DATED = re.compile(r"^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s*[-–—|:]\s+(?=\S)")  # "23.01.2022 - "
_PLAIN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording, its place ("h1", "og:title" …), and what that place is worth.

    `trust` is less than 1 for a part of a wording.
    """

    text: str
    place: str
    worth: float
    trust: float = 1.0


def title_of(
    tree: HtmlElement, metas: Sequence[tuple[str, str]], nodes: Sequence[Node], names: Iterable[str]
) -> tuple[str, str]:
    """Return the headline and its place, both "" for a page without one.

    `names` are the names of the outlet; `metas` are the page's meta elements, `nodes` its
    schema.org descriptions.
    """
    outlets = {plain(name) for name in (*names, *mastheads(tree))} - {""}
    stated = _stated(tree, metas, nodes, outlets)
    offered = [*stated, *(shorter for whole in stated for shorter in _shorter(whole, outlets))]
    best = max(
        offered, key=lambda candidate: _weight(candidate, stated), default=Candidate("", "", 0)
    )
    return _punctuated(best, stated), best.place


def _punctuated(best: Candidate, stated: Sequence[Candidate]) -> str:
    """Return a wording with the colon that another place writes between its kicker and the rest."""
    same = (candidate.text for candidate in stated if plain(candidate.text) == plain(best.text))
    return (
        best.text if ":" in best.text else next((text for text in same if ": " in text), best.text)
    )


@lru_cache(maxsize=1 << 11)  # the lines of a page are compared several times
def plain(text: str) -> str:
    """Return the letters and digits of a text, in lower case, for comparing wordings."""
    return _PLAIN.sub("", text).lower()


def title_parts(text: str) -> list[str]:
    """Return the parts of a page's title between its bars, dashes and other separators."""
    return [part.strip() for part in _SEPARATOR.split(text) if part.strip()]


def _weight(candidate: Candidate, stated: Sequence[Candidate]) -> float:
    """Return the summed worth of the places with the same wording or more, each counted once."""
    wording = plain(candidate.text)
    best: dict[str, float] = {}
    for source in stated:
        other = plain(source.text)
        share = 1.0 if other == wording else PART if wording in other else 0.0
        if not share and source.place == "h1" and _adds_kicker(candidate, source):
            share = KICKED
        elif _is_headline_of(candidate, source) or _is_cut_short(candidate, source):
            share = 1.0
        best[source.place] = max(best.get(source.place, 0.0), share * source.worth)
    return sum(best.values()) * candidate.trust * (SHORT if len(wording) < 8 else 1.0)


def _adds_kicker(candidate: Candidate, heading: Candidate) -> bool:
    """Return whether a wording is a heading with a kicker before it: "Harbour: The quay opens"."""
    kicker, colon, rest = candidate.text.partition(": ")
    return bool(colon and kicker) and plain(rest) == plain(heading.text)


def _is_headline_of(candidate: Candidate, source: Candidate) -> bool:
    """Return whether another wording is a candidate with a section or a kicker before it.

    A title for sharing without the kicker shows that the kicker is not part of the headline.
    """
    section = source.text.partition(": ")[0]
    states = candidate.place == "og:title" or (candidate.place == "h1" and known(section) == 1)
    return states and candidate.trust == 1 and _adds_kicker(source, candidate)


def _is_cut_short(candidate: Candidate, source: Candidate) -> bool:
    """Return whether another wording is a heading that was cut short, for search or for sharing."""
    if candidate.place != "h1" or candidate.trust < 1:
        return False
    text, rest = candidate.text[: len(source.text)], candidate.text[len(source.text) :].strip()
    return text.lower() == source.text.lower() and bool(rest) and not rest[0].isupper()


def _stated(
    tree: HtmlElement,
    metas: Sequence[tuple[str, str]],
    nodes: Sequence[Node],
    outlets: set[str],
) -> list[Candidate]:
    described = _tidy(_described(tree, metas, nodes), outlets)
    subject = Subject(tree, [candidate.text for candidate in described])
    shown = [*_first(tree, subject, outlets), *_second(tree, subject, outlets)]
    return [*(shown or _large(tree, subject, outlets)), *described]


def _tidy(found: Iterable[Candidate], outlets: set[str]) -> list[Candidate]:
    """Return candidates on one line without the outlet's name, and none that consists of it."""
    tidy = [
        replace(candidate, text=_without_outlet(_line(candidate.text), outlets))
        for candidate in found
    ]
    return [
        candidate
        for candidate in tidy
        if plain(candidate.text) not in {"", *outlets} and len(candidate.text) <= _LONGEST
    ]


def _without_outlet(text: str, outlets: set[str]) -> str:
    """Return a title without the part that names the outlet and everything beyond it."""
    cuts = list(_SEPARATOR.finditer(text))
    if cuts and plain(text[: cuts[0].start()]) in outlets and plain(text[cuts[0].end() :]):
        return text[cuts[0].end() :].strip()
    ends = [*(cut.start() for cut in cuts[1:]), len(text)]
    for cut, end in zip(cuts, ends, strict=False):
        kept, part = plain(text[: cut.start()]), plain(text[cut.end() : end])
        if kept and _names_outlet(part, len(kept), outlets):
            return text[: cut.start()].strip()
    return text


def _names_outlet(part: str, most: int, outlets: set[str]) -> bool:
    """Return whether a part of a title names an outlet, in fewer characters if it says more."""
    if part in outlets:
        return True
    return len(part) < most and any(len(name) >= _NAME and name in part for name in outlets)


def _first(tree: HtmlElement, subject: Subject, outlets: set[str]) -> Iterable[Candidate]:
    """Yield the h1 headings; one that occurs twice counts once."""
    found = [
        (candidate, element)
        for element in headings(tree, "h1")
        for candidate in _tidy(_wordings(element), outlets)
    ]
    fit = {
        plain(_words(element))
        for candidate, element in found
        if subject.has(candidate.text) and kind(candidate.text) != "related"
    }
    for candidate, element in found:
        inside = next(element.iterancestors("article", "main"), None) is not None
        named = _HEADLINE_NAME.search(element.get("class") or "") is not None
        worth = WORTH["h1 of many" if len(fit) > 1 else "h1"]
        worth += WORTH["h1 of the article"] * inside + WORTH["named h1"] * named
        yield replace(
            candidate, worth=worth * (1.0 if subject.has(candidate.text) else UNSUPPORTED)
        )


def _wordings(heading: HtmlElement) -> Iterable[Candidate]:
    """Yield a heading without the kicker in it, and whole, the likelier one first.

    A kicker is the first of several elements in a heading, by its class or by its place alone.
    """
    whole = Candidate(_words(heading), "h1", WORTH["h1"])
    kicker = _kicker(heading)
    rest = "" if kicker is None else _words_after(kicker).lstrip(" :|/–—-")
    if kicker is None or len(plain(rest)) < _LEAST or len(_words(kicker)) > _KICKER:
        yield whole
    elif _KICKER_NAME.search(kicker.get("class") or ""):
        yield from (replace(whole, text=rest), whole)
    else:
        yield from (whole, replace(whole, text=rest, trust=CUT))


def _kicker(heading: HtmlElement) -> HtmlElement | None:
    """Return the first element with words in a heading that begins with an element."""
    if (heading.text or "").strip():
        return None
    return next((child for child in heading if "".join(child.itertext()).strip(" :|/–—-")), None)


def _words_after(element: HtmlElement) -> str:
    later = (_words(sibling) + f" {sibling.tail or ''}" for sibling in element.itersiblings())
    return squeeze(f"{element.tail or ''} {' '.join(later)}")


def _second(tree: HtmlElement, subject: Subject, outlets: set[str]) -> Iterable[Candidate]:
    found = [Candidate(_words(heading), "h2", WORTH["h2"]) for heading in headings(tree, "h2")]
    for candidate in _tidy(found, outlets):
        yield (
            candidate
            if subject.has(candidate.text)
            else replace(candidate, worth=candidate.worth * UNSUPPORTED)
        )


def _large(tree: HtmlElement, subject: Subject, outlets: set[str]) -> Iterable[Candidate]:
    """Return the texts in large type of an old page, which has no headings."""
    found = [
        Candidate(_words(font), "large type", WORTH["large"]) for font in tree.xpath(_LARGE)[:_FEW]
    ]
    return [candidate for candidate in _tidy(found, outlets) if subject.has(candidate.text)]


def _described(
    tree: HtmlElement, metas: Sequence[tuple[str, str]], nodes: Sequence[Node]
) -> Iterable[Candidate]:
    for element in tree.xpath("//body/descendant::*[@itemprop='headline'][not(self::meta)]")[:3]:
        yield Candidate(_words(element), "headline", WORTH["headline"])
    for name, content in metas:
        if name == "og:title":
            yield Candidate(content, "og:title", WORTH["og:title"])
        elif name in _HEADLINES:
            yield Candidate(content, "headline", WORTH["headline"])
        elif name in _METAS:
            yield Candidate(content, "meta", WORTH["meta"])
    for node in nodes[:1]:
        for text in texts(node.get("headline"))[:1]:
            yield Candidate(text, "json-ld", WORTH["json-ld"])
    for element in tree.xpath("//title[not(ancestor::svg)]")[:1]:
        yield Candidate(_without_site(element.text_content()), "title", WORTH["title"])


def _without_site(title: str) -> str:
    """Return a title without the few words after its last bar: they name the site or section."""
    head, _, tail = title.rpartition("|")
    few = 0 < len(tail.split()) <= _FEW and len(plain(tail)) < len(plain(head))
    return head.strip() if few else title


def _shorter(whole: Candidate, outlets: set[str]) -> Iterable[Candidate]:
    """Yield a title without the part before its first or after its last separator."""
    if whole.place in {"h1", "h2"}:
        return
    cuts = list(_SEPARATOR.finditer(whole.text))
    for cut in cuts[-2:] + cuts[:1]:
        head, tail = whole.text[: cut.start()].strip(), whole.text[cut.end() :].strip()
        for kept, gone in ((head, tail), (tail, head)):
            named = any(
                name in plain(gone) or plain(gone) in name for name in outlets if plain(gone)
            )
            if len(plain(kept)) > 2:
                yield replace(whole, text=kept, trust=NAMED if named else CUT)


def _words(element: HtmlElement) -> str:
    """Return the text of a heading; a colon in an element of its own ends the word before it."""
    pieces = (
        piece.strip() if piece.strip() == ":" else f" {piece}" for piece in element.itertext()
    )
    return "".join(pieces)


def _line(text: str) -> str:
    return _DATED.sub("", squeeze(clean(html.unescape(text))))
