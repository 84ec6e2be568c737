"""Loads word lists and learnt numbers: YAML and JSON files beside the module that uses them.

This is the only way in which a module of the pure core reads a file: the result is a constant of
the program, as if it were written in the module itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache, partial
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from generator.run.compiled import compiled
from generator.yaml_text import SafeLoader

T = TypeVar("T")
_PACKAGE = Path(__file__).parent
__all__ = ["compiled"]  # for constants made from files of libraries


class TableError(Exception):
    """A table of the package does not have the type that its module expects."""


def load_table(file: Path, shape: type[T]) -> T:
    """Return the contents of a table, validated.

    `file` is a `.yml` or `.json` file inside the package. `shape` is the type of its contents, such
    as `dict[str, list[str]]` or a pydantic model. Values are not converted: an unquoted `no` in a
    list of words, which YAML reads as false, raises `TableError`.
    """
    parsed = partial(_parsed, file)
    raw = parsed() if file.suffix == ".json" else compiled(file, [file], parsed)
    try:
        return TypeAdapter(shape).validate_python(raw, strict=True)
    except ValidationError as error:
        raise TableError(f"{file.relative_to(_PACKAGE).as_posix()}: {error}") from error


def _parsed(file: Path) -> Any:  # noqa: ANN401 - whatever the table contains
    text, is_json = file.read_text(encoding="utf-8"), file.suffix == ".json"
    return json.loads(text) if is_json else yaml.load(text, SafeLoader)  # noqa: S506 - a safe one


def load_patterns(file: Path) -> dict[str, str]:
    """Return for each kind of a table a pattern of `re` that matches any of its patterns.

    `file` is a `.yml` file inside the package with lists of patterns by kind and language; they are
    tried in their order. An invalid pattern raises `TableError` with its kind and language.
    """
    return compiled(file.with_suffix(".patterns"), [file], partial(_patterns, file))


def _patterns(file: Path) -> dict[str, str]:
    table = load_table(file, dict[str, dict[str, list[str]]])
    for kind, languages in table.items():
        for language, patterns in languages.items():
            for pattern in patterns:
                _check_pattern(pattern, f"{file.name}, {kind}, {language}")
    return {
        kind: f"(?:{'|'.join(chain.from_iterable(languages.values()))})"
        for kind, languages in table.items()
    }


def load_words(file: Path) -> dict[str, frozenset[str]]:
    """Return for each kind of a table its words in all languages.

    `file` is a `.yml` file inside the package with lists of words by kind and language.
    """
    table = load_table(file, dict[str, dict[str, list[str]]])
    return {kind: frozenset(chain.from_iterable(lists.values())) for kind, lists in table.items()}


def load_numbers(file: Path, part: str) -> dict[str, float]:
    """Return the numbers of one part of a table of tuned numbers.

    `file` is a `.yml` file inside the package with numbers by part and name. Its comments say what
    each number means, and on what data and by which figure it was chosen.
    """
    return _numbers(file)[part]


@cache
def _numbers(file: Path) -> dict[str, dict[str, float]]:
    return load_table(file, dict[str, dict[str, float]])


def _check_pattern(pattern: str, where: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise TableError(f"{where}: {pattern!r} is not a pattern: {error}") from error


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern of `re` that matches any of the phrases, the longest that is there."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


def package_text(package: str, name: str) -> str | None:
    """Return the text of a file of an installed package; None if there is no such file.

    `name` is its path inside the package, which is not imported. Bytes that are not UTF-8 become
    U+FFFD.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    file = Path(spec.origin).parent / name
    return file.read_bytes().decode("utf-8", errors="replace") if file.is_file() else None
