"""Pickling of frozen dataclasses with slots, faster than with the methods that they bring.

Their `__getstate__` and `__setstate__` look up the fields for each value again (CPython 3.11 to
3.13). That is most of the time that it takes to read a spooled article.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

Reduced = tuple[Callable[..., Any], tuple[Any, ...]]


class Reducers(dict[type, Callable[[Any], Any]]):
    """A pickler's `dispatch_table`: how values of each class are pickled, found when it is met."""

    def __init__(self) -> None:
        super().__init__(copyreg.dispatch_table)

    def __missing__(self, kind: type) -> Callable[[Any], Reduced]:
        """Return how to pickle a class; `KeyError` if it is none of these dataclasses."""
        if not (is_dataclass(kind) and "__slots__" in vars(kind)):
            raise KeyError(kind)
        values = _values(kind)
        self[kind] = lambda value: (_made, (kind, values(value)))
        return self[kind]


def _values(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that returns the values of all fields."""
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _made(kind: type, values: tuple[Any, ...]) -> object:
    made: object = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(made, value)
    return made


@cache
def _setters(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))
