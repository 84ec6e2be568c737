"""Finds an article's origin in its own text: datelines, and outlets that it names. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.credits import is_caption
from generator.understand.lines.publication_date import Calendar
from generator.understand.pasted.line_phrases import LINE_PHRASES
from generator.unicode_scripts import HAN, HANGUL

_LOOKED_AT = 12  # paragraphs
_DATELINES = 5  # paragraphs, of which a standfirst or a summary may be the first ones
_LONGEST = 3000  # characters of each
_SITE = r"([A-Z][\w\-]{1,30}\.(?:[A-Z]{2,4}|[a-z]{2,4}))(?![\w.])"
_OUTLETS = (
    re.compile(rf"{LINE_PHRASES['told_to']} {_SITE}"),
    re.compile(rf"{_SITE}(?:['’]s)? {LINE_PHRASES['reporters']}\b"),
    re.compile(rf"{LINE_PHRASES['reported_by']} {_SITE}"),
)
_DATELINE = re.compile(
    r"^(?P<place>[A-Z\u00c0-\u00de\u0400-\u042fĆČĐĞİŁŃŘŚŞŠŤŹŻŽ][^\W\d_]+(?:[ .’'\-][^\W\d_]+){0,3})"
    r"(?:, [A-Z][\w.]{1,12}(?: [A-Z]\w+)?(?![\w.]| \d))?"
    r"(?:,? (?P<date>(?=[^—–()/]*\d)[^—–()/:!?]{3,24}))?\s?"
    r"(?:[(/](?P<agency>[^\W\d_][\w .&]{1,24})[)/][.,]?\s?)?"
    r"(?:—|–|--| - |- (?=[A-Z])|(?<=/)|(?<=/\.\s))\s?\S"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\s*$")
_EASTERN = (
    re.compile(rf"^[（(](?P<place>[{HANGUL}]{{2,8}})=(?P<agency>[{HANGUL}]{{2,8}})[）)]"),
    re.compile(
        rf"^(?P<agency>[{HAN}]{{2,6}}?[网社報报])(?P<place>[{HAN}]{{2,5}}?)\d{{1,2}}月\d{{1,2}}日[电電]"
    ),
)
# "La Crosse, Wis.", "Dayton, Ohio"
_REGION = re.compile(
    r", (?:[A-Z][a-z]{1,6}\.|(?:[A-Z]\.){2}|[A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12})?)"
)
NO_PLACE = re.compile(LINE_PHRASES["no_places"])
_EVENT = re.compile(rf"\b{LINE_PHRASES['events']} in ([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)")


def facts_in(paragraphs: Sequence[str], calendar: Calendar) -> dict[str, Any]:
    """Return what the text names: `outlet`, `place`, `date` (with `date_inferred`)."""
    lines = [dateline(text) for text in paragraphs[:_DATELINES]]
    capitals = [line for line in lines[2:] if line and line["place"].isupper()]
    line = next(filter(None, [*lines[:2], *capitals]), None)
    if line is None:
        named: dict[str, Any] = {"outlet": outlet_in(paragraphs), "place": _event(paragraphs)}
    elif "date" not in line.re.groupindex:
        return {"outlet": line["agency"], "place": line["place"]}
    else:
        named = {"outlet": outlet_in(paragraphs) or line["agency"], "place": _place(line)}
        if found := calendar.any_dates(line["date"] or ""):
            named |= {"date": found[0].date, "date_inferred": found[0].inferred}
    return {name: value for name, value in named.items() if value}


def dateline(text: str) -> re.Match[str] | None:
    """Return a dateline: "TASHKENT, Aug 29 (Agency) — …"."""
    for pattern in _EASTERN:
        if match := pattern.match(text[:60]):
            return match
    match = _DATELINE.match(text[:120])
    if not match or NO_PLACE.fullmatch(match["place"]) or is_caption(text):
        return None
    sure = match["agency"] or match["place"].isupper() or _YEAR.search(match["date"] or "")
    return match if sure else None


def _place(line: re.Match[str]) -> str:
    place = line["place"]
    region = _REGION.match(line.string, line.end("place"), _region_end(line))
    is_name = place.isupper() and len(place) > 3 and "İ" not in place  # "i" in Turkish
    town = place.title() if is_name else place
    return town + (region[0] if region else "")


def _region_end(line: re.Match[str]) -> int:
    """Return where a region behind the place ends at most: before the date or the agency."""
    starts = (line.start(name) for name in ("date", "agency"))
    return min((start - 1 for start in starts if start > 0), default=line.end())


def _event(paragraphs: Sequence[str]) -> str | None:
    """Return the place of the press briefing that the text names."""
    found = (_EVENT.search(text[:_LONGEST]) for text in paragraphs[:_LOOKED_AT])
    return next((event[1] for event in found if event), None)


def outlet_in(paragraphs: Sequence[str]) -> str | None:
    """Return the outlet that the text names as the one that asked or reported."""
    for text in paragraphs[:_LOOKED_AT]:
        for pattern in _OUTLETS:
            if match := pattern.search(text[:_LONGEST]):
                return match[1]
    return None
