"""Press releases: who issued them, when and where, and what their services add. Pure.

The forms are those of PR Newswire, Business Wire, GlobeNewswire, EurekAlert and others, and of
releases that say "FOR IMMEDIATE RELEASE" (see `genre_words.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from generator.models import Article, Dropped
from generator.text import ends_sentence
from generator.understand.dates.written import FoundDate
from generator.understand.genres.release_lines import (
    boilerplate,
    end_of_text,
    headline_below,
    is_opening,
    notes_below,
    only_announces,
)
from generator.understand.genres.words import words
from generator.understand.lines.publication_date import Calendar, calendar_of

_MENU = 4  # lines above the headline from which on a page's menu is there
_HEAD = 40  # lines above which the dateline is, page menus among them
_DATELINE = 140  # characters
_EDGES = " ,;:–—-/()"
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]*\.?(?:[ .’'\-][^\W\d_]+\.?){0,3}")
_AFTER_DATE = re.compile(r"\s?\)?[.,]?\s?(?:[/(][^/()]{2,40}[/)]\s?)?(?:--|[–—:/-])\s?\S")
_SOURCE = re.compile(r"(?:SOURCE:?\s+|Source:\s+)(?P<name>\S.{1,80})")
_SOURCE_INSIDE = re.compile(r"\|\s*Source:\s*(?P<name>[^|]{2,80})$")
_TRANSMITTED = re.compile(r"Original-Content von: (?P<name>.{2,80}), übermittelt durch .+")
_SHORT_COMPANY = re.compile(r"(?:\b[A-Z]\. ?[A-Z]|Inc|Corp|Co|Ltd|S\.p\.A|plc)$")
_STUDY = re.compile(r"News Release\b")


@dataclass(frozen=True, slots=True)
class Release:
    """What a press release states, by field; the lines that do; those of its text; the others.

    `furniture` has the reason of each line that is not the release's own text. `title` is the
    headline's index where the form tells it.
    """

    found: Mapping[str, str] = field(default_factory=dict)
    dated: FoundDate | None = None
    lines: Mapping[str, int] = field(default_factory=dict)
    text: frozenset[int] = frozenset()
    furniture: Mapping[int, str] = field(default_factory=dict)
    title: int | None = None

    def __bool__(self) -> bool:
        """Return whether the text is a press release."""
        return bool(self.lines)


def press_release(
    lines: Sequence[str], numbers: Sequence[int], title: int, calendar: Calendar
) -> Release:
    """Return what a text is as a press release; an empty `Release` for another text.

    `title` is the index of the headline, -1 for none among the lines; `numbers` are those of the
    lines in the file.
    """
    if not _may_be(lines):
        return Release()
    study = _study(lines)
    start = _dateline(lines)
    opening = next((at for at, line in enumerate(lines[:_HEAD]) if is_opening(line)), None)
    if study is None and start is None and opening is None:
        return Release()
    found_title = study[1] if study else _below(lines, title, calendar)
    title = title if found_title is None else found_title
    if start is None:
        start = _plain_dateline(lines, title, calendar)
    signs = [at for at in (start, opening, study[0] if study else None) if at is not None]
    told: dict[str, int] = {"release": signs[0]}
    found: dict[str, str] = {}
    if issuer := _issuer(lines, start, title):
        found["outlet"], told["outlet"] = issuer
    dated = _study_date(lines, study, calendar) or _dated(lines, start, calendar)
    if dated:
        told["dated"] = study[0] if study else signs[0] if start is None else start
    if start is not None and not study and (place := _place(lines[start], calendar)):
        found["place"] = place
    furniture = boilerplate(lines, numbers, title, start)
    bare = opening is not None or title < _MENU
    text = _text(lines, furniture, _first(lines, title, start), bare=bare)
    if study:
        text |= _standfirst(lines, furniture, title)
    return Release(found, dated, told, text, furniture, found_title)


def _below(lines: Sequence[str], title: int, calendar: Calendar) -> int | None:
    """Return the headline below a line that only announces the release and was taken for one."""
    if title < 0 or not only_announces(lines[title]):
        return None
    return headline_below(lines, title, [bool(calendar.dates(line[:_DATELINE])) for line in lines])


def released(article: Article) -> Article:
    """Return an article of any format without a release's boilerplate, and with its facts."""
    lines = [block.text for block in article.blocks]
    if not _may_be(lines):
        return article
    calendar = calendar_of(lines, article.language, article.collected)
    title = lines.index(article.title) if article.title in lines else -1
    numbers = [block.line or 2 * at for at, block in enumerate(article.blocks)]
    release = press_release(lines, numbers, title, calendar)
    blocks = tuple(block for at, block in enumerate(article.blocks) if at not in release.furniture)
    if not release or not blocks:
        return article
    facts = _new_facts(article, release)
    dropped = (
        Dropped(article.blocks[at].line, article.blocks[at].text, reason)
        for at, reason in sorted(release.furniture.items())
    )
    return replace(
        article,
        blocks=blocks,
        dropped=(*article.dropped, *dropped),
        origins={**article.origins, **dict.fromkeys(facts, "text")},
        **facts,
    )


def _new_facts(article: Article, release: Release) -> dict[str, Any]:
    """Return the facts of a release that its article lacks; a news wire is not its outlet."""
    facts: dict[str, Any] = dict(release.found)
    if release.dated and not release.dated.inferred:
        facts["date"] = release.dated.date
    if "outlet" not in facts and (name := _dropped_source(article)):
        facts["outlet"] = name
    stated = {name for name in facts if getattr(article, name)}
    if is_wire(article.outlet or ""):
        stated.discard("outlet")
    return {name: value for name, value in facts.items() if name not in stated}


def _first(lines: Sequence[str], title: int, start: int | None) -> int | None:
    """Return the first line of a release's text: the dateline, else the first long sentence."""
    if start is not None:
        return start
    below = range(title + 1, len(lines))
    return next(
        (at for at in below if len(lines[at]) > _DATELINE // 2 and ends_sentence(lines[at])), None
    )


def _text(
    lines: Sequence[str], furniture: Mapping[int, str], first: int | None, *, bare: bool
) -> frozenset[int]:
    """Return the lines that are a release's text; none where nothing says where it ends.

    In a `bare` release, without the page around it, sentences below its end are its notes.
    """
    end = None if first is None else end_of_text(furniture, first)
    if first is None or end is None:
        return frozenset()
    text = frozenset(range(first, end)) - furniture.keys()
    return text | notes_below(lines, furniture, end) if bare else text


def _standfirst(lines: Sequence[str], furniture: Mapping[int, str], title: int) -> frozenset[int]:
    """Return the line between a study's headline and the kind of its release, if there is one."""
    kinds = words().kinds
    following = lines[title + 1 : title + 3]
    is_standfirst = len(following) > 1 and following[1].lower() in kinds
    return frozenset({title + 1} if is_standfirst and title + 1 not in furniture else ())


def _dropped_source(article: Article) -> str:
    """Return the company of a "SOURCE" line that was left out as furniture, "" for none."""
    matches = (
        _SOURCE.fullmatch(line.text) for line in article.dropped if line.text.startswith("SOURCE")
    )
    return next((_company(match["name"]) for match in matches if match), "")


def is_wire(name: str) -> bool:
    """Return whether a name is that of a service that distributes press releases."""
    return name.strip(" .").lower() in words().wires


@cache
def _wire() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(words().wires, key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=\W))[/(]\s?(?:{names})\b[^/()]{{0,30}}[/)]\s?\S", re.IGNORECASE)


@cache
def _hint() -> re.Pattern[str]:
    wires = "|".join(map(re.escape, words().wires))
    openings = "|".join(map(re.escape, words().openings))
    return re.compile(rf"[/(]\s?(?:{wires})\b|^\W*(?:{openings})\b", re.IGNORECASE | re.MULTILINE)


def _may_be(lines: Sequence[str]) -> bool:
    """Return whether a text has a sign of a press release, before it is read as one."""
    return bool(_hint().search("\n".join(line[:_DATELINE] for line in lines[:_HEAD])))


def _dateline(lines: Sequence[str]) -> int | None:
    """Return the line that begins with a dateline of a service."""
    for at, line in enumerate(lines[:_HEAD]):
        if len(line) > _DATELINE // 2 and _wire().search(line[:_DATELINE]):
            return at
    return None


def _plain_dateline(lines: Sequence[str], title: int, calendar: Calendar) -> int | None:
    """Return the line that begins with a place and a date, below the headline."""
    for at in range(title + 1, min(len(lines), title + _HEAD)):
        line = lines[at][:_DATELINE]
        dates = calendar.dates(line)
        if dates and len(lines[at]) > _DATELINE // 2 and _AFTER_DATE.match(line[dates[0].end :]):
            return at
    return None


def _dated(lines: Sequence[str], start: int | None, calendar: Calendar) -> FoundDate | None:
    """Return the date of a dateline."""
    if start is None:
        return None
    dates = calendar.dates(lines[start][:_DATELINE])
    return dates[0] if dates and dates[0].start < _DATELINE // 2 else None


def _place(line: str, calendar: Calendar) -> str:
    """Return the place of a dateline, "" for none."""
    dates = calendar.dates(line[:_DATELINE])
    wire = _wire().search(line[:_DATELINE])
    end = min(
        *(calendar.begin(line, found) for found in dates[:1]),
        wire.start() if wire else len(line),
        len(line),
    )
    town = line[:end].strip(_EDGES).split(",")[0].split("/")[0].strip(_EDGES)
    if not _NAME.fullmatch(town):
        return ""
    return town.title() if town.isupper() and len(town) > 3 else town


def _issuer(lines: Sequence[str], start: int | None, title: int) -> tuple[str, int] | None:
    """Return who issued a release and the line that states it: at the head, else at the end."""
    head = lines[: start if start is not None else max(title, 0) + 8]
    known = words()
    for at, line in enumerate(head):
        low = line.lower().rstrip(":")
        below = at + 1 < len(lines) and at + 1 != title
        if (low in known.issuers or low in known.kinds) and below:
            return _company(lines[at + 1]), at + 1
        inside = _SOURCE_INSIDE.search(line) or (
            _SOURCE.fullmatch(line) if line.startswith("Source") else None
        )
        if inside:
            return _company(inside["name"]), at
    for at in range(len(lines) - 1, start if start is not None else title, -1):
        if match := _SOURCE.fullmatch(lines[at]) or _TRANSMITTED.fullmatch(lines[at]):
            return _company(match["name"]), at
    return None


def _company(name: str) -> str:
    """Return a company's name without a full stop that is no part of it."""
    name = name.strip()
    bare = name.rstrip(".")
    return name if _SHORT_COMPANY.search(bare) else bare


def _study(lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the lines of EurekAlert's date and headline, None for another form."""
    for at, line in enumerate(lines[: _HEAD // 2]):
        kinds = {text.lower() for text in lines[at + 1 : at + 6]} & set(words().kinds)
        if _STUDY.match(line) and any(map(str.isdigit, line)) and kinds:
            following = lines[at + 1].lower()
            return at, at + 1 + (2 if following in words().kinds else 0)
    return None


def _study_date(
    lines: Sequence[str], study: tuple[int, int] | None, calendar: Calendar
) -> FoundDate | None:
    dates = calendar.dates(lines[study[0]]) if study else []
    return dates[0] if dates else None
