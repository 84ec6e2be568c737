"""The two to four sentences that carry an article, in its order. Pure.

Sentences are taken one after another, each time the one that adds most of what the article speaks
of (its words weighed by how often they come, names and the headline's more) for its length:
budgeted maximum coverage, greedily (Lin and Bilmes 2010, "Multi-document summarization via
budgeted maximization of submodular functions"). What can't stand alone is no candidate: pieces of
quotations, questions, sentences that lean on the one before.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.analyse.lists import leaning, pronouns, stop_words
from generator.analyse.sentences import sentences
from generator.analyse.token import Text, Token
from generator.analyse.tokens import tokenised
from generator.analyse.unspaced import joiner, spaced
from generator.models import Article, KeyPoint

_ENOUGH = 4  # sentences of an article from which some are picked out
_FEWEST, _LONGEST = 6, 42  # words of a key point
_CHARACTERS = (12, 400)
_PER_WORDS = 110  # words of the article for which a further key point is given
_LEAST, _MOST = 2, 4
_ALIKE = 0.5  # share of words that another key point has already
_EARLY = 0.9  # how much more the first sentence counts; it falls with the square root of the place
_ENDS = re.compile(r"[.!。！।։؟۔…][\"'”’»）)」』]*$")
_OPENING, _CLOSING = "“„«「『", "”»」』"


@dataclass(frozen=True, slots=True)
class _Sentence:
    point: KeyPoint
    place: int  # in the article
    words: int
    stems: frozenset[str]


def key_points(article: Article, text: Text) -> tuple[KeyPoint, ...]:
    """Return the key points; none where the article is hardly longer than they would be."""
    weights = _weights(text)
    total, found, words = 0, [], 0
    for at, block in enumerate(article.blocks):
        if block.kind == "heading":
            continue
        for number, (sentence, quoted) in enumerate(_with_quotes(block.text)):
            tokens = _tokens(sentence, article.language)
            spoken = quoted or block.kind in {"quote", "item"}
            length = sum(token.kind != "mark" for token in tokens)
            if not spoken and _stands_alone(sentence, tokens):
                stems = frozenset(token.stem for token in tokens if token.stem in weights)
                found.append(_Sentence(KeyPoint(sentence, at, number), total, length, stems))
            total, words = total + 1, words + length
    if total < _ENOUGH:
        return ()
    wanted = max(_LEAST, min(_MOST, 1 + words // _PER_WORDS))
    chosen = _chosen(found, weights, wanted)
    return tuple(one.point for one in sorted(chosen, key=lambda one: one.place))


def _chosen(
    found: Sequence[_Sentence], weights: Mapping[str, float], wanted: int
) -> list[_Sentence]:
    chosen: list[_Sentence] = []
    covered: set[str] = set()
    while len(chosen) < wanted:
        fit = [one for one in found if one not in chosen and not _repeats(one, chosen)]
        if not fit:
            break
        best = max(fit, key=lambda one: (_gain(one, weights, covered), -one.place))
        chosen.append(best)
        covered |= best.stems
    return chosen


def _gain(one: _Sentence, weights: Mapping[str, float], covered: set[str]) -> float:
    value = sum(weights[stem] for stem in sorted(one.stems - covered))
    return value / (8 + one.words) * (1 + _EARLY / math.sqrt(1 + one.place))


def _repeats(one: _Sentence, chosen: Sequence[_Sentence]) -> bool:
    return any(
        len(one.stems & other.stems) > _ALIKE * min(len(one.stems), len(other.stems))
        for other in chosen
    )


def _weights(text: Text) -> dict[str, float]:
    """Return how much each stem of the article counts."""
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for token in (token for sentence in text.sentences[1:] for token in sentence):
        if token.content and len(token.stem) > 1:
            counts[token.stem] += 1
            names[token.stem] += token.kind == "name"
    title = {token.stem for token in text.sentences[0]}
    return {
        stem: math.log1p(count)
        * (1.4 if names[stem] * 2 > count else 1.0)
        * (1.5 if stem in title else 1)
        for stem, count in counts.items()
    }


def _tokens(sentence: str, language: str) -> Sequence[Token]:
    words = (
        spaced([sentence], language, stop_words(language)) if not joiner(language) else [sentence]
    )
    return tokenised(words, language).sentences[0]


def _stands_alone(sentence: str, tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence can be read without the others."""
    words = [token for token in tokens if token.kind != "mark"]
    shortest, longest = _CHARACTERS
    if not (_FEWEST <= len(words) <= _LONGEST and shortest <= len(sentence) <= longest):
        return False
    start = sentence.lstrip("\"'“„«‘¿¡([")
    if not _ENDS.search(sentence) or start[:1].islower() or words[0].low in leaning():
        return False
    for token in words:
        if token.text[:1].isupper() and token is not words[0]:
            break  # whom a later pronoun means is named here
        if token.low in pronouns():
            return False
    return not any(token.low in pronouns() for token in words[-3:-1])


def _with_quotes(paragraph: str) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of a paragraph, and whether a quotation goes over one's start or end."""
    inside = False
    for sentence in sentences(paragraph):
        before, opened = inside, _opened(sentence)
        inside = before != bool(opened % 2) if opened % 2 else before
        yield sentence, before or inside


def _opened(sentence: str) -> int:
    """Return how many quotation marks of a sentence have no partner in it."""
    straight = sentence.count('"') % 2
    curly = sum(map(sentence.count, _OPENING)) - sum(map(sentence.count, _CLOSING))
    german = sentence.count("„") and sentence.count("“") - sentence.count("”")
    return straight if german else straight + abs(curly)
