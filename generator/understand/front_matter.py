"""Front matter of Markdown files: what it says in the keys of many tools → corrections. Pure."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping

import yaml

from generator.config import Corrections
from generator.understand.language import normal
from generator.validation import ConfigError, validate

_LONGEST = 20_000  # characters of front matter
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
# Keys as Jekyll, Hugo, Pelican, Material, Zola and feeds write them, in lower case without - and _.
_ALIASES = {
    "headline": "title",
    "categories": "section",
    "category": "section",
    "sections": "section",
    "tags": "keywords",
    "tag": "keywords",
    "author": "authors",
    "byline": "authors",
    "creator": "authors",
    "lang": "language",
    "locale": "language",
    "pubdate": "date",
    "published": "date",
    "publishdate": "date",
    "publisheddate": "date",
    "datepublished": "date",
    "publicationdate": "date",
    "created": "date",
    "lastmod": "updated",
    "modified": "updated",
    "datemodified": "updated",
    "lastmodifiedat": "updated",
    "description": "standfirst",
    "summary": "standfirst",
    "excerpt": "standfirst",
    "subtitle": "standfirst",
    "link": "url",
    "sourceurl": "url",
    "canonicalurl": "url",
    "originalurl": "url",
    "source": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "sitename": "outlet",
    "location": "place",
    "readingtime": "reading_minutes",
}
_OWN = {name.replace("_", ""): name for name in Corrections.model_fields}
_MANY = frozenset({"authors", "keywords", "settled"})
_ABOUT_FILE = frozenset({"collected", "fetched", "etag", "last_modified"})


class FrontMatterError(ConfigError):
    """Front matter that can't be read; the message names the line and the remedy."""


def divide(text: str) -> tuple[str, str, int]:
    """Return the front matter with its opening fence, the rest, and the rest's first line number.

    Without front matter the first is "". It ends at the fence that closes it.
    """
    lines = text.split("\n")
    fence = lines[0].rstrip()
    if fence not in _FENCES:
        return "", text, 1
    size = 0
    for number, line in enumerate(lines[1:], 1):
        size += len(line)
        if line.rstrip() in _FENCES[fence]:
            return "\n".join(lines[:number]), "\n".join(lines[number + 1 :]), number + 2
        if size > _LONGEST:
            break
    return "", text, 1


def said(front: str) -> tuple[dict[str, object], tuple[str, ...]]:
    """Return the corrections in front matter, and messages about what could not be used.

    Raises `FrontMatterError` if it is no mapping of keys to values at all.
    """
    found: dict[str, object] = {}
    messages: list[str] = []
    for key, value in _load(front).items():
        name = _name(str(key))
        if name is None:
            near = difflib.get_close_matches(str(key).lower(), _OWN.values(), 1, 0.8)
            if near:
                messages.append(f"front matter: '{key}' is not known. Did you mean '{near[0]}'?")
        elif name not in _ABOUT_FILE and name not in found:
            try:
                found |= _valid(name, value)
            except ConfigError as error:
                messages.append(f"{error} It was left out.")
    return found, tuple(messages)


def _load(front: str) -> Mapping[str, object]:
    fence, _, inner = front.partition("\n")
    try:
        raw = tomllib.loads(inner) if fence.startswith("+") else yaml.load(inner, yaml.BaseLoader)  # noqa: S506 - makes texts only
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        message = f"front matter{line}: this can't be read. Quote values that hold a colon."
        raise FrontMatterError(message) from error
    if raw in (None, ""):
        return {}
    if not isinstance(raw, dict):
        raise FrontMatterError("front matter: expected lines of the form 'key: value'.")
    return raw


def _name(key: str) -> str | None:
    plain = key.lower().replace("-", "").replace("_", "").replace(" ", "")
    return _OWN.get(plain) or _ALIASES.get(plain)


def _valid(name: str, value: object) -> dict[str, object]:
    """Return a value as the corrections want it, {} for an empty one."""
    texts = [text for text in _texts(value, split=name in _MANY) if text]
    if not texts:
        return {}
    fixed: object = texts if name in _MANY else texts[0]
    if name in {"date", "updated"}:
        fixed = str(fixed).replace("/", "-").replace("Z", "+00:00")
    if name == "language":
        fixed = normal(str(fixed))
    if name == "reading_minutes":
        fixed = str(fixed).split()[0]
    model = validate(Corrections, {name: fixed}, "front matter")
    return {name: getattr(model, name)}


def _texts(value: object, *, split: bool) -> Iterator[str]:
    """Yield the texts in a value: one, a list, or what names each of a list of mappings."""
    if isinstance(value, dict):
        value = value.get("name", value.get("title"))
    if isinstance(value, list):
        for one in value[:50]:
            if not isinstance(one, list):
                yield from _texts(one, split=False)
    elif value is not None:
        parts = str(value).split(",") if split else [str(value)]
        yield from (part.strip() for part in parts)
