"""Data of languages and regions (CLDR), each apart from the others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from babel import Locale, UnknownLocaleError, localedata

from generator.tables import compiled

_MONTHS = Path(__file__).with_name("month_names")


@cache
def locale_of(code: str) -> Locale | None:
    """Return a locale by its language code ("de", "en_GB"), None if it is unknown.

    Babel 2.18 shares tables among locales and writes into them when a locale is used: once Hebrew
    months have been read, French ones are Hebrew (https://github.com/python-babel/babel/issues/1234).
    So a locale gets its own copy of what it shares before anything reads it.
    """
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None
    data = localedata.load(str(locale))
    data.update({key: _copied(value) for key, value in data.items()})
    return locale


def _copied(value: object) -> object:
    """Return a copy of a table with all its tables; what can't be written into is shared."""
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return tuple(map(_copied, value)) if isinstance(value, tuple) else value


def month_names(languages: Sequence[str]) -> dict[str, list[str]]:
    """Return the names of months in some languages, whole and short, by language."""
    files = [localedata.resolve_locale_filename(code) for code in ("root", *languages)]
    return compiled(_MONTHS, map(Path, files), partial(_month_names, languages))


def _month_names(languages: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language in languages:
        locale = locale_of(language)
        found[language] = [
            name
            for context in (locale.months.values() if locale else ())
            for width in ("wide", "abbreviated")
            for name in context.get(width, {}).values()
        ]
    return found
