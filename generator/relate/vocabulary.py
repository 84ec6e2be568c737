"""One keyword for the variants of a phrase in a collection. Pure.

Case, plural, possessive, accents, hyphens and points meet by their folded stems. An acronym meets
its expansion, and a surname the full name, where the collection leaves one that it can be. What
the editor lists has the last word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from generator.config import Keywords
from generator.models import Analysis, Candidate
from generator.tables import load_table

_KNOWN = Path(__file__).with_suffix(".yml")
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}|(?:[A-Z]\.){2,6}")
_SIGNS = re.compile(r"[.\-_/']")  # of ASCII, what `fold` leaves out or takes for a space
_SEPARATORS = re.compile(r"[\s\-–_/]+")
_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d_])[-–](?=\d)")
_SMALL = frozenset({"of", "the", "and", "for", "de", "du", "des", "la", "und", "der", "do", "da"})
_SHARE = 0.5  # of the articles with a surname alone, how many the full name must have


@dataclass(frozen=True)
class Vocabulary:
    """Which keyword a candidate is, how it is written, and in how many articles it occurs."""

    same: Mapping[str, str]  # folded key → the folded key that stands for it
    listed: Mapping[str, str]  # folded key → as shown, in whatever language
    forms: Mapping[tuple[str, str], str]  # folded key and language → as shown
    frequency: Mapping[str, int]  # folded key → articles, where it is more than one
    never: frozenset[str]
    always: frozenset[str]
    english: frozenset[str] = frozenset()  # forms that stand for others in English texts alone

    def key(self, candidate: Candidate) -> str:
        """Return the key under which all variants of a candidate meet."""
        folded = fold(candidate.key)
        written = self.same.get(fold(candidate.text), folded)
        return self.same.get(written, written)

    def text(self, candidate: Candidate) -> str:
        """Return how a candidate of an article is shown: in its own language."""
        key, own = self.key(candidate), candidate.text
        shown = self.listed.get(key) or self.forms.get((key, candidate.language), own)
        if candidate.language != "en" and shown in self.english:
            return own
        return shown if self._is_variant(candidate, shown) else candidate.text

    def _is_variant(self, candidate: Candidate, shown: str) -> bool:
        """Return whether both are forms of the same word; "killed" is not "killing"."""
        listed = fold(candidate.text) in self.same or fold(candidate.key) in self.same
        return listed or candidate.name or _plain(candidate.text) == _plain(shown)


def vocabulary(analyses: Sequence[Analysis], settings: Keywords) -> Vocabulary:
    """Return the vocabulary of a collection."""
    listed = {
        fold(variant): fold(shown) for variant, shown in {**_known(), **settings.aliases}.items()
    }
    shown = {fold(phrase): phrase for phrase in (*_known().values(), *settings.aliases.values())}
    listed = {key: key for key in shown} | listed
    found = _surnames(analyses) | _acronyms(analyses) | listed
    same = {key: _last(key, found) for key in found}
    first = Vocabulary(same, shown, {}, {}, frozenset(), frozenset())
    frequency = _frequency(analyses, first)
    return Vocabulary(
        same,
        shown,
        _forms(analyses, first, frequency),
        frequency,
        frozenset(map(fold, settings.never)),
        frozenset(map(fold, settings.always)),
        frozenset(_known().values()) - set(settings.aliases.values()),
    )


def _frequency(analyses: Iterable[Analysis], known: Vocabulary) -> dict[str, int]:
    """Return the document frequency of each keyword that is in more than one article."""
    found: Counter[str] = Counter()
    for analysis in analyses:
        found.update({known.key(candidate) for candidate in analysis.candidates})
    return {key: count for key, count in found.items() if count > 1}


def _forms(
    analyses: Iterable[Analysis], known: Vocabulary, shared: Collection[str]
) -> dict[tuple[str, str], str]:
    """Return the displayed form, per language, of keywords that several articles share.

    In a base form, if an article has it.
    """
    found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    based: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for analysis in analyses:
        for candidate in analysis.candidates:
            key = known.key(candidate)
            if key in shared and key == fold(candidate.key):  # a variant doesn't name the whole
                (based if candidate.base else found)[key, candidate.language][candidate.text] += 1
    return {key: _usual(forms) for key, forms in {**found, **based}.items()}


@lru_cache(1 << 12)
def fold(text: str) -> str:
    """Return a phrase without case, accents, points, possessives; hyphens as spaces.

    A hyphen before a number is none: "G-7" is "G7".
    """
    if text.isascii() and not _SIGNS.search(text):  # as most are
        return " ".join(text.lower().split())
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    )
    plain = _BEFORE_NUMBER.sub("", plain.replace(".", "").replace("’", "'"))
    words = _SEPARATORS.split(plain.casefold())
    return " ".join(word.removesuffix("'s").replace("'", "") for word in words if word)


def _plain(text: str) -> str:
    """Return a folded phrase without the plural's s."""
    return " ".join(word.rstrip("s") for word in fold(text).split())


def _usual(forms: Counter[str]) -> str:
    """Return the form of most articles, of equals the one with the fewest capitals, then first.

    If the singular is in use too, it represents both.
    """
    best = min(forms, key=lambda form: (-forms[form], sum(map(str.isupper, form)), form))
    known = {form.lower(): form for form in sorted(forms, reverse=True)}
    shorter = (best.lower().removesuffix(end) for end in ("s", "es") if best.endswith(end))
    return next((known[form] for form in shorter if form in known), best)


def _last(key: str, same: Mapping[str, str]) -> str:
    """Follow variants of variants; a cycle ends where it began."""
    seen = {key}
    while (after := same.get(key, key)) not in seen:
        seen.add(after)
        key = after
    return key


def _names(analysis: Analysis) -> list[str]:
    """Return the names of an article, folded, best first, each once."""
    named = (candidate for candidate in analysis.candidates if candidate.name)
    return list(dict.fromkeys(fold(candidate.key) for candidate in named))


def _surnames(analyses: Iterable[Analysis]) -> dict[str, str]:
    """Return surname → full name, where the collection leaves one name that it can be.

    An article must have both, as it has of persons; what is also a common word is no surname.
    """
    full: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    both: set[str] = set()
    common: set[str] = set()
    for analysis in analyses:
        others = [candidate for candidate in analysis.candidates if not candidate.name]
        common.update(*(fold(candidate.key).split() for candidate in others))
        names = _names(analysis)
        # Of several names that end alike, the article's best is kept.
        whole = {key.split()[-1]: key for key in reversed(names) if len(key.split()) in {2, 3}}
        single = {key for key in names if " " not in key and len(key) > 2}
        full.update(whole.values())
        alone.update(single)
        both |= single & whole.keys()
    people: defaultdict[str, list[str]] = defaultdict(list)
    for key in full:
        people[key.split()[-1]].append(key)
    return {
        last: keys[0]
        for last, keys in people.items()
        if last in both - common and len(keys) == 1 and full[keys[0]] >= _SHARE * alone[last]
    }


def _initials(candidate: Candidate) -> str:
    """Return the initials of a name of several words, "" for any other candidate."""
    words = [word for word in re.split(r"[\s\-]", candidate.text) if word.lower() not in _SMALL]
    is_long_name = candidate.name and len(words) > 1
    return "".join(word[:1] for word in words).lower() if is_long_name else ""


def _acronyms(analyses: Iterable[Analysis]) -> dict[str, str]:
    """Return acronym → expansion, where an article has both and the collection no other."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for analysis in analyses:
        texts = (candidate.text for candidate in analysis.candidates)
        short = {fold(text) for text in texts if _ACRONYM.fullmatch(text)}
        for candidate in analysis.candidates:
            initials = _initials(candidate)
            if initials in short:
                votes[initials][fold(candidate.key)] += 1
    return {acronym: next(iter(found)) for acronym, found in votes.items() if len(found) == 1}


@cache
def _known() -> dict[str, str]:
    return load_table(_KNOWN, dict[str, str])
