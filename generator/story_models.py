"""Sentences of articles, and the result of comparing those of one story. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A running sentence of an article: `Article.blocks[paragraph].text[start:end]`.

    `stems` are those of its content words, separated by spaces: one string is read faster than
    many. `figures` are the things it counts (see `analyse.figures`). A sentence that is `alone`
    can be understood without those before it.
    """

    paragraph: int
    start: int
    end: int
    stems: str
    alone: bool = False
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article and the paragraph it is in: `Article.blocks[paragraph]`."""

    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an article says that no earlier article of its story does.

    `opening`: it is the first in its language, so all of it is new; its passages are then the key
    points.
    """

    key: str
    passages: tuple[Passage, ...] = ()
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A passage of an article, the article's key, and the value of the number in the passage."""

    key: str
    passage: Passage
    number: int


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one event, in chronological order, and where they differ.

    A difference is two or more figures for the same thing with different numbers.
    """

    contributions: tuple[Contribution, ...]
    differences: tuple[tuple[Figure, ...], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of its articles."""
        return tuple(contribution.key for contribution in self.contributions)
