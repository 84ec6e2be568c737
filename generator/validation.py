"""YAML written by hand → a validated model, or a message with the error and the remedy."""

from __future__ import annotations

import difflib
import re
import reprlib
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import yaml_text
from generator.models import UsageError
from generator.text import NotText, decode

_MOST = 1_000_000  # bytes of a file of settings: YAML of 30 MB takes a minute
M = TypeVar("M", bound=BaseModel)

# Remedies by pydantic's error type; names in braces come from the error's context.
_REMEDIES = {
    "bool_parsing": "write true or false",
    "date_from_datetime_parsing": "write a day, like 2025-08-29",
    "float_parsing": "write a number",
    "greater_than": "write more than {gt}",
    "greater_than_equal": "write {ge} or more",
    "int_from_float": "write a whole number",
    "int_parsing": "write a whole number",
    "less_than_equal": "write {le} or less",
    "literal_error": "write {expected}",
    "mapping_type": "write keys with values, like {{key: value}}",
    "model_type": "write keys with values, like {{key: value}}",
    "string_too_long": "write at most {max_length} characters",
    "string_too_short": "write a text, or leave the key out",
    "string_type": "write a text",
    "tuple_type": "write a list, like [one, two]",
    "value_error": "{error}",
}


_SHOWN = 80  # characters of a value or key that a message repeats
_REPR = reprlib.Repr()
_REPR.maxstring = _SHOWN
# PyYAML's name of a value that is never closed → the end of the message.
_CLOSED_BY = {
    "flow sequence": "list that begins with [ here is not closed. Add the ].",
    "flow mapping": "mapping that begins with { here is not closed. Add the }.",
    "quoted scalar": "text that begins with a quotation mark here is not closed. Add the mark.",
}
_OF_TAGS = (ValueError, TypeError, KeyError, AttributeError)  # what `!!int x` raises
_OPENED = re.compile("|".join(_CLOSED_BY))


class ConfigError(UsageError):
    """A settings file or sidecar that can't be used; the message names file, key and remedy."""


class _Texts(yaml.SafeLoader):
    """Loads every value as the text that was typed (`no`, `012`, `3:20`, a date), null as null.

    The model decides the type of a key's value. A key may occur only once.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML declares it
        first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(  # the signature is PyYAML's
        self,
        node: yaml.MappingNode,
        deep: bool = False,  # noqa: FBT001, FBT002
    ) -> dict[Hashable, Any]:
        """Return a mapping, as PyYAML does; `ConstructorError` if a key occurs twice."""
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                problem = "a key must be a text. Put a value that begins with [ or { in quotes"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            if key.value in seen:
                problem = f"'{key.value}' occurs twice. Remove one of them"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def parse_file(model: type[M], file: Path, where: str) -> M:
    """Return a file as a model (see `parse`); `ConfigError` if it is larger than 1 MB."""
    with file.open("rb") as opened:
        data = opened.read(_MOST + 1)
    if len(data) > _MOST:
        raise ConfigError(f"{where}: is larger than 1 MB. Shorten it.")
    try:
        text = decode(data)
    except NotText as error:
        raise ConfigError(f"{where}: {error}.") from error
    return parse(model, text, where)


def parse(model: type[M], text: str, where: str) -> M:
    """Return YAML text as a model; `ConfigError` names `where`, the key and the remedy."""
    try:
        raw = yaml_text.load(text, _Texts)
    except (yaml.YAMLError, *_OF_TAGS) as error:
        raise ConfigError(f"{where}{_why(error, text)}") from error
    if raw is None:
        raw = {}
    if not isinstance(raw, dict):
        raise ConfigError(f"{where}: expected lines of the form 'key: value'.")
    return validate(model, raw, where)


def _why(error: Exception, text: str) -> str:
    """Return the end of a message about invalid YAML: the line and the remedy."""
    mark = getattr(error, "problem_mark", None)
    line = f", line {mark.line + 1}" if mark else ""
    if isinstance(error, yaml.constructor.ConstructorError):
        return f"{line}: {error.problem}."
    if opened := _OPENED.search(str(getattr(error, "context", None) or "")):
        begins = getattr(error, "context_mark", None)
        line = f", line {begins.line + 1}" if begins else line
        return f"{line}: the {_CLOSED_BY[opened[0]]}"
    if mark and "\t" in text[: mark.index + 1].rpartition("\n")[2]:
        return f"{line}: there is a tab, which YAML does not allow here. Write spaces."
    return f"{line}: this is not valid YAML. Quote values that contain a colon."


def validate(model: type[M], raw: Mapping[str, object], where: str) -> M:
    """Return a mapping as a model; `ConfigError` as in `parse`."""
    try:
        return model.model_validate(dict(raw))
    except ValidationError as error:
        raise ConfigError("\n".join(_lines(error, model, where))) from error


def _lines(error: ValidationError, model: type[BaseModel], where: str) -> Iterable[str]:
    for detail in error.errors():
        key = ".".join(str(part) for part in detail["loc"])
        if detail["type"] == "extra_forbidden":
            known = _model_at(model, detail["loc"]).model_fields
            near = difflib.get_close_matches(str(detail["loc"][-1]), known, 1, 0.0)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            yield f"{where}: unknown key '{key[:_SHOWN]}'.{hint}"
        else:
            value = _shown(detail["input"])
            yield f"{where}: '{key[:_SHOWN]}' can't be {value}: {_remedy(detail, model)}."


def _shown(value: object) -> str:
    """Return a value as quoted in a message, shortened if it is long."""
    shown = _REPR.repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def _remedy(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Return what to write instead of a value."""
    known = _model_at(model, error["loc"]).model_fields.get(str(error["loc"][-1]))
    if error["type"] == "string_pattern_mismatch" and known and known.examples:
        return f"write something like {known.examples[0]}"
    return _REMEDIES.get(error["type"], error["msg"]).format(**error.get("ctx", {}))


def _model_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the model that contains the key at the location `loc`."""
    for part in loc[:-1]:
        field = model.model_fields.get(str(part))
        if field is None:  # a name in a mapping whose values have been looked up already
            continue
        for inner in (field.annotation, *get_args(field.annotation)):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                model = inner
    return model
