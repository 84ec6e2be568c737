"""Invalid YAML of front matter, read key by key: what YAML can't read is taken as text. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

# "key: value" at the start of a line; a clipper may forget the space, an address is no key.
_KEY = re.compile(r"([A-Za-z][\w -]*):(?!//)[ \t]*(.*)")
_CLOSES = {'"': '"', "'": "'", "[": "]", "{": "}"}
_ALIAS = re.compile(r"\*[\w-]+")
_TEMPLATE = re.compile(r"\{\{.*\}\}")  # a clipper's template that nothing was filled into

Parse = Callable[[str], Mapping[str, object]]


@dataclass(slots=True)
class Repaired:
    """What could be read: values, messages about the lines, and the lines that are uncertain."""

    values: dict[str, object] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)
    uncertain: list[str] = field(default_factory=list)

    def take(self, first: int, group: Sequence[str], parse: Parse) -> None:
        """Add a key's value as text; the number of its first line is for messages."""
        key, text = _stated(group[0])
        rest: Sequence[str] = group[1:]
        values: Mapping[str, object] = {}
        if _is_stated(text):
            if values := parse(_quoted(key, text, rest)):
                rest = ()
            else:
                values = parse(_quoted(key, text, ()))
        self.values |= values
        self.uncertain += [key, *rest]
        how = "Its text was read as it is." if values else "It was left out."
        why = f"quote the value of '{key}'"
        if _ALIAS.fullmatch(text):
            why = f"'{text}' is an alias; write the value itself, in quotation marks"
        self.messages.append(f"front matter, line {first}: {why}. {how}")
        self.messages += [
            f"front matter, line {number}: '{line.strip()}' can't be read. It was left out."
            for number, line in enumerate(rest, first + 1)
            if line.strip()
        ]


def repaired(front: str, parse: Parse) -> Repaired:
    """Return what front matter with its fence states; `parse` returns {} for what it can't read."""
    found = Repaired()
    lines = front.split("\n")
    for at, group in _groups(lines):
        if values := parse("\n".join(group)):
            found.values |= values
            continue
        found.take(at + 1, group, parse)
        if _is_open(_stated(group[0])[1]):  # whatever follows may be part of it
            found.uncertain += lines[at:]
    return found


def _groups(lines: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield where each key is, and its lines."""
    starts = [at for at, line in enumerate(lines) if _KEY.match(line)]
    for start, end in pairwise([*starts, len(lines)]):
        yield start, lines[start:end]


def _stated(line: str) -> tuple[str, str]:
    found = _KEY.match(line)
    return (found[1].strip(), found[2].strip()) if found else ("", "")


def _is_stated(text: str) -> bool:
    """Return whether a value that is no YAML is whole and stands for itself."""
    unread = _is_open(text) or _ALIAS.fullmatch(text) or _TEMPLATE.fullmatch(text)
    return bool(text) and not unread


def _is_open(text: str) -> bool:
    """Return whether a value opens a list or a quotation and does not close it."""
    return text[:1] in _CLOSES and _CLOSES[text[0]] not in text[1:]


def _quoted(key: str, text: str, more: Sequence[str]) -> str:
    """Return a key with its value as quoted text, without the quotes that it stands in."""
    if text[:1] in ("'", '"'):
        text = text[1:].removesuffix(text[0])
    text = text.strip().replace("'", "''")
    return "\n".join([f"{key}: '{text}'", *(line.replace("\t", "  ") for line in more)])
