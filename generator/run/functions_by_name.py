"""Functions by name, which only the process that calls them imports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Generic, TypeVar, cast

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Elsewhere(Generic[R]):
    """A module-level function by its module and name.

    Where it is unpickled it is the function itself: a worker process imports the module before the
    limits of its first item begin.
    """

    module: str
    name: str

    def __call__(self, *args: object, **named: object) -> R:
        """Call the function in this process."""
        return cast("R", _found(self.module, self.name)(*args, **named))

    def __reduce__(self) -> tuple[Callable[[str, str], Callable[..., object]], tuple[str, str]]:
        """Say how to unpickle the function."""
        return _found, (self.module, self.name)


def _found(module: str, name: str) -> Callable[..., object]:
    found: Callable[..., object] = getattr(import_module(module), name)
    return found
