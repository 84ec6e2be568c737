"""An answer → the new text of a sidecar; comments, order and style of the rest are kept. Pure.

Only the characters of the changed value are replaced, at the positions of PyYAML's marks. The
result is read back before it is returned, and may differ from the old one only in the set keys.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

import yaml

from generator.config import Sidecar
from generator.models import DigestError
from generator.moments import Moment
from generator.validation import parse

ENTRIES = "entries"  # the key of a sidecar with the corrections of single entries
_STEP = 2  # columns of indentation
_WIDTH = 1 << 30  # no line is broken


class NotEditable(DigestError):
    """A sidecar in a form that can't be edited automatically."""


def with_keys(text: str, values: Mapping[str, object], entry: str | None, name: str) -> str:
    """Return a sidecar's text with keys set, for a single entry of its file if one is named.

    Raises `ConfigError` if the text or a value is not valid in a sidecar, `NotEditable` if the keys
    can't be written into it. `name` is its name in messages.
    """
    parse(Sidecar, text, name)
    windows = text.count("\n") == text.count("\r\n") > 0
    edited = text.replace("\r\n", "\n") if windows else text
    place = () if entry is None else (ENTRIES, entry)
    for key, value in values.items():
        edited = _with_key(edited, (*place, key), scalar(value), name)
    parse(Sidecar, edited, name)
    return edited.replace("\n", "\r\n") if windows else edited


def scalar(value: object) -> str:
    """Return a value as YAML in one line: a text, day, number, boolean, or a list of them."""
    if isinstance(value, Moment | dt.date):
        return str(value)
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(scalar, value))}]"
    dumped = yaml.safe_dump([value], default_flow_style=True, allow_unicode=True, width=_WIDTH)
    return dumped.strip()[1:-1]


def _with_key(text: str, path: Sequence[str], value: str, name: str) -> str:
    """Return the text with one key set, by the first edit that reads back correctly."""
    wanted = _set(_data(text), path, _data(value))
    for edited in _edits(text, path, value):
        try:
            if _data(edited) == wanted:
                return edited
        except yaml.YAMLError:
            continue
    raise NotEditable(f"{name}: can't be changed automatically. Write {path[-1]}: {value} into it.")


def _data(text: str) -> Any:  # noqa: ANN401 - whatever YAML holds; every scalar is a text
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes texts, lists and mappings


def _set(data: Any, path: Sequence[str], value: object) -> Any:  # noqa: ANN401
    """Return a copy of nested mappings with the value at a path."""
    whole = deepcopy(data) if isinstance(data, dict) else {}
    inner = whole
    for key in path[:-1]:
        if not isinstance(inner.get(key), dict):
            inner[key] = {}
        inner = inner[key]
    inner[path[-1]] = value
    return whole


def _edits(text: str, path: Sequence[str], value: str) -> Iterator[str]:
    """Yield candidates for the text with the value at the path, the best first."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        yield f"{_ended(text)}{_block(path, value, 0)}"
        return
    node, depth = root, 0
    while isinstance(node, yaml.MappingNode):
        found = _pair(node, path[depth])
        if found is None:
            yield from _inserted(text, node, path[depth:], value)
            return
        key, node = found
        depth += 1
        if depth == len(path):
            yield from _replaced(text, key, node, value)
            return
    if _is_empty(node):
        yield from _filled(text, key, _flow(path[depth:], value))


def _pair(node: yaml.MappingNode, name: str) -> tuple[yaml.Node, yaml.Node] | None:
    return next(((key, value) for key, value in node.value if key.value == name), None)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.start_mark.index == node.end_mark.index


def _replaced(text: str, key: yaml.Node, node: yaml.Node, value: str) -> Iterator[str]:
    """Yield the text with another value of a key."""
    if _is_empty(node):
        yield from _filled(text, key, value)
        return
    block_list = isinstance(node, yaml.SequenceNode) and not node.flow_style
    if block_list and (added := _added(node, value)):
        column = " " * node.start_mark.column
        lines = "".join(f"{column}- {scalar(item)}\n" for item in added)
        yield _at_line(text, _content_end(text, node), lines)
    start, end = node.start_mark.index, _content_end(text, node)
    if block_list or isinstance(node, yaml.MappingNode):
        start = text.index(":", key.end_mark.index) + 1
        yield f"{text[:start]} {value}{text[end:]}"
    yield f"{text[:start]}{value}{text[end:]}"


def _added(node: yaml.Node, value: str) -> Sequence[str]:
    """Return the items that a new list appends to the old one, none if it does not extend it."""
    before, after = [item.value for item in node.value], _data(value)
    same = isinstance(after, list) and after[: len(before)] == before
    return after[len(before) :] if same else ()


def _filled(text: str, key: yaml.Node, value: str) -> Iterator[str]:
    """Yield the text with a value for a key that has none."""
    at = text.find(":", key.end_mark.index) + 1
    yield f"{text[:at]} {value}{text[at:]}"


def _inserted(text: str, node: yaml.MappingNode, path: Sequence[str], value: str) -> Iterator[str]:
    """Yield the text with a new key in a mapping: at its end, else before its first key."""
    if node.flow_style:
        end = _content_end(text, node.value[-1][1]) if node.value else node.end_mark.index - 1
        comma = ", " if node.value else ""
        yield f"{text[:end]}{comma}{_flow(path, value)[1:-1]}{text[end:]}"
        return
    first = node.value[0][0].start_mark
    lines = _block(path, value, first.column)
    yield _at_line(text, _content_end(text, node.value[-1][1]), lines)
    yield _at_line(text, node.end_mark.index, lines)
    yield f"{text[: first.index]}{lines.lstrip()}{' ' * first.column}{text[first.index :]}"


def _content_end(text: str, node: yaml.Node) -> int:
    """Return the index where a value ends, before any comments and empty lines that follow it."""
    if isinstance(node, yaml.ScalarNode | yaml.SequenceNode | yaml.MappingNode):
        last = _last(node)
        if last is not node:
            return _content_end(text, last)
    end = node.end_mark.index
    while end > node.start_mark.index and text[end - 1].isspace():
        end -= 1
    return end


def _last(node: yaml.Node) -> yaml.Node:
    """Return the last value of a block list or mapping, else the node itself."""
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return node.value[-1]  # type: ignore[no-any-return]
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return node.value[-1][1]  # type: ignore[no-any-return]
    return node


def _at_line(text: str, place: int, lines: str) -> str:
    """Return the text with lines inserted after the line that contains an index."""
    newline = text.find("\n", max(place - 1, 0)) if place and text[place - 1] == "\n" else None
    at = text.find("\n", place) if newline is None else newline
    if at < 0:
        return f"{_ended(text)}{lines}"
    return f"{text[: at + 1]}{lines}{text[at + 1 :]}"


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _block(path: Sequence[str], value: str, column: int) -> str:
    """Return a key with its value in block style, nested in its parent keys."""
    lines = [f"{' ' * (column + _STEP * at)}{scalar(key)}:" for at, key in enumerate(path)]
    return "\n".join(lines) + f" {value}\n"


def _flow(path: Sequence[str], value: str) -> str:
    """Return the same in flow style, in braces."""
    inner = value
    for key in reversed(path):
        inner = f"{{{scalar(key)}: {inner}}}"
    return inner
