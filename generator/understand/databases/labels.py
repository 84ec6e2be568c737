"""The labels that press databases put before the parts of a record (see `labels.yml`). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.models import DigestError

_FILE = Path(__file__).with_suffix(".yml")
_LABEL = re.compile(r"([^\W\d_][\w /()\-]{0,34}?)\s?[:：]\s*(.*)")
_CODE = re.compile(r"([A-Z]{2,3})(?:(?:\t|\s{2,})(.*))?")
FIELDS = (
    *("title", "authors", "outlet", "publication", "section", "date", "loaded", "language"),
    *("place", "url", "id", "abstract", "text", "other"),
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a line's label says: the field, the value behind it, and whether the text ends here."""

    field: str
    value: str
    ends: bool


@dataclass(frozen=True, slots=True)
class _Known:
    fields: Mapping[str, str]  # the field of each label
    ends: frozenset[str]
    alone: frozenset[str]
    ends_alone: frozenset[str]


def label_of(line: str) -> Label | None:
    """Return the label that a line begins with or consists of, None for none that is known."""
    known = _known()
    alone = line.strip().lower()
    if alone in known.alone:
        return Label(known.fields.get(alone, "other"), "", alone in known.ends_alone)
    match = _LABEL.fullmatch(line.strip())
    name = match[1].lower() if match else ""
    if match is None or name not in known.fields:
        return None
    return Label(known.fields[name], match[2], name in known.ends)


def code_of(line: str) -> Label | None:
    """Return what Factiva's code at the start of a line says, None for none that is known."""
    match = _CODE.fullmatch(line.rstrip())
    if match is None or match[1] not in _codes().fields:
        return None
    return Label(_codes().fields[match[1]], (match[2] or "").strip(), match[1] in _codes().ends)


@cache
def _known() -> _Known:
    return _checked(_read())


@cache
def _codes() -> _Known:
    codes = _read()["codes"]
    return _checked({**codes, "alone": [], "ends_alone": []})


def _checked(read: Mapping[str, Any]) -> _Known:
    fields = {label: field for field in FIELDS for label in read.get(field, ())}
    rest = frozenset(read) - {*FIELDS, "ends", "alone", "ends_alone", "codes"}
    if rest or frozenset(read["ends"]) - frozenset(fields):
        raise DigestError(f"{_FILE.name}: {sorted(rest)} are no fields, or `ends` has others.")
    return _Known(
        fields,
        frozenset(read["ends"]),
        frozenset(read["alone"]),
        frozenset(read["ends_alone"]),
    )


@cache
def _read() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found
