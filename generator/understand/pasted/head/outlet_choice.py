"""Which of the names that may be the outlet's is given, and how it is written. Pure.

A page may name its outlet, the company that owns it, and what both offer. What its places say of
each other decides; where they contradict each other, no name is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.understand.pasted.head import outlet_names
from generator.understand.pasted.head.outlet_candidates import Candidate
from generator.understand.pasted.head.outlet_kinds import OF_NAMES, also_of, are_only_of

Weighed = tuple[float, Candidate]  # the weight of all evidence

SURE = frozenset({"copyright", "window title"})
_OF_SITES = OF_NAMES - {"top", "owner"}  # where a page names itself, and nothing that it offers
_TOP = frozenset({"top", "masthead"})
_WEB = "www."
_OFTEN = 3  # times as many mentions
_RIVAL = 2.0  # weight of a name that may be the outlet's as well
_INITIALS = 4  # letters of a name that is more than initials
_WORD = re.compile(r"[^\W_]+")


def choice(likely: Sequence[Candidate], every: Sequence[Weighed]) -> tuple[str, Candidate] | None:
    """Return the outlet's name as the page writes it, and the candidate that it is of.

    `likely` are the candidates with enough evidence, the best first; None for none, or where
    another place of the page contradicts.
    """
    best = _in_full(_site(likely), likely, every) if likely else None
    if best is None or _is_contested(best, every):
        return None
    written = next(_spelt(best, every), best)
    return next(_longer(written.name, likely), None) or _formed(written, likely), best


def _spelt(best: Candidate, every: Iterable[Weighed]) -> Iterator[Candidate]:
    """Yield how a page writes the name that its address runs together: "© www.courier.example"."""
    if best.name.startswith(_WEB):
        stem = outlet_names.domain_stem(best.name.removeprefix(_WEB))
        named = (it for _, it in every if "address" in it.evidence and it.mentions > 1)
        yield from (it for it in named if outlet_names.key(it.name) == stem)


def _site(likely: Sequence[Candidate]) -> Candidate:
    """Return the best candidate, unless a page has another one where it says whose it is.

    That is its masthead, for what it only offers, and for the owner of the rights alone; what has
    no legal form, for a company;
    the common beginning of names, for one that is like the owner's: "Coast" of "Coast School".
    """
    best = likely[0]
    kinds, words = best.evidence.keys(), _words(best)
    if not kinds & _OF_SITES:
        return next((it for it in likely if "masthead" in it.evidence), best)
    if are_only_of(kinds, "rights"):
        masthead = (it for it in likely if {"masthead", "is an address"} <= it.evidence.keys())
        sites = (it for it in likely if "company" in kinds and "company" not in it.evidence)
        return next(chain(masthead, sites), best)
    if are_only_of(kinds, "like owner"):
        often = best.mentions * _OFTEN
        begun = (it for it in likely if _words(it) < words and it.mentions > often)
        return next(begun, best)
    return best


def _words(candidate: Candidate) -> frozenset[str]:
    return frozenset(_WORD.findall(candidate.name.lower()))


def _in_full(
    best: Candidate, likely: Sequence[Candidate], every: Sequence[Weighed]
) -> Candidate | None:
    """Return the candidate at a page's top that a name is the initials of; None for another one.

    "Join LT's channel" below "The Lakeside Times": the page's readers know what LT is.
    """
    name = best.name
    if not name.isupper() or len(name) >= _INITIALS or best.evidence.keys() & OF_NAMES:
        return best
    named = [it for _, it in every if " " in it.name and it.evidence.keys() & _TOP]
    full = (it for it in named if outlet_names.initials(it.name).startswith(name))
    sure = (it for it in named if it in likely)
    return next(chain(full, sure), None if named else best)


def _is_contested(best: Candidate, every: Iterable[Weighed]) -> bool:
    """Return whether a page calls itself otherwise than the one place that states a name.

    That is its line of copyright, with a name that it has nowhere else; or the first lines, with a
    name that has a word of the owner's, as another one has: "Coast News", "Coast Media".
    """
    kinds = best.evidence.keys() - also_of("menu")
    others = [(weight, it) for weight, it in every if not _words(it) <= _words(best)]
    if kinds == {"copyright"} and not best.mentions:
        stated = best.evidence["copyright"]
        return any(_names_itself(it) and it.at != stated for _, it in others)
    own = outlet_names.own_words(best.name)
    return kinds == {"owner's name"} and any(
        weight >= _RIVAL and own & outlet_names.own_words(it.name) and "owner" not in it.evidence
        for weight, it in others
        if not _words(it) >= _words(best)
    )


def _names_itself(candidate: Candidate) -> bool:
    """Return whether a page has a name as its own in a place beside the line of copyright."""
    kinds = candidate.evidence.keys()
    is_named = bool(kinds & {"address", "about page"}) or kinds >= {"source", "more lines"}
    return is_named and candidate.mentions > 1


def _longer(name: str, others: Iterable[Candidate]) -> Iterator[str]:
    """Yield the full form of a name that the page also has in a shortened form: "The West Courier".

    What an "and" joins is one name only where the page states it as its own.
    """
    if outlet_names.article(name):
        for other in others:
            whole = f"{outlet_names.article(name)} {outlet_names.plain(other.name)}"
            joined = "" if other.evidence.keys() & SURE else "(?!and )"
            if re.match(rf"{re.escape(name)}[ \-]{joined}", whole):
                yield whole


def _formed(best: Candidate, others: Iterable[Candidate]) -> str:
    """Return the name that begins with another and ends as outlets' names do: "Teesside Today".

    The other, for all that the page says of "Teesside stories", may be the region's. A page's top
    has such a name in any form: "Teesside Live".
    """
    if best.evidence.keys() & OF_NAMES:
        return best.name
    pattern = re.compile(rf"{re.escape(best.name)} (?!and )")
    named = (it for it in others if not are_only_of(it.evidence.keys(), "like owner"))
    begun = [it for it in named if pattern.match(it.name)]
    fit = (it for it in begun if it.evidence.keys() & _TOP or outlet_names.is_formed(it.name))
    return next((it.name for it in fit), best.name)
