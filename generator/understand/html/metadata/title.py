"""The headline of a page: the wording on which most of its sources agree. Pure.

Candidates are the headings, Open Graph's and schema.org's titles and the `<title>`, each also
without the outlet's name. A candidate is worth what its places are worth; a wording that another
place contains gains a part of that place's worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from generator.understand.html.metadata.headings import Subject, mastheads
from generator.understand.html.metadata.jsonld import Node, texts
from generator.understand.html.metadata.shown_titles import TUNED, WORTH, shown, words
from generator.understand.html.metadata.wordings import SEPARATOR, Candidate, plain, tidy
from generator.understand.vocabulary.head_phrases import known

PART = TUNED["part"]
NAMED, CUT, SHORT = TUNED["named"], TUNED["cut"], TUNED["short"]
KICKED = TUNED["kicked"]
_FEW = 4  # words of a site's name
_METAS = {"twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title", "title"}
_HEADLINES = {"headline", "rbtitle", "cxenseparse:title"}


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

    A title for sharing without the kicker, and a heading with another one, show that the kicker is
    not part of the headline.
    """
    section = source.text.partition(": ")[0]
    other = bool(candidate.kicker) and plain(candidate.kicker) != plain(section)
    heads = candidate.place == "h1" and (other or known(section) == 1)
    states = candidate.place == "og:title" or heads
    return states and candidate.trust == 1 and _adds_kicker(source, candidate)


def _is_cut_short(candidate: Candidate, source: Candidate) -> bool:
    """Return whether another wording is a heading that was cut short, for search or for sharing.

    It may end before the heading does, or begin with the heading's second sentence.
    """
    if candidate.place != "h1" or candidate.trust < 1:
        return False
    before = candidate.text.removesuffix(source.text).rstrip()
    if before.endswith((".", "!", "?")) and len(before) < len(candidate.text):
        return True
    text, rest = candidate.text[: len(source.text)], candidate.text[len(source.text) :].strip()
    return text.lower() == source.text.lower() and bool(rest) and not rest[0].isupper()


def _stated(
    tree: HtmlElement,
    metas: Sequence[tuple[str, str]],
    nodes: Sequence[Node],
    outlets: set[str],
) -> list[Candidate]:
    described = tidy(_described(tree, metas, nodes), outlets)
    subject = Subject(tree, [candidate.text for candidate in described])
    return [*shown(tree, subject, outlets, described), *described]


def _described(
    tree: HtmlElement, metas: Sequence[tuple[str, str]], nodes: Sequence[Node]
) -> Iterable[Candidate]:
    for element in tree.xpath("//body/descendant::*[@itemprop='headline'][not(self::meta)]")[:3]:
        yield Candidate(words(element), "headline", WORTH["headline"])
    for name, content in metas:
        if name == "og:title":
            yield Candidate(_without_site(content), "og:title", WORTH["og:title"])
        elif name in _HEADLINES:
            yield Candidate(content, "headline", WORTH["headline"])
        elif name in _METAS:
            yield Candidate(_without_site(content), "meta", WORTH["meta"])
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
    cuts = list(SEPARATOR.finditer(whole.text))
    for cut in cuts[-2:] + cuts[:1]:
        head, tail = whole.text[: cut.start()].strip(), whole.text[cut.end() :].strip()
        for kept, gone in ((head, tail), (tail, head)):
            named = any(
                name in plain(gone) or plain(gone) in name for name in outlets if plain(gone)
            )
            if len(plain(kept)) > 2:
                yield replace(whole, text=kept, trust=NAMED if named else CUT)
