"""Countries and unions of countries under one name per language. Pure.

The full names are CLDR's (https://cldr.unicode.org, by Babel); short names that newspapers use are
in `country_names.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from generator.locales import locale_of
from generator.relate.folding import fold
from generator.tables import load_table

_SHORT = Path(__file__).with_suffix(".yml")
_ASIDE = re.compile(r"(.+?) \((.+)\)")  # "Myanmar (Burma)"


@cache
def territories(language: str) -> Mapping[str, str]:
    """Return the first name of the territory that a folded name means in a language."""
    listed = load_table(_SHORT, dict[str, dict[str, list[str]]]).get(language, {})
    found: dict[str, str] = {}
    others = frozenset(_cldr(language).values()).union(*listed.values())
    for code, full in _cldr(language).items():
        spellings = (name for name in _spellings(full) if name == full or name not in others)
        names = [*listed.get(code, ()), *spellings]  # Macao's "(China)" is no name of it
        if len(names) > 1:
            found |= {fold(name): names[0] for name in names}
    return found


def people_of(name: str) -> str | None:
    """Return the country of several words that an English adjective refers to: "North Korean"."""
    country = name.removesuffix("s").removesuffix("n")
    return country if " " in country and country in _english() else None


def _spellings(name: str) -> Iterator[str]:
    """Yield the names in CLDR's name of a territory, which may have a second one in brackets."""
    both = _ASIDE.fullmatch(name)
    for part in both.groups() if both else (name,):
        yield part
        if " & " in part:
            yield part.replace(" & ", " and ")


@cache
def _english() -> frozenset[str]:
    return frozenset(_cldr("en").values())


@cache
def _cldr(language: str) -> Mapping[str, str]:
    """Return the names of territories by ISO 3166 code; regions have numbers and are left out."""
    locale = locale_of(language)
    names = locale.territories if locale else {}
    return {code: name for code, name in names.items() if code.isalpha()}
