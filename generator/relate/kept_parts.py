"""The parts of analyses by which articles are related, cached while an analysis does not change.

An analysis has sentences and excerpts as well, which only the pages need. Each part is read from
the cache whenever it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from generator.models import Analysis, Candidate
from generator.relate.forms_in_article import Forms
from generator.relate.names_in_article import Names
from generator.relate.similarity import Terms
from generator.run.cache import fingerprint
from generator.run.kept_values import KeptValues
from generator.run.lazy_sequence import LazySequence

FILE = "parts.bin"  # in the cache
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """Where results that depend on analyses are kept; `keys` identify the analyses.

    `cache` is the folder for the next build, None to keep nothing; `scratch` the one for temporary
    files.
    """

    keys: Sequence[str] = ()
    cache: Path | None = None
    scratch: Path | None = None

    def values(self, name: str, *depends: object) -> KeptValues[Any]:
        """Return the values in a file of the cache; they also depend on other values."""
        version = repr((fingerprint("relate"), *depends))
        return KeptValues(self.cache and self.cache / name, version, self.scratch)


@dataclass(frozen=True, slots=True)
class Parts:
    """Names in each article, how it writes its candidates, these and its headline, its terms."""

    names: Sequence[Names]
    forms: Sequence[Forms]
    candidates: Sequence[Analysis]
    terms: Sequence[Terms]

    @classmethod
    def of(cls, analyses: Sequence[Analysis], kept: Kept) -> Parts:
        """Return the parts of analyses, which are kept."""
        values: KeptValues[Any] = kept.values(FILE)
        for at, key in enumerate(kept.keys):
            known = sum(values.has(f"{key} {name}") for name in _PARTS)
            if known < len(_PARTS):
                analysis = analyses[at]
                for name, part in _PARTS.items():
                    values.put(f"{key} {name}", part(analysis))
        values.save()
        names, forms, columns, terms = (
            Column(values, [f"{key} {name}" for key in kept.keys]) for name in _PARTS
        )
        return cls(names, forms, _Candidates(columns), terms)


_PARTS: dict[str, Callable[[Analysis], object]] = {
    "names": lambda analysis: Names.of(analysis.candidates),
    "forms": lambda analysis: Forms.of(analysis.candidates),
    "candidates": lambda analysis: (
        analysis.headline,
        tuple(zip(*analysis.candidates, strict=True)),
    ),
    "terms": Terms.of,
}


class Column(LazySequence[T]):
    """One value of each article, read when it is used."""

    def __init__(self, values: KeptValues[T], keys: Sequence[str]) -> None:
        self._values = values
        self._keys = keys

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self._keys)

    def value(self, at: int) -> T:
        """Return the value of an article."""
        return self._values.known(self._keys[at])


class _Candidates(LazySequence[Analysis]):
    """Analyses with candidates and headline alone, by their fields: these are read much faster."""

    def __init__(self, columns: Sequence[Any]) -> None:
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns)

    def value(self, at: int) -> Analysis:
        """Return the analysis with its candidates and headline."""
        headline, columns = self._columns[at]
        found = map(Candidate._make, zip(*columns, strict=True))
        return Analysis(candidates=tuple(found), headline=headline)
