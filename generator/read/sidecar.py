"""The editor's corrections beside an article."""

from __future__ import annotations

from pathlib import Path

from generator.config import ConfigError, Sidecar, parse
from generator.text import NotText, decode


def load_sidecar(path: Path) -> dict[str, object]:
    """Return the fields the sidecar sets, validated; `ConfigError` names the file and the key."""
    try:
        text = decode(path.read_bytes())
    except NotText as error:
        raise ConfigError(f"{path.name}: {error}.") from error
    return parse(Sidecar, text, path.name).model_dump(exclude_unset=True)
