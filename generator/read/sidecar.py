"""Loads the editor's corrections beside an article."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from generator.config import Sidecar
from generator.run import files
from generator.text import NotText, decode
from generator.validation import ConfigError, parse

_LARGEST = 100_000  # bytes


def load_sidecar(path: Path) -> dict[str, object]:
    """Return the fields the sidecar sets, validated; `ConfigError` names the file and the key."""
    return load(Sidecar, path, path.name)


def load(model: type[BaseModel], path: Path, name: str) -> dict[str, object]:
    """Return the fields that a file of corrections sets; `name` is its name in messages.

    Raises `OSError` if it is not a regular file, `ConfigError` if its contents are invalid.
    """
    data = files.read(path.resolve(), _LARGEST + 1)
    if len(data) > _LARGEST:
        raise ConfigError(f"{name}: is larger than {_LARGEST // 1000} KB.")
    try:
        text = decode(data)
    except NotText as error:
        raise ConfigError(f"{name}: {error}.") from error
    return _set_fields(parse(model, text, name))


def _set_fields(model: BaseModel) -> dict[str, object]:
    """Return the fields that a file sets, including those of single entries.

    `model_dump` would turn a `Moment` into a mapping.
    """
    names = (name for name in type(model).model_fields if name in model.model_fields_set)
    return {name: _plain(getattr(model, name)) for name in names}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return _set_fields(value) if isinstance(value, BaseModel) else value
