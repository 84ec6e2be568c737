"""What an article's own text says of where it comes from: datelines and outlets named. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LOOKED_AT = 12  # paragraphs
_LONGEST = 3000  # characters of each
_SITE = r"([A-Z][\w\-]{1,30}\.(?:[A-Z]{2,4}|[a-z]{2,4}))(?![\w.])"
_OUTLETS = (
    re.compile(rf"(?:told|reported by|according to|interview with|as|to) {_SITE}"),
    re.compile(
        rf"{_SITE}(?:['’]s)? "
        r"(?:correspondents?|reporters?|journalists?|reports?|reported|writes|learned)\b"
    ),
    re.compile(
        rf"(?:berichtet|gegenüber|сообщает|передает|передаёт|корреспондент\w*|selon|según) {_SITE}"
    ),
)
_DATELINE = re.compile(
    r"^(?P<place>[A-Z\u00c0-\u00de\u0400-\u042f][^\W\d_]+(?:[ .’'\-][^\W\d_]+){0,3})"
    r"(?:, [A-Z][\w.]{1,12}(?: [A-Z]\w+)?)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?\s?"
    r"(?:\((?P<agency>[A-Z][\w .&/]{1,24})\)\s?)?(?:—|–|--| - )\s?\S"
)
_EVENT = re.compile(
    r"\b(?:briefing|(?:press|news) conference|told (?:reporters|journalists)|correspondent) in "
    r"([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)"
)


def said_in(paragraphs: Sequence[str]) -> dict[str, str]:
    """Return `outlet` and `place`, those that the text names."""
    named = {"outlet": outlet_in(paragraphs), "place": place_in(paragraphs)}
    return {name: value for name, value in named.items() if value}


def place_in(paragraphs: Sequence[str]) -> str | None:
    """Return where the report was made: its dateline, else the place of its press briefing."""
    for text in paragraphs[:2]:
        match = _DATELINE.match(text[:120])
        if match and (match["agency"] or match["place"].isupper()):
            place = match["place"]
            return place.title() if place.isupper() and len(place) > 3 else place
    for text in paragraphs[:_LOOKED_AT]:
        if event := _EVENT.search(text[:_LONGEST]):
            return event[1]
    return None


def outlet_in(paragraphs: Sequence[str]) -> str | None:
    """Return the outlet that the text names as the one that asked or reported."""
    for text in paragraphs[:_LOOKED_AT]:
        for pattern in _OUTLETS:
            if match := pattern.search(text[:_LONGEST]):
                return match[1]
    return None
