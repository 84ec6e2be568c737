"""The program's YAML loader: plain values, limited depth, no aliases.

An alias repeats a value by name. Nine lines of them can expand to gigabytes ("billion laughs"),
and front matter, settings and word lists do not need them: they are refused.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

SafeLoader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 30  # levels of nested lists and mappings
_LONGEST_NAME = 40  # characters of an alias that a message repeats
# Every text with aliases or many levels has a "*" or one of these; others, which most are, need no
# check. Two patterns are much faster than one.
_NESTED = re.compile(rf"(?:[-?:][ \t]+){{{_DEEPEST}}}")
_INDENTED = "\n" + " " * _DEEPEST
_OPENING = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_CLOSING = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


def load(text: str, loader: Any = SafeLoader) -> Any:  # noqa: ANN401 - whatever the text contains
    """Return the value of a YAML text; `loader` is a safe loader of PyYAML.

    Raises `yaml.YAMLError` for invalid YAML, for an alias, for more than `_DEEPEST` levels, and for
    an invalid date or number.
    """
    try:
        if _is_suspect(text):
            _check(text, loader)
        return yaml.load(text, Loader=loader)  # noqa: S506 - the callers' loaders are safe ones
    except (ValueError, OverflowError, RecursionError) as error:
        raise yaml.YAMLError(f"a value can't be read ({type(error).__name__})") from error


def refusal(text: str) -> str | None:
    """Return why `load` refuses the aliases or the depth of a text, None if it does not."""
    try:
        if _is_suspect(text):
            _check(text, SafeLoader)
    except yaml.constructor.ConstructorError as error:
        return error.problem
    except yaml.YAMLError:  # invalid for another reason
        return None
    return None


def _is_suspect(text: str) -> bool:
    many = text.count("[") + text.count("{") > _DEEPEST
    deep = _INDENTED in text or text.startswith(_INDENTED[1:])
    return many or deep or "*" in text or _NESTED.search(text) is not None


def _check(text: str, loader: Any) -> None:  # noqa: ANN401
    """Raise `yaml.constructor.ConstructorError` for the first alias or a level too deep."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.AliasEvent):
            name = f"*{event.anchor}"[:_LONGEST_NAME]
            _refuse(f"'{name}' is an alias; write the value itself, in quotation marks", event)
        depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
        if depth > _DEEPEST:
            _refuse(f"lists and mappings are nested more than {_DEEPEST} deep", event)


def _refuse(problem: str, event: yaml.Event) -> None:
    raise yaml.constructor.ConstructorError(None, None, problem, event.start_mark)  # type: ignore[arg-type]
