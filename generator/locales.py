"""Data of languages and regions (CLDR), each apart from the others."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError, localedata


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
