"""Functions by name, imported only by the process that calls them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import Generic, TypeVar, cast

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Elsewhere(Generic[R]):
    """A module-level function by its module and name.

    It is unpickled as the function itself, so a worker process imports the module before the
    limits of its first item apply. `unused` are packages that libraries of the module import, but
    that the function does not use: they are loaded only if it does.
    """

    module: str
    name: str
    unused: tuple[str, ...] = ()

    def __call__(self, *args: object, **named: object) -> R:
        """Call the function in this process."""
        return cast("R", _found(self.module, self.name, self.unused)(*args, **named))

    def __reduce__(self) -> tuple[Callable[..., Callable[..., object]], tuple[object, ...]]:
        """Return how to unpickle this as the function itself."""
        return _found, (self.module, self.name, self.unused)


def _found(module: str, name: str, unused: tuple[str, ...]) -> Callable[..., object]:
    for package in unused:
        _defer(package)
    found: Callable[..., object] = getattr(import_module(module), name)
    return found


def _defer(package: str) -> None:
    """Let a package be loaded when something in it is used, if it has not been imported yet."""
    spec = None if package in sys.modules else find_spec(package)
    if spec is not None and spec.loader is not None:
        spec.loader = LazyLoader(spec.loader)
        sys.modules[package] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[package])
