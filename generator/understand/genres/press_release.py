"""Press releases: issuer, date, place, and the boilerplate of distributors. Pure.

The forms are those of PR Newswire, Business Wire, GlobeNewswire, EurekAlert and others, and of
releases with "FOR IMMEDIATE RELEASE" (see `genre_words.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from generator.models import Article, Block, Dropped
from generator.text import ends_sentence
from generator.understand.dates.written import FoundDate
from generator.understand.genres import release_dateline, release_head
from generator.understand.genres.genre_words import words
from generator.understand.genres.release_dateline import DATELINE, HEAD, is_wire
from generator.understand.genres.release_lines import (
    boilerplate,
    end_of_text,
    is_about,
    is_opening,
    is_reached,
    notes_below,
    unannounced,
)
from generator.understand.lines.publication_date import Calendar, calendar_of

_MENU = 4  # lines above the headline from which they contain a page's menu
_PARAGRAPH = 70  # characters
_STANDFIRST = range(25, 250)  # characters of a line between the headline and the text
_PHRASE = 4  # words of one


@dataclass(frozen=True, slots=True)
class Release:
    """The fields of a press release, the lines that state them, its text, and its other lines.

    `furniture` has the reason for each line that is not the release's own text. `title` is the
    headline's index if the form shows it.
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


@dataclass(frozen=True, slots=True)
class _Signs:
    """The signs that a text is a press release, each with its line.

    `study` has the lines of EurekAlert's date and headline, `portal` is a portal's headline.
    """

    study: tuple[int, int] | None
    dateline: int | None
    opening: int | None
    kind: int | None
    portal: int | None

    @property
    def first(self) -> int | None:
        """The line of the strongest sign, None for a text without one."""
        signs = (self.dateline, self.opening, self.study[0] if self.study else self.kind)
        return next((at for at in signs if at is not None), None)


def press_release(
    lines: Sequence[str],
    numbers: Sequence[int],
    title: int,
    calendar: Calendar,
    *,
    is_known: bool = False,
) -> Release:
    """Return a text as a press release, an empty `Release` for another text.

    `title` is the index of the headline, -1 if the lines contain none; `numbers` are those of the
    lines in the file. `is_known`: the text is known to be a release, with or without signs.
    """
    if not (is_known or _may_be(lines)):
        return Release()
    signs = _signs(lines, calendar)
    if signs.first is None and not is_known:
        return Release()
    own = _headline(lines, signs, title, calendar)
    title = title if own is None else own
    start = _dateline(lines, signs, title, calendar)
    release = replace(_facts(lines, signs, start, title, calendar), title=own)
    furniture = boilerplate(lines, numbers, title, start)
    if start is not None and release_dateline.is_alone(lines[start], calendar):
        furniture[start] = "dateline"
    first = _first(lines, title, start)
    bare = signs.opening is not None or title < _MENU
    text = _text(lines, furniture, first, bare=bare)
    if text or bare:
        other = {*furniture, *release.lines.values()}
        text |= _standfirsts(lines, other, title, first, calendar)
    return replace(release, text=text, furniture=furniture)


def _dateline(lines: Sequence[str], signs: _Signs, title: int, calendar: Calendar) -> int | None:
    """Return the line of a service's dateline, else one with only a place and a date."""
    if signs.dateline is not None:
        return signs.dateline
    return release_dateline.plain_dateline(lines, title, calendar)


def _signs(lines: Sequence[str], calendar: Calendar) -> _Signs:
    start = release_dateline.dateline(lines, calendar)
    return _Signs(
        study=release_head.study(lines),
        dateline=start,
        opening=next((at for at, line in enumerate(lines[:HEAD]) if is_opening(line)), None),
        kind=release_head.kind(lines),
        portal=release_head.portal(lines, start, calendar),
    )


def _headline(lines: Sequence[str], signs: _Signs, title: int, calendar: Calendar) -> int | None:
    """Return the headline if the form of the release shows it."""
    own = signs.study[1] if signs.study else signs.portal
    if own is not None:
        return own
    return release_head.headline(lines, title, signs.dateline, calendar)


def _facts(
    lines: Sequence[str], signs: _Signs, start: int | None, title: int, calendar: Calendar
) -> Release:
    """Return the fields that a release states; `start` is the line of its dateline."""
    stating = {"release": signs.first or 0}
    found: dict[str, str] = {}
    issuer = release_head.issuer(lines, start, title, is_portal=signs.portal is not None)
    if issuer:
        found["outlet"], stating["outlet"] = issuer
    dated = _study_date(lines, signs.study, calendar)
    dated = dated or release_dateline.dated(lines, start, calendar)
    if dated:
        dateline = stating["release"] if start is None else start
        stating["dated"] = signs.study[0] if signs.study else dateline
    town = release_dateline.place(lines[start], calendar) if start is not None else ""
    if town and not signs.study:
        found["place"] = town
    return Release(found, dated, stating)


def released(article: Article) -> Article:
    """Return an article of any format with a release's fields and without its boilerplate."""
    lines = [block.text for block in article.blocks]
    headline = unannounced(article.title)
    is_known = is_wire(article.outlet or "") or headline != article.title
    if not (is_known or _may_be(lines)):
        return article
    calendar = calendar_of(lines, article.language, article.collected)
    title = lines.index(article.title) if article.title in lines else -1
    numbers = [block.line or 2 * at for at, block in enumerate(article.blocks)]
    release = press_release(lines, numbers, title, calendar, is_known=is_known)
    return _as_released(article, headline, release) if release else article


def _as_released(article: Article, headline: str, release: Release) -> Article:
    """Return an article with a release's fields, unchanged if no text would be left."""
    out = {*release.furniture, _issuer_line(article, release)}
    blocks = tuple(_with_heading(block) for at, block in enumerate(article.blocks) if at not in out)
    if not blocks:
        return article
    facts = _new_facts(article, release)
    dropped = (
        Dropped(article.blocks[at].line, article.blocks[at].text, reason)
        for at, reason in sorted(release.furniture.items())
    )
    return replace(
        article,
        title=headline,
        blocks=blocks,
        dropped=(*article.dropped, *dropped),
        origins={**article.origins, **dict.fromkeys(facts, "text")},
        **facts,
    )


def _issuer_line(article: Article, release: Release) -> int:
    """Return the block that consists of the issuer's name, -1 for none."""
    at = release.lines.get("outlet", -1)
    return at if at >= 0 and article.blocks[at].text == release.found["outlet"] else -1


def _with_heading(block: Block) -> Block:
    """Return a block; "About …" on a line of its own becomes a heading."""
    is_heading = block.kind == "paragraph" and is_about(block.text)
    return replace(block, kind="heading") if is_heading else block


def _new_facts(article: Article, release: Release) -> dict[str, Any]:
    """Return the fields of a release that its article lacks; a news wire is not its outlet."""
    facts: dict[str, Any] = dict(release.found)
    if release.dated and not release.dated.inferred:
        facts["date"] = release.dated.date
    if name := "" if "outlet" in facts else _dropped_source(article):
        facts["outlet"] = name
    lacks_outlet = not article.outlet or is_wire(article.outlet)
    return {
        name: value
        for name, value in facts.items()
        if (lacks_outlet if name == "outlet" else not getattr(article, name))
    }


def _first(lines: Sequence[str], title: int, start: int | None) -> int | None:
    """Return the first line of a release's text: the dateline, else the first long sentence."""
    if start is not None:
        return start
    below = range(title + 1, len(lines))
    return next(
        (at for at in below if len(lines[at]) > _PARAGRAPH and ends_sentence(lines[at])), None
    )


def _text(
    lines: Sequence[str], furniture: Mapping[int, str], first: int | None, *, bare: bool
) -> frozenset[int]:
    """Return the lines of a release's text, none if nothing shows where it ends.

    In a `bare` release, without the page around it, sentences below its end are its notes.
    """
    end = None if first is None else end_of_text(furniture, first)
    if first is None or end is None:
        return frozenset()
    text = frozenset(range(first, end)) - furniture.keys()
    return text | notes_below(lines, furniture, end) if bare else text


def _standfirsts(
    lines: Sequence[str],
    other: AbstractSet[int],
    title: int,
    first: int | None,
    calendar: Calendar,
) -> frozenset[int]:
    """Return the standfirst lines between a release's headline and its text."""
    if title < 0 or first is None:
        return frozenset()
    between = [at for at in range(title + 1, first) if at not in other]
    return frozenset(at for at in between if _is_standfirst(lines[at], lines[title], calendar))


def _is_standfirst(line: str, headline: str, calendar: Calendar) -> bool:
    if len(line) not in _STANDFIRST or len(line.split()) < _PHRASE:
        return False
    if line.lower() in headline.lower():
        return False
    return not (is_reached(line) or "|" in line or calendar.dates(line))


def _dropped_source(article: Article) -> str:
    """Return the company of a "SOURCE" line that was left out as furniture, "" for none."""
    found = (release_head.source_of(line.text) for line in article.dropped)
    return next(filter(None, found), "")


@cache
def _hint() -> re.Pattern[str]:
    wires = "|".join(map(re.escape, words().wires))
    openings = "|".join(map(re.escape, words().openings))
    kinds = "|".join(map(re.escape, words().kinds))
    return re.compile(
        rf"[/(]\s?(?:{wires})\b|^\W*(?:{openings})\b|^(?:{kinds})$", re.IGNORECASE | re.MULTILINE
    )


def _may_be(lines: Sequence[str]) -> bool:
    """Return whether a text has any sign of a press release: a quick check before parsing it."""
    return bool(_hint().search("\n".join(line[:DATELINE] for line in lines[:HEAD])))


def _study_date(
    lines: Sequence[str], study: tuple[int, int] | None, calendar: Calendar
) -> FoundDate | None:
    dates = calendar.dates(lines[study[0]]) if study else []
    return dates[0] if dates else None
