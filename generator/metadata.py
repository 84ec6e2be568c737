"""An article's metadata: the fields that its stages share. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from generator.moments import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """An article's metadata as stated by its source, None or empty where nothing is stated.

    `date` is as precise as the source states it.
    """

    section: str | None = None
    date: Moment | None = None
    updated: Moment | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    place: str | None = None
    views: int | None = None
    reading_minutes: int | None = None


def facts(stated: Metadata) -> dict[str, Any]:
    """Return the metadata fields of a description of an article, by name."""
    return {field.name: getattr(stated, field.name) for field in fields(Metadata)}
