"""The outlet of a page, as the page names itself in several places. Pure.

Each kind of place where a name occurs (the top, the window's title, a line of copyright, "Follow
…", "About …", "… newsletter", an address) counts once, with a weight. A name is the outlet's if
its kinds of evidence agree enough: one strong form, or two others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from generator.tables import load_numbers
from generator.understand.pasted.head import outlet_names
from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.head.outlet_candidates import Candidate, candidates
from generator.understand.pasted.head.outlet_choice import SURE, choice
from generator.understand.pasted.head.outlet_kinds import (
    ENOUGH,
    OF_NAMES,
    also_of,
    are_only_of,
    weight_of,
)
from generator.understand.pasted.head.outlet_mentions import Mentions
from generator.understand.pasted.head.outlet_owners import (
    begins_with_owner,
    says_all_rights,
    says_rights,
)
from generator.understand.vocabulary import outlet_forms
from generator.understand.vocabulary.head_phrases import is_outlet, known
from generator.understand.vocabulary.page_words import starts_with
from generator.understand.vocabulary.people import people

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "outlet")
_SPELT = 3  # mentions of a name that an address runs together
_COMMON = _TUNED["common"]
_ALONE = _TUNED["alone"]
_OF_SITES = frozenset({"top", "masthead", "source", "owner's name"})  # of no writer
_WORD = re.compile(r"[^\W_]+")
_END = 8  # lines at the end of a page, in which it states its own copyright; others are a menu's
_INITIALS = 4  # letters of a name that may be shortened
_BYLINE = 100  # characters of a line that names a writer and an outlet
_PARTS = re.compile(r"[,|·•]|\s[–—-]\s")
_ITEM = 40  # characters of a menu's item
_HEAD = 16  # lines below the headline in which the writers are named


def outlet(head: Head) -> tuple[str, int] | None:
    """Return the outlet's name and the line that states it; None without enough evidence."""
    every = weighed(head)
    found = sorted((pair for pair in every if pair[0] >= ENOUGH), key=_rank, reverse=True)
    chosen = choice([it for _, it in found], every)
    if chosen is None:
        return None
    name, best = chosen
    name = next(_in_byline(name, head), name)
    stated = (at for at in best.evidence.values() if not head.is_text(at))
    return name, next(stated, best.at)


def _in_byline(name: str, head: Head) -> Iterator[str]:
    """Yield the full name of initials, as the line of the writer has it: "NTC News, Halden"."""
    if not name.isupper() or len(name) > _INITIALS:
        return
    for line in head.lines[head.title + 1 : head.title + _HEAD]:
        if len(line) < _BYLINE and not any(map(line.endswith, ".!?…")):
            parts = (part.strip() for part in _PARTS.split(line))
            whole = (part for part in parts if part.startswith(f"{name} "))
            yield from (part for part in whole if outlet_names.is_formed(part))


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
    weight = weight_of(kinds)
    if "product" in kinds and len(set(candidate.evidence.values())) == 1:
        weight = weight_of(["product"])  # a newsletter: "Sign up for Tide Letter, delivered daily"
    if known(candidate.name) == 1 and not kinds & SURE:
        weight -= _COMMON
    if "address" in kinds and _is_spelt(candidate, head):
        weight += ENOUGH / 2
    if kinds - also_of("subject"):
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
        kinds -= also_of("agency")
    if candidate.name in head.lines[head.title]:
        kinds -= also_of("subject")  # whom the article is about
    if known(candidate.name) == 1 and kinds - also_of("menu") == {"offer"}:
        kinds -= also_of("subject")  # "More from Local News"
    return kinds


def _says_too_little(kinds: AbstractSet[str], candidate: Candidate, head: Head) -> bool:
    """Return whether the evidence is of kinds that pages have for other names as well."""
    is_owner_alone = kinds - also_of("menu") == {"copyright"} and not candidate.mentions
    if is_owner_alone and not _is_of_site(candidate, head):
        return True  # who owns a text from elsewhere
    is_contact = are_only_of(kinds, "contact") and bool(kinds & also_of("writer"))
    is_asked = are_only_of(kinds, "talk") and not is_outlet(candidate.name)
    said = kinds - {"credit"} if "owner" in kinds else kinds
    is_part = are_only_of(said, "owner") or are_only_of(kinds, "offer", "about")
    return is_part or is_contact or is_asked


def _is_of_site(candidate: Candidate, head: Head) -> bool:
    """Return whether a line of copyright ends a page: it is the site's, not a text's.

    In what was pasted from the headline on, it states the rights, as a picture's does not.
    """
    at = candidate.evidence["copyright"]
    line = head.lines[at]
    is_name = "." not in candidate.name  # an address may be that of a picture's owner
    states = (head.is_page and is_name and begins_with_owner(line)) or says_rights(line)
    states = states or (begins_with_owner(line) and says_all_rights(line))
    below = head.lines[at + _END :]
    return states and all(len(line) < _ITEM for line in below)


def _is_person(candidate: Candidate, head: Head) -> bool:
    """Return whether a name is that of a person whom the page follows or is about."""
    name, kinds = candidate.name, set(candidate.evidence)
    if is_outlet(name) or (kinds & _OF_SITES and not kinds & also_of("followed")):
        return False
    if kinds & SURE and not are_only_of(kinds, "person"):
        is_owner = kinds - also_of("menu", "writer") == {"copyright"}
        return is_owner and _is_named_below(name, head)
    if are_only_of(kinds, "person"):
        return "bio" not in kinds and bool(people(name, (), strict=True))
    is_followed = are_only_of(kinds, "followed") and len(set(candidate.evidence.values())) == 1
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
