"""A text as sentences of tokens. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.analyse.text.parts_of_speech import EITHER, Part

Kind = Literal["name", "stop", "word", "number", "mark"]
Place = tuple[int, int]  # number of a sentence, index of a token in it

_NOUNS = EITHER | {"noun"}
_NOMINAL = _NOUNS | {"adjective", "graded", "participle"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence: as written, in lower case, its kind, stem, part of speech."""

    text: str
    low: str
    kind: Kind
    stem: str
    part: Part = "noun"  # of a word as it is used here

    @property
    def content(self) -> bool:
        """Whether it is a content word."""
        return self.kind in {"name", "word"}

    @property
    def nominal(self) -> bool:
        """Whether it can be in a noun phrase."""
        return self.kind == "name" or (self.kind == "word" and self.part in _NOMINAL)

    @property
    def noun(self) -> bool:
        """Whether it can be a noun phrase's last word."""
        return self.kind == "name" or (self.kind == "word" and self.part in _NOUNS)


@dataclass(frozen=True)
class Text:
    """The tokens of an article's sentences; sentence 0 is the headline.

    `by_sentence` has them by the sentence as it is written.
    """

    sentences: Sequence[Sequence[Token]]
    language: str
    by_sentence: Mapping[str, Sequence[Token]]

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that are names, as they are written."""
        return frozenset(
            token.text for sentence in self.sentences for token in sentence if token.kind == "name"
        )

    @cached_property
    def where(self) -> dict[str, list[Place]]:
        """The places of each stem."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for number, sentence in enumerate(self.sentences):
            for at, token in enumerate(sentence):
                if token.kind != "mark":
                    found[token.stem].append((number, at))
        return found
