"""Repeated parts of a page: teasers of a list of articles, or several stories. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from lxml.html import HtmlElement

from generator.models import Block
from generator.tables import load_numbers
from generator.understand.html.metadata.title import plain
from generator.understand.markup.blocks import Piece, pieces_of

_HEADINGS = ("h2", "h3", "h4")
_TAGS = frozenset({"article", "section", "div", "li"})
_MOST = 150  # headings that are read
_HIGH = 5  # levels above a heading
_TEASER = 400  # characters below the heading of a teaser
_STORY = 100  # characters of text that make a story
_INTRO = 600  # characters above the stories of a page
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "repeated_parts")
_FEW_LINKS = _TUNED["few_links"]
_LEAST = 4  # minimum teasers of a list
_SHARE = _TUNED["share"]
_LINKED = _TUNED["linked"]


@dataclass(frozen=True, slots=True)
class Part:
    """One of several parts of one kind, each with a heading of its own."""

    pieces: Sequence[Piece]
    is_linked: bool  # its heading leads to another page
    is_article: bool  # by its tag

    @property
    def texts(self) -> list[str]:
        """The paragraphs, as `title.plain` has them."""
        return [plain(block.text) for block, links in self.pieces if self._is_text(block, links)]

    @property
    def size(self) -> int:
        """The number of characters of its paragraphs."""
        return sum(len(block.text) for block, links in self.pieces if self._is_text(block, links))

    @staticmethod
    def _is_text(block: Block, links: float) -> bool:
        return block.kind != "heading" and links < _LINKED


def is_list(tree: HtmlElement, found: Sequence[Piece]) -> bool:
    """Return whether most of a text comes from teasers of other articles."""
    whole = sum(len(block.text) for block, _ in found)
    for parts in _groups(tree):
        teasers = [part for part in parts if part.is_linked and 0 < part.size <= _TEASER]
        are_most = len(teasers) >= _LEAST and len(teasers) > len(parts) / 2
        if are_most and _size_within(found, teasers) > _SHARE * whole:
            return True
    return False


def _size_within(pieces: Sequence[Piece], parts: Sequence[Part]) -> int:
    """Return the characters of the blocks whose text is in one of the parts."""
    texts = {text for part in parts for text in part.texts}
    return sum(len(block.text) for block, _ in pieces if plain(block.text) in texts)


def with_all_stories(
    tree: HtmlElement, found: Sequence[Piece], title: str
) -> Sequence[Piece] | None:
    """Return the text of all stories of a page, None for a page of one article.

    `found` is the text of some or all of them. A page contains several stories if adjacent parts of
    one kind each begin with a heading and have text, and the page's own headline is above them all.
    If the headline is that of one of them, the others are further articles.
    """
    known = {plain(block.text) for block, _ in found}
    for parts in _groups(tree, below_headline=True):
        if not _are_stories(parts, known, title):
            continue
        stories = [piece for part in parts for piece in part.pieces]
        outside = _without(found, stories)
        if sum(len(block.text) for block, _ in outside) < _INTRO:
            return [*outside, *stories]
    return None


def _without(pieces: Sequence[Piece], others: Sequence[Piece]) -> list[Piece]:
    """Return the blocks whose text is not in others."""
    known = {plain(block.text) for block, _ in others}
    return [piece for piece in pieces if plain(piece[0].text) not in known]


def _are_stories(parts: Sequence[Part], known: AbstractSet[str], title: str) -> bool:
    """Return whether parts are separate stories, some of which are in the `known` text."""
    held = [any(text in known for text in part.texts) for part in parts]
    are_sections = all(held) and not all(part.is_article for part in parts)
    return any(held) and not are_sections and all(_is_story(part, title) for part in parts)


def _is_story(part: Part, title: str) -> bool:
    first = part.pieces[0][0] if part.pieces else Block("")
    linked = sum(links * len(block.text) for block, links in part.pieces)
    own = first.kind == "heading" and plain(first.text) != plain(title)
    return own and part.size >= _STORY and linked < _FEW_LINKS * part.size


def _groups(tree: HtmlElement, *, below_headline: bool = False) -> list[list[Part]]:
    """Return the groups of parts of one kind, each part with a heading; below the only h1."""
    headlines = list(tree.iter("h1")) if below_headline else []
    if below_headline and len(headlines) != 1:
        return []
    found: list[list[Part]] = []
    seen: set[HtmlElement] = set()
    for heading in islice(tree.iter(*_HEADINGS), _MOST):
        alike = [] if heading in seen else _beside(heading)
        headings = [next(part.iter(*_HEADINGS)) for part in alike]
        seen.update(headings)
        if len(alike) > 1 and not any(_is_within(h1, part) for h1 in headlines for part in alike):
            found.append(list(map(_part, alike, headings)))
    return found


def _beside(heading: HtmlElement) -> list[HtmlElement]:
    """Return the adjacent parts of one kind, one of which contains a heading."""
    near = islice(heading.iterancestors(), _HIGH)
    return next((alike for element in near if len(alike := _alike(element)) > 1), [])


def _alike(element: HtmlElement) -> list[HtmlElement]:
    """Return the elements of one kind beside an element that have headings, itself among them."""
    above = element.getparent()
    if element.tag not in _TAGS or above is None:
        return []
    kind = (element.tag, element.get("class"))
    beside = (sibling for sibling in above.iterchildren(str(element.tag)))
    alike = [sibling for sibling in beside if (sibling.tag, sibling.get("class")) == kind]
    return [sibling for sibling in alike if next(sibling.iter(*_HEADINGS), None) is not None]


def _part(element: HtmlElement, heading: HtmlElement) -> Part:
    inside = next(heading.iter("a"), None) is not None
    links = (above for above in heading.iterancestors("a") if _is_within(above, element))
    return Part(
        pieces_of(element, html=True),
        inside or next(links, None) is not None,
        element.tag == "article",
    )


def _is_within(element: HtmlElement, outer: HtmlElement) -> bool:
    return element is outer or any(above is outer for above in element.iterancestors())
