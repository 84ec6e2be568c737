"""The editor's corrections beside an article."""

from __future__ import annotations

from pathlib import Path

from generator.config import Sidecar
from generator.text import NotText, decode
from generator.validation import ConfigError, parse

_LARGEST = 100_000  # bytes


def load_sidecar(path: Path) -> dict[str, object]:
    """Return the fields the sidecar sets, validated; `ConfigError` names the file and the key."""
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ConfigError(f"{path.name}: is larger than {_LARGEST // 1000} KB.")
    try:
        text = decode(data)
    except NotText as error:
        raise ConfigError(f"{path.name}: {error}.") from error
    return parse(Sidecar, text, path.name).model_dump(exclude_unset=True)
