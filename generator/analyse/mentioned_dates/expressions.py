"""Patterns for dates in running text, by language (`expressions.yml`). Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from generator.months import Names, names
from generator.tables import load_table

_FILE = Path(__file__).with_suffix(".yml")
_SHORTEST = 4  # letters of a month without a number beside it: "mar" is also Spanish for sea
_WORD = re.compile(r"[^\W\d_]{3,}")
_ANY_NUMBER = re.compile(r"(?:1[5-9]|20)\d\d|\d\.\s?\d")
_YEAR = r"(?:1[5-9]|20)\d\d"


class _Language(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    year: list[str]
    year_after: list[str]
    month: list[str]
    short_months: list[str]
    months_in: list[str] = Field(default_factory=list)
    day: list[str]
    year_of: list[str]
    range: list[str]
    tomorrow: list[str]
    yesterday: list[str]
    next_month: list[str]
    last_month: list[str]
    next_year: list[str]
    last_year: list[str]
    coming: list[str]
    past: list[str]
    next: list[str]
    last: list[str]
    before_after: list[str] = Field(default_factory=list)
    ahead_after: list[str] = Field(default_factory=list)
    will: list[str]
    on: list[str]
    future: list[str]
    over: list[str]
    again: list[str]


_RELATIVE = (
    *("tomorrow", "yesterday", "next_month", "last_month", "next_year", "last_year"),
    *("coming", "past", "next", "last"),
)


@dataclass(frozen=True, slots=True)
class Expressions:
    """The patterns of one language.

    `stated` has the groups day, month, year, and `iso`, `point` for numeric dates; `relative`
    has one named group per kind and WEEKDAY as group `weekday_KIND`.
    """

    stated: re.Pattern[str]
    relative: re.Pattern[str]
    after_year: frozenset[str]
    months: dict[str, int]
    names: Names
    future: re.Pattern[str]
    over: re.Pattern[str]
    again: re.Pattern[str]
    before_after: re.Pattern[str] | None
    ahead_after: re.Pattern[str] | None
    hints: tuple[str, ...]  # a text without any of them has no relative date

    def may_state(self, text: str) -> list[int]:
        """Return the positions of months and years: a date can only be around them."""
        found = [match.start() for match in _ANY_NUMBER.finditer(text)]
        if self.months.keys().isdisjoint(_WORD.findall(text.lower())):
            return found
        words = _WORD.finditer(text)
        return found + [word.start() for word in words if word[0].lower() in self.months]

    def may_count(self, text: str) -> bool:
        """Return whether a text may contain a relative date."""
        low = text.lower()
        return any(hint in low for hint in self.hints)


@cache
def expressions(language: str) -> Expressions | None:
    """Return the patterns of a language, None if there are none."""
    found = _table().get(language)
    if found is None:
        return None
    known = names(language)
    months = dict(known.months) | {name: n for n, name in enumerate(found.months_in, 1)}
    return Expressions(
        stated=_stated(found, known, months),
        relative=_relative(found, known),
        after_year=frozenset(found.year_after),
        months=months,
        names=known,
        future=re.compile("|".join(found.future), re.IGNORECASE),
        over=re.compile("|".join(found.over), re.IGNORECASE),
        again=re.compile(rf"(?<!\w)(?:{'|'.join(found.again)})\s\W*$", re.IGNORECASE),
        before_after=_behind(found.before_after),
        ahead_after=_behind(found.ahead_after),
        hints=_hints(found, known),
    )


def _behind(words: list[str]) -> re.Pattern[str] | None:
    """Return the pattern of the words directly after a date, None if there are none."""
    return re.compile(rf"\s(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None


def _stated(found: _Language, known: Names, months: dict[str, int]) -> re.Pattern[str]:
    """Return the pattern of dates that name their day, month or year."""
    named = known.pattern
    long = _any([m for m in months if len(m) >= _SHORTEST or m in found.short_months])
    day = r"(?<![\d.,:/$€£-])(?P<{}>[0-3]?\d)(?:st|nd|rd|th|er|º|ª|\.)?(?!\d)"
    to = rf"(?:\s?[-–—]|\s(?:{'|'.join(found.range)})\s)\s?(?:the\s)?"
    span = rf"(?:{to}[0-3]?\d(?:st|nd|rd|th|\.)?)?"
    of = rf"(?:\s(?:{'|'.join([*found.day, 'of'])}))?"
    joined = rf"(?:(?:{'|'.join([*found.year_of, 'of'])})\s)?"
    year = rf"(?P<{{}}>{_YEAR})(?![\d%]|[.,]\d)"
    no_day = r"(?![,.]?\d|\s?%|\spercent|\smillion)"
    alone = rf"(?!\w)(?!\.?,?\s(?:\w+\s)?{_YEAR})(?!\.?\s[0-3]?\d(?!\d))"
    day_first = rf"{day.format('day1')}{span}{of}\s(?P<month1>{named})(?!\w)\.?"
    month_first = rf"(?<!\w)(?P<month2>{named})\.?\s{day.format('day2')}{span}{no_day}"
    in_month, in_year = "|".join(found.month), "|".join(found.year)
    forms = (
        r"(?<![\d-])(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?![\d-])",
        r"(?<![\d.])(?P<point>[0-3]?\d\.\s?[01]?\d\.\s?(?:19|20)\d\d)(?!\d)",
        day_first + rf"(?:,?\s{joined}{year.format('year1')})?",
        month_first + rf"(?:,?\s{joined}{year.format('year2')})?",
        rf"(?<!\w)(?P<month3>{long})\.?,?\s{joined}{year.format('year3')}",
        rf"(?<!\w)(?P<before4>{in_month})[\s-](?P<month4>{long}){alone}",
        rf"(?<!\w)(?:{in_year})[\s-](?P<year5>{_YEAR})(?![\d%\w]|[.,]\d|[-–/]\d|\s?[€$£])",
    )
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


def _relative(found: _Language, known: Names) -> re.Pattern[str]:
    """Return the pattern of dates that are relative to the day of the article."""
    days = _any([day for day in known.weekdays if len(day) >= _SHORTEST])
    forms = []
    for kind in _RELATIVE:
        ways = [way.replace("WEEKDAY", f"(?:{days})") for way in getattr(found, kind)]
        if ways:
            forms.append(rf"(?P<{kind}>(?<!\w)(?:{'|'.join(ways)}))(?!\w)")
    if found.will and found.on:
        will, on = "|".join(found.will), "|".join(found.on)
        between = r"(?:\s[^\s.;:,]+){0,8}?"
        dated = rf"(?!,?\s(?:\d|{known.pattern}))"  # the date itself follows
        forms.append(rf"(?P<will>(?<!\w)(?:{will}){between}\s(?:{on})\s(?:{days}))(?!\w){dated}")
    return re.compile("|".join(forms), re.IGNORECASE)


def _hints(found: _Language, known: Names) -> tuple[str, ...]:
    """Return words of which every relative date contains at least one."""
    hints = {day for day in known.weekdays if len(day) >= _SHORTEST}
    for kind in _RELATIVE:
        for form in getattr(found, kind):
            if "WEEKDAY" in form:
                continue
            plain = re.sub(r"\(\?<?[=!][^()]*\)|\(\?-?i?:|\\w|\\b", " ", form)
            words = re.findall(r"[^\W\d_]{3,}", plain)
            hints.add(max(words, key=len).lower() if words else "")
    return tuple(sorted(hints - {""}))


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@cache
def _table() -> dict[str, _Language]:
    return load_table(_FILE, dict[str, _Language])
