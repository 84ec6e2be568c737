"""Front matter of Markdown files: what it says in the keys of many tools → corrections. Pure."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml
from pydantic import BaseModel

from generator import yaml_text
from generator.addresses import is_web, untracked
from generator.config import Corrections
from generator.moments import Moment
from generator.tables import load_table
from generator.understand.dates.machine import machine_date
from generator.understand.markdown.values import authors_in, texts_in
from generator.understand.vocabulary.language import normal
from generator.validation import ConfigError, validate

_LONGEST = 20_000  # characters of front matter


class _Keys(BaseModel):
    """The keys that are understood, and what they mean."""

    aliases: dict[str, list[str]]
    saved: list[str]
    clipped: list[str]
    unpublished: list[str]
    kinds: list[str]


_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_KEYS = load_table(Path(__file__).with_name("keys.yml"), _Keys)
_ALIASES = {key: name for name, keys in _KEYS.aliases.items() for key in keys}
_OWN = {name.replace("_", ""): name for name in Corrections.model_fields}
_MANY = frozenset({"authors", "keywords", "settled"})
_DATES = frozenset({"date", "updated"})
_ABOUT_FILE = frozenset({"fetched", "fetched_from", "etag", "last_modified"})
# Keys by which Jekyll, Obsidian, Pelican and WordPress keep an article back, beside `draft`.
_SWITCHES = frozenset({"published", "publish", "public", "dgpublish"})
_KEPT_BACK = frozenset({"private", "hidden", "unlisted"})
_STATES = frozenset({"status", "visibility", "state"})
_EDITORS_SWITCHES = frozenset({"lead", "pin", "hide"})  # Material's `hide` is a list
_YES, _NO = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})
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
    """What is said: `fields` as corrections have them, `dates` in a wording of their own.

    `saved` is when a clipper saved the article, `messages` say what could not be used.
    """

    fields: Mapping[str, object] = field(default_factory=dict)
    saved: Moment | None = None
    dates: Mapping[str, str] = field(default_factory=dict)
    messages: tuple[str, ...] = ()

    def over(self, other: Said) -> Said:
        """Return what either says; where both do, this one's word holds."""
        fields = {**other.fields, **self.fields}
        if "date" in self.dates:
            fields.pop("date", None)
        dates = {**other.dates, **self.dates}
        return Said(
            fields,
            self.saved or other.saved,
            {name: text for name, text in dates.items() if name not in fields},
            (*self.messages, *other.messages),
        )


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
    values, messages = _load(front)
    return said_in(values, messages)


def said_in(values: Mapping[str, object], messages: tuple[str, ...] = ()) -> Said:
    """Return the corrections in keys and their values, as `said` does."""
    found: dict[str, object] = {}
    dates: dict[str, str] = {}
    saved: list[str] = []
    for key, value in values.items():
        name = _name(str(key))
        held = _held(_plain(str(key)), str(value).strip().lower())
        if held is not None:
            found |= {"draft": True} if held else {}
        elif _plain(str(key)) in _KEYS.saved:
            saved += texts_in(value, split=False)
        elif name is None:
            messages += tuple(_unknown(str(key), value))
        elif name in _DATES and (text := next(texts_in(value, split=False), "")):
            stated = machine_date(text)
            found |= {name: stated} if stated and name not in found else {}
            dates |= {} if stated else {name: text}
        elif name not in _ABOUT_FILE:
            try:
                made = _valid(name, value)
                found |= {field: value for field, value in made.items() if not found.get(field)}
            except ConfigError as error:
                if name == "draft":
                    raise KeptBackError(f"{error} {_MEND}") from error
                messages += (f"{error} It was left out.",)
    dates = {name: text for name, text in dates.items() if name not in found}
    return _with_saved(Said(found, None, dates, messages), saved)


def _with_saved(said: Said, saved: Sequence[str]) -> Said:
    """Return what was said with the day of saving: the article's date, if nothing else dates it.

    Where an address says that the article is somebody else's, it is no date of the article.
    """
    text = next(iter(saved), "")
    day = machine_date(text)
    updated = said.fields.get("updated")
    is_of_note = day and isinstance(updated, Moment) and updated.day >= day.day
    if is_of_note and "url" in said.fields:
        fields = {name: value for name, value in said.fields.items() if name != "updated"}
        said = replace(said, fields=fields)
    if not text or "url" in said.fields or {"date"} & (said.fields.keys() | said.dates.keys()):
        return replace(said, saved=day)
    if day:
        return replace(said, fields={**said.fields, "date": day})
    return replace(said, dates={**said.dates, "date": text})


KEYS = frozenset({*_OWN, *_ALIASES, *_KEYS.saved})
"""All keys that are understood, in lower case without spaces, hyphens and underscores."""


_MEND = "The article is kept back until this is fixed."


def _held(key: str, value: str) -> bool | None:
    """Return whether another tool's key keeps the article back; None if it says nothing of that."""
    if key in _SWITCHES and value in _YES | _NO:
        return value in _NO
    if key in _KEPT_BACK and value in _YES | _NO:
        return value in _YES
    return value in _KEYS.unpublished if key in _STATES else None


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
            read = "quote values that hold a colon. Its text was read as it is."
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
    texts = [text for text in texts_in(value, split=name in _MANY) if text]
    if name == "outlet" and texts and is_web(texts[0]):
        name = "url"  # clippers call the address of the page its source
    if name == "authors":
        texts = list(authors_in(texts))
    if name == "keywords":
        texts = [text.lstrip("#") for text in texts if _is_keyword(text.lstrip("#"))]
    if name == "section":
        texts = [text for text in texts if text.lstrip("#").lower() not in _KEYS.kinds]
    if name == "url":
        texts = [untracked(text) for text in texts]
    if not texts or (name in _EDITORS_SWITCHES and _is_of_another_tool(value)):
        return {}
    fixed: object = texts if name in _MANY else texts[0]
    if name == "language":
        fixed = normal(str(fixed))
    if name == "reading_minutes":
        fixed = str(fixed).split()[0]
    model = validate(Corrections, {name: fixed}, "front matter")
    return {name: getattr(model, name)}


def _is_of_another_tool(value: object) -> bool:
    """Return whether a switch has a value that other tools give it: a list of parts, a sentence."""
    return not isinstance(value, str | bool) or " " in str(value).strip()


def _is_keyword(text: str) -> bool:
    return bool(text) and _plain(text) not in _KEYS.clipped
