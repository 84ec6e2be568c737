"""Values of front matter and records: empty ones are left out, odd ones ignored. Pure."""

from __future__ import annotations


def without_empty(**values: object) -> dict[str, object]:
    """Return the values but for None, empty texts, lists and mappings; 0 and False stay."""
    return {key: value for key, value in values.items() if value not in (None, "", [], (), {})}


def whole_number(value: object) -> int | None:
    """Return a value of YAML if it is a whole number, else None; `true` is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
