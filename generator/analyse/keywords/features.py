"""A phrase → the form in which it is shown, and its features as a keyword. Pure.

A phrase that is mostly a piece of a longer one is dropped: that removes most
unwanted tags.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.analyse.keywords.cases import has_cases, in_nominative, names_by_text
from generator.analyse.keywords.filters import rejection_reason
from generator.analyse.keywords.generality import LEAD, aside, says_little
from generator.analyse.keywords.neighbours import sides
from generator.analyse.keywords.passing import is_in_passing
from generator.analyse.keywords.phrases import Phrase
from generator.analyse.text.base_forms import in_base_form
from generator.analyse.text.lemmas import is_base, is_common_noun, is_form_of, lemma, noun_base
from generator.analyse.text.parts_of_speech import everyday
from generator.analyse.text.token import Text, Token
from generator.analyse.text.unspaced import join_words
from generator.analyse.text.word_forms import join_elisions, lower
from generator.languages import LANGUAGES

FEATURES = (
    "rank", "two_words", "three_words", "more_words", "frequency", "in_title", "in_lead",
    "first_at", "content_left", "content_right", "names", "single_name", "single_word",
    "participle_start", "adjective_start", "length", "spread", "capitals",
    "last_word_frequency", "word_frequency", "everyday_end", "everyday", "after_small_word",
    "before_small_word", "verb_like_end", "verb_like_start", "general",
    "once",
)  # fmt: skip
_WITH_CASES = LANGUAGES.declined | LANGUAGES.capital_nouns  # "Hendel", not "Hendels"
_VERB_LIKE = ("ing", "ed", "ly")


@dataclass(frozen=True, slots=True)
class Described:
    """A phrase as it is shown, the key that its variants share, and its `FEATURES`.

    `name`: it is a name; `base`: it is known to be in its base form; `aside`: how far it is beside
    the subject; `passing`: the text names it only in passing; `described`: it begins with a common
    noun, where all nouns have capitals.
    """

    text: str
    key: str
    features: tuple[float, ...]
    name: bool
    base: bool
    aside: float
    passing: bool
    described: bool


def describe(phrase: Phrase, text: Text) -> Described | str:
    """Return the description of a phrase, or the reason why it is rejected."""
    spans = [text.sentences[number][at:end] for number, at, end in phrase.places]
    direct = in_nominative(phrase, text) if has_cases(text.language) else spans
    likely = [span for span in direct or spans if span[-1].noun]
    surface = _surface(likely or spans, text.language)
    if reason := rejection_reason(phrase, surface, text):
        return reason
    names = names_by_text(surface, text) if has_cases(text.language) else {}
    base_form = in_base_form(surface, text.language, _before(phrase, surface, text), names)
    if not (direct or base_form):
        return "in another case than the nominative"
    written = base_form or _written(surface, spans)
    shown = join_elisions(join_words(written, text.language))
    features = tuple(round(value, 4) for value in _features(phrase, surface, text))
    name = all(token.kind == "name" for token in surface if token.content)
    base = bool(base_form) or is_base([token.low for token in surface], text.language)
    key = _key(phrase, surface, text.language)
    beside = aside(phrase, surface, text.language)
    passing = is_in_passing(phrase, surface, text)
    described = len(surface) > 1 and is_common_noun(surface[0].low, text.language)
    return Described(shown, key, features, name, base, beside, passing, described)


def _key(phrase: Phrase, surface: Sequence[Token], language: str) -> str:
    """Return the stems of a phrase; of a German noun its base form: "Siegerin" is no "Sieg"."""
    bases = (noun_base(token.low, language) if token.kind == "name" else None for token in surface)
    return " ".join(base or stem for base, stem in zip(bases, phrase.stems, strict=True))


def _surface(spans: Sequence[Sequence[Token]], language: str) -> Sequence[Token]:
    """Return the most frequent form; in languages with cases, its inflected forms count for it.

    Among equals it is the one with the fewest capitals, then the shorter one where there are cases.
    """
    forms = Counter(tuple(token.text for token in span) for span in spans)
    lows = {form: [lower(word) for word in form] for form in forms}

    def worth(form: tuple[str, ...]) -> tuple[int, int, int, tuple[str, ...]]:
        cases = (
            forms[other_form]
            for other_form in forms
            if is_form_of(lows[other_form], lows[form], language)
        )
        join_words = "".join(form)
        length = len(join_words) if language in _WITH_CASES else 0
        return forms[form] + sum(cases), -sum(map(str.isupper, join_words)), -length, form

    best = max(forms, key=worth)
    return next(span for span in spans if tuple(token.text for token in span) == best)


def _before(phrase: Phrase, surface: Sequence[Token], text: Text) -> frozenset[str]:
    """Return the words right before a form of a phrase, without those in the headline."""
    found = ((text.sentences[number], at, end) for number, at, end in phrase.places if number)
    return frozenset(
        sentence[at - 1].low if at else ""
        for sentence, at, end in found
        if list(sentence[at:end]) == list(surface)
    )


def _written(surface: Sequence[Token], spans: Sequence[Sequence[Token]]) -> Iterator[str]:
    """Yield the words of a form; a dateline's capitals ("КАЗАНЬ, 12 сен") are not spelling."""
    for at, token in enumerate(surface):
        others = [span[at].text for span in spans if not span[at].text.isupper()]
        shouted = len(token.text) > 1 and token.text.isupper() and others
        capital = shouted and any(other[0].isupper() for other in others)
        yield token.text.capitalize() if capital else token.low if shouted else token.text


def _features(phrase: Phrase, surface: Sequence[Token], text: Text) -> list[float]:
    edge, last, words = surface[0], surface[-1], len(surface)
    beside = sides(phrase, text)
    names = sum(token.kind == "name" for token in surface) / words
    numbers = {number for number, _, _ in phrase.places}
    where = text.where
    usual = _everyday_ranks(surface, text.language)
    return [
        -math.log1p(phrase.rank),
        float(words == 2),
        float(words == 3),
        float(words > 3),
        math.log(len(phrase.places)),
        float(0 in numbers),
        float(any(0 < number <= LEAD for number in numbers)),
        math.log1p(min(numbers)) / math.log1p(len(text.sentences)),
        beside.left,
        beside.right,
        names,
        float(words == 1 and names == 1),
        float(words == 1 and names < 1),
        float(_is_word_of(edge, {"participle"})),
        float(_is_word_of(edge, {"adjective", "graded"})),
        min(sum(len(token.text) for token in surface), 30) / 10,
        len(numbers) / len(text.sentences),
        float(words == 1 and _is_acronym(last)),
        math.log1p(len(where[last.stem])),
        sum(math.log1p(len(where[token.stem])) for token in surface) / words,
        float(usual[-1]),
        sum(usual) / words,
        beside.after_small,
        beside.before_small,
        float(names < 1 and last.low.endswith(_VERB_LIKE)),
        float(names < 1 and edge.low.endswith(_VERB_LIKE)),
        float(says_little(phrase, surface, text.language)),
        _once(numbers, surface, text.language) * (len(phrase.places) == 1),
    ]


def _once(numbers: AbstractSet[int], surface: Sequence[Token], language: str) -> float:
    """Return how little a single occurrence tells: of a whole name as much as several."""
    if 0 in numbers:
        return 0.0
    named = all(token.kind == "name" for token in surface)
    if named and language in LANGUAGES.capital_nouns:
        named = not any(lemma(token.low, language) for token in surface)
    if named:
        return 0.5 * (len(surface) == 1 and not numbers & {1, 2})
    return 1.0


def _everyday_ranks(surface: Sequence[Token], language: str) -> list[int]:
    """Return how common each word is, 0 for a name."""
    return [0 if token.kind == "name" else everyday(token.low, language) for token in surface]


def _is_word_of(token: Token, parts: AbstractSet[str]) -> bool:
    """Return whether a token is a word of one of these parts of speech."""
    return token.kind == "word" and token.part in parts


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()
