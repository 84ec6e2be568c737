"""Sentences of articles, and what the comparison of those of one story gives. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A running sentence of an article: `Article.blocks[paragraph].text[start:end]`.

    `stems` are those of its content words, with spaces between them: one string is read faster
    than many. `figures` are what it counts (see `analyse.figures`). A sentence that is `alone` can
    be understood without those before it.
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

    `opening`: it is the first in its language, so that all it says is new; the passages are its key
    points then.
    """

    key: str
    passages: tuple[Passage, ...] = ()
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A passage of an article, by the article's key, and the number in it, as it is read."""

    key: str
    passage: Passage
    number: int


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one event, in the order of time, and where they differ.

    A difference are two or more figures: the same thing counted, with different numbers.
    """

    contributions: tuple[Contribution, ...]
    differences: tuple[tuple[Figure, ...], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of its articles."""
        return tuple(contribution.key for contribution in self.contributions)
