"""The keywords of an article, chosen greedily from its candidates by log-odds. Pure.

The number of articles that share a candidate adds to its log-odds in steps, so that one more
article changes few tags. Best first, a candidate is skipped if its words contain, or are contained
in, those of a keyword already chosen. The keywords are shown in the order of their worth.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path

from generator.models import Analysis, Keyword
from generator.relate.folding import fold
from generator.relate.plain_keys import many_names
from generator.relate.vocabulary import Keys, Vocabulary
from generator.tables import load_numbers, load_table

MOST = 10  # keywords of an article
Words = frozenset[str]
Taken = tuple[str, tuple[Words, Words]]
_STEPS = (2, 3, 6)  # articles that share a candidate: each step counts once
_SHARED = Path(__file__).with_name("shared_keyword_weights.yml")
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "keywords")
_LEAST = _TUNED["least"]
_WEAK, _WEAK_ENGLISH = _TUNED["weak"], _TUNED["weak_english"]
_WEAKEST = _TUNED["weakest"]
_SURE = 3  # keywords of which less is required
_NEAR = _TUNED["near"]
_SET = _TUNED["set"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A candidate as it would be shown, its log-odds, and why it is not a keyword ("" if it is).

    `worth` is its value as a tag, on the same scale; `passing` is whether the text names it, in any
    of its forms, only in passing.
    """

    text: str
    key: str
    odds: float
    worth: float
    name: bool = False
    passing: bool = False
    dropped: str = ""


def choose_keywords(
    analysis: Analysis,
    language: str,
    vocabulary: Vocabulary,
    own: Sequence[str] = (),
    keys: Keys | None = None,
) -> tuple[Keyword, ...]:
    """Return the keywords, best first: ten, or as many more as the editor has set (`own`).

    `keys` are those of the candidates, where they are known.
    """
    found = (
        decision
        for decision in decisions(analysis, language, vocabulary, own, keys)
        if not decision.dropped
    )
    most = max(MOST, len(own))  # what comes after these need not be decided
    chosen = sorted(islice(found, most), key=lambda decision: -decision.worth)
    strong = [
        decision.worth >= (_least_worth(language) if at >= _SURE else _WEAKEST)
        for at, decision in enumerate(chosen)
    ]
    pairs = zip(chosen, strong, strict=True)
    shown = [is_strong and not decision.passing for decision, is_strong in pairs]
    if not any(shown):  # rather what is named in passing than nothing
        shown = [is_strong and at < _SURE for at, is_strong in enumerate(strong)]
    return tuple(
        Keyword(decision.text, _score(decision), weak=not is_shown, name=decision.name)
        for decision, is_shown in zip(chosen, shown, strict=True)
    )


def _least_worth(language: str) -> float:
    return _WEAK_ENGLISH if language == "en" else _WEAK


def evidence(
    keys: Keys, language: str, vocabulary: Vocabulary
) -> tuple[list[tuple[str, int]], list[tuple[str, str]], list[str]]:
    """Return what the choice of keywords takes from the collection, besides the settings.

    `keys` are those of the article's candidates, `language` is the language of both.
    """
    frequency, forms = vocabulary.frequency, vocabulary.forms
    ambiguous = vocabulary.short_names.ambiguous
    return (
        [(key, steps(frequency[key])) for key in keys if key in frequency],
        [(key, forms[key, language]) for key in keys if (key, language) in forms],
        [key for key in keys if key in ambiguous],
    )


def _names_whole(name: Decision, decision: Decision) -> bool:
    return name.odds > decision.odds - _NEAR and set(decision.key.split()) < set(name.key.split())


def _words(key: str) -> Words:
    return frozenset(key.split())


def _overlap(words: tuple[Words, Words], others: tuple[Words, Words]) -> bool:
    """Return whether all words of one keyword are another's, by their keys or as they are shown."""
    return any(first <= other or other <= first for first, other in zip(words, others, strict=True))


def _score(decision: Decision) -> float:
    return round(1 / (1 + math.exp(decision.worth)), 4)


def decisions(
    analysis: Analysis,
    language: str,
    vocabulary: Vocabulary,
    own: Sequence[str] = (),
    keys: Keys | None = None,
) -> Iterator[Decision]:
    """Yield the decision on each candidate, best first."""
    taken: list[Taken] = []  # by their keys, and as they are shown
    for text in own:
        taken.append((text, (_words(fold(text)),) * 2))
        yield Decision(text, fold(text), _SET, _SET, name=True)
    known = vocabulary.keys(analysis) if keys is None else keys
    weighed = _weighed(analysis, language, vocabulary, known)
    whole = [decision for decision in weighed if decision.name and " " in decision.key]
    for decision in weighed:
        words = _words(decision.key), _words(fold(decision.text))
        rival = _rival(decision, words, taken, whole)
        reason = _rejection(decision, rival, vocabulary, full=len(taken) >= MOST)
        if not reason:
            taken.append((decision.text, words))
        yield replace(decision, dropped=reason) if reason else decision


def _rival(
    decision: Decision,
    words: tuple[Words, Words],
    taken: Iterable[Taken],
    names: Iterable[Decision],
) -> str | None:
    """Return the keyword that covers a candidate: a better one, or a name that contains it.

    "Torre di Pisa" covers "torre" if it is nearly as good.
    """
    rival = next((text for text, other in taken if _overlap(words, other)), None)
    if decision.name or rival is not None:
        return rival
    return next((name.text for name in names if _names_whole(name, decision)), None)


def _rejection(decision: Decision, rival: str | None, vocabulary: Vocabulary, *, full: bool) -> str:
    """Return why a candidate is not a keyword, "" if it is one; `rival` is one that covers it."""
    if {decision.key, fold(decision.text)} & vocabulary.never:
        return "never a keyword (settings)"
    if rival is not None:
        return f"said by {rival}"
    if decision.key in vocabulary.short_names.ambiguous:
        return "short for several names"
    if decision.odds < _LEAST:
        return "too weak"
    return f"after the {MOST} best" if full else ""


def _is_whole_name(text: str, shown: str) -> bool:
    """Return whether a name is the expansion of an acronym, or a surname's with a first name."""
    first, *middle, _ = text.split() if " " in text else ("", "", "")
    initials = all(name.endswith(".") for name in middle)
    return bool(first) and " " not in shown and (shown.isupper() or initials)


def _told(analysis: Analysis, language: str, keys: Keys) -> frozenset[str]:
    """Return the keys of which a variant is in the headline or named more than in passing."""
    headline = set(map(fold, analysis.headline))
    headline |= {many_names(language).get(word, word) for word in headline}
    return frozenset(
        key
        for candidate, key in zip(analysis.candidates, keys, strict=True)
        if not candidate.passing or _is_in_headline(key, headline, is_name=candidate.name)
    )


def _is_in_headline(key: str, headline: AbstractSet[str], *, is_name: bool) -> bool:
    """Return whether a headline has most of a keyword, the surname, or half of what is no name."""
    shared = len(_words(key) & headline)
    half = not is_name or key.rpartition(" ")[2] in headline
    return key in headline or 2 * shared + half > len(_words(key))


def _weighed(
    analysis: Analysis, language: str, vocabulary: Vocabulary, keys: Keys
) -> list[Decision]:
    """Return a preliminary decision per keyword, with the odds of its best variant.

    It is shown by its whole name where the article has it: "Ann Holm", not "Holm".
    """
    found: dict[str, Decision] = {}
    whole: dict[str, str] = {}
    told = _told(analysis, language, keys)
    step = _step(language)
    for candidate, key in zip(analysis.candidates, keys, strict=True):
        wanted = {key, fold(candidate.text)} & vocabulary.always
        shared = step * steps(vocabulary.frequency.get(key, 1))
        odds = _SET if wanted else candidate.odds + shared
        if key not in found or odds > found[key].odds:
            worth = odds + candidate.worth - candidate.odds
            text = vocabulary.text(candidate, key)
            passing = not wanted and key not in told
            found[key] = Decision(text, key, odds, worth, candidate.name, passing)
        if candidate.name and key not in whole and vocabulary.is_own_name(candidate, key):
            whole[key] = vocabulary.text(candidate, key)
    for key, text in whole.items():
        if _is_whole_name(text, found[key].text):
            found[key] = replace(found[key], text=text)
    return sorted(found.values(), key=lambda decision: (-decision.odds, decision.text))


def steps(articles: int) -> int:
    """Return the number of steps that a candidate shared by so many articles has reached."""
    return bisect_right(_STEPS, articles)


@cache
def _shared() -> dict[str, float]:
    return load_table(_SHARED, dict[str, float])


def _step(language: str) -> float:
    return _shared().get(language, _shared()["other"])
