"""Functions by name, imported only by the process that calls them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Generic, TypeVar, cast

from generator.run.kept_code import kept_code
from generator.run.program_fingerprint import PACKAGE

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Elsewhere(Generic[R]):
    """A module-level function by its module and name.

    It is unpickled as the function itself, so a worker process imports the module before the
    limits of its first item apply. `unused` are packages that libraries of the module import, but
    that the function does not use: they are imported only if one of their own is called.
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
        if package not in sys.modules:
            sys.modules[package] = _Deferred(package)
    with kept_code(PACKAGE / f"{module}.code"):
        found: Callable[..., object] = getattr(import_module(module), name)
    return found


class _Deferred(ModuleType):
    """A package that is imported when one of its functions or classes is called.

    `importlib.util.LazyLoader` would import it for an annotation that names one of its classes.
    """

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name.startswith("__"):
            raise AttributeError(name)
        return partial(_called, self.__name__, name)


def _called(package: str, name: str, *args: object, **named: object) -> object:
    if isinstance(sys.modules.get(package), _Deferred):
        del sys.modules[package]
    return getattr(import_module(package), name)(*args, **named)
