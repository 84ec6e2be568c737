"""The candidates for a page's section and outlet, and why each was rejected. Pure.

Computed only for `digest inspect --explain`; reading a page does not need it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.understand.pasted import head as page_head
from generator.understand.pasted.head import outlet
from generator.understand.pasted.head.breadcrumbs import EDGES, may_be
from generator.understand.pasted.head.facts import Head
from generator.understand.vocabulary import section_words
from generator.understand.vocabulary.head_phrases import known

_MOST = 5  # candidates of a field that are named
_ITEM = {"line of its own"}  # what items of menus have, too
_STRONGER = "other evidence is stronger"
_INITIALS = "initials, and another name is at the page's top"
_NEAR = 4  # lines around the headline in which sections are considered


@dataclass(frozen=True, slots=True)
class Considered:
    """A value that was considered for a field; `lacks` is "" for the one that was taken."""

    field: str
    text: str
    lacks: str


def considered(head: Head) -> tuple[Considered, ...]:
    """Return the candidates for the section and the outlet of a page, the taken ones first."""
    found = page_head.facts(head).found
    return (*_sections(head, found.get("section")), *_outlets(head, found.get("outlet")))


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
        more = enough if weight >= outlet.ENOUGH else "too little evidence"
        yield Considered("outlet", candidate.name, f"{more}: {kinds}")
