"""Sequences whose values are read or made when they are used. Pure."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class LazySequence(Sequence[T], Generic[T]):
    """A sequence that has no values of its own: `value` returns that at an index."""

    @abstractmethod
    def value(self, at: int) -> T:
        """Return the value at an index; raises `IndexError` beyond the end."""

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """Return the value at an index, or the list of values of a slice."""
        if isinstance(at, slice):
            return [self.value(place) for place in range(*at.indices(len(self)))]
        return self.value(at)
