"""The time of day beside a date, with its zone. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.tables import any_of, load_table
from generator.understand.dates.clock_words import CLOCK_WORDS

_FILE = Path(__file__).with_name("zones.yml")


def _zones() -> Mapping[str, int]:
    """Return the minutes east of Greenwich of each abbreviation in `zones.yml`."""
    zones = load_table(_FILE, dict[str, dict[str, int]])
    return {name: minutes for names in zones.values() for name, minutes in names.items()}


_ZONES = _zones()
# Zones whose abbreviation is the same in summer, as the IANA database names them.
_AMERICAN = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
_ZONE = (
    r"(?P<zone>(?:UTC|GMT)\s?[+\-−]\s?\d{1,2}(?::?\d\d)?|[+\-−]\d\d:?\d\d|"
    + "|".join(sorted([*_ZONES, *_AMERICAN], key=lambda name: (-len(name), name)))
    + r"|(?-i:(?:[A-Z][a-z]+ ){1,3}Time)"  # "Eastern Daylight Time"
    + r")(?:(?![^\W_])|(?=(?-i:[A-Z][a-z])))"  # the next word may be glued: "UTCUpdated"
)
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?|[πμ]\.?\s?μ\b\.?)"
_EARLY = rf"(?P<early>{any_of(CLOCK_WORDS['morning'] | CLOCK_WORDS['afternoon'])})"
_TIME = re.compile(
    rf"(?<![\d.,:])(?:{_EARLY}\s?)?(?P<hour>[01]?\d|2[0-4])"
    r"(?:(?P<colon>\s?:\s?|\s?[hH]\s?|[.時时시]\s?|u)(?P<minute>[0-5]\d)(?P<exact>:[0-5]\d(?:\.\d+)?)?"
    r"(?P<after>\s?[分분])?)?"
    rf"(?!\d)(?:\s?{_HALF})?(?:\s?(?P<unit>{any_of(CLOCK_WORDS['units'])})\b)?"
    rf"(?:[\s,]{{0,2}}[(\[]?{_ZONE}\)?)?",
    re.IGNORECASE,
)
_BEFORE_TIME = re.compile(rf"{any_of(CLOCK_WORDS['before_time'])}\.?\s*$", re.IGNORECASE)
_GAP = 24  # characters between a date and its time
_FARTHEST = 14 * 60  # minutes between UTC and a zone


def time_after(text: str, start: int, day: dt.date) -> tuple[dt.time | None, int]:
    """Return the time that follows a date, with its offset if stated, and where it ends.

    `start` is where the date ends; its year and the time may be glued ("202414:30").
    """
    rest = text[start : start + 2 * _GAP]
    match = _TIME.search(rest)
    if match is None or match.start() > _GAP or "\n" in rest[: match.start()]:
        return None, start
    return (_time(match, day), start + match.end()) if _is_time(match, rest) else (None, start)


def time_before(text: str, end: int, day: dt.date) -> dt.time | None:
    """Return the time right before a date, None without one."""
    start = max(0, end - _GAP - 12)
    found = None
    for match in _TIME.finditer(text, start, end):
        clear = not re.search(r"\d", text[match.end() : end])
        if clear and _is_time(match, text):
            found = _time(match, day)
    return found


def _is_time(match: re.Match[str], text: str) -> bool:
    is_announced = _BEFORE_TIME.search(text[max(0, match.start() - 8) : match.start()])
    if match["minute"] is None:
        return bool(match["half"] or (match["unit"] and is_announced))
    if match["colon"].strip() in {":", "h", "時", "时", "시"} or match["half"] or match["early"]:
        return True
    alone = len(match["hour"]) == 2 and not text[match.end() :].strip(" )|")
    stated = match["unit"] or match["zone"] or alone
    return bool(stated or is_announced)


def _time(match: re.Match[str], day: dt.date) -> dt.time:
    hour = int(match["hour"]) % 24
    half, early = (match["half"] or "").lower(), match["early"] or ""
    late = half.startswith(("p", "μ")) or early in CLOCK_WORDS["afternoon"]
    if half or early:
        hour = hour % 12 + 12 * late if hour <= 12 else hour
    seconds = int((match["exact"] or ":00")[1:3])
    time = dt.time(hour, int(match["minute"] or 0), seconds)
    return time.replace(tzinfo=_offset(match["zone"], dt.datetime.combine(day, time)))


def _offset(zone: str | None, local: dt.datetime) -> dt.timezone | None:
    """Return the offset of a zone from UTC at a local time, None if it is not a known zone."""
    if not zone:
        return None
    if zone.endswith("Time"):
        zone = "".join(word[0] for word in zone.split())
    plain = zone.upper().replace("−", "-").replace(" ", "")
    if plain in _ZONES:
        minutes = _ZONES[plain]
    elif plain in _AMERICAN:
        offset = local.replace(tzinfo=ZoneInfo(_AMERICAN[plain])).utcoffset() or dt.timedelta()
        minutes = int(offset.total_seconds()) // 60
    elif plain.isalpha():
        return None  # "Local Time"
    else:
        minutes = _numeric_offset(plain)
    return dt.timezone(dt.timedelta(minutes=minutes)) if abs(minutes) <= _FARTHEST else None


def _numeric_offset(zone: str) -> int:
    """Return the minutes east of Greenwich of "UTC+5", "GMT-3:30" or "+0500"."""
    digits = re.sub(r"^(?:UTC|GMT)", "", zone)
    sign, digits = (-1 if digits[0] == "-" else 1), digits[1:].replace(":", "")
    hours, rest = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    return sign * (int(hours) * 60 + int(rest))
