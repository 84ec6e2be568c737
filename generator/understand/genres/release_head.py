"""The head of a press release: its headline and its issuer. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.understand.genres.genre_words import words
from generator.understand.genres.release_dateline import DATELINE, HEAD, is_alone
from generator.understand.genres.release_lines import (
    headline_below,
    is_contact,
    is_reached,
    only_announces,
)
from generator.understand.genres.release_words import RELEASE_WORDS
from generator.understand.lines.publication_date import Calendar

_LABEL = 30  # characters of a line that is little more than a date
_SOURCE = re.compile(rf"{RELEASE_WORDS['issuer_labels']}(?P<name>\S.{{1,80}})")
_SOURCE_INSIDE = re.compile(r"\|\s*Source:\s*(?P<name>[^|]{2,80})$")
_TRANSMITTED = re.compile(
    rf"{RELEASE_WORDS['content_of']} (?P<name>.{{2,80}}), {RELEASE_WORDS['transmitted_by']} .+"
)
_SHORT_COMPANY = re.compile(rf"(?:\b[A-Z]\. ?[A-Z]|{RELEASE_WORDS['company_abbreviations']})$")
_STUDY = re.compile(r"News Release\b")
_CORRECTION = re.compile(r"/?\s?C ?O ?R ?R ?E ?C ?T ?I ?O ?N\b.{0,80}/")
_AFTER_CORRECTION = 4  # lines below the mark of a correction that may contain the headline
_PEER_REVIEWED = "peer-reviewed publication"
_KIND = 4  # lines of a text without its head that may contain it
_PORTAL = 2  # lines between the date and the dateline of a portal: issuer, headline


def study(lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the lines of EurekAlert's date and headline, None for another form."""
    for at, line in enumerate(lines[: HEAD // 2]):
        kinds = {text.lower() for text in lines[at + 1 : at + 6]} & set(words().kinds)
        if _STUDY.match(line) and any(map(str.isdigit, line)) and kinds:
            following = lines[at + 1].lower()
            return at, at + 1 + (2 if following in words().kinds else 0)
    return None


def kind(lines: Sequence[str]) -> int | None:
    """Return the line below the headline that marks a text as news of a study, None for none."""
    found = (at for at, line in enumerate(lines[:_KIND]) if line.lower() == _PEER_REVIEWED)
    return next(found, None)


def portal(lines: Sequence[str], start: int | None, calendar: Calendar) -> int | None:
    """Return the headline of a release between a portal's date and a dateline on its own line.

    Such a head has three or four lines: date and time, issuer, headline, "Lindau (ots)".
    """
    if start is None or not is_alone(lines[start], calendar):
        return None
    for at in range(start - 2, max(-1, start - 2 - _PORTAL), -1):
        found = calendar.dates(lines[at])
        if len(found) == 1 and found[0].date.time and len(lines[at]) < _LABEL:
            return start - 1
    return None


def headline(lines: Sequence[str], title: int, start: int | None, calendar: Calendar) -> int | None:
    """Return the headline of a release, None if the line that was found before is right.

    That line is wrong if it only announces the release, names a contact or states a date.
    """
    if title < 0:
        return None
    if _CORRECTION.fullmatch(lines[title]):
        end = title + 1 + _AFTER_CORRECTION if start is None else start
        shorter = (at for at in range(title + 1, end) if len(lines[at]) < DATELINE)
        return next(shorter, None)
    dated = [_is_dated(line, calendar) for line in lines]
    return headline_below(lines, title, dated) if _is_wrong(lines[title], dated[title]) else None


def _is_wrong(line: str, is_dated: bool) -> bool:  # noqa: FBT001
    """Return whether a line is not a headline of a release."""
    is_date = is_dated and len(line) < _LABEL
    return is_date or only_announces(line) or is_contact(line) or is_reached(line)


def _is_dated(line: str, calendar: Calendar) -> bool:
    return bool(calendar.dates(line[:DATELINE])) and len(line) < 2 * DATELINE


def issuer(
    lines: Sequence[str], start: int | None, title: int, *, is_portal: bool
) -> tuple[str, int] | None:
    """Return the issuer of a release and the line that names it: at the head, else at the end."""
    found = _issuer_at_head(lines, start, title) or _issuer_at_end(
        lines, title if start is None else start
    )
    if found:
        return found
    if is_portal and title > 1 and not any(map(str.isdigit, lines[title - 1])):
        return company(lines[title - 1]), title - 1
    return None


def _issuer_at_head(lines: Sequence[str], start: int | None, title: int) -> tuple[str, int] | None:
    """Return the issuer that a line above the text names, and that line: "Source: …"."""
    labels = {*words().issuers, *words().kinds}
    for at, line in enumerate(lines[: max(title, 0) + 8 if start is None else start]):
        is_above_name = at + 1 < len(lines) and at + 1 != title
        if is_above_name and line.lower().rstrip(":") in labels:
            return company(lines[at + 1]), at + 1
        source = _SOURCE_INSIDE.search(line)
        if not source and "Source" in line[:8]:
            source = _SOURCE.fullmatch(line.lstrip("| "))
        if source:
            return company(source["name"]), at
    return None


def _issuer_at_end(lines: Sequence[str], first: int) -> tuple[str, int] | None:
    """Return the issuer that the last line "SOURCE …" names, and that line."""
    for at in range(len(lines) - 1, first, -1):
        if match := _SOURCE.fullmatch(lines[at]) or _TRANSMITTED.fullmatch(lines[at]):
            return company(match["name"]), at
    return None


def source_of(line: str) -> str:
    """Return the company that a line "SOURCE …" names, "" for another line."""
    match = _SOURCE.fullmatch(line)
    return company(match["name"]) if match else ""


def company(name: str) -> str:
    """Return a company's name without a full stop that is not part of it."""
    name = name.strip()
    bare = name.rstrip(".")
    return name if _SHORT_COMPANY.search(bare) else bare
