"""Resolves surnames and acronyms to full names, using the articles themselves. Pure.

Within an article, a surname refers to the person whom the article names ("President Donald Trump …
Trump"), and an acronym the name with its initials. An article with the short name alone follows the
dominant reading of the collection. An ambiguous short name is unchanged.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.relate.names_in_article import Names
from generator.relate.plain_keys import short_first_names
from generator.tables import load_numbers

_USUAL = 3  # articles that have a name in both forms
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "short_names")
_DOMINANT = _TUNED["dominant"]
_EXCEPTION = _TUNED["exception"]
_KNOWN = _TUNED["known"]
_EXPANDED = _TUNED["expanded"]


@dataclass(frozen=True)
class ShortNames:
    """The whole name that nearly all articles of a collection mean by a short one.

    `dominant` has short names, `longer` those with a middle name, an office or a country that the
    collection mostly leaves out ("Robert S. Mueller", "U.S. Senate"). `common` are words that
    articles also write in lower case, so that they are not surnames. `dependent` are names of
    bodies that mostly are short for longer ones; of `ambiguous` ones there are several in the
    collection. All names are folded stems.
    """

    dominant: Mapping[str, str]
    longer: Mapping[str, str]
    common: frozenset[str]
    dependent: frozenset[str]
    ambiguous: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[Names]) -> ShortNames:
        """Return the short names of a collection by the names in its articles."""
        evidence = _Evidence()
        for own in names:
            evidence.add(own)
        longer = dict(evidence.persons()) | dict(evidence.of_the_country())
        dominant = dict(evidence.surnames(longer)) | dict(evidence.others())
        dependent = frozenset(evidence.dependent())
        ambiguous = frozenset(filter(evidence.is_ambiguous, dependent))
        return cls(dominant, longer, evidence.common, dependent, ambiguous)

    def within(self, names: Names) -> Mapping[str, str]:
        """Return the whole name of each name of an article: itself, unless it is a short one."""
        own = {
            last: self.longer.get(whole[0], whole[0])
            for last, whole in names.surnames.items()
            if last not in self.common
        }
        bodies = (
            (short, whole) for short, whole in names.bodies.items() if short in self.dependent
        )
        for short, whole in (*names.expansions.items(), *names.institutions.items(), *bodies):
            if len(set(whole)) == 1:
                own[short] = whole[0]
        known = ((name, own.get(name) or self.longer.get(name)) for name in names.keys)
        return {name: whole or self.dominant.get(name, name) for name, whole in known}


def _counters() -> defaultdict[str, Counter[str]]:
    return defaultdict(Counter)


@dataclass
class _Evidence:
    """How many articles have each name, each short one with a whole one, and each short one alone.

    Of several bearers of a surname in an article, the best one counts.
    """

    names: Counter[str] = field(default_factory=Counter)
    persons_in: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    both: defaultdict[str, Counter[str]] = field(default_factory=_counters)
    bearers: defaultdict[str, Counter[str]] = field(default_factory=_counters)
    expansions: defaultdict[str, Counter[str]] = field(default_factory=_counters)
    institutions: defaultdict[str, Counter[str]] = field(default_factory=_counters)
    bodies: defaultdict[str, Counter[str]] = field(default_factory=_counters)
    countries: defaultdict[str, Counter[str]] = field(default_factory=_counters)
    lower: Counter[str] = field(default_factory=Counter)
    upper: Counter[str] = field(default_factory=Counter)

    def add(self, own: Names) -> None:
        """Count the names of an article."""
        self.lower.update(own.lower)
        self.upper.update(own.upper)
        for name, country in own.countries:
            self.countries[name][country] += 1
        self.names.update(own.names)
        self._add_surnames(own.surnames, own.names)
        for short, whole in own.expansions.items():
            self.expansions[short].update(set(whole))
        for short, whole in own.bodies.items():
            self.bodies[short].update(set(whole))
        for short, whole in own.institutions.items():
            if short in own.names and len(whole) == 1:
                self.institutions[short][whole[0]] += 1

    def _add_surnames(self, surnames: Mapping[str, Sequence[str]], names: Sequence[str]) -> None:
        """Count the surnames of an article with their bearers, and the names without one."""
        for last, whole in surnames.items():
            self.persons_in.update(whole)
            self.bearers[last][whole[0]] += 1
            if last in names:
                self.both[last][whole[0]] += 1
        self.alone.update(name for name in names if " " not in name and name not in surnames)

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that are also written in lower case, apart from rare exceptions."""
        found = self.lower.items()
        return frozenset(word for word, count in found if count > _EXCEPTION * self.upper[word])

    def persons(self) -> Iterator[tuple[str, str]]:
        """Yield names of a person with the usual one: "Robert S. Mueller", "Bob Mueller".

        Two middle names with the same first name and surname are two persons.
        """
        usual = self._usual_first_names()
        middles: defaultdict[str, list[str]] = defaultdict(list)
        for name in self.persons_in:
            first, *middle, last = name.split()
            short = usual.get((_whole(first), last), f"{first} {last}")
            if middle:
                ending = f"{middle[-1]} {last}"  # "Counsel Robert Mueller"
                short = ending if self.persons_in[ending] else short
                if not self.common & set(short.split()):
                    middles[short].append(name)
            elif short != name:
                yield name, short
        for short, names in middles.items():
            known = self.persons_in[short]
            if len({name for name in names if not name.endswith(f" {short}")}) <= 1:
                for name in names:
                    is_office = name.endswith(f" {short}") and name.split()[0] in self.common
                    if is_office or known >= self.persons_in[name]:
                        yield name, short

    def _usual_first_names(self) -> Mapping[tuple[str, str], str]:
        """Return the most frequent name of a person by whole first name and surname."""
        found: dict[tuple[str, str], str] = {}
        for name in sorted(self.persons_in, key=lambda name: (self.persons_in[name], name)):
            first, *middle, last = name.split()
            if not middle:
                found[_whole(first), last] = name
        return found

    def of_the_country(self) -> Iterator[tuple[str, str]]:
        """Yield names that begin with a country where most articles leave it out: "U.S. Senate"."""
        rests: defaultdict[str, list[str]] = defaultdict(list)
        for name, countries in self.countries.items():
            (country, _), *_ = countries.most_common(1)
            rests[name.removeprefix(country).strip()].append(name)
        for rest, names in rests.items():
            yield from ((name, rest) for name in names if self.names[rest] >= self.names[name])

    def surnames(self, longer: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Yield surnames with the person that nearly all articles mean by them."""
        for last, whole in self.both.items():
            if last in self.common:
                continue
            bearers = self._persons_called(last, longer)
            best = _clearly_first(bearers)
            is_named = best in {longer.get(name, name) for name in whole}
            known = _KNOWN * (self.alone[last] + bearers[best]) if best else math.inf
            if best and is_named and (bearers[best] >= known or whole[best] >= _USUAL):
                yield last, best

    def _persons_called(self, last: str, longer: Mapping[str, str]) -> Counter[str]:
        """Return the persons of a surname with the number of articles that name each."""
        bearers: Counter[str] = Counter()
        for name, count in self.bearers[last].items():
            first, *rest = name.split()
            # Neither "Team Mueller" nor a line of "Mueller Mueller" is a person.
            if first not in self.common and first != last:
                rest_of_name = " ".join(rest)  # "Ohio Donald Holm", of a headline
                whole_name = rest_of_name if rest_of_name in self.bearers[last] else name
                bearers[longer.get(whole_name, whole_name)] += count
        return bearers

    def others(self) -> Iterator[tuple[str, str]]:
        """Yield acronyms and short names of institutions with the name nearly all mean by them."""
        for short, found in self.expansions.items():
            best = _clearly_first(found)
            if best and found[best] >= _EXPANDED * self.names[short]:
                yield short, best
        for short, found in (*self.institutions.items(), *self.bodies.items()):
            best = _clearly_first(found)
            if best and found[best] >= _USUAL:
                yield short, best

    def dependent(self) -> Iterator[str]:
        """Yield the names of bodies of which the longer names are at least as frequent."""
        for short, found in self.bodies.items():
            if found.total() >= self.names[short]:
                yield short

    def is_ambiguous(self, body: str) -> bool:
        """Return whether several articles each have different longer names of a body."""
        return sum(count > 1 for count in self.bodies[body].values()) > 1


def _whole(first_name: str) -> str:
    return short_first_names().get(first_name, first_name)


def _clearly_first(found: Counter[str]) -> str | None:
    """Return the name that nearly all of the articles have; None if there is none."""
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[0][0] if ranked and ranked[0][1] >= _DOMINANT * found.total() else None
