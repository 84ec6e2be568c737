"""The address of the published site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.config import Settings
from generator.site.theme import MKDOCS_YML
from generator.validation import ConfigError


def site_address(project: Path, settings: Settings) -> str | None:
    """Return `site_url` of the settings, else of the project's own mkdocs.yml or of `SITE_URL`.

    Raises `ConfigError` if mkdocs.yml can't be read.
    """
    if settings.site_url:
        return settings.site_url
    own = project / "mkdocs.yml"
    try:
        with (own if own.is_file() else MKDOCS_YML).open("rb") as file:
            return str(yaml_load(file).get("site_url") or "") or None
    except ConfigurationError as error:
        raise ConfigError(f"mkdocs.yml: {error}") from error
