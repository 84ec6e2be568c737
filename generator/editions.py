"""The editor's edition files: `site_config/editions/2025-W35.yml` → one `EditionFile` each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from generator.config import EditorialFields
from generator.field_types import Frozen, Text
from generator.validation import parse_file

EDITIONS = Path("site_config/editions")


class EditionFile(Frozen):
    """An editor's notes on an edition (Markdown), and settings for its articles by their files."""

    note: Text = ""
    front: Text = ""
    articles: Mapping[Text, EditorialFields] = Field(default_factory=dict)


def load_editions(project: Path) -> dict[str, EditionFile]:
    """Return the edition files of a project by edition name.

    Raises `ConfigError`, which names file, key and remedy, if one of them can't be used.
    """
    return {
        file.stem: parse_file(EditionFile, file, file.relative_to(project).as_posix())
        for file in sorted((project / EDITIONS).glob("*.yml"))
    }


def file_of(edition: str) -> str:
    """Return the path of an edition's file in the project."""
    return (EDITIONS / f"{edition}.yml").as_posix()
