"""The two to four sentences that carry an article, in its order. Pure.

Sentences are taken one after another, each time the one that adds most of what the article speaks
of (its words weighed by how often they come, names and the headline's more) for its length:
budgeted maximum coverage, greedily (Lin and Bilmes 2010, "Multi-document summarization via
budgeted maximization of submodular functions"). News tells the most important first, so the place
of a sentence counts as well. What can't stand alone (see `standing`) is no candidate, nor is what
speaks of something that neither the headline nor a key point before it has named (see `anchoring`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.analyse.anchoring import Names, anchored, names_of
from generator.analyse.lists import stop_words
from generator.analyse.quotations import parted_quotation, quoted_share
from generator.analyse.sentences import sentences
from generator.analyse.standing import (
    has_verb,
    is_prose,
    stands_alone,
    without_dateline,
)
from generator.analyse.token import Text, Token
from generator.analyse.tokens import tokenised
from generator.analyse.unspaced import joiner, spaced
from generator.credits import is_caption
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
_EARLY, _FADING = 3.0, 0.6  # how much more the first sentence counts; how fast that fades
_START, _OPENING = 2, 1.5  # sentences that may be the lead; how much more it counts, besides
_FAR, _ASIDE = 10, 0.7  # sentences on, how much one counts that says nothing of the headline's
_QUOTED = 0.35  # how much less a sentence counts that is nothing but quotation
_SHORT = 4  # words by which a sentence is taken to be longer: else the shortest would always win
_COST = 1.6  # how much dearer a word gets with the length of its sentence
_NAME, _HEADLINE = 1.4, 2.0  # how much more these words count


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence of some length, and why it is no key point: empty if it is one."""

    point: KeyPoint
    dropped: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    point: KeyPoint
    tokens: Sequence[Token]
    words: int
    stems: frozenset[str]
    parted: bool  # holds only a part of a quotation
    place: int = 0  # among the running sentences of the article


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is known of the article as a whole."""

    language: str
    weights: Mapping[str, float]  # of each stem
    names: Names
    title: str
    headline: frozenset[str]  # stems
    lead: frozenset[str] = frozenset()  # stems of the first running sentence


def key_points(article: Article, text: Text) -> tuple[KeyPoint, ...]:
    """Return the key points; none where the article is hardly longer than they would be."""
    return tuple(one.point for one in verdicts(article, text) if not one.dropped)


def verdicts(article: Article, text: Text) -> list[Verdict]:
    """Return the sentences of some length, in the article's order, with what became of each."""
    headline = frozenset(token.stem for token in text.sentences[0])
    reading = _Reading(article.language, _weights(text), names_of(text), article.title, headline)
    found = list(_sentences(article, reading))
    why = {one.point: _stray(one, reading) for one in found}
    told = [one for one in found if why[one.point] not in _NOT_TOLD]
    running = [one for one in told if not why[one.point]]
    running = [replace(one, place=place) for place, one in enumerate(running)]
    if running:
        reading = replace(reading, lead=running[0].stems)
    for one in running:
        why[one.point] = _unfit(one, reading, opening=one.point == told[0].point)
    fit = [one for one in running if not why[one.point]]
    words = sum(one.words for one in running)
    chosen = _chosen(fit, reading, _LEAST + sum(words > limit for limit in _MORE))
    enough = len(running) >= _ENOUGH and len(chosen) >= _LEAST
    for one in fit:
        why[one.point] = "" if enough and one in chosen else _left(one, chosen, reading)
    return [Verdict(one.point, why[one.point]) for one in found]


_REPEATS, _CAPTION = "says the headline again", "caption or credit"
_NOT_TOLD = {_REPEATS, _CAPTION}


def _stray(one: _Sentence, reading: _Reading) -> str:
    """Return why it is no running sentence of the article; empty if it is one."""
    sentence = one.point.text
    if is_caption(sentence):
        return _CAPTION
    if _repeats(one, reading):
        return _REPEATS
    if is_prose(sentence, reading.language) and has_verb(one.tokens, reading.language):
        return ""
    return "no statement of the article"


def _unfit(one: _Sentence, reading: _Reading, *, opening: bool) -> str:
    """Return why a reader could not understand it by itself; empty if one could."""
    few, many = _CHARACTERS
    if one.parted:
        return "part of a quotation"
    if one.words > (_LONGEST if one.place else _LEAD) or len(one.point.text) > many:
        return "too long"
    if len(one.point.text) < few:
        return "too short"
    if not stands_alone(one.point.text, reading.language, opening=opening):
        return "leans on others or on the reader"
    return ""


def _left(one: _Sentence, chosen: Sequence[_Sentence], reading: _Reading) -> str:
    """Return why a sentence that could have been chosen was not."""
    if any(_alike(one.stems, other.stems) for other in chosen):
        return "a key point says much the same"
    if not _known(one, chosen, reading):
        return "its subject is named elsewhere"
    return "others say more"


def _sentences(article: Article, reading: _Reading) -> Iterator[_Sentence]:
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
            stems = frozenset(token.stem for token in tokens if token.stem in reading.weights)
            if words >= _FEWEST:
                yield _Sentence(KeyPoint(text, at, number), tokens, words, stems, parted)
            before = sentence


def _parts(block: Block, language: str) -> Sequence[str]:
    if block.kind != "paragraph" or is_caption(block.text):
        return ()
    return sentences(block.text, language)


def _repeats(one: _Sentence, reading: _Reading) -> bool:
    """Tell whether a sentence only says the headline again, or has it glued to it."""
    headline = reading.headline
    glued = len(headline) >= _TITLE and reading.title.casefold() in one.point.text.casefold()
    return glued or len(one.stems & headline) >= _REPEATED * len(one.stems)


def _chosen(found: Sequence[_Sentence], reading: _Reading, wanted: int) -> list[_Sentence]:
    chosen: list[_Sentence] = []
    covered: set[str] = set()
    lead = next((one for one in found if one.place < _START), None)
    while len(chosen) < wanted:
        fit = [one for one in found if _open(one, chosen, reading)]
        if not fit:
            break
        best = max(
            fit,
            key=lambda one: (
                _gain(one, reading, covered) * (_OPENING if one is lead else 1),
                -one.place,
            ),
        )
        chosen.append(best)
        covered |= best.stems
    return chosen


def _open(one: _Sentence, chosen: Sequence[_Sentence], reading: _Reading) -> bool:
    alike = any(_alike(one.stems, other.stems) for other in chosen)
    return not alike and _known(one, chosen, reading)


def _known(one: _Sentence, chosen: Sequence[_Sentence], reading: _Reading) -> bool:
    """Tell whether the headline or a key point before it has named what it is about."""
    if one.place == 0:
        return True
    read = reading.headline.union(*(other.stems for other in chosen if other.place < one.place))
    return anchored(one.tokens, read, reading.names, reading.language)


def _gain(one: _Sentence, reading: _Reading, covered: set[str]) -> float:
    told = sum(reading.weights[stem] for stem in sorted(one.stems - covered))
    early = 1 + _EARLY / (1 + one.place) ** _FADING
    central = 1 if one.place < _FAR or _central(one, reading) else _ASIDE
    plain = 1 - _QUOTED * quoted_share(one.point.text)
    return float(told * early * central * plain / (_SHORT + one.words) ** _COST)


def _central(one: _Sentence, reading: _Reading) -> bool:
    """Tell whether it speaks of what the headline or the lead does."""
    return bool(one.stems & reading.headline) or len(one.stems & reading.lead) > 1


def _alike(stems: frozenset[str], others: frozenset[str]) -> bool:
    return len(stems & others) > _ALIKE * min(len(stems), len(others))


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
