"""Regular expressions, kept compiled as Python keeps its bytecode.

`re` compiles each expression again in every process: that was a third of the time in which a worker
imports its modules. What it makes of one is plain data, the arguments of `_sre.compile`, and the
same in all processes of one version of Python.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.run.compiled import keep, kept

_re: Any = re  # nothing public compiles in two steps
_sre: Any = sys.modules["_sre"]
_Made = tuple[Any, ...]  # text, flags, instructions as an array, and what groups there are
_Kept = dict[tuple[str | bytes, int], _Made]


@contextmanager
def kept_expressions(name: Path) -> Iterator[None]:
    """Use the expressions that are kept under a name; keep those that are compiled in this context.

    An expression is known by its text and flags: one that has changed is compiled again.
    """
    version, known = kept(name) or ("", {})
    before: _Kept = known if version == sys.version else {}
    now: _Kept = {}
    compile_anew = _re._compiler.compile  # noqa: SLF001

    def compile_kept(pattern: object, flags: int = 0) -> object:
        if not isinstance(pattern, str | bytes):  # parsed
            return compile_anew(pattern, flags)
        made = before.get((pattern, flags)) or _made(compile_anew, pattern, flags)
        now[pattern, flags] = made
        text, all_flags, code, *groups = made
        return _sre.compile(text, all_flags, list(code), *groups)

    _re._compiler.compile = compile_kept  # noqa: SLF001
    try:
        yield
    finally:
        _re._compiler.compile = compile_anew  # noqa: SLF001
    if not now.keys() <= before.keys():
        keep(name, (sys.version, before | now))


def _made(compile_anew: Callable[..., Any], pattern: str | bytes, flags: int) -> _Made:
    """Return what `re` makes of an expression before it calls `_sre.compile`."""
    compile_code, _sre.compile = _sre.compile, lambda *arguments: arguments
    try:
        text, all_flags, code, *groups = compile_anew(pattern, flags)
    finally:
        _sre.compile = compile_code
    return text, all_flags, array("I", code), *groups
