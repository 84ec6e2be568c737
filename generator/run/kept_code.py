"""What Python compiles in each process anew, kept as it keeps its bytecode.

`re` compiles every expression, and `dataclasses` the methods of every class, whenever a module is
imported: half of the time that imports took. What they make is the same in all processes of one
version of Python. The results are kept by the text that they are made from.
"""

from __future__ import annotations

import dataclasses
import marshal
import re
import sys
from array import array
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.run.compiled import keep, kept

# Neither has a public way to compile and to use the result later.
_re: Any = re
_sre: Any = sys.modules["_sre"]
_dataclasses: Any = dataclasses
_Of = Callable[[Hashable, Callable[[], Any]], Any]


@contextmanager
def kept_code(name: Path) -> Iterator[None]:
    """Use the code that is kept under a name, and keep what is compiled in this context."""
    version, known = kept(name) or ("", {})
    before: dict[Hashable, Any] = known if version == sys.version else {}
    now: dict[Hashable, Any] = {}

    def of(text: Hashable, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - what was compiled
        now[text] = before[text] if text in before else make()
        return now[text]

    with _expressions(of), _methods(of):
        yield
    if not now.keys() <= before.keys():
        keep(name, (sys.version, before | now))


@contextmanager
def _expressions(of: _Of) -> Iterator[None]:
    """Let `re` compile an expression only if it is not kept, by its text and flags."""
    compile_anew = _re._compiler.compile  # noqa: SLF001

    def instructions(pattern: str | bytes, flags: int) -> tuple[Any, ...]:
        compile_code, _sre.compile = _sre.compile, lambda *arguments: arguments
        try:
            text, all_flags, code, *groups = compile_anew(pattern, flags)
        finally:
            _sre.compile = compile_code
        return text, all_flags, array("I", code), *groups

    def compile_kept(pattern: object, flags: int = 0) -> object:
        if not isinstance(pattern, str | bytes):  # parsed
            return compile_anew(pattern, flags)
        made = of((pattern, flags), lambda: instructions(pattern, flags))
        text, all_flags, code, *groups = made
        return _sre.compile(text, all_flags, list(code), *groups)

    _re._compiler.compile = compile_kept  # noqa: SLF001
    try:
        yield
    finally:
        _re._compiler.compile = compile_anew  # noqa: SLF001


@contextmanager
def _methods(of: _Of) -> Iterator[None]:
    """Let `dataclasses` compile a method only if it is not kept, by its text."""

    def exec_kept(text: str, *names: dict[str, Any]) -> None:
        code = of(text, lambda: marshal.dumps(compile(text, "<string>", "exec")))
        exec(marshal.loads(code), *names)  # noqa: S102, S302 - as `dataclasses` does; see `compiled`

    _dataclasses.exec = exec_kept
    try:
        yield
    finally:
        del _dataclasses.exec
