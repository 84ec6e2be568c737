"""The outlet of a page, as the page names itself in several places. Pure.

Each kind of place where a name occurs (the top, the window's title, a line of copyright, "Follow
…", "About …", "… newsletter", an address) counts once, with a weight. A name is the outlet's if
its kinds of evidence agree enough: one strong form, or two others.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from pathlib import Path

from generator.tables import load_numbers
from generator.understand.pasted.head import outlet_names
from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.head.outlet_candidates import Candidate, candidates
from generator.understand.pasted.head.outlet_choice import (
    OF_MENUS,
    OF_NAMES,
    OF_OWNERS,
    SURE,
    choice,
)
from generator.understand.pasted.head.outlet_mentions import Mentions
from generator.understand.pasted.head.outlet_owners import begins_with_owner, says_rights
from generator.understand.vocabulary import outlet_forms
from generator.understand.vocabulary.head_phrases import is_outlet, known
from generator.understand.vocabulary.page_words import starts_with
from generator.understand.vocabulary.people import people

_TUNED_FILE = Path(__file__).with_name("tuned.yml")
_WEIGHTS = load_numbers(_TUNED_FILE, "outlet_evidence")
_TUNED = load_numbers(_TUNED_FILE, "outlet")
ENOUGH = _TUNED["enough"]
_SPELT = 3  # mentions of a name that an address runs together
_COMMON = _TUNED["common"]
_ALONE = _TUNED["alone"]
# What texts say of the agencies that they come from, too.
_OF_AGENCIES = frozenset(
    {"copyright", "source", "owner", "staff", "credit", "told", "told often", "line of its own"}
    | {"first words of lines"}
)
# What pages also say of their subjects and sections.
_OF_SUBJECTS = frozenset(
    {"offer", "about", "credit", "told", "more lines", "line of its own", "first words of lines"}
    | {"form of an outlet's name"}
)
# What is said of a page's writers, too.
_OF_PEOPLE = frozenset(
    {"staff", "bio", "credit", "line of its own", "told", "told often", "more lines"}
)
# What pages say of their products, sections and partners as they do of themselves: it needs another
# kind beside it.
_OF_OFFERS = _OF_SUBJECTS - {"about", "form of an outlet's name"} | {"product"}
_OF_FOLLOWED = frozenset({"follow", "both sides"})  # "Follow A. Writer on …"
_OF_SITES = frozenset({"top", "masthead", "source", "owner's name"})  # of no writer
_WORD = re.compile(r"[^\W_]+")
_END = 8  # lines at the end of a page, in which it states its own copyright; others are a menu's
_ITEM = 40  # characters of a menu's item
_HEAD = 16  # lines below the headline in which the writers are named

# What is beside a writer's name: one line, with an address, and whom the writer works for.
_OF_WRITERS = frozenset({"staff", "bio"})
_OF_CONTACTS = _OF_WRITERS | {"address", "is an address", "form of an outlet's name"}
_OF_PAGES = frozenset({"about", "about page", "more lines", "line of its own"})  # "About: Jobs"
_OF_TALKS = frozenset({"told", "told often"}) | OF_MENUS


def outlet(head: Head) -> tuple[str, int] | None:
    """Return the outlet's name and the line that states it; None without enough evidence."""
    every = weighed(head)
    found = sorted((pair for pair in every if pair[0] >= ENOUGH), key=_rank, reverse=True)
    chosen = choice([it for _, it in found], every)
    if chosen is None:
        return None
    name, best = chosen
    stated = (at for at in best.evidence.values() if not head.is_text(at))
    return name, next(stated, best.at)


def weighed(head: Head) -> list[tuple[float, Candidate]]:
    """Return the candidates with the weight of all that is said for each."""
    found = list(candidates(head).values())
    mentions = Mentions(head)
    for candidate in found:
        mentions.add_to(candidate)
    whole = [it for it in found if not it.is_rest or it.evidence.keys() & OF_NAMES - {"address"}]
    likely = [
        (_weight(candidate, head), candidate)
        for candidate in whole
        if not _is_person(candidate, head)
    ]
    names = [outlet_names.plain(candidate.name) for _, candidate in likely]
    return [
        pair
        for pair, end in zip(likely, names, strict=True)
        if not any(
            name.endswith(f" {end}") and _is_only_in(pair, other)
            for name, other in zip(names, likely, strict=True)
        )
    ]


def _is_only_in(pair: tuple[float, Candidate], other: tuple[float, Candidate]) -> bool:
    """Return whether a name that ends another occurs only in it: "Times" in "West Times"."""
    (weight, name), (more, longer) = pair, other
    if name.mentions <= longer.mentions and weight <= more:
        return True
    is_own = "copyright" in longer.evidence and "copyright" not in name.evidence
    is_usual = longer.mentions > 1 and (is_own or name.mentions <= longer.mentions + 1)
    return is_usual and more >= ENOUGH


def _rank(found: tuple[float, Candidate]) -> tuple[float, int, int]:
    """Rank by weight, then by how many kinds agree, then by what is nearest the page's end."""
    weight, candidate = found
    return weight, len(candidate.evidence), max(candidate.evidence.values(), default=0)


def _weight(candidate: Candidate, head: Head) -> float:
    kinds = _telling_kinds(candidate, head)
    if _says_too_little(kinds, candidate, head):
        return 0.0
    weight = sum(_WEIGHTS[kind] for kind in kinds)
    if "product" in kinds and len(set(candidate.evidence.values())) == 1:
        weight = _WEIGHTS["product"]  # a newsletter: "Sign up for Tide Letter, delivered daily"
    if known(candidate.name) == 1 and not kinds & SURE:
        weight -= _COMMON
    if "address" in kinds and _is_spelt(candidate, head):
        weight += ENOUGH / 2
    if kinds - _OF_SUBJECTS:
        return weight
    is_item = " " not in candidate.name and "line of its own" in kinds
    return 0.0 if is_item else weight - _ALONE


def _is_spelt(candidate: Candidate, head: Head) -> bool:
    """Return whether a page often writes the name that an address runs together.

    A word that the article has as well may be no more than what it is about: "Freedom".
    """
    name = candidate.name
    is_word = not (" " in name or name.isupper()) and name in _WORD.findall(head.text)
    is_often = candidate.mentions >= _SPELT and "credit" not in candidate.evidence
    return is_often and not is_word


def _telling_kinds(candidate: Candidate, head: Head) -> set[str]:
    """Return the kinds of evidence without those that tell nothing of such a name."""
    kinds = set(candidate.evidence)
    if outlet_forms.is_agency(candidate.name):
        kinds -= _OF_AGENCIES
    if candidate.name in head.lines[head.title]:
        kinds -= _OF_SUBJECTS  # whom the article is about
    if known(candidate.name) == 1 and kinds - OF_MENUS == {"offer"}:
        kinds -= _OF_SUBJECTS  # "More from Local News"
    return kinds


def _says_too_little(kinds: AbstractSet[str], candidate: Candidate, head: Head) -> bool:
    """Return whether the evidence is of kinds that pages have for other names as well."""
    is_owner_alone = kinds - OF_MENUS == {"copyright"} and not candidate.mentions
    if is_owner_alone and not _is_of_site(candidate, head):
        return True  # who owns a text from elsewhere
    is_contact = kinds <= _OF_CONTACTS and bool(kinds & _OF_WRITERS)
    is_asked = kinds <= _OF_TALKS and not is_outlet(candidate.name)
    of_owners = OF_OWNERS | {"credit"} if "owner" in kinds else OF_OWNERS
    is_part = any(kinds <= kind for kind in (of_owners, _OF_OFFERS, _OF_PAGES))
    return is_part or is_contact or is_asked


def _is_of_site(candidate: Candidate, head: Head) -> bool:
    """Return whether a line of copyright ends a page: it is the site's, not a text's.

    In what was pasted from the headline on, it states the rights, as a picture's does not.
    """
    at = candidate.evidence["copyright"]
    line = head.lines[at]
    is_name = "." not in candidate.name  # an address may be that of a picture's owner
    states = (head.is_page and is_name and begins_with_owner(line)) or says_rights(line)
    below = head.lines[at + _END :]
    return states and all(len(line) < _ITEM for line in below)


def _is_person(candidate: Candidate, head: Head) -> bool:
    """Return whether a name is that of a person whom the page follows or is about."""
    name, kinds = candidate.name, set(candidate.evidence)
    if is_outlet(name) or (kinds & _OF_SITES and not kinds & _OF_FOLLOWED):
        return False
    if kinds & SURE and not kinds <= _OF_PEOPLE:
        is_owner = kinds - OF_MENUS - _OF_WRITERS == {"copyright"}
        return is_owner and _is_named_below(name, head)
    if kinds <= _OF_PEOPLE:
        return "bio" not in kinds and bool(people(name, (), strict=True))
    is_followed = kinds <= _OF_FOLLOWED and len(set(candidate.evidence.values())) == 1
    if is_followed and " " in name:
        return _are_people(name)
    return _is_named_below(name, head)


def _are_people(names: str) -> bool:
    """Return whether one of the names that "and" joins is a person's."""
    return any(people(part, (), strict=True) for part in names.split(" and "))


def _is_named_below(name: str, head: Head) -> bool:
    """Return whether a name is a person's, and the page has it where its writers are named."""
    end = min(head.title + _HEAD, head.last)
    low = name.lower()
    below = [(line, line.lower()) for line in head.lines[head.title : end]]
    named = any(lower == low or (low in lower and starts_with("by", line)) for line, lower in below)
    return " " in name and named and bool(people(name, (), strict=True))
