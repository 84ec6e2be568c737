"""The candidates for a page's section, outlet, place and authors, and why each was rejected. Pure.

Computed only for `digest inspect --explain`; reading a page does not need it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.credits import is_caption
from generator.models import Article
from generator.understand.lines.fact_lines import LABEL
from generator.understand.lines.publication_date import Calendar
from generator.understand.pasted import head as page_head
from generator.understand.pasted.head import outlet, place
from generator.understand.pasted.head.breadcrumbs import EDGES, may_be
from generator.understand.pasted.head.byline import is_other_credit, other_credit
from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.head.outlet_kinds import ENOUGH
from generator.understand.vocabulary import section_words
from generator.understand.vocabulary.head_phrases import is_outlet, known
from generator.understand.vocabulary.outlet_forms import is_agency
from generator.understand.vocabulary.people import people

_MOST = 5  # candidates of a field that are named
_ITEM = {"line of its own"}  # what items of menus have, too
_STRONGER = "other evidence is stronger"
_INITIALS = "initials, and another name is at the page's top"
_LINE = 100  # characters of a line that may be a byline
_NEAR = 4  # lines around the headline in which sections are considered


@dataclass(frozen=True, slots=True)
class Considered:
    """A value that was considered for a field; `lacks` is "" for the one that was taken."""

    field: str
    text: str
    lacks: str


def considered(head: Head, article: Article, calendar: Calendar) -> tuple[Considered, ...]:
    """Return the candidates for the fields of a page's head, the taken ones of each first.

    `article` is what was read from the page.
    """
    found = page_head.facts(head).found
    return (
        *_sections(head, found.get("section")),
        *_outlets(head, found.get("outlet")),
        *_places(head, article, calendar),
        *_authors(head, article),
    )


def _sections(head: Head, taken: object) -> Iterator[Considered]:
    if taken:
        yield Considered("section", str(taken), "")
    near = range(max(0, head.title - _NEAR), min(len(head.lines), head.title + _NEAR))
    names = dict.fromkeys(
        head.lines[at].strip(EDGES)
        for at in sorted(near, key=lambda at: abs(at - head.title))
        if at != head.title and may_be(head.lines[at])
    )
    for name in [name for name in names if name != taken][:_MOST]:
        yield Considered("section", name, _lack(name))


def _lack(name: str) -> str:
    if section_words.is_generic(name):
        return "names no subject"
    if known(name) < 1:
        return "no known section's name, and no other evidence"
    return "no step of a breadcrumb trail, no kicker, and not labelled: it may be a menu's item"


def _places(head: Head, article: Article, calendar: Calendar) -> Iterator[Considered]:
    if article.place:
        yield Considered("place", article.place, "")
    paragraphs = [block.text for block in article.blocks]
    names = dict.fromkeys(place.possible(paragraphs, head.lines, head.title, calendar))
    taken = (article.place or "").lower()
    for name in [name for name in names if name.lower() != taken][:_MOST]:
        yield Considered("place", name, place.lack(name, head.lines))


def _authors(head: Head, article: Article) -> Iterator[Considered]:
    for name in article.authors:
        yield Considered("authors", name, "")
    taken = frozenset(name.lower() for name in article.authors)
    lines = [head.lines[at] for at in dict.fromkeys((*head.around, *head.far)) if at != head.title]
    short = (line for line in lines if len(line) <= _LINE)
    named = {name: line for line in short for name in _names(line)}
    for name, line in [pair for pair in named.items() if pair[0].lower() not in taken][:_MOST]:
        yield Considered("authors", name, _no_author(name, line))


def _names(line: str) -> tuple[str, ...]:
    """Return the people whom a line names, behind a label or a credit or without."""
    label = LABEL.fullmatch(line)
    texts = (line, label[2] if label else "", other_credit(line))
    return next(filter(None, (people(text, (), strict=True) for text in texts)), ())


def _no_author(name: str, line: str) -> str:
    if is_other_credit(line) or is_caption(line):
        return "a credit for something other than the text"
    if is_agency(name) or is_outlet(name):
        return "an outlet's or agency's name"
    if known(name) or section_words.is_country(name):
        return "the name of a subject or a country"
    return "not labelled as the writer, and not in the place of a byline"


def _outlets(head: Head, taken: object) -> Iterator[Considered]:
    if taken:
        yield Considered("outlet", str(taken), "")
    best = sorted(
        outlet.weighed(head),
        key=lambda pair: (pair[0], len(pair[1].evidence), pair[1].mentions),
        reverse=True,
    )
    others = [pair for pair in best if pair[1].evidence.keys() - _ITEM and pair[1].name != taken]
    for weight, candidate in others[:_MOST]:
        kinds = ", ".join(sorted(candidate.evidence))
        enough = _STRONGER if taken else _INITIALS
        more = enough if weight >= ENOUGH else "too little evidence"
        yield Considered("outlet", candidate.name, f"{more}: {kinds}")
