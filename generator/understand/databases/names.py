"""Names as press databases write them: "Last, First; Last, First", outlets with places. Pure."""

from __future__ import annotations

import re
from pathlib import Path

from generator.tables import load_patterns
from generator.text import squeeze
from generator.understand.vocabulary.capitals_in_names import uncapitalised
from generator.understand.vocabulary.people import people, without_by

_INVERTED = re.compile(r"([^,;]{2,40}),\s+([^,;]{1,40})")
_OUTLET_END = re.compile(r"\s*(?:\bvom \d|;|\s\[|\(Online\)|: \d|,\s+(?=[A-Z][^,;]*[;\[]))")
_CITY = re.compile(r"\s*\((?:[A-Z][\w .,’'-]{2,40})\)$")
_WORDS = load_patterns(Path(__file__).with_name("document_marks.yml"))
_PAGE = re.compile(
    rf"\s*(?:[;,.]?\s*\b{_WORDS['page_of_issue']}\.?\s*[A-Z]?\d[\w.,-]*"
    rf"|[;,]\s*{_WORDS['parts_of_issue']}.*|[;,]\s*)+$",
    re.IGNORECASE,
)
_LOWER = re.compile(r"[a-zà-ÿ]")
_ACRONYM = 3  # letters of a word in capitals that stays in capitals


def authors_of(stated: str, *, last_first: bool) -> tuple[str, ...]:
    """Return the people of a byline; `last_first`: names are written "Last, First"."""
    stated = squeeze(stated)
    if not stated:
        return ()
    names: list[str] = []
    if last_first or ";" in stated:
        for part in stated.split(";"):
            inverted = _INVERTED.fullmatch(without_by(part)) if last_first else None
            names += people(f"{inverted[2]} {inverted[1]}" if inverted else part, (), strict=False)
    else:
        names += people(stated, (), strict=False)
    return tuple(dict.fromkeys(uncapitalised(name) for name in names))


def outlet_of(stated: str) -> str | None:
    """Return the outlet's name without place, date and page: "The Post ; Town [Town]. 10 Mar"."""
    name = squeeze(_OUTLET_END.split(squeeze(stated))[0])
    return _CITY.sub("", name) or None


def section_of(stated: str) -> str | None:
    """Return a section's name without its page: "NEWS; Pg. 7" is News."""
    name = _PAGE.sub("", squeeze(stated)).strip(" ;,.-")
    if not any(map(str.isalpha, name)) or len(name) > 60:
        return None
    if _LOWER.search(name):
        return name
    words = (word if len(word) < _ACRONYM else word.capitalize() for word in name.split())
    return " ".join(words)
