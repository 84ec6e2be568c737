"""Machine-written dates → ISO 8601 as this program keeps it. Pure."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_EARLIEST = 1970
_LONGEST = 40  # characters
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
_OFFSET = re.compile(r"\s*(?:UTC|GMT)?\s*([+-]\d\d)(?::?(\d\d))?$")
_STRAY = re.compile(r"(?<=\d)\s+(?=\d\d:\d\d)|T\s+")


def iso(text: str, last: dt.date | None = None) -> str | None:
    """Return a day ("2025-08-29") or a time with its zone as stated; None for anything else.

    Understands ISO 8601, RFC 2822 and their usual misspellings. What is before 1970 or after
    `last` is no date of an article.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    made = _iso(text) or _mail(text)
    if made is None:
        return None
    try:
        day = dt.date.fromisoformat(made[:10])
    except ValueError:
        return None
    return made if day.year >= _EARLIEST and (last is None or day <= last) else None


def _iso(text: str) -> str | None:
    text = _COMPACT.sub(r"\1-\2-\3", text.replace("/", "-"))
    if len(text) == len("2025-08-29"):
        return text
    text = _STRAY.sub("T", _OFFSET.sub(lambda m: f"{m[1]}:{m[2] or '00'}", text), count=1)
    text = re.sub(r"(?<=\d)\s*(?:UTC|GMT|z)$", "Z", text)
    text = re.sub(r"[.,]\d+", "", text)
    try:
        return dt.datetime.fromisoformat(text).isoformat(timespec="seconds")
    except ValueError:
        return text[:10] if re.match(r"\d{4}-\d\d-\d\d(?:\D|$)", text) else None


def _mail(text: str) -> str | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    known = found.tzinfo is not None or text.rstrip().endswith("-0000")
    return found.isoformat(timespec="seconds") if known else found.date().isoformat()
