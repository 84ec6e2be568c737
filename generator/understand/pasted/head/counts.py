"""Views and reading time, as the lines around a headline state them. Pure."""

from __future__ import annotations

import re

from generator.understand.pasted.head.facts import Facts, Head
from generator.understand.pasted.head.phrases import PHRASES
from generator.understand.vocabulary.page_words import coverage, starts_with, tokens
from generator.understand.vocabulary.reading_time import READING

_BELOW = 2  # lines below the date
_NUMBER = re.compile(
    r"(?<![\w.,:])(\d{1,3}(?:[., \u00a0]\d{3})+|\d+[.,]\d(?=\s?[kKmM]\b)|\d+)"
    r"(?:\s?([kKmM])\b)?(?![\d:])"
)
# What counts readers beside a date without saying so; few are no such count but comments.
_BARE = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+|\d{4,7}")
_FACTOR = {"k": 1_000, "m": 1_000_000}
_UNCLEAR = re.compile(r"\d{1,3}[.,]\d{3}")
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}")
_PARTS = re.compile(r"\s?[•|·]\s?")
_LONGEST = 180  # minutes
_LABEL = 6  # words beside minutes
_SHORT = 60  # characters of a line that is a button
_LISTENING = re.compile(PHRASES["listening"], re.IGNORECASE)
_SECONDS = re.compile(r"^\W*\w+\W{1,3}\d{1,2}\s?[sSсС秒초]")  # "2 minutes 31 seconds"
_AFTER_DATE = re.compile(r"\s*(\d[\d.,]*)\s+(?=\d+\s)")


def counts(line: str, at: int, head: Head, found: Facts) -> None:
    """Read views and reading time: numbers beside their units."""
    if _is_views(line, at, head):
        found.put("views", _whole(line, None), at)
    start, end = head.dates.get(at, (0, 0))
    rest = line[:start] + " | " + line[end:] if end else line
    for part in _PARTS.split(rest):
        shares = coverage(part, tokens(part))
        if "ago" not in shares:
            _in_part(part, at, head, found)
    if end and (alone := _AFTER_DATE.match(line[end:])):
        shares = coverage(line[end:], tokens(line[end:]))
        if "minutes" in shares and "ago" not in shares:
            found.put("views", _whole(alone[1], None), at)


def _in_part(part: str, at: int, head: Head, found: Facts) -> None:
    for match in _NUMBER.finditer(part):
        unit = part[match.end() : match.end() + 24]
        before = part[max(0, match.start() - 24) : match.start()]
        if starts_with("minutes", unit) and int(re.sub(r"\D", "", match[1])[:4]) < _LONGEST:
            if _is_reading(part, match, at, head):
                found.put("reading_minutes", _whole(match[1], None), at)
        elif starts_with("views", unit) or _is_label(before, unit):
            found.put("views", _whole(match[1], match[2]), at)


def _is_label(before: str, after: str) -> bool:
    """Return whether words before a number label it as a count of views: not "View 6 images"."""
    words = tokens(before)[-2:]
    return "views" in coverage(before, words) and not tokens(after)[:1]


def _is_reading(part: str, number: re.Match[str], at: int, head: Head) -> bool:
    """Return whether minutes are how long a text takes to read, with or without a word for it.

    Without one, what is glued to its number may be a name ("20minutos", "15min"), and what has
    seconds is a film's length.
    """
    if READING.search(part):
        return True
    unit = part[number.end() :]
    is_set_off = unit[:1].isspace() or unit[:1] in "-–"
    is_other = _SECONDS.match(unit) or _is_clause(part, number.start())
    return is_set_off and not is_other and not _is_listening(at, head)


def _is_clause(part: str, start: int) -> bool:
    """Return whether a text is a clause with minutes in it: "carried off after 28 minutes at …"."""
    before = part[:start].split()[-1:]
    is_running = any(word.isalpha() and word.islower() for word in before)
    return is_running and len(tokens(part)) > _LABEL


def _is_listening(at: int, head: Head) -> bool:
    """Return whether minutes are those of a recording: "Listen (3 min)"."""
    beside = head.lines[max(0, at - 1) : at + 2]
    return any(len(line) < _SHORT and _LISTENING.search(line) for line in beside)


def _whole(number: str, factor: str | None) -> int | None:
    """Return the value of a number: "1.2K" is 1200; None where "1,234K" may be either of two."""
    if not factor:
        return int(re.sub(r"\D", "", number)[:12])
    if _UNCLEAR.fullmatch(number):
        return None  # 1,234K is 1234 or 1,234,000
    plain = number.replace(",", ".") if _DECIMAL.fullmatch(number) else re.sub(r"\D", "", number)
    return round(float(plain) * _FACTOR[factor.lower()])


def _is_views(line: str, at: int, head: Head) -> bool:
    """Return whether a number alone below the date counts readers, not shares or comments."""
    below = head.date_line is not None and 0 < at - head.date_line <= _BELOW
    if not below or not _BARE.fullmatch(line):
        return False
    if head.date_line is not None and any(
        len(line) > _SHORT for line in head.lines[head.date_line + 1 : at]
    ):
        return False  # the text has begun
    following = head.lines[at + 1] if at + 1 < len(head.lines) else ""
    return not {"share", "comments"} & set(coverage(following, tokens(following)))
