"""A phrase → the candidate that the collection chooses from: its form and its features. Pure.

A phrase that is mostly a piece of a longer one is dropped: that takes away most of what no reader
would want as a tag. `relate.choose` weighs the rest by `FEATURES`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.analyse.phrases import Phrase
from generator.analyse.tokens import (
    Text,
    Token,
    heads,
    links,
    noise,
    roles,
    together,
    wide_links,
)
from generator.analyse.unspaced import joiner
from generator.models import Candidate

FEATURES = (
    "rank", "two_words", "three_words", "more_words", "frequency", "in_title", "in_lead",
    "first_at", "content_left", "content_right", "names", "single_name", "single_word",
    "verb_like_end", "verb_like_start", "length", "spread", "capitals", "last_word_frequency",
    "number", "word_frequency",
)  # fmt: skip
_VERB_LIKE = ("ing", "ed", "ly")


def described(phrase: Phrase, text: Text) -> Candidate | str:
    """Return the candidate, or why no reader would want the phrase."""
    spans = [text.sentences[number][at:end] for number, at, end in phrase.places]
    surface = _surface(spans)
    if reason := _unfit(surface, text.language) or _out_of_place(phrase, surface, text):
        return reason
    shown = together(joiner(text.language).join(token.text for token in surface))
    features = tuple(round(one, 4) for one in _features(phrase, surface, text))
    name = all(token.kind == "name" for token in surface if token.content)
    return Candidate(shown, " ".join(phrase.stems), features, name)


def _surface(spans: Sequence[Sequence[Token]]) -> Sequence[Token]:
    """Return the form seen most often; of equals, the one with the fewest capitals, then first."""
    forms = Counter(tuple(token.text for token in span) for span in spans)
    best = max(forms, key=lambda one: (forms[one], -sum(map(str.isupper, "".join(one))), one))
    return next(span for span in spans if tuple(token.text for token in span) == best)


def _unfit(surface: Sequence[Token], language: str) -> str:
    """Return what is wrong with the words of a phrase, "" if nothing is."""
    edge, last, inner = surface[0], surface[-1], surface[1:-1]
    if not edge.content or not last.content:
        return "begins or ends with a small word"
    if any(token.kind == "mark" for token in surface):
        return "a mark inside"
    lows = [token.low.rstrip(".") for token in surface]
    unwanted = noise(language)
    if lows[0] in unwanted or lows[-1] in unwanted or len(lows[0]) * len(lows) < 2:
        return "no subject"
    if all(low in roles() or low in unwanted for low in lows):
        return "an office without a name"
    if lows[0] in roles() and len(surface) > 2 and surface[1].kind == surface[2].kind == "name":
        return "an office before a whole name"
    small = [token for token in inner if token.kind in {"stop", "number"}]
    joining = links() | wide_links() if lows[0] in heads() else links()
    joined = edge.kind == last.kind == "name" and all(one.low in joining for one in small)
    return "" if not small or joined else "a small word inside"


def _out_of_place(phrase: Phrase, surface: Sequence[Token], text: Text) -> str:
    names = all(token.kind == "name" for token in surface)
    if all(number == 0 for number, _, _ in phrase.places) and not names:
        return "in the headline only"
    starts = surface[0].kind == "name" and surface[-1].kind == "word"
    if starts and len(phrase.places) == 1 and len(text.where[surface[0].stem]) > 1:
        return "a name and a word that stands beside it once"
    _, _, cut = _sides(phrase, text)
    return "a piece of a name" if cut >= 0.5 else ""


def _features(phrase: Phrase, surface: Sequence[Token], text: Text) -> list[float]:
    edge, last, words = surface[0], surface[-1], len(surface)
    left, right, _ = _sides(phrase, text)
    names = sum(token.kind == "name" for token in surface) / words
    numbers = {number for number, _, _ in phrase.places}
    where = text.where
    return [
        -math.log1p(phrase.rank),
        float(words == 2),
        float(words == 3),
        float(words > 3),
        math.log(len(phrase.places)),
        float(0 in numbers),
        float(bool(numbers & {1, 2})),
        math.log1p(min(numbers)) / math.log1p(len(text.sentences)),
        left,
        right,
        names,
        float(words == 1 and names == 1),
        float(words == 1 and names < 1),
        float(names < 1 and last.low.endswith(_VERB_LIKE)),
        float(names < 1 and edge.low.endswith(_VERB_LIKE)),
        min(sum(len(token.text) for token in surface), 30) / 10,
        len(numbers) / len(text.sentences),
        float(words == 1 and len(last.text) > 1 and last.text.isupper()),
        math.log1p(len(where[last.stem])),
        float(any(token.kind == "number" for token in surface)),
        sum(math.log1p(len(where[token.stem])) for token in surface) / words,
    ]


def _sides(phrase: Phrase, text: Text) -> tuple[float, float, float]:
    """Return the shares of places with content at the left, at the right, and that cut a name."""
    left = right = cut = 0
    # In a headline every word may be capitalised.
    places = [place for place in phrase.places if place[0] > 0] or phrase.places
    for number, at, end in places:
        sentence = text.sentences[number]
        before = sentence[at - 1] if at else None
        if at > 1 and sentence[at - 2].low in links():
            before = replace(sentence[at - 1], low="")  # "Ministry of Foreign Affairs": no office
        after = sentence[end] if end < len(sentence) else None
        left += bool(before and before.content)
        right += bool(after and after.content)
        cut += _cuts(before, sentence[at:end], after, sentence[end + 1 : end + 2])
    return left / len(places), right / len(places), cut / len(places)


def _cuts(
    before: Token | None, span: Sequence[Token], after: Token | None, beyond: Sequence[Token]
) -> bool:
    """Tell whether a span cuts a name that goes on at its left or right."""
    if before and before.kind == span[0].kind == "name" and before.low.rstrip(".") not in roles():
        return True
    if not after or span[-1].kind != "name":
        return False
    return after.kind == "name" or (
        after.low in links() and bool(beyond) and beyond[0].kind == "name"
    )
