"""The labels that press databases put before the parts of a record (see `labels.yml`). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.tables import load_table

_FILE = Path(__file__).with_suffix(".yml")
_LABEL = re.compile(r"([^\W\d_][\w /()\-]{0,34}?)\s?[:：]\s*(.*)")
_CODE = re.compile(r"([A-Z]{2,3})(?:(?:\t|\s{2,})(.*))?")


@dataclass(frozen=True, slots=True)
class Label:
    """A line's label: the field, the value after it, and whether the text ends here."""

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
    """Return the label that a line begins with or consists of, None without a known one."""
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
    """Return the label for Factiva's code at the start of a line, None without a known one."""
    match = _CODE.fullmatch(line.rstrip())
    if match is None or match[1] not in _codes().fields:
        return None
    return Label(_codes().fields[match[1]], (match[2] or "").strip(), match[1] in _codes().ends)


@cache
def _known() -> _Known:
    return _table("labels", "marks")


@cache
def _codes() -> _Known:
    return _table("codes", "code_marks")


def _table(labels: str, marks: str) -> _Known:
    table = load_table(_FILE, dict[str, dict[str, list[str]]])
    fields = {label: field for field, names in table[labels].items() for label in names}
    sets = {name: frozenset(names) for name, names in table[marks].items()}
    return _Known(fields, sets["ends"], sets["alone"], sets["ends_alone"])
