"""The headings of a page as wordings of its headline. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from lxml.html import HtmlElement

from generator.tables import load_numbers
from generator.text import squeeze
from generator.understand.html.metadata.head_patterns import PHRASES
from generator.understand.html.metadata.headings import Subject, heading_below, headings, is_in_path
from generator.understand.html.metadata.wordings import Candidate, plain, tidy
from generator.understand.lines.drop_reasons import kind

_TUNED_FILE = Path(__file__).with_name("tuned.yml")
WORTH = load_numbers(_TUNED_FILE, "places")
TUNED = load_numbers(_TUNED_FILE, "title")
UNSUPPORTED, CUT = TUNED["unsupported"], TUNED["cut"]
_KICKER, _LEAST = 60, 12  # characters of a kicker at most; letters of what follows it at least
_KICKER_NAME = re.compile(PHRASES["kicker_names"], re.IGNORECASE)
_HEADLINE_NAME = re.compile(PHRASES["headline_names"], re.IGNORECASE)
_UNSEEN = re.compile("sr-only|screen-reader|visually-?hidden|off-?screen", re.IGNORECASE)
_LARGE = "//body//font[@size='5' or @size='6' or @size='7' or starts-with(@size,'+')]"
_STATING = frozenset({"og:title", "json-ld"})  # places that state the headline of a page
_FEW = 4  # texts in large type that are read


def shown(
    tree: HtmlElement, subject: Subject, outlets: set[str], described: Sequence[Candidate]
) -> list[Candidate]:
    """Return the headings of the first and second level; the texts in large type without any.

    `described` are the wordings of the page's metadata.
    """
    first = _first(tree, subject, outlets, described)
    found = [*first, *_second(tree, subject, outlets)]
    return found or _large(tree, subject, outlets)


def _first(
    tree: HtmlElement, subject: Subject, outlets: set[str], described: Sequence[Candidate]
) -> Iterable[Candidate]:
    """Yield the h1 headings; one that occurs twice counts once.

    One that ends the path to the page is worth little where another heading is the headline.
    """
    stated = {plain(it.text) for it in described if it.place in _STATING}
    own: list[HtmlElement] = []
    for heading in headings(tree, "h1"):
        below = heading_below(heading) if is_in_path(heading) else None
        instead = [] if below is None else list(tidy(_wordings(below), outlets))
        if instead and _is_stated(instead, heading, stated):
            yield from tidy([Candidate(words(heading), "path", WORTH["path"])], outlets)
            yield from (replace(it, worth=WORTH["h2 below a path"]) for it in instead)
        else:
            own.append(heading)
    yield from _ranked(own, subject, outlets)


def _is_stated(wordings: Sequence[Candidate], path: HtmlElement, stated: Collection[str]) -> bool:
    """Return whether metadata have a heading without its kicker, and the path has other words."""
    headline = min((plain(candidate.text) for candidate in wordings), key=len)
    return headline in stated and headline != plain(words(path))


def _ranked(
    every: Sequence[HtmlElement], subject: Subject, outlets: set[str]
) -> Iterable[Candidate]:
    """Yield headings of the first level with what each is worth."""
    found = [
        (candidate, element) for element in every for candidate in tidy(_wordings(element), outlets)
    ]
    fit = {
        plain(words(element))
        for candidate, element in found
        if subject.has(candidate.text) and kind(candidate.text) != "related"
    }
    for candidate, element in found:
        inside = next(element.iterancestors("article", "main"), None) is not None
        named = _HEADLINE_NAME.search(element.get("class") or "") is not None
        worth = WORTH["h1 of many" if len(fit) > 1 else "h1"]
        worth += WORTH["h1 of the article"] * inside + WORTH["named h1"] * named
        is_shown = _UNSEEN.search(element.get("class") or "") is None
        is_fit = is_shown and subject.has(candidate.text)
        yield replace(candidate, worth=worth * (1.0 if is_fit else UNSUPPORTED))


def _wordings(heading: HtmlElement) -> Iterable[Candidate]:
    """Yield a heading without the kicker in it, and whole, the likelier one first.

    A kicker is the first of several elements in a heading, by its class or by its place alone.
    """
    whole = Candidate(words(heading), "h1", WORTH["h1"])
    kicker = _kicker(heading)
    rest = "" if kicker is None else _words_after(kicker).lstrip(" :|/–—-")
    if kicker is None or len(plain(rest)) < _LEAST or len(words(kicker)) > _KICKER:
        yield whole
    elif _KICKER_NAME.search(kicker.get("class") or ""):
        yield from (replace(whole, text=rest, kicker=words(kicker)), whole)
    else:
        yield from (whole, replace(whole, text=rest, trust=CUT))


def _kicker(heading: HtmlElement) -> HtmlElement | None:
    """Return the first element with words in a heading that begins with an element."""
    if (heading.text or "").strip():
        return None
    return next((child for child in heading if "".join(child.itertext()).strip(" :|/–—-")), None)


def _words_after(element: HtmlElement) -> str:
    later = (words(sibling) + f" {sibling.tail or ''}" for sibling in element.itersiblings())
    return squeeze(f"{element.tail or ''} {' '.join(later)}")


def _second(tree: HtmlElement, subject: Subject, outlets: set[str]) -> Iterable[Candidate]:
    found = [Candidate(words(heading), "h2", WORTH["h2"]) for heading in headings(tree, "h2")]
    for candidate in tidy(found, outlets):
        yield (
            candidate
            if subject.has(candidate.text)
            else replace(candidate, worth=candidate.worth * UNSUPPORTED)
        )


def _large(tree: HtmlElement, subject: Subject, outlets: set[str]) -> list[Candidate]:
    """Return the texts in large type of an old page, which has no headings."""
    found = [
        Candidate(words(font), "large type", WORTH["large"]) for font in tree.xpath(_LARGE)[:_FEW]
    ]
    return [candidate for candidate in tidy(found, outlets) if subject.has(candidate.text)]


def words(element: HtmlElement) -> str:
    """Return the text of a heading; a colon in an element of its own ends the word before it."""
    pieces = (
        piece.strip() if piece.strip() == ":" else f" {piece}" for piece in element.itertext()
    )
    return "".join(pieces)
