"""Repeated parts of a page: teasers of a list of articles, or several stories. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from lxml.html import HtmlElement

from generator.models import Block
from generator.tables import load_numbers
from generator.understand.html.metadata.wordings import plain
from generator.understand.markup.blocks import Piece, pieces_of
from generator.understand.vocabulary.people import BY, people

_HEADINGS = ("h2", "h3", "h4")
_TAGS = frozenset({"article", "section", "div", "li", "tr"})
_TITLES = "//head/title"
_BYLINE = 80  # characters
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
_LINK, _DATE = 0.2, 30  # share of a line that is a link, and characters of the date beside it
_YEAR = re.compile(r"(?:19|20)\d\d|^\d{1,2}[./-]\d{1,2}|\d{1,2}:\d\d$")
_LEADS_ON = 40  # characters of a story's last line that leads to the rest of it


@dataclass(frozen=True, slots=True)
class Part:
    """One of several parts of one kind, each with a heading of its own."""

    pieces: Sequence[Piece]
    is_linked: bool  # its heading leads to another page
    is_article: bool  # by its tag

    @property
    def texts(self) -> list[str]:
        """The paragraphs, as `wordings.plain` has them."""
        return [plain(block.text) for block, links in self.pieces if _is_text(block, links)]

    @property
    def size(self) -> int:
        """The number of characters of its paragraphs."""
        return sum(len(block.text) for block, links in self.pieces if _is_text(block, links))

    @property
    def leads_on(self) -> bool:
        """Whether it ends with a link to the whole story."""
        return not self.is_linked and _leads_on(*self.pieces[-1])


def is_list(tree: HtmlElement, found: Sequence[Piece]) -> bool:
    """Return whether most of a text comes from teasers of other articles, or is dated links."""
    whole = sum(len(block.text) for block, links in found if _is_text(block, links))
    dated = [len(block.text) for block, links in found if _is_dated_link(block, links)]
    if len(dated) >= _LEAST and sum(dated) > _SHARE * sum(len(block.text) for block, _ in found):
        return True
    for parts in _groups(tree):
        teasers = [part for part in parts if part.is_linked and 0 < part.size <= _TEASER]
        are_most = len(teasers) >= _LEAST and len(teasers) > len(parts) / 2
        if are_most and _size_within(found, teasers) > _SHARE * whole:
            return True
    return False


def _is_text(block: Block, links: float) -> bool:
    return block.kind != "heading" and links < _LINKED


def _is_dated_link(block: Block, links: float) -> bool:
    """Return whether a line is a link with little but a date beside it."""
    beside = (1 - links) * len(block.text)
    return _LINK < links < 1 and beside <= _DATE and _YEAR.search(block.text) is not None


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
    articles = _articles_with_headlines(tree)
    for parts in [articles] if articles else _groups(tree, below_headline=True):
        if not _are_stories(parts, known, "" if articles else title):
            continue
        stories = [piece for part in parts for piece in part.pieces]
        before, after = _outside(found, stories)
        if sum(len(block.text) for block, _ in (*before, *after)) < _INTRO:
            return [*before, *stories, *after]
    return None


def _outside(pieces: Sequence[Piece], stories: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return the blocks before the last one that is in a story, and those after it, without it."""
    known = {plain(block.text) for block, _ in stories}
    is_inside = [plain(block.text) in known for block, _ in pieces]
    last = max((at for at, inside in enumerate(is_inside) if inside), default=len(pieces))
    outside = [(at, piece) for at, piece in enumerate(pieces) if not is_inside[at]]
    before = [piece for at, piece in outside if at < last]
    return before, [piece for at, piece in outside if at > last]


def _are_stories(parts: Sequence[Part], known: AbstractSet[str], title: str) -> bool:
    """Return whether parts are separate stories, some of which are in the `known` text."""
    held = [any(text in known for text in part.texts) for part in parts]
    are_sections = all(held) and not all(part.is_article or part.leads_on for part in parts)
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


def _articles_with_headlines(tree: HtmlElement) -> list[Part]:
    """Return the adjacent articles with a headline each, [] if the page's title has one of them."""
    headlines = list(islice(tree.iter("h1"), _MOST))
    titles = [plain(element.text_content()) for element in tree.xpath(_TITLES)]
    names = [plain(element.text_content()) for element in headlines]
    articles = [next(element.iterancestors("article"), None) for element in headlines]
    above = {None if article is None else article.getparent() for article in articles}
    is_one_s = any(name and name in title for name in names for title in titles)
    are_apart = len(above) == 1 and None not in above and len(set(articles)) == len(articles)
    if is_one_s or len(articles) == 1 or not are_apart:
        return []
    pairs = zip(articles, headlines, strict=True)
    return [_part(article, headline) for article, headline in pairs if article is not None]


def leading_on(stories: Sequence[Piece]) -> frozenset[int]:
    """Return the indices of the links with which stories end, to the rest of each."""
    heads = [at for at, (block, _) in enumerate(stories) if block.kind == "heading"]
    last = (at - 1 for at in (*heads, len(stories)) if at)
    return frozenset(at for at in last if _leads_on(*stories[at]))


def _leads_on(block: Block, links: float) -> bool:
    return block.kind != "heading" and len(block.text) <= _LEADS_ON and links > _LINKED


def bylines(pieces: Sequence[Piece]) -> int:
    """Return how many different bylines stand directly below headings within a text."""
    below = (
        people(block.text[begins.end() :], (), strict=True)
        for (above, _), (block, _) in pairwise(pieces)
        if above.kind == "heading" and len(block.text) <= _BYLINE
        for begins in filter(None, [BY.match(block.text)])
    )
    return len({names for names in below if names})


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
