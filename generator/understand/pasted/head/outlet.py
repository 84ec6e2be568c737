"""The outlet of a page, as the page names itself in several places. Pure.

Each kind of place where a name stands (the top, the window's title, a line of copyright, "Follow
…", "About …", "… newsletter", an address) counts once, with a weight. A name is the outlet's if
its kinds of evidence agree enough: one strong form, or two others.
"""

from __future__ import annotations

import re

from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.head.outlet_candidates import Candidate, candidates
from generator.understand.pasted.head.outlet_mentions import Mentions
from generator.understand.vocabulary import outlet_forms
from generator.understand.vocabulary.page_words import starts_with
from generator.understand.vocabulary.people import people
from generator.understand.vocabulary.phrases import is_outlet

# How much each kind of place tells; set by hand on two thirds of the sites of 325 pasted pages.
_WEIGHTS = {
    "copyright": 3.5,
    "window title": 3.0,
    "follow": 2.0,
    "source": 2.0,
    "staff": 2.0,
    "top": 2.0,
    "owner": 2.0,
    "told often": 2.0,
    "offer": 1.5,
    "about": 1.5,
    "both sides": 1.5,
    "address": 1.5,
    "is an address": 1.5,
    "more lines": 1.0,
    "line of its own": 1.0,
    "first words of lines": 1.0,
    "credit": 1.0,
    "told": 1.0,
}
_ENOUGH = 3.0
_ALONE = 0.5  # taken off where a page says no more than it does of its subjects
# What texts say of the agencies that they come from, too.
_OF_AGENCIES = frozenset(
    {"copyright", "source", "owner", "staff", "credit", "told", "told often", "line of its own"}
    | {"first words of lines"}
)
# What pages also say of their subjects and sections.
_OF_SUBJECTS = frozenset(
    {"offer", "about", "credit", "told", "more lines", "line of its own", "first words of lines"}
)
# What is said of a page's writers, too.
_OF_PEOPLE = frozenset({"staff", "credit", "line of its own", "told", "told often", "more lines"})
_OF_MENUS = frozenset({"top", "line of its own"})
_SURE = frozenset({"copyright", "window title"})
_HEAD = 16  # lines below the headline in which the writers are named


def outlet(head: Head) -> tuple[str, int] | None:
    """Return the outlet's name and the line that says it; None where the page agrees on none."""
    found = sorted((pair for pair in weighed(head) if pair[0] >= _ENOUGH), key=_rank, reverse=True)
    if not found:
        return None
    best = found[0][1]
    longer = re.compile(rf"{re.escape(best.name)}[ \-](?!and )")  # "The West", "The West Courier"
    best = next((candidate for _, candidate in found if longer.match(candidate.name)), best)
    return best.name, best.at


def weighed(head: Head) -> list[tuple[float, Candidate]]:
    """Return the candidates with the weight of all that is said for each."""
    found = list(candidates(head).values())
    mentions = Mentions(head)
    for candidate in found:
        mentions.add_to(candidate)
    return [(_weight(one, head), one) for one in found if not _is_person(one, head)]


def _rank(found: tuple[float, Candidate]) -> tuple[float, int, int]:
    """Rank by weight, then by how many kinds agree, then by what stands nearest the page's end."""
    weight, candidate = found
    return weight, len(candidate.evidence), max(candidate.evidence.values(), default=0)


def _weight(candidate: Candidate, head: Head) -> float:
    kinds = set(candidate.evidence)
    if outlet_forms.is_agency(candidate.name):
        kinds -= _OF_AGENCIES
    if candidate.name in head.lines[head.title]:
        kinds -= _OF_SUBJECTS  # whom the article is about
    if kinds == {"copyright"} and not candidate.mentions:
        return 0.0  # who owns a text from elsewhere
    if kinds == _OF_MENUS:
        return 0.0  # an item of a menu that stands at the foot, too
    weight = sum(_WEIGHTS[kind] for kind in kinds)
    if kinds - _OF_SUBJECTS:
        return weight
    is_item = " " not in candidate.name and "line of its own" in kinds
    return 0.0 if is_item else weight - _ALONE


def _is_person(candidate: Candidate, head: Head) -> bool:
    """Return whether a name is that of a person whom the page follows or is about."""
    name, kinds = candidate.name, set(candidate.evidence)
    if is_outlet(name) or (kinds & _SURE and not kinds <= _OF_PEOPLE):
        return False
    if kinds <= _OF_PEOPLE:
        return bool(people(name, (), strict=True))
    below = head.lines[head.title : head.title + _HEAD]
    named = any(line == name or (name in line and starts_with("by", line)) for line in below)
    return " " in name and named and bool(people(name, (), strict=True))
