"""The records of `inspect` in the source's own Unicode form, so that programs find them there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.text import NotText, characters, spelled, spellings

_TEXTS = frozenset(
    {"title", "section", "authors", "outlet", "place", "standfirst", "paragraphs", "dropped",
     "key_points"}
)  # fmt: skip


def as_written(record: Mapping[str, object], root: Path) -> dict[str, object]:
    """Return a record with its texts spelled as in the source, a file in the folder `root`."""
    try:
        source = characters((root / str(record["source"])).read_bytes())
    except (OSError, NotText):
        return dict(record)
    known = spellings(source)
    return {
        name: _spelled(value, source, known) if name in _TEXTS else value
        for name, value in record.items()
    }


def _spelled(value: object, source: str, known: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return spelled(value, source, known)
    if isinstance(value, list):
        return [_spelled(item, source, known) for item in value]
    if isinstance(value, dict):
        return {name: _spelled(item, source, known) for name, item in value.items()}
    return value
