"""Functions by name, imported only by the process that calls them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Generic, TypeVar, cast

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Elsewhere(Generic[R]):
    """A module-level function by its module and name.

    It is unpickled as the function itself, so a worker process imports the module before the
    limits of its first item apply.
    """

    module: str
    name: str

    def __call__(self, *args: object, **named: object) -> R:
        """Call the function in this process."""
        return cast("R", _found(self.module, self.name)(*args, **named))

    def __reduce__(self) -> tuple[Callable[[str, str], Callable[..., object]], tuple[str, str]]:
        """Return how to unpickle this as the function itself."""
        return _found, (self.module, self.name)


def _found(module: str, name: str) -> Callable[..., object]:
    found: Callable[..., object] = getattr(import_module(module), name)
    return found
