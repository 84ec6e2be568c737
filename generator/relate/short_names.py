"""The whole names that surnames and acronyms are short for, as the articles themselves say. Pure.

Within an article a surname is the person whom the article names ("President Donald Trump … Trump"),
and an acronym the name with its initials. An article that has the short name alone follows the
dominant reading of the collection. A short name with two bearers stays as it is.
"""

from __future__ import annotations

import re
from collections import ChainMap, Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field

from generator.models import Analysis, Candidate
from generator.relate.folding import fold

_ACRONYM = re.compile(r"[A-ZА-Я][A-ZА-Я&]{1,6}|(?:[A-Z]\.){2,6}")
_SMALL = frozenset(
    {"of", "the", "and", "for", "on", "in", "to", "de", "du", "des", "la", "le", "del", "y", "e"}
    | {"und", "der", "für", "do", "da", "para"}
)
# What looks like a person's name: two or three words, none of them a small one or an acronym.
_NAME = r"[^\W\d_a-z][\w'’.-]*"
_PERSON = re.compile(rf"(?:{_NAME} ){{1,2}}(?!\w+-[a-z])(?=\S*[^\W\d_A-Z]){_NAME}")
_DOMINANT = 0.9  # of the articles that have a bearer, those of the dominant one
_KNOWN = 0.5  # of the articles that have the short name alone, how many the whole one must have
_SHORTEST = 3  # letters of a surname


@dataclass(frozen=True)
class ShortNames:
    """Short name → whole name, all folded: where an article has several readings, and where none.

    `middle` maps a name with a middle name or initial to the name without.
    """

    dominant: MutableMapping[str, str]
    middle: MutableMapping[str, str]
    no_surnames: frozenset[str]  # words that articles write in lower case

    @classmethod
    def of(cls, analyses: Iterable[Analysis]) -> ShortNames:
        """Return what the articles of a collection say of short names."""
        evidence = _Evidence()
        for analysis in analyses:
            evidence.add(analysis)
        middle = dict(_without_middle(evidence.full, evidence.lower))
        return cls(
            dict(evidence.dominant(middle)),
            middle,
            frozenset(evidence.lower),
        )

    def within(self, analysis: Analysis) -> Mapping[str, str]:
        """Return the whole name of each short name of an article that has one."""
        own = {
            last: self.middle.get(whole[0], whole[0])
            for last, whole in _surnames_in(analysis).items()
            if last not in self.no_surnames
        }
        for short, whole in _expansions_in(analysis).items():
            if len(set(whole)) == 1:
                own[short] = whole[0]
        return ChainMap(own, self.middle, self.dominant)


@dataclass
class _Evidence:
    """How many articles have each whole name, each short one, and both."""

    full: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)  # without any whole name for it
    both: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    bearers: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    expansions: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lower: set[str] = field(default_factory=set)

    def add(self, analysis: Analysis) -> None:
        """Count the names of an article."""
        for candidate in analysis.candidates:
            self.lower.update(word for word in candidate.text.split() if word.islower())
        surnames = _surnames_in(analysis)
        single = {key for key in _names(analysis) if " " not in key}
        for last, whole in surnames.items():
            self.full.update(set(whole))
            self.bearers[last][whole[0]] += 1  # of several in an article, the best
            if last in single:
                self.both[last][whole[0]] += 1
        self.alone.update(single - surnames.keys())
        for short, whole in _expansions_in(analysis).items():
            self.expansions[short].update(set(whole))

    def dominant(self, middle: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Yield short names with the whole name that nearly all articles mean by them."""
        for last, whole in self.both.items():
            bearers = _merged(self.bearers[last], middle)
            best = _clearly_first(bearers)
            said = best in {middle.get(name, name) for name in whole}
            if best is None or not said or last in self.lower:
                continue
            if bearers[best] >= _KNOWN * (self.alone[last] + bearers[best]):
                yield last, best
        for short, found in self.expansions.items():
            if best := _clearly_first(found):
                yield short, best


def _clearly_first(found: Counter[str]) -> str | None:
    """Return the name that has nearly all of the articles; None where no name has."""
    (best, count), *_ = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return best if count >= _DOMINANT * found.total() else None


def _merged(found: Mapping[str, int], same: Mapping[str, str]) -> Counter[str]:
    merged: Counter[str] = Counter()
    for name, count in found.items():
        merged[same.get(name, name)] += count
    return merged


def _names(analysis: Analysis) -> list[str]:
    """Return the names of an article, folded, best first, each once."""
    named = (candidate for candidate in analysis.candidates if candidate.name)
    return list(dict.fromkeys(fold(candidate.key) for candidate in named))


def _surnames_in(analysis: Analysis) -> Mapping[str, Sequence[str]]:
    """Return by surname the persons' names of an article that end with it, the best first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in analysis.candidates:
        if candidate.name and _PERSON.fullmatch(candidate.text):
            name = fold(candidate.key)
            last = name.split()[-1]
            if len(last) >= _SHORTEST and name not in found[last]:
                found[last].append(name)
    return {last: names for last, names in found.items() if names}


def _without_middle(full: Mapping[str, int], lower: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield names with a middle name, each with the more frequent name without it.

    Two middle names of one first name and surname are two persons. `lower` are words that no
    person's name consists of.
    """
    middles: defaultdict[str, list[str]] = defaultdict(list)
    for name in full:
        first, *middle, last = name.split()
        if middle and not {first, *middle, last} & set(lower):
            middles[f"{first} {last}"].append(name)
    for short, names in middles.items():
        if len(names) == 1 and full.get(short, 0) >= full[names[0]]:
            yield names[0], short


def _expansions_in(analysis: Analysis) -> Mapping[str, Sequence[str]]:
    """Return by acronym of an article the names in it that have these initials."""
    texts = (candidate.text for candidate in analysis.candidates)
    short = {fold(text) for text in texts if _ACRONYM.fullmatch(text)}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in analysis.candidates:
        for initials in _initials(candidate) & short:
            found[initials].append(fold(candidate.key))
    return found


def _initials(candidate: Candidate) -> set[str]:
    """Return the initials of a name of several words: all, and those before its last "and".

    "CDC" stands for the Centers for Disease Control and Prevention.
    """
    words = re.split(r"[\s\-]", candidate.text.lower())
    if not candidate.name or len(words) < 2:
        return set()
    parts = [words]
    if "and" in words:
        parts.append(words[: len(words) - 1 - words[::-1].index("and")])
    initials = ("".join(word[:1] for word in part if word not in _SMALL) for part in parts)
    return {found for found in initials if len(found) > 1}
