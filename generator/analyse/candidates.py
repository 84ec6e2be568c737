"""The phrases of an article that may become keywords: YAKE's candidates, mended. Pure.

YAKE (Campos et al. 2020, doi:10.1016/j.ins.2019.09.013) ranks n-grams without knowing names. A
candidate that cuts a name gives way to the whole name; one that is mostly a piece of a longer
phrase, or seen in the headline only, is dropped. The rest is described by `features`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import yake  # type: ignore[import-untyped]

from generator.analyse.tokens import Sentence, Token, links, stem, straight, yake_language
from generator.models import Candidate

FEATURES = (
    "rank", "two_words", "three_words", "more_words", "frequency", "in_title", "in_lead",
    "first_at", "content_left", "content_right", "names", "single_name", "single_word",
    "verb_like_end", "verb_like_start", "length", "spread", "capitals", "head_frequency", "number",
    "word_frequency",
)  # fmt: skip
_TOP = 150  # candidates taken of YAKE; more cost time and bring none
_LONGEST = 5  # words of a name
_KEPT = 60  # candidates of an article that are kept for the collection to choose from
_ROLES = frozenset(
    [
        "minister",
        "president",
        "secretary",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "chairman",
        "chairwoman",
        "director",
        "general",
        "sen",
        "rep",
        "gov",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sir",
        "lord",
        "lady",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "judge",
        "justice",
        "senator",
        "governor",
        "mayor",
        "chancellor",
        "premier",
        "prime",
        "officer",
        "captain",
        "colonel",
        "sgt",
        "lt",
        "gen",
        "capt",
        "col",
        "rev",
        "foreign",
        "former",
        "president-elect",
        "chief",
        "executive",
        "vice",
        "professor",
        "ambassador",
        "congressman",
        "congresswoman",
        "attorney",
        "detective",
        "sheriff",
        "coach",
        "präsident",
        "präsidentin",
        "minister",
        "ministerin",
        "kanzler",
        "kanzlerin",
        "herr",
        "frau",
        "président",
        "présidente",
        "ministre",
        "premier",
        "monsieur",
        "madame",
        "presidente",
        "ministro",
        "ministra",
        "señor",
        "señora",
        "presidenta",
        "senhor",
        "senhora",
        "президент",
        "министр",
    ]
)
_NOISE = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "yesterday",
        "tomorrow",
        "said",
        "says",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "januar",
        "februar",
        "märz",
        "juni",
        "juli",
        "oktober",
        "dezember",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
        "segunda",
        "terça",
        "quarta",
        "quinta",
        "sexta",
        "sábado",
        "domingo",
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "enero",
        "febrero",
        "marzo",
        "mayo",
        "junio",
        "julio",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "reuters",
        "afp",
        "ap",
        "upi",
    ]
)
_VERB_LIKE = ("ing", "ed", "ly")


@dataclass
class _Phrase:
    """A phrase under one key, with its occurrences: sentence, first and last token + 1."""

    rank: int
    places: list[tuple[int, int, int]] = field(default_factory=list)


def candidates(text: Sequence[Sentence], lines: Sequence[str], language: str) -> list[Candidate]:
    """Return the candidates, best by YAKE first; sentence 0 is the title."""
    ranked = _ranked(lines, language)
    names = _names(text)
    phrases: dict[str, _Phrase] = {}
    where = _index(text, language)
    for rank, words in enumerate(ranked):
        _add(phrases, words, rank, text, where, language)
    for name, at in names.items():
        rank = min(
            (phrases[key].rank for key in _inner(name, language) if key in phrases), default=_TOP
        )
        _add(phrases, name, rank, text, where, language)
        del at
    counts = Counter(stem(token.low, language) for sentence in text for token in sentence)
    made = (_made(key, one, text, counts, language) for key, one in phrases.items())
    found = sorted((one for one in made if one), key=lambda one: (-one.features[0], one.text))
    return found[:_KEPT]


def _ranked(lines: Sequence[str], language: str) -> list[tuple[str, ...]]:
    """Return YAKE's candidates as lower-case words, best first."""
    closed = (line if line[-1:] in ".!?:;。" else f"{line} ." for line in map(straight, lines))
    extractor = yake.KeywordExtractor(
        lan=yake_language(language), n=3, dedup_lim=0.999, window_size=1, top=_TOP
    )
    found = extractor.extract_keywords("\n".join(closed))
    return [tuple(phrase.lower().split()) for phrase, _ in found]


def _index(text: Sequence[Sentence], language: str) -> dict[str, list[tuple[int, int]]]:
    where: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, sentence in enumerate(text):
        for at, token in enumerate(sentence):
            if token.kind != "mark":
                where[stem(token.low, language)].append((number, at))
    return where


def _add(
    phrases: dict[str, _Phrase],
    words: Sequence[str],
    rank: int,
    text: Sequence[Sentence],
    where: dict[str, list[tuple[int, int]]],
    language: str,
) -> None:
    """Enter a phrase with all its occurrences, unless it is there."""
    stems = [
        stem(word.removesuffix("'s").rstrip("."), language) if not word.count(".") > 1 else word
        for word in words
    ]
    stems = [one for one in stems if one]
    key = " ".join(stems)
    if not stems or key in phrases or len(stems) > _LONGEST:
        return
    found = _Phrase(rank)
    for number, at in where.get(stems[0], ()):
        sentence = text[number]
        end = at + len(stems)
        if end <= len(sentence) and all(
            stem(token.low, language) == one
            for token, one in zip(sentence[at + 1 : end], stems[1:], strict=True)
        ):
            found.places.append((number, at, end))
    if found.places:
        phrases[key] = found


def _names(text: Sequence[Sentence]) -> dict[tuple[str, ...], int]:
    """Return the runs of names ("Bank of England"), split after roles, with their counts."""
    runs: Counter[tuple[str, ...]] = Counter()
    for sentence in text:
        for run in _runs(sentence):
            words = tuple(token.low for token in run)
            if len(words) <= _LONGEST:
                runs[words] += 1
    return dict(runs)


def _runs(sentence: Sentence) -> Iterator[list[Token]]:
    run: list[Token] = []
    for at, token in enumerate(sentence):
        after = sentence[at + 1] if at + 1 < len(sentence) else None
        if (token.kind == "name" and token.low.rstrip(".") not in _ROLES | _NOISE) or (
            run and links(token.low) and after and after.kind == "name"
        ):
            run.append(token)
        else:
            if run:
                yield run
            run = []
    if run:
        yield run


def _inner(words: Sequence[str], language: str) -> Iterator[str]:
    stems = [stem(word, language) for word in words]
    for start in range(len(stems)):
        for end in range(start + 1, len(stems) + 1):
            yield " ".join(stems[start:end])


def _made(
    key: str, phrase: _Phrase, text: Sequence[Sentence], counts: Counter[str], language: str
) -> Candidate | None:
    """Describe a phrase; None for one that no reader would want."""
    spans = [text[number][at:end] for number, at, end in phrase.places]
    surface = _surface(spans)
    edge, last = surface[0], surface[-1]
    if edge.kind not in {"name", "word"} or last.kind not in {"name", "word"}:
        return None
    if any(token.kind == "mark" for token in surface) or _is_noise(surface):
        return None
    if any(token.kind in {"stop", "number"} and not links(token.low) for token in surface[1:-1]):
        return None
    inner = [token for token in surface if token.kind == "stop"]
    if inner and not (edge.kind == last.kind == "name"):
        return None
    if all(number == 0 for number, _, _ in phrase.places) and not all(
        t.kind == "name" for t in surface
    ):
        return None
    left, right, cut = _sides(phrase, text)
    if cut >= 0.5:
        return None
    words = len(surface)
    tf = len(phrase.places)
    names = sum(token.kind == "name" for token in surface) / words
    numbers = {number for number, _, _ in phrase.places}
    first = min(numbers)
    stems = key.split()
    features = (
        -math.log1p(phrase.rank),
        float(words == 2),
        float(words == 3),
        float(words > 3),
        math.log(tf),
        float(0 in numbers),
        float(bool(numbers & {1, 2})),
        math.log1p(first) / math.log1p(len(text)),
        left,
        right,
        names,
        float(words == 1 and names == 1),
        float(words == 1 and names < 1),
        float(names < 1 and last.low.endswith(_VERB_LIKE)),
        float(names < 1 and edge.low.endswith(_VERB_LIKE)),
        min(sum(len(token.text) for token in surface), 30) / 10,
        len(numbers) / len(text),
        float(words == 1 and len(last.text) > 1 and last.text.isupper()),
        math.log1p(counts[stems[-1]]),
        float(any(token.kind == "number" for token in surface)),
        sum(math.log1p(counts[one]) for one in stems) / words,
    )
    shown = " ".join(token.text for token in surface)
    return Candidate(shown, key, tuple(round(one, 4) for one in features), names == 1)


def _surface(spans: Sequence[Sequence[Token]]) -> Sequence[Token]:
    """Return the form seen most often; of equals, the one with the fewest capitals, then first."""
    forms = Counter(tuple(token.text for token in span) for span in spans)
    best = max(forms, key=lambda one: (forms[one], -sum(map(str.isupper, "".join(one))), one))
    return next(span for span in spans if tuple(token.text for token in span) == best)


def _is_noise(surface: Sequence[Token]) -> bool:
    lows = [token.low.rstrip(".") for token in surface]
    if all(low in _NOISE or low in _ROLES for low in lows):
        return True
    return lows[0] in _NOISE or lows[-1] in _NOISE or (len(lows) == 1 and len(lows[0]) < 2)


def _sides(phrase: _Phrase, text: Sequence[Sentence]) -> tuple[float, float, float]:
    """Return the shares of occurrences with content at the left, at the right, and that cut a name."""
    left = right = cut = 0
    places = [place for place in phrase.places if place[0] > 0] or phrase.places
    for number, at, end in places:
        sentence = text[number]
        before = sentence[at - 1] if at else None
        after = sentence[end] if end < len(sentence) else None
        edge, last = sentence[at], sentence[end - 1]
        left += bool(before and before.kind in {"name", "word"})
        right += bool(after and after.kind in {"name", "word"})
        joins_left = before and before.kind == "name" and before.low.rstrip(".") not in _ROLES
        joins_right = after and after.kind == "name" and last.kind == "name"
        linked = (
            after
            and links(after.low)
            and last.kind == "name"
            and end + 1 < len(sentence)
            and sentence[end + 1].kind == "name"
        )
        cut += bool((joins_left and edge.kind == "name") or joins_right or linked)
    return left / len(places), right / len(places), cut / len(places)


def text_of(lines: Iterable[str]) -> list[str]:
    """Return the lines that say something."""
    return [line for line in lines if line.strip()]
