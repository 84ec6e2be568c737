"""Sections and outlets that may be one: suggestions for the editor's maps. Pure.

Nothing is merged automatically. Names are compared without case, accents and punctuation; sections
also by the topic that they name in several languages (`section_topics.yml`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from generator.config import SETTINGS_FILE, Settings
from generator.models import Article, Problem
from generator.tables import load_table

_TOPICS = Path(__file__).with_name("section_topics.yml")
_ASIDE = re.compile(r"\(.*?\)|^the\s|\.(?:com|org|net|co\.uk|de|fr|es|ru|uz)$", re.IGNORECASE)
_MANY = 5  # sections of one article each, from which they are reported
_ACRONYM = 4  # letters
_NAMED = 12  # of them in the message


def merge_suggestions(articles: Iterable[Article], settings: Settings) -> Iterator[Problem]:
    """Yield a doubt for each group of names that may mean one section or one outlet.

    A name that is a key of the setting is settled, whatever it is mapped to.
    """
    sections: Counter[str] = Counter()
    outlets: Counter[str] = Counter()
    for article in articles:
        sections.update(filter(None, (article.section,)))
        outlets.update(filter(None, (article.outlet,)))
    yield from _alike("sections", sections, settings.sections, _section_key)
    yield from _alike("outlets", outlets, settings.outlets, _outlet_key)
    single = sorted(name for name, count in sections.items() if count == 1)
    if len(single) >= _MANY and set(single) - set(settings.sections):
        more = f" and {len(single) - _NAMED} more" if len(single) > _NAMED else ""
        message = (
            f"{len(single)} sections have one article each: {', '.join(single[:_NAMED])}{more}. "
            "To put them into others, map them under `sections`, like `Us Congress: Politics`."
        )
        yield Problem(SETTINGS_FILE.as_posix(), "doubt", message, "small-sections")


def _alike(
    setting: str, names: Counter[str], settled: Mapping[str, object], key: Callable[[str], str]
) -> Iterator[Problem]:
    spelled: Counter[str] = Counter()
    for name, count in names.items():
        spelled[name.casefold()] += count
    groups: dict[str, list[str]] = {}
    shown: dict[str, str] = {}  # the group's name in `groups`, by all its keys
    for name in sorted(names, key=lambda name: _rank(name, spelled[name.casefold()])):
        keys = {key(name), _plain(name)}
        group = next(filter(None, map(shown.get, sorted(keys))), name)
        shown |= dict.fromkeys(keys, group)
        groups.setdefault(group, []).append(name)
    for first, *others in groups.values():
        for name in others:
            if name not in settled:
                yield may_be_one(setting, name, first, names, "similar-names")


def _rank(name: str, count: int) -> tuple[bool, int, int, str]:
    """Return how well a name suits its group, less is better; `count` is for any capitals.

    Of "US Congress" and "Us Congress" the former is better: sites change capitals.
    """
    acronyms = sum(word.isupper() and 1 < len(word) <= _ACRONYM for word in name.split())
    return _is_in_capitals(name), -count, -acronyms, name


def _is_in_capitals(name: str) -> bool:
    """Return whether a name is printed in capitals: "WEATHER", not "UK" or "NASA"."""
    return name.isupper() and len(name) > _ACRONYM


def may_be_one(
    setting: str, name: str, shown: str, counts: Mapping[str, int], code: str
) -> Problem:
    """Return the doubt whether a name means the same as another, with what to write."""
    variant, first = _pasteable(name), _pasteable(shown)
    message = (
        f"{setting.rpartition('.')[0] or setting}: '{name}' ({counts[name]}) and '{shown}' "
        f"({counts[shown]}) may be one. If so, write under `{setting}`: {{{variant}: {first}}}; "
        f"if not: {{{variant}: {variant}}}."
    )
    return Problem(SETTINGS_FILE.as_posix(), "doubt", message, code)


def _section_key(name: str) -> str:
    plain = _plain(name)
    return _topics().get(plain, plain)


def _outlet_key(name: str) -> str:
    return _plain(_ASIDE.sub("", name)) or _plain(name)


def _pasteable(name: str) -> str:
    """Return a name as it can be pasted into a mapping of the settings."""
    plain = name.replace(" ", "").isalnum() and not name[0].isdigit()
    return name if plain else json.dumps(name, ensure_ascii=False)


def _plain(name: str) -> str:
    """Return the letters and digits of a name, without case and accents."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in parts if sign.isalnum()) or name


@cache
def _topics() -> Mapping[str, str]:
    """Return the topic of each section name that the table has."""
    table = load_table(_TOPICS, dict[str, list[str]])
    return {_plain(name): topic for topic, names in table.items() for name in names}
