"""The phrases of an article that may become keywords, with all their places in it. Pure.

YAKE (Campos et al. 2020, doi:10.1016/j.ins.2019.09.013) ranks n-grams and knows no names: whole
names are added to what it proposes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yake  # type: ignore[import-untyped]

from generator.analyse.tokens import (
    Text,
    Token,
    heads,
    links,
    noise,
    parted,
    roles,
    stem,
    straight,
    wide_links,
    yake_language,
)

TOP = 150  # candidates taken of YAKE; more cost time and bring none
_LONGEST = 8  # words of a name

Span = tuple[int, int, int]  # number of a sentence, first token, last token + 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase by the stems of its words, YAKE's rank of it (0 is best), and its places."""

    stems: tuple[str, ...]
    rank: int
    places: tuple[Span, ...]


def phrases(text: Text, lines: Sequence[str]) -> list[Phrase]:
    """Return YAKE's candidates and the names of a text; `lines` are its paragraphs."""
    ranks: dict[tuple[str, ...], int] = {}
    for rank, words in enumerate(_ranked(lines, text.language)):
        stems = tuple(filter(None, (_stem(word, text.language) for word in words)))
        ranks.setdefault(stems, rank)
    for name in _names(text):
        inner = (ranks[one] for one in _inner(name) if one in ranks)
        ranks.setdefault(name, min(inner, default=TOP))
    found = (Phrase(stems, rank, tuple(_places(stems, text))) for stems, rank in ranks.items())
    return [one for one in found if one.places]


def _ranked(lines: Sequence[str], language: str) -> list[list[str]]:
    """Return YAKE's candidates as lower-case words, best first."""
    # YAKE joins lines: one without an end would run into the next.
    straightened = [parted(straight(line), language) for line in lines]
    closed = (line if line[-1:] in ".!?:;。" else f"{line} ." for line in straightened)
    extractor = yake.KeywordExtractor(
        lan=yake_language(language), n=3, dedup_lim=0.999, window_size=1, top=TOP
    )
    found = extractor.extract_keywords("\n".join(closed))
    return [phrase.lower().split() for phrase, _ in found]


def _stem(word: str, language: str) -> str:
    return word if word.count(".") > 1 else stem(word.removesuffix("'s").rstrip("."), language)


def _places(stems: tuple[str, ...], text: Text) -> Iterator[Span]:
    if not stems or len(stems) > _LONGEST:
        return
    for number, at in text.where.get(stems[0], ()):
        end = at + len(stems)
        if tuple(token.stem for token in text.sentences[number][at:end]) == stems:
            yield number, at, end


def _names(text: Text) -> dict[tuple[str, ...], None]:
    """Return the stems of the runs of names, in the order of the text."""
    found: dict[tuple[str, ...], None] = {}
    for sentence in text.sentences:
        for run in _runs(sentence, text.language):
            if len(run) <= _LONGEST:
                found[tuple(token.stem for token in run)] = None
    return found


def _runs(sentence: Sequence[Token], language: str) -> Iterator[list[Token]]:
    """Yield the runs of names ("Bank of England"), split after roles."""
    run: list[Token] = []
    at = 0
    while at < len(sentence):
        token = sentence[at]
        within = bool(run) and run[0].low in heads()  # "Ministry of Foreign Affairs"
        within |= any(one.low in heads() for one in sentence[at + 1 : at + 2])  # "General Assembly"
        if token.kind == "name" and (within or not _splits(token, language)):
            run.append(token)
        elif run and (small := _linking(sentence, at, run[0])):
            run += small
            at += len(small) - 1
        elif run:
            yield run
            run = []
        at += 1
    if run:
        yield run


def _linking(sentence: Sequence[Token], at: int, head: Token) -> Sequence[Token]:
    """Return the small words from a place on that join a name with what follows it."""
    if sentence[at].low in links() and _is_name(sentence, at + 1):
        return sentence[at : at + 1]
    if head.low not in heads():
        return ()
    for end in (at + 1, at + 2):
        small = sentence[at:end]
        if all(token.low in wide_links() for token in small) and _is_name(sentence, end):
            return small
    return ()


def _is_name(sentence: Sequence[Token], at: int) -> bool:
    return at < len(sentence) and sentence[at].kind == "name"


def _splits(token: Token, language: str) -> bool:
    low = token.low.rstrip(".")
    return low in roles() or low in noise(language)


def _inner(stems: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(len(stems)):
        for end in range(start + 1, len(stems) + 1):
            yield stems[start:end]
