"""The two to four sentences that carry an article, in its order. Pure.

Sentences are taken one after another, each time the one that adds most of what the article speaks
of (its words weighed by how often they come, names and the headline's more) for its length:
budgeted maximum coverage, greedily (Lin and Bilmes 2010, "Multi-document summarization via
budgeted maximization of submodular functions"). News tells the most important first, so the place
of a sentence counts as well. What can't stand alone (see `standing`) is no candidate.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.analyse.lists import stop_words
from generator.analyse.quotations import parted_quotation, quoted_share
from generator.analyse.sentences import sentences
from generator.analyse.standing import is_prose, stands_alone, without_dateline
from generator.analyse.token import Text, Token
from generator.analyse.tokens import tokenised
from generator.analyse.unspaced import joiner, spaced
from generator.models import Article, Block, KeyPoint

_ENOUGH = 4  # sentences of an article from which some are picked out
_FEWEST, _LONGEST = 7, 45  # words of a key point
_LEAD = 55  # words of the first sentence: many a newspaper puts all into it
_CHARACTERS = (12, 400)
_WORD = 2  # characters of a word, about, where no spaces part them
_LEAST = 2
_MORE = (180, 1200)  # words of an article from which on it is given one more
_ALIKE = 0.5  # share of words that another key point has already
_TITLE = 4  # words of a headline that is known again inside a sentence
_REPEATED = 0.8  # share of words of a sentence that only repeats the headline
_EARLY, _FADING = 4.0, 0.7  # how much more the first sentence counts; how fast that fades
_QUOTED = 0.35  # how much less a sentence counts that is nothing but quotation
_SHORT = 4  # words by which a sentence is taken to be longer: else the shortest would always win
_COST = 1.3  # how much dearer a word gets with the length of its sentence
_NAME, _HEADLINE = 1.4, 1.5  # how much more these words count


@dataclass(frozen=True, slots=True)
class _Sentence:
    point: KeyPoint
    words: int
    stems: frozenset[str]
    parted: bool  # holds only a part of a quotation
    place: int = 0  # among the sentences of the article


def key_points(article: Article, text: Text) -> tuple[KeyPoint, ...]:
    """Return the key points; none where the article is hardly longer than they would be."""
    weights = _weights(text)
    told = [one for one in _sentences(article, weights) if not _repeats(one, article, text)]
    prose = [one for one in told if is_prose(one.point.text, article.language)]
    if len(prose) < _ENOUGH:
        return ()
    fit = [
        replace(one, place=place)
        for place, one in enumerate(prose)
        if _fits(one, _LONGEST if place else _LEAD)
        and stands_alone(one.point.text, article.language, opening=one is told[0])
    ]
    words = sum(one.words for one in prose)
    chosen = _chosen(fit, weights, _LEAST + sum(words > limit for limit in _MORE))
    if len(chosen) < _LEAST:
        return ()
    return tuple(one.point for one in sorted(chosen, key=lambda one: one.place))


def _sentences(article: Article, weights: Mapping[str, float]) -> Iterator[_Sentence]:
    """Yield the sentences of the paragraphs that are long enough to say something."""
    inside = False
    for at, block in enumerate(article.blocks):
        before: str | None = None
        for number, sentence in enumerate(_parts(block, article.language)):
            parted, inside = parted_quotation(sentence, inside=inside, first=number == 0)
            text = without_dateline(sentence, before)
            tokens = _tokens(text, article.language)
            words = sum(token.kind != "mark" for token in tokens)
            if not joiner(article.language):
                words = len(text) // _WORD
            stems = frozenset(token.stem for token in tokens if token.stem in weights)
            if words >= _FEWEST:
                yield _Sentence(KeyPoint(text, at, number), words, stems, parted)
            before = sentence


def _parts(block: Block, language: str) -> Sequence[str]:
    return sentences(block.text, language) if block.kind == "paragraph" else ()


def _repeats(one: _Sentence, article: Article, text: Text) -> bool:
    """Tell whether a sentence only says the headline again, or has it glued to it."""
    headline = {token.stem for token in text.sentences[0]}
    glued = len(headline) >= _TITLE and article.title.casefold() in one.point.text.casefold()
    return glued or len(one.stems & headline) >= _REPEATED * len(one.stems)


def _chosen(
    found: Sequence[_Sentence], weights: Mapping[str, float], wanted: int
) -> list[_Sentence]:
    chosen: list[_Sentence] = []
    covered: set[str] = set()
    while len(chosen) < wanted:
        fit = [one for one in found if not any(_alike(one.stems, c.stems) for c in chosen)]
        if not fit:
            break
        best = max(fit, key=lambda one: (_gain(one, weights, covered), -one.place))
        chosen.append(best)
        covered |= best.stems
    return chosen


def _gain(one: _Sentence, weights: Mapping[str, float], covered: set[str]) -> float:
    told = sum(weights[stem] for stem in sorted(one.stems - covered))
    early = 1 + _EARLY / (1 + one.place) ** _FADING
    plain = 1 - _QUOTED * quoted_share(one.point.text)
    return float(told * early * plain / (_SHORT + one.words) ** _COST)


def _alike(stems: frozenset[str], others: frozenset[str]) -> bool:
    return len(stems & others) > _ALIKE * min(len(stems), len(others))


def _fits(one: _Sentence, longest: int) -> bool:
    few, many = _CHARACTERS
    return not one.parted and one.words <= longest and few <= len(one.point.text) <= many


def _weights(text: Text) -> dict[str, float]:
    """Return how much each stem of the article counts."""
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for token in (token for sentence in text.sentences[1:] for token in sentence):
        if token.content and len(token.stem) > 1:
            counts[token.stem] += 1
            names[token.stem] += token.kind == "name"
    headline = {token.stem for token in text.sentences[0]}
    return {
        stem: math.log1p(count)
        * (_NAME if names[stem] * 2 > count else 1)
        * (_HEADLINE if stem in headline else 1)
        for stem, count in counts.items()
    }


def _tokens(sentence: str, language: str) -> Sequence[Token]:
    words = (
        spaced([sentence], language, stop_words(language)) if not joiner(language) else [sentence]
    )
    return tokenised(words, language).sentences[0]
