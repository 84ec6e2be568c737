"""Values of front matter and records: empty ones are left out, odd ones ignored. Pure."""

from __future__ import annotations

import datetime as dt

from generator.moments import Moment


def without_empty(**values: object) -> dict[str, object]:
    """Return the values without None and empty texts, lists and mappings; 0 and False stay."""
    return {key: value for key, value in values.items() if value not in (None, "", [], (), {})}


def whole_number(value: object) -> int | None:
    """Return a YAML value if it is an integer, else None; `true` is not."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def count(value: object) -> int:
    """Return a value of YAML if it is a whole number, else 0."""
    return whole_number(value) or 0


def text_or_none(value: object) -> str | None:
    """Return a single value of YAML as text; None for a list or mapping."""
    return None if value is None or isinstance(value, dict | list) else str(value)


def text_or_empty(value: object) -> str:
    """Return a single value of YAML as text; "" for a list or mapping."""
    return text_or_none(value) or ""


def texts(value: object) -> tuple[str, ...]:
    """Return the items of a list as texts; a text counts as a list of one."""
    if isinstance(value, str):
        return (value,)
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def mappings(value: object) -> list[dict[str, object]]:
    """Return the mappings of a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def moment(value: object) -> Moment | None:
    """Return a date or time of YAML; a time that YAML does not know is a text there."""
    if isinstance(value, dt.date):
        return Moment.of(value)
    try:
        return Moment.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None


def day(value: object) -> dt.date | None:
    """Return the day of a date or time of YAML; None for any other value."""
    return Moment.of(value).day if isinstance(value, dt.date) else None
