"""The names in one article, full and short, and the case of its words. Pure.

They are cached between builds: only their counts depend on the collection (see `short_names`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.models import Candidate
from generator.relate.country_names import territories
from generator.relate.folding import fold
from generator.relate.plain_keys import bodies, name_key, plain_key
from generator.tables import load_table

_ACRONYM = re.compile(r"[A-ZА-Я][A-ZА-Я&]{1,6}|(?:[A-Z]\.){2,6}")
_PARTICLES = Path(__file__).with_name("name_particles.yml")
# The form of a person's name: two or three words, none of them a small one or an acronym.
_NAME = r"[^\W\d_a-z][\w'’.-]*"
_NO_PERSON = r"(?![^\W\d_a-z]{3,} )"  # the first word is an acronym
_SURNAME = rf"(?!\w+-[a-z])(?=\S*[^\W\d_A-Z])(?:[ae][a-z]-)?{_NAME}"
_PERSON = re.compile(rf"{_NO_PERSON}(?:{_NAME} ){{1,2}}{_SURNAME}")
_INSTITUTION = re.compile(r"[^\W\d_a-z]\w+ of ")
_SHORTEST = 3  # letters of a surname


@dataclass(frozen=True, slots=True)
class Names:
    """The names among the candidates of an article, as folded stems.

    `lower` and `upper` are the words of each candidate by their first letter, `countries` the names
    that begin with a country, with it. `names` are all names, best first; `surnames`, `expansions`
    (of acronyms), `institutions` (by first word) and `bodies` (without their first word) have the
    full names of a short one. `keys` are those of all candidates, in their order.
    """

    lower: tuple[str, ...]
    upper: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    surnames: Mapping[str, Sequence[str]]
    expansions: Mapping[str, Sequence[str]]
    institutions: Mapping[str, Sequence[str]]
    bodies: Mapping[str, Sequence[str]]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> Names:
        """Return the names among the candidates of an article."""
        written = list(_written(candidates))
        names, surnames = _names(candidates), _surnames_in(candidates)
        return cls(
            lower=tuple(word for word, is_lower in written if is_lower),
            upper=tuple(word for word, is_lower in written if not is_lower),
            countries=tuple(_with_country(candidates)),
            names=names,
            surnames=surnames,
            expansions=_expansions_in(candidates),
            institutions=_institutions_in(candidates),
            bodies=_bodies_in(names),
            keys=tuple(_key(candidate, surnames) for candidate in candidates),
        )


def _key(candidate: Candidate, surnames: Collection[str]) -> str:
    """Return the key of a candidate; "Kanzler Holm" has Holm's, if the article names the person."""
    key = plain_key(candidate)
    last = key.rpartition(" ")[2]
    return last if candidate.described and last in surnames else key


def _written(candidates: Sequence[Candidate]) -> Iterator[tuple[str, bool]]:
    """Yield the words of each candidate, each once, and whether it is in lower case."""
    for candidate in candidates:
        words, stems = candidate.text.split(), name_key(candidate).split()
        if len(words) == len(stems):
            pairs = zip(words, stems, strict=True)
            lower = {stem for word, stem in pairs if word.islower()}
            yield from ((stem, stem in lower) for stem in dict.fromkeys(stems))


def _with_country(candidates: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    """Yield the names that begin with a country, with the country."""
    for candidate in candidates:
        if country := _country_before(candidate):
            yield name_key(candidate), country


def _names(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the names of an article, folded, best first, each once."""
    named = (candidate for candidate in candidates if candidate.name)
    return tuple(dict.fromkeys(name_key(candidate) for candidate in named))


def _surnames_in(candidates: Sequence[Candidate]) -> Mapping[str, Sequence[str]]:
    """Return by surname the names of people in an article that end with it, best first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in candidates:
        if candidate.name and not candidate.described and _PERSON.fullmatch(candidate.text):
            name = name_key(candidate)
            last = name.split()[-1]
            if len(last) >= _SHORTEST and name not in found[last]:
                found[last].append(name)
    return {last: names for last, names in found.items() if names}


def _institutions_in(candidates: Sequence[Candidate]) -> Mapping[str, Sequence[str]]:
    """Return by first word the names of an article whose second is "of": "House", "Bank"."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in candidates:
        if candidate.name and _INSTITUTION.match(candidate.text):
            name = name_key(candidate)
            found[name.split()[0]].append(name)
    return dict(found)


def _bodies_in(names: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return the bodies of an article by their names without the first word.

    "Judiciary Committee" may be short for "Senate Judiciary Committee".
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        if name.count(" ") > 1 and name.rpartition(" ")[2] in bodies():
            found[name.partition(" ")[2]].append(name)
    return dict(found)


def _country_before(candidate: Candidate) -> str | None:
    """Return the folded country at the beginning of a name: an acronym, or of several words."""
    if not candidate.name:
        return None
    words, stems = candidate.text.split(), name_key(candidate).split()
    if len(words) == len(stems):
        for count in range(1, min(3, len(words))):
            head = " ".join(words[:count])
            known = count > 1 or _ACRONYM.fullmatch(head)
            if known and fold(head) in territories(candidate.language):
                return " ".join(stems[:count])
    return None


def _expansions_in(candidates: Sequence[Candidate]) -> Mapping[str, Sequence[str]]:
    """Return by acronym in an article the names in it that have these initials."""
    texts = ((candidate.text, name_key(candidate)) for candidate in candidates)
    short = {fold(text): key for text, key in texts if _ACRONYM.fullmatch(text)}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in candidates if short else ():
        for initials in _initials(candidate) & short.keys():
            found[short[initials]].append(name_key(candidate))  # "ir" is the stem of "IRS"
    return dict(found)


def _initials(candidate: Candidate) -> set[str]:
    """Return the initials of a name of several words: all, and those before its last "and".

    "CDC" stands for the Centers for Disease Control and Prevention. Names may contain common words
    ("Высший совет правосудия").
    """
    if not candidate.text[:1].isupper():
        return set()
    words = re.split(r"[\s\-]", candidate.text.lower())
    if len(words) < 2:
        return set()
    parts = [words]
    if "and" in words:
        parts.append(words[: len(words) - 1 - words[::-1].index("and")])
    initials = ("".join(word[:1] for word in part if word not in _particles()) for part in parts)
    return {found for found in initials if len(found) > (1 if candidate.name else 2)}


@cache
def _particles() -> frozenset[str]:
    """Return the small words that initials leave out, of all languages."""
    return frozenset().union(*load_table(_PARTICLES, dict[str, list[str]]).values())
