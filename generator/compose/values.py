"""Values for front matter and records, where an empty one is left out. Pure."""

from __future__ import annotations


def without_empty(**values: object) -> dict[str, object]:
    """Return the values but for None, empty texts, lists and mappings; 0 and False stay."""
    return {key: value for key, value in values.items() if value not in (None, "", [], (), {})}
