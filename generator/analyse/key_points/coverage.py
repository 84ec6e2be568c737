"""How much of the headline sentences say. Pure.

A word of the headline that the text says often is missed most. One that the text never says is told
in other words, if at all: nothing shows by which sentence.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from generator.analyse.key_points.dependence_words import rules
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_forms import stem, straighten
from generator.languages import LANGUAGES
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "coverage")
_TOLD, _SURE = _TUNED["told"], _TUNED["sure"]
_MOST, _TOLD_BY_LEAD = _TUNED["most"], _TUNED["told_by_lead"]
_ROOT = 5  # letters that two forms of a word have in common ("Venezuela", "venezolano")
_DENSE_ROOT = 2  # the same in Chinese, Japanese and Korean
_COMMON = 0.7  # share of the shorter form that they are
_NAME_ROOT = 4  # letters of a short name, and of a part of a compound, that are recognised
_ACRONYM = 3  # letters of the shortest one that is spelled out
_NOT = "¬"  # stands for a negation
_QUOTED = re.compile(r"(?<!\w)['\"«„](\w[^'\"»“ ]*(?: [^'\"»“ ]*){0,2})['\"»“](?!\w)")


@dataclass(frozen=True, slots=True)
class Headline:
    """The content words and numbers of a headline, as stems; `plain` are the common words.

    `weights` has how much each counts, 0 if the text never says it. `required` must be said as
    well: a quotation without content words ("going nowhere"), and a negation. So must one of the
    words of `turn`, the common ones after a "but".
    """

    words: AbstractSet[str]
    plain: AbstractSet[str]
    weights: Mapping[str, float]
    required: AbstractSet[str]
    turn: AbstractSet[str]
    language: str

    def said_by(self, text: str, tokens: Sequence[Token]) -> frozenset[str]:
        """Return which of its words, and of what is required, a sentence says."""
        stems, plain = _stems(tokens, self.language), straighten(text).lower()
        words = {word for word in self.words if self._is_said(word, stems)}
        required = {phrase for phrase in self.required if phrase in plain}
        if _is_negated(tokens, self.language):
            required.add(_NOT)
        return frozenset(words | (required & self.required))

    def _is_said(self, word: str, stems: AbstractSet[str]) -> bool:
        short = word not in self.plain and len(word) == _NAME_ROOT  # "Iraq", "Iraqi"
        return _is_said(word, stems, self.language) or (
            short and any(stem.startswith(word) and len(stem) <= _ROOT + 1 for stem in stems)
        )

    def share(self, said: AbstractSet[str]) -> float:
        """Return the share of its words that are said."""
        return len(self.words & said) / max(1, len(self.words))

    def is_told(self, said: AbstractSet[str], *, lead: bool = False) -> bool:
        """Return whether nearly all is said that the text says of it anywhere.

        The less the text says of it in the same words, the less this shows. The first sentence of a
        report says it in other words, so less is enough if it has most of the words (`lead`).
        """
        total = sum(self.weights[word] for word in sorted(self.words))
        weight = sum(self.weights[word] for word in sorted(self.words & said))
        most = lead and self.share(said) >= _MOST and 2 * len(self.plain & said) >= len(self.plain)
        least = _TOLD_BY_LEAD if most else max(_TOLD, _SURE / max(_SURE, self.share(said)))
        turned = not self.turn or not self.turn.isdisjoint(said)
        return self.required <= said and turned and weight >= least * total


def headline_of(title: str, text: Text) -> Headline:
    """Return the headline of an article."""
    framing = rules(text.language).framing
    content = [token for token in text.sentences[0] if token.content and token.low not in framing]
    words = frozenset(token.stem for token in content)
    sentences = [_stems(tokens, text.language) for tokens in text.sentences[1:]]
    counts = Counter(stem for stems in sentences for stem in stems)
    weights = {
        word: math.log1p(
            sum(number for stem, number in counts.items() if _is_said(word, {stem}, text.language))
        )
        for word in words
    }
    return Headline(
        words,
        frozenset(token.stem for token in content if token.kind == "word"),
        weights,
        frozenset(_required(title, text)),
        frozenset(token.stem for token in _turn(text) if token.content and token.kind == "word"),
        text.language,
    )


def _turn(text: Text) -> Sequence[Token]:
    """Return the words of a headline after a "but": "Troops sent to the border, but idle"."""
    tokens, turning = text.sentences[0], rules(text.language).turning
    places = [at for at, token in enumerate(tokens) if at and token.low in turning]
    return tokens[places[-1] + 1 :] if places else ()


def _required(title: str, text: Text) -> Iterator[str]:
    """Yield a quotation of small words that the text repeats, and a mark of a negation."""
    body = straighten(" ".join([*text.by_sentence][1:])).lower()
    content = {token.low for token in text.sentences[0] if token.content}
    for found in _QUOTED.findall(straighten(title).lower()):
        phrase = found.rstrip(",.")
        if phrase in body and content.isdisjoint(phrase.split()):
            yield phrase
    if _is_negated(text.sentences[0], text.language):
        yield _NOT


def _is_negated(tokens: Sequence[Token], language: str) -> bool:
    return bool({token.low for token in tokens} & rules(language).negating) or (
        language == "en" and any(token.low.endswith("n't") for token in tokens)
    )


def words_said(words: AbstractSet[str], stems: AbstractSet[str], language: str) -> int:
    """Return how many of some content words are among the stems of a sentence."""
    return sum(_is_said(word, stems, language) for word in words)


def _is_said(word: str, stems: AbstractSet[str], language: str) -> bool:
    dense = language in LANGUAGES.dense
    root = _DENSE_ROOT if dense else _ROOT
    compounds = dense or language in LANGUAGES.compound_roles
    return word in stems or any(_is_akin(word, stem, root, compounds=compounds) for stem in stems)


def _is_akin(word: str, stem: str, root: int, *, compounds: bool) -> bool:
    """Return whether two stems are of one family ("Israel", "Israeli"), or one contains the other.

    `compounds`: the language has compounds, as "Titelkampf".
    """
    is_part = compounds and (word in stem or stem in word)
    if not is_part and word[:root] != stem[:root]:  # as of most pairs
        return False
    short, long = sorted((word, stem), key=len)
    same = max(root, math.ceil(_COMMON * len(short)))
    if len(short) < same:
        return False
    return is_part or long[:same] == short[:same]


def _stems(tokens: Sequence[Token], language: str) -> frozenset[str]:
    """Return the stems of content words and of their parts, and acronyms that names spell out."""
    stems = {token.stem for token in tokens if _counts(token)}
    parts = (part for token in tokens if "-" in token.low for part in token.low.split("-"))
    stems.update(stem(part, language) for part in parts if len(part) >= _NAME_ROOT)
    return frozenset(stems.union(_acronyms(tokens)))


def _counts(token: Token) -> bool:
    """Return whether a token is a number or a content word of more than one letter."""
    number = token.kind == "number" or (token.part == "number" and token.kind != "mark")
    return number or (token.content and len(token.stem) > 1)


def _acronyms(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the initials of each run of names: "Federal Emergency Management Agency"."""
    initials = ""
    for token in [*tokens, None]:
        if token and token.text[:1].isupper():
            initials += "".join(part[:1] for part in token.low.split("-"))
        elif not (token and initials and token.kind == "stop"):
            for start in range(len(initials) - _ACRONYM + 1):
                for end in range(start + _ACRONYM, len(initials) + 1):
                    yield initials[start:end]
            initials = ""
