"""Words around a section's name (see `section_words.yml`), and names of countries. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

from generator.months import unaccented
from generator.tables import load_table

_FILE = Path(__file__).with_suffix(".yml")
_KINDS = frozenset(
    {
        "country_languages",
        "home",
        "here",
        "news",
        "formats",
        "pages",
        "lists",
        "kickers",
        "marks",
        "closing",
    }
)


def is_home(phrase: str) -> bool:
    """Return whether a phrase is the first step of a breadcrumb trail."""
    return _plain(phrase) in _words()["home"]


def says_here(line: str) -> bool:
    """Return whether a line says that a breadcrumb trail follows: "You are here:"."""
    plain = _plain(line)
    return plain in _words()["here"] or plain.startswith(("breadcrumb", "you are here"))


def is_generic(phrase: str) -> bool:
    """Return whether a phrase does not name a subject: "Home", "News", "Live"."""
    plain = _plain(phrase)
    return any(plain in _words()[kind] for kind in ("home", "here", "news", "formats"))


def is_news(phrase: str) -> bool:
    """Return whether a phrase is a word for news: a section's name where it is marked as one."""
    return _plain(phrase) in _words()["news"]


def is_page(phrase: str) -> bool:
    """Return whether a phrase names a page of a site that contains no articles: "About us"."""
    return _plain(phrase) in _words()["pages"]


def is_list(phrase: str) -> bool:
    """Return whether a phrase names a list of articles or offers: "All news", "Other services"."""
    first, _, rest = _plain(phrase).partition(" ")
    return bool(rest) and first in _words()["lists"]


def is_kicker(phrase: str) -> bool:
    """Return whether a phrase occurs only above headlines: "Guest column"."""
    return _plain(phrase) in _words()["kickers"]


def is_mark(phrase: str) -> bool:
    """Return whether a phrase marks articles above their headlines as for subscribers: "Plus"."""
    return _plain(phrase) in _words()["marks"]


def is_closing(line: str) -> bool:
    """Return whether a line is the sign of a button that closes a layer over the page: "×"."""
    return _plain(line) in _words()["closing"]


def is_country(name: str) -> bool:
    """Return whether a name is that of a country in one of the larger languages."""
    return (name.title() if name.isupper() else name) in _countries()


def is_city(name: str) -> bool:
    """Return whether a name is that of a large city, one that a zone of time is called after."""
    return unaccented(name).lower() in _cities()


def _plain(phrase: str) -> str:
    return phrase.lower().strip(" .:›>»|/")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    found = load_table(_FILE, dict[str, list[str]])
    if set(found) != _KINDS:
        raise ValueError(f"{_FILE.name} must hold {', '.join(sorted(_KINDS))}")
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def _cities() -> frozenset[str]:
    zones = get_global("zone_territories")
    return frozenset(zone.rpartition("/")[2].replace("_", " ").lower() for zone in zones)


@cache
def _countries() -> frozenset[str]:
    names = (Locale.parse(code).territories for code in sorted(_words()["country_languages"]))
    return frozenset(
        name
        for country in names
        for code, name in country.items()
        if code.isalpha() and len(code) == 2
    ) | {"USA", "UK", "U.S.", "US"}
