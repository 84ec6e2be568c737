"""Front matter of Markdown files: what it says in the keys of many tools → corrections. Pure."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from generator import yaml_text
from generator.config import Corrections
from generator.understand.dates.machine import iso
from generator.understand.vocabulary.language import normal
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
    "isdraft": "draft",
}
_OWN = {name.replace("_", ""): name for name in Corrections.model_fields}
_MANY = frozenset({"authors", "keywords", "settled"})
_DATES = frozenset({"date", "updated"})
_ABOUT_FILE = frozenset({"collected", "fetched", "fetched_from", "etag", "last_modified"})
# Keys by which Jekyll, Obsidian, Pelican and WordPress keep an article back, beside `draft`.
_SWITCHES = frozenset({"published", "publish"})
_YES, _NO = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})
_UNPUBLISHED = frozenset({"draft", "hidden", "skip", "private", "pending", "future", "trash"})
_MAY_HOLD = re.compile("draft|publish|status", re.IGNORECASE)
_NEAR_DRAFT = 0.75  # likeness of a key to `draft`
# A value that YAML takes for a key and a value, because of a colon in it.
_COLON = re.compile(r"^(\w[\w -]*):[ \t]+(?![\"'\[{|>&*!#%@`])(.*:(?:[ \t].*)?)$", re.MULTILINE)


class FrontMatterError(ConfigError):
    """Front matter that can't be read; the message names the line and the remedy."""


class KeptBackError(ConfigError):
    """Front matter that may mean to keep its article back; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Said:
    """What front matter says: `fields` as corrections have them, `dates` in a wording of their own.

    `messages` are about what could not be used.
    """

    fields: Mapping[str, object] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    messages: tuple[str, ...] = ()


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


def said(front: str) -> Said:
    """Return the corrections in front matter, and messages about what could not be used.

    Raises `FrontMatterError` if it is no mapping of keys to values at all, and `KeptBackError` if
    it may say that the article is a draft, but not in a way that is sure.
    """
    found: dict[str, object] = {}
    dates: dict[str, str] = {}
    values, messages = _load(front)
    for key, value in values.items():
        name = _name(str(key))
        held = _held(_plain(str(key)), str(value).strip().lower())
        if held is not None:
            found |= {"draft": True} if held else {}
        elif name is None:
            messages += tuple(_unknown(str(key), value))
        elif name in _DATES and (text := next(_texts(value, split=False), "")):
            stated = iso(text)
            found |= {name: stated} if stated and name not in found else {}
            dates |= {} if stated else {name: text}
        elif name not in _ABOUT_FILE and not found.get(name):
            try:
                found |= _valid(name, value)
            except ConfigError as error:
                if name == "draft":
                    raise KeptBackError(f"{error} {_MEND}") from error
                messages += (f"{error} It was left out.",)
    return Said(found, {name: text for name, text in dates.items() if name not in found}, messages)


_MEND = "The article is kept back until this is mended."


def _held(key: str, value: str) -> bool | None:
    """Tell whether another tool's key keeps the article back; None for a key that says nothing."""
    if key in _SWITCHES and value in _YES | _NO:
        return value in _NO
    return value in _UNPUBLISHED if key == "status" else None


def _unknown(key: str, value: object) -> Iterator[str]:
    """Yield what is to be said of an unknown key."""
    alike = difflib.SequenceMatcher(None, _plain(key), "draft").ratio() >= _NEAR_DRAFT
    if (alike or "draft" in key.lower()) and str(value).strip().lower() not in _NO:
        raise KeptBackError(f"front matter: '{key}' is not known. Did you mean 'draft'? {_MEND}")
    near = difflib.get_close_matches(key.lower(), _OWN.values(), 1, 0.8)
    if near:
        yield f"front matter: '{key}' is not known. Did you mean '{near[0]}'?"


def _load(front: str) -> tuple[Mapping[str, object], tuple[str, ...]]:
    """Return the values of front matter, and what had to be overlooked to read them."""
    try:
        return _parsed(front), ()
    except FrontMatterError as error:
        quoted = _COLON.sub(
            lambda line: f"{line[1]}: '{line[2].replace(chr(39), chr(39) * 2)}'", front
        )
        if front.startswith("+") or quoted == front:
            raise _unreadable(front, error) from error
        try:
            where, _, _ = str(error).partition(":")
            read = "quote values that hold a colon. What stands there was read as it stands."
            return _parsed(quoted), (f"{where}: {read}",)
        except FrontMatterError:
            raise _unreadable(front, error) from error


def _unreadable(front: str, error: FrontMatterError) -> ConfigError:
    return KeptBackError(f"{error} {_MEND}") if _MAY_HOLD.search(front) else error


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
        why = "this can't be read. Quote values that hold a colon."
        if isinstance(error, yaml.constructor.ConstructorError):
            why = f"{error.problem}."
        message = f"front matter{line}: {why}"
        raise FrontMatterError(message) from error
    if raw in (None, ""):
        return {}
    if not isinstance(raw, dict):
        raise FrontMatterError("front matter: expected lines of the form 'key: value'.")
    return raw


def _name(key: str) -> str | None:
    return _OWN.get(_plain(key)) or _ALIASES.get(_plain(key))


def _plain(key: str) -> str:
    return key.lower().replace("-", "").replace("_", "").replace(" ", "")


def _valid(name: str, value: object) -> dict[str, object]:
    """Return a value as the corrections want it, {} for an empty one."""
    texts = [text for text in _texts(value, split=name in _MANY) if text]
    if not texts:
        return {}
    fixed: object = texts if name in _MANY else texts[0]
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
