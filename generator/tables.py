"""Loads word lists and learnt numbers: YAML and JSON files beside the module that uses them.

This is the only way in which a module of the pure core reads a file: the result is a constant of
the program, as if it were written in the module itself.
"""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from generator.yaml_text import SafeLoader

T = TypeVar("T")
_PACKAGE = Path(__file__).parent


class TableError(Exception):
    """A table of the package does not have the type that its module expects."""


def load_table(file: Path, shape: type[T]) -> T:
    """Return the contents of a table, validated.

    `file` is a `.yml` or `.json` file inside the package. `shape` is the type of its contents, such
    as `dict[str, list[str]]` or a pydantic model. Values are not converted: an unquoted `no` in a
    list of words, which YAML reads as false, raises `TableError`.
    """
    text = file.read_text(encoding="utf-8")
    is_json = file.suffix == ".json"
    raw = json.loads(text) if is_json else yaml.load(text, SafeLoader)  # noqa: S506 - a safe one
    try:
        return TypeAdapter(shape).validate_python(raw, strict=True)
    except ValidationError as error:
        raise TableError(f"{file.relative_to(_PACKAGE).as_posix()}: {error}") from error


def package_text(package: str, name: str) -> str | None:
    """Return the text of a file of an installed package; None if there is no such file.

    `name` is its path inside the package. Bytes that are not UTF-8 become U+FFFD.
    """
    file = resources.files(package).joinpath(name)
    return file.read_bytes().decode("utf-8", errors="replace") if file.is_file() else None
