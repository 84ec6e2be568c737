"""Front matter of Markdown files, with the keys of many tools → corrections. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import BaseModel

from generator.config import Corrections
from generator.moments import Moment
from generator.source_urls import is_web, untracked
from generator.tables import load_numbers, load_table
from generator.understand.dates.machine import machine_date
from generator.understand.markdown.front_matter_syntax import (
    MAY_HOLD,
    FrontMatterError,
    load,
)
from generator.understand.markdown.front_matter_values import authors_in, texts_in
from generator.understand.vocabulary.language import normal
from generator.validation import ConfigError, validate


class _Keys(BaseModel):
    """The keys that are understood, and what they mean."""

    aliases: dict[str, list[str]]
    saved: list[str]
    clipped: list[str]
    unpublished: list[str]
    kinds: list[str]


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
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "front_matter")
_NEAR_DRAFT = _TUNED["near_draft"]


class KeptBackError(ConfigError):
    """Front matter that may keep its article back; the message says what to fix."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Stated values: `fields` in the form of corrections, `dates` as worded.

    `saved` is when a clipper saved the article, `messages` name values that could not be used.
    """

    fields: Mapping[str, object] = field(default_factory=dict)
    saved: Moment | None = None
    dates: Mapping[str, str] = field(default_factory=dict)
    messages: tuple[str, ...] = ()

    def over(self, other: Stated) -> Stated:
        """Return the values of both; where both state one, this one takes precedence."""
        fields = {**other.fields, **self.fields}
        if "date" in self.dates:
            fields.pop("date", None)
        dates = {**other.dates, **self.dates}
        return Stated(
            fields,
            self.saved or other.saved,
            {name: text for name, text in dates.items() if name not in fields},
            (*self.messages, *other.messages),
        )


def stated(front: str) -> Stated:
    """Return the corrections in front matter, and messages about what could not be used.

    Raises `FrontMatterError` if it is not a mapping of keys to values at all, and `KeptBackError`
    if it may say that the article is a draft, but not in a way that is sure.
    """
    try:
        values, messages = load(front)
    except FrontMatterError as error:
        if MAY_HOLD.search(front):
            raise KeptBackError(f"{error} {_MEND}") from error
        raise
    return stated_in(values, messages)


@dataclass(slots=True)
class _Collected:
    """The values of the keys read so far."""

    fields: dict[str, object] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    saved: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def take(self, key: str, value: object) -> None:
        """Add the value of a key, or a message if it can't be used."""
        name = _name(key)
        held = _held(_plain(key), str(value).strip().lower())
        if held is not None:
            self.fields |= {"draft": True} if held else {}
        elif _plain(key) in _KEYS.saved:
            self.saved += texts_in(value, split=False)
        elif name is None:
            self.messages += _unknown(key, value)
        elif name in _DATES and (text := next(texts_in(value, split=False), "")):
            self._take_date(name, text)
        elif name not in _ABOUT_FILE:
            self._take_field(name, value)

    def _take_date(self, name: str, text: str) -> None:
        moment = machine_date(text)
        if moment is None:
            self.dates[name] = text
        else:
            self.fields.setdefault(name, moment)

    def _take_field(self, name: str, value: object) -> None:
        try:
            made = _valid(name, value)
        except ConfigError as error:
            if name == "draft":
                raise KeptBackError(f"{error} {_MEND}") from error
            self.messages.append(f"{error} It was left out.")
        else:
            self.fields |= {key: value for key, value in made.items() if not self.fields.get(key)}


def stated_in(values: Mapping[str, object], messages: tuple[str, ...] = ()) -> Stated:
    """Return the corrections in keys and their values, as `stated` does."""
    found = _Collected(messages=list(messages))
    for key, value in values.items():
        found.take(str(key), value)
    dates = {name: text for name, text in found.dates.items() if name not in found.fields}
    return _with_saved(Stated(found.fields, None, dates, tuple(found.messages)), found.saved)


def _with_saved(stated: Stated, saved: Sequence[str]) -> Stated:
    """Return the values with the day of saving as the date, if no other date is stated.

    If an address shows that the article is from elsewhere, it is not a date of the article.
    """
    text = next(iter(saved), "")
    day = machine_date(text)
    if "url" in stated.fields:
        return replace(stated, saved=day, fields=_without_note_date(stated.fields, day))
    if not text or "date" in stated.fields or "date" in stated.dates:
        return replace(stated, saved=day)
    if day:
        return replace(stated, fields={**stated.fields, "date": day})
    return replace(stated, dates={**stated.dates, "date": text})


def _without_note_date(fields: Mapping[str, object], saved: Moment | None) -> Mapping[str, object]:
    """Return fields without a date of change from the day of saving on: that is of the note."""
    updated = fields.get("updated")
    if not saved or not isinstance(updated, Moment) or updated.day < saved.day:
        return fields
    return {name: value for name, value in fields.items() if name != "updated"}


KEYS = frozenset({*_OWN, *_ALIASES, *_KEYS.saved})
"""All keys that are understood, in lower case without spaces, hyphens and underscores."""


_MEND = "The article is not published until this is fixed."


def _held(key: str, value: str) -> bool | None:
    """Return whether another tool's key keeps the article back, None if it is not such a key."""
    if key in _SWITCHES and value in _YES | _NO:
        return value in _NO
    if key in _KEPT_BACK and value in _YES | _NO:
        return value in _YES
    return value in _KEYS.unpublished if key in _STATES else None


def _unknown(key: str, value: object) -> Iterator[str]:
    """Yield the message about an unknown key, if it is like a known one."""
    alike = difflib.SequenceMatcher(None, _plain(key), "draft").ratio() >= _NEAR_DRAFT
    if (alike or "draft" in key.lower()) and str(value).strip().lower() not in _NO:
        raise KeptBackError(f"front matter: '{key}' is not known. Did you mean 'draft'? {_MEND}")
    near = difflib.get_close_matches(key.lower(), _OWN.values(), 1, 0.8)
    if near:
        yield f"front matter: '{key}' is not known. Did you mean '{near[0]}'?"


def _name(key: str) -> str | None:
    return _OWN.get(_plain(key)) or _ALIASES.get(_plain(key))


def _plain(key: str) -> str:
    return key.lower().replace("-", "").replace("_", "").replace(" ", "")


def _valid(name: str, value: object) -> dict[str, object]:
    """Return a value in the form of corrections, {} for an empty one."""
    texts = [text for text in texts_in(value, split=name in _MANY) if text]
    if name == "outlet" and texts and is_web(texts[0]):
        name = "url"  # clippers call the address of the page its source
    clean: Callable[[list[str]], list[str]] = _CLEANERS.get(name, list)
    texts = clean(texts)
    if not texts or (name in _EDITORS_SWITCHES and _is_of_another_tool(value)):
        return {}
    model = validate(Corrections, {name: texts if name in _MANY else texts[0]}, "front matter")
    return {name: getattr(model, name)}


def _keywords(texts: list[str]) -> list[str]:
    """Return tags as keywords, without those that a clipper gives to every clip."""
    bare = (text.lstrip("#") for text in texts)
    return [text for text in bare if text and _plain(text) not in _KEYS.clipped]


_CLEANERS: Mapping[str, Callable[[list[str]], list[str]]] = {
    "authors": lambda texts: list(authors_in(texts)),
    "keywords": _keywords,
    "section": lambda texts: [t for t in texts if t.lstrip("#").lower() not in _KEYS.kinds],
    "url": lambda texts: [untracked(text) for text in texts],
    "language": lambda texts: [normal(text) for text in texts],
    "reading_minutes": lambda texts: [text.split()[0] for text in texts],
}


def _is_of_another_tool(value: object) -> bool:
    """Return whether a switch has a value that other tools give it: a list of parts, a sentence."""
    return not isinstance(value, str | bool) or " " in str(value).strip()
