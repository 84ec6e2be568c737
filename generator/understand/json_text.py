"""The bytes of a JSON file → its value, and typed access to the members of its objects. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.text import NotText, decode

Item = Mapping[str, object]


def value_of(data: bytes) -> object:
    """Return the value of a JSON text, None if it is not valid JSON.

    Control characters within strings are accepted, as many programs write them.
    """
    try:
        return json.loads(decode(data), strict=False)
    except (ValueError, RecursionError, NotText):
        return None


def begins_as_json(data: bytes) -> bool:
    """Return whether a file begins like a JSON object or array."""
    return data[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] in {b"{", b"["}


def text_of(values: Item, *keys: str) -> str:
    """Return the first text among members of an object; a number as written, "" for no text."""
    for key in keys:
        value = values.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if value and isinstance(value, str):
            return value
    return ""


def objects(values: Item, *keys: str) -> list[Item]:
    """Return the objects in the members of these names, whether they are lists or not."""
    found: list[Item] = []
    for key in keys:
        value = values.get(key)
        listed = value if isinstance(value, list) else [value]
        found += [value for value in listed if isinstance(value, dict)]
    return found
