"""One keyword for the variants of a phrase in a collection. Pure.

Variants in case, number, possessives, accents, hyphens and full stops are merged by their folded
stems; names with several spellings by tables (see `plain_keys`); surnames and acronyms with the
whole name (see `short_names`). The editor's list takes precedence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.config import Keywords
from generator.models import Analysis, Candidate
from generator.relate.folding import fold, without_plural
from generator.relate.forms_in_article import Forms, whole_names
from generator.relate.names_in_article import Names
from generator.relate.plain_keys import first_names, many_named, many_names
from generator.relate.short_names import ShortNames
from generator.tables import load_numbers

Keys = Sequence[str]  # of the candidates of an article

_ACRONYM = re.compile(r"[^\W\d_a-z]{2,}|(?:[^\W\d_]\. ?){2,}|[A-Z]{2}\. ?[A-Z]{2}\.?")
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "vocabulary")
_SINGULAR, _KNOWN = _TUNED["singular"], _TUNED["known"]


@dataclass(frozen=True)
class Vocabulary:
    """Which keyword a candidate is, how it is written, and in how many articles it occurs."""

    aliases: Mapping[str, str]  # the editor's: folded → as shown
    short_names: ShortNames
    forms: Mapping[tuple[str, str], str]  # key and language → as shown
    frequency: Mapping[str, int]  # key → articles, where it is more than one
    never: frozenset[str]
    always: frozenset[str]
    collected: Sequence[Keys] = ()  # of the articles of the collection, in their order

    def keys(self, analysis: Analysis) -> Keys:
        """Return for each candidate of an article the key that all its variants share."""
        candidates = analysis.candidates
        return self.keys_of(Names.of(candidates), Forms.of(candidates))

    def keys_of(self, names: Names, forms: Forms) -> Keys:
        """Return the keys of the candidates in an article, given its names and their forms."""
        whole = self.short_names.within(names)
        columns = zip(
            names.keys, forms.texts, forms.stems, forms.named, forms.languages, strict=True
        )
        return [
            self._key(whole[key] if named else key, text, stem, language)
            for key, text, stem, named, language in columns
        ]

    def text(self, candidate: Candidate, key: str) -> str:
        """Return the displayed form of a candidate in the article's language."""
        if listed := self._listed(candidate.text, candidate.key):
            return listed
        if first := first_names(candidate.language).get(key):
            return first
        shown = self.forms.get((key, candidate.language), candidate.text)
        if candidate.name or key in many_named(candidate.language):
            return shown
        # Both must be forms of the same word; "killed" is not "killing".
        same = without_plural(candidate.text) == without_plural(shown)
        return shown if same else candidate.text

    def is_own_name(self, candidate: Candidate, key: str) -> bool:
        """Return whether a candidate is the full name of its key's subject, unlike "Iwai"."""
        return key in whole_names(candidate)

    def _listed(self, text: str, stem: str) -> str | None:
        """Return the form of a candidate in the editor's list, None if it is not listed."""
        if not self.aliases:
            return None
        return self.aliases.get(fold(text)) or self.aliases.get(fold(stem))

    def _key(self, key: str, text: str, stem: str, language: str) -> str:
        if listed := self._listed(text, stem):
            return fold(listed)
        if key in self.aliases:
            return fold(self.aliases[key])
        return many_names(language).get(key, key)


def vocabulary(analyses: Sequence[Analysis], settings: Keywords) -> Vocabulary:
    """Return the vocabulary of a collection."""
    found = [analysis.candidates for analysis in analyses]
    return vocabulary_of(list(map(Names.of, found)), list(map(Forms.of, found)), settings)


def vocabulary_of(
    names: Sequence[Names],
    forms: Sequence[Forms],
    settings: Keywords,
    stored: Callable[[Iterable[Keys]], Sequence[Keys]] = list,
) -> Vocabulary:
    """Return the vocabulary of a collection by the names in each article and their forms.

    `stored` keeps the keys of all candidates.
    """
    aliases = {fold(shown): shown for shown in settings.aliases.values()}
    aliases |= {fold(variant): shown for variant, shown in settings.aliases.items()}
    never = frozenset(map(fold, settings.never))
    always = frozenset(map(fold, settings.always))
    first = Vocabulary(aliases, ShortNames.of(names), {}, {}, never, always)
    keys = stored(map(first.keys_of, names, forms))
    frequency = _frequency(keys)
    shown = _shown(zip(forms, keys, strict=True), frequency)
    return Vocabulary(aliases, first.short_names, shown, frequency, never, always, keys)


def _frequency(keys: Iterable[Keys]) -> dict[str, int]:
    """Return the document frequency of each keyword that is in more than one article."""
    found: Counter[str] = Counter()
    for own in keys:
        found.update(set(own))
    return {key: count for key, count in found.items() if count > 1}


def _shown(
    keyed: Iterable[tuple[Forms, Keys]], shared: Collection[str]
) -> dict[tuple[str, str], str]:
    """Return the displayed form, per language, of keywords that may have several.

    It is a base form, if an article has one, and never a short name of the whole one.
    """
    found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    based: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for forms, keys in keyed:
        many = {language: many_named(language) for language in set(forms.languages)}
        for key, text, language, is_base in forms.full(keys):
            if key in shared or key in many[language]:
                (based if is_base else found)[key, language][text] += 1
    return {key: _usual(forms) for key, forms in {**found, **based}.items()}


def _usual(forms: Counter[str]) -> str:
    """Return the form of most articles; among equals, the one with the fewest capitals, then first.

    If the singular is also in use, it represents both, unless it is rare, as "Hama" beside "Hamas".
    A full name takes precedence over its acronym, unless hardly any article has it ("USA" in
    German).
    """
    if len(forms) == 1:  # as most have
        return next(iter(forms))
    best = min(forms, key=lambda form: (-forms[form], sum(map(str.isupper, form)), form))
    if _ACRONYM.fullmatch(best):
        full = {form: count for form, count in forms.items() if not _ACRONYM.fullmatch(form)}
        longest = max(full, key=lambda form: (full[form], form), default=best)
        return longest if forms[longest] >= _KNOWN * forms[best] else best
    usual = (form for form in sorted(forms, reverse=True) if forms[form] >= _SINGULAR * forms[best])
    known = {form.lower(): form for form in usual}
    shorter = (best.lower().removesuffix(end) for end in ("s", "es") if best.endswith(end))
    return next((known[form] for form in shorter if form in known), best)
