"""The insights of a run, each made of two parts when it is used. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from generator.models import Analysis, Excerpts, Insight
from generator.run.lazy_sequence import LazySequence

_EXCERPTS = tuple(field.name for field in fields(Excerpts))


class Insights(LazySequence[Insight]):
    """What the collection decides of each article, with the excerpts in the article's analysis.

    `decided` are the insights without excerpts; `keys` identify the analyses.
    """

    def __init__(
        self,
        decided: Sequence[Insight],
        analyses: Sequence[Analysis],
        keys: Sequence[str],
    ) -> None:
        self.decided = decided
        self.keys = keys
        self._analyses = analyses

    def __len__(self) -> int:
        """Return the number of insights."""
        return len(self.decided)

    def value(self, at: int) -> Insight:
        """Return the insight at an index."""
        analysis = self._analyses[at]
        return replace(self.decided[at], **{name: getattr(analysis, name) for name in _EXCERPTS})


def decided(insights: Sequence[Insight]) -> Sequence[Insight]:
    """Return insights whose excerpts need not be read."""
    return insights.decided if isinstance(insights, Insights) else insights


def identities(insights: Sequence[Insight]) -> Iterator[tuple[Insight, str]]:
    """Yield of each insight what differs if it does: a part of it, and the key of the rest."""
    if isinstance(insights, Insights):
        yield from zip(insights.decided, insights.keys, strict=True)
    else:
        yield from ((insight, "") for insight in insights)
