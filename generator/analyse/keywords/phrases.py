"""The phrases of an article that may become keywords, with all their places in it. Pure.

YAKE (Campos et al. 2020, doi:10.1016/j.ins.2019.09.013) ranks n-grams and does not recognise names:
whole names are added to what it proposes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.analyse.keywords.extractor import Extractor
from generator.analyse.keywords.names import Span, name_spans
from generator.analyse.text.token import Place, Text
from generator.analyse.text.word_forms import separate_elisions, stem, straighten, without_ending
from generator.analyse.text.word_lists import stop_words, yake_language
from generator.languages import LANGUAGES

TOP = 150  # candidates taken from YAKE; more cost time and do not improve the result
_LONGEST = 8  # words of a phrase
# Marks of other scripts, which YAKE would take for letters.
_ENDS = str.maketrans({"।": " . ", "॥": " . ", "۔": " . ", "؟": " ? ", "،": " , ", "؛": " ; "})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase by the stems of its words, YAKE's rank of it (0 is best), and its places.

    `cut` is the share of the places where it is a piece of a longer name.
    """

    stems: tuple[str, ...]
    rank: int
    places: tuple[Span, ...]
    cut: float


def phrases(text: Text, lines: Sequence[str]) -> list[Phrase]:
    """Return YAKE's candidates and the names of a text; `lines` are its paragraphs."""
    ranks = _ranks(text, lines)
    whole = sorted({span for at in range(len(text.sentences)) for span in name_spans(text, at)})
    _add_names(ranks, whole, text)
    within = {(span[0], at): span for span in whole for at in range(*span[1:])}
    found = (_phrase(stems, rank, text, within) for stems, rank in ranks.items())
    return [phrase for phrase in found if phrase.places]


def _add_names(
    ranks: dict[tuple[str, ...], int], spans: Iterable[tuple[int, int, int]], text: Text
) -> None:
    """Add whole names, each with the best rank of a phrase inside it."""
    for number, at, end in spans:
        name = tuple(token.stem for token in text.sentences[number][at:end])
        inner = (ranks[stems] for stems in _inner(name) if stems in ranks)
        ranks.setdefault(name, min(inner, default=TOP))


def _ranks(text: Text, lines: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return YAKE's candidates by the stems of their words, each with its rank; 0 is best."""
    ranks: dict[tuple[str, ...], int] = {}
    for rank, words in enumerate(_ranked(lines, text.language)):
        stems = tuple(filter(None, (_stem(word, text.language) for word in words)))
        ranks.setdefault(stems, rank)
    for rank, word in enumerate((*_short(text), *_with_digits(text))):
        ranks.setdefault((word,), rank)
    return ranks


def _with_digits(text: Text) -> list[str]:
    """Return the repeated names with digits, most frequent first: "H5N1". YAKE has none."""
    words = {
        token.stem
        for sentence in text.sentences
        for token in sentence
        if token.kind == "name" and any(map(str.isdigit, token.text))
    }
    often = [word for word in words if len(text.where[word]) > 1]
    return sorted(often, key=lambda word: (-len(text.where[word]), word))


def _short(text: Text) -> list[str]:
    """Return the repeated words of two characters, most frequent first, in scripts that have them.

    YAKE treats every word of fewer than three letters as a stop word.
    """
    if text.language not in LANGUAGES.dense:
        return []
    words = {
        token.stem for sentence in text.sentences for token in sentence if token.kind == "word"
    }
    often = [word for word in words if len(word) == 2 and len(text.where[word]) > 1]
    return sorted(often, key=lambda word: (-len(text.where[word]), word))


def _phrase(stems: tuple[str, ...], rank: int, text: Text, within: Mapping[Place, Span]) -> Phrase:
    places = tuple(_places(stems, text))
    cut = sum(_is_piece(place, within) for place in places)
    return Phrase(stems, rank, places, cut / max(len(places), 1))


def _is_piece(place: Span, within: Mapping[Place, Span]) -> bool:
    """Return whether an occurrence is inside a longer name, or overlaps one."""
    number, start, end = place
    edges = (within.get((number, start)), within.get((number, end - 1)))
    return any(span is not None and (span[1] < start or span[2] > end) for span in edges)


def _ranked(lines: Sequence[str], language: str) -> list[list[str]]:
    """Return YAKE's candidates as lower-case words, best first."""
    # YAKE joins lines: one without an end mark would run into the next.
    straightened = [
        separate_elisions(straighten(line), language).translate(_ENDS) for line in lines
    ]
    closed = (line if line[-1:] in ".!?:;。" else f"{line} ." for line in straightened)
    extractor = Extractor(
        lan=yake_language(language), n=3, dedup_lim=1.0, window_size=1, top=TOP,
        stopwords=set(stop_words(language)),
    )  # fmt: skip
    found = extractor.extract_keywords("\n".join(closed))
    return [phrase.split() for phrase, _ in found]  # in lower case


def _stem(word: str, language: str) -> str:
    return (
        word if word.count(".") > 1 else stem(without_ending(word, language).rstrip("."), language)
    )


def _places(stems: tuple[str, ...], text: Text) -> Iterator[Span]:
    if not stems or len(stems) > _LONGEST:
        return
    for number, at in text.where.get(stems[0], ()):
        end = at + len(stems)
        if tuple(token.stem for token in text.sentences[number][at:end]) == stems:
            yield number, at, end


def _inner(stems: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(len(stems)):
        for end in range(start + 1, len(stems) + 1):
            yield stems[start:end]
