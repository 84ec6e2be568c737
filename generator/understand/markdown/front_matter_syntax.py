"""The front matter of a Markdown file as YAML or TOML: where it ends, and its values. Pure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence

import yaml

from generator import yaml_text
from generator.understand.markdown.front_matter_repair import repaired
from generator.validation import ConfigError

_LONGEST = 20_000  # characters of front matter
# Metadata of Pelican and of Python-Markdown's `meta`: "Title: …" and other keys, without fences.
_TITLE = re.compile(r"title:[ \t]+\S", re.IGNORECASE)
_KEY = re.compile(
    r"(?:authors?|category|date|lang|modified|slug|status|summary|tags):", re.IGNORECASE
)
_VALUE = re.compile(r"[A-Za-z][\w -]*:(?:[ \t]|$)|[ \t]{4,}\S")
_ORG = re.compile(r"^#\+(\w+):[ \t]*")  # Org's keywords: "#+TITLE: …"
# Where the text begins that a reader service made of a page.
_CONTENT, _CONTENT_NEAR = "Markdown Content:", 12
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
MAY_HOLD = re.compile("draft|publish|status", re.IGNORECASE)
"""Keys and values by which an article may be kept back: guesses must not read them."""


class FrontMatterError(ConfigError):
    """Front matter that can't be read; the message names the line and the remedy."""


def divide(text: str) -> tuple[str, str, int]:
    """Return the front matter with its opening fence, the rest, and the rest's first line number.

    Without front matter the first is "". It ends at the fence that closes it.
    """
    lines = text.split("\n")
    fence = lines[0].rstrip()
    if fence not in _FENCES:
        return _unfenced(lines)
    size = 0
    for number, line in enumerate(lines[1:], 1):
        size += len(line)
        if line.rstrip() in _FENCES[fence]:
            return "\n".join(lines[:number]), "\n".join(lines[number + 1 :]), number + 2
        if size > _LONGEST:
            break
    return "", text, 1


def _unfenced(lines: Sequence[str]) -> tuple[str, str, int]:
    """Return what `divide` does, for a text without a fence: its metadata end at an empty line."""
    if _CONTENT in lines[:_CONTENT_NEAR]:
        end = lines.index(_CONTENT)
        head = [line for line in lines[:end] if _VALUE.match(line)]
        return "\n".join(["---", *head]), "\n".join(lines[end + 1 :]), end + 2
    end = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
    head = [_ORG.sub(r"\1: ", line) for line in lines[:end]]
    is_head = _TITLE.match(head[0]) and all(map(_VALUE.match, head)) and any(map(_KEY.match, head))
    if not is_head:
        return "", "\n".join(lines), 1
    return "\n".join(["---", *head]), "\n".join(lines[end:]), end + 1


def load(front: str) -> tuple[Mapping[str, object], tuple[str, ...]]:
    """Return the values of front matter, and messages about errors that were tolerated.

    Raises `FrontMatterError` if it is not a mapping of keys to values.
    """
    try:
        return _parsed(front), ()
    except FrontMatterError:
        found = repaired(front, _parsed_or_empty)
        held = any(map(MAY_HOLD.search, found.uncertain))
        if front.startswith("+") or held or not found.values:
            raise
        return found.values, tuple(found.messages)


def _parsed_or_empty(lines: str) -> Mapping[str, object]:
    try:
        return _parsed(f"---\n{lines}")
    except FrontMatterError:
        return {}


def _parsed(front: str) -> Mapping[str, object]:
    fence, _, inner = front.partition("\n")
    try:
        raw = (
            tomllib.loads(inner)
            if fence.startswith("+")
            else yaml_text.load(inner, yaml.BaseLoader)
        )
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        why = "this can't be read. Quote values that contain a colon."
        if isinstance(error, yaml.constructor.ConstructorError):
            why = f"{error.problem}."
        message = f"front matter{line}: {why}"
        raise FrontMatterError(message) from error
    if raw in (None, ""):
        return {}
    if not isinstance(raw, dict):
        raise FrontMatterError("front matter: expected lines of the form 'key: value'.")
    return raw
