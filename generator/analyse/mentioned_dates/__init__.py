"""Dates in the text of an article, after its own date and before it. Pure.

A date is given only if the text or the article's own date makes its year certain. A quotation may
be from another day, so "tomorrow" in one is not resolved.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analyse.mentioned_dates.expressions import Expressions, expressions
from generator.analyse.text.quotations import outside_quotations
from generator.analyse.text.sentences import sentences
from generator.languages import LANGUAGES
from generator.models import Article
from generator.quotations_and_dates import MentionedDate

_DAYS = 120  # from the article's date to a day without a year; farther, the year is a guess
_MONTHS = 3  # to a month without a year
_EARLIEST, _LATEST = 1500, 75  # first year accepted; years from the article's to the last
_BESIDE = 40  # characters beside a month or a year that a date may take
_JUST, _NEAR = 25, 80  # characters beside a date that show whether it is past or future
_WEEK = 7  # days
_ANY_YEAR = re.compile(r"(?<![\d$€£.,-])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)")
# Days that stand for what happened on them, in whatever year, or that come every year.
_PROVERBIAL = frozenset(
    {(9, 11), (1, 6), (10, 7), (7, 4), (7, 14), (5, 1), (3, 8), (12, 25), (1, 1)}
)


@dataclass(frozen=True, slots=True)
class _Found:
    date: str
    start: int
    end: int


def dates_of(article: Article) -> tuple[tuple[MentionedDate, ...], tuple[MentionedDate, ...]]:
    """Return the dates after the article's own date, and those before it."""
    known = expressions(article.language)
    if known is None or not article.date or article.date_inferred or article.date_other:
        return (), ()
    today = article.date.day
    dates = list(_mentioned(article, today, known))
    ahead = tuple(date for date in dates if _order(date.date, today) > 0)
    return ahead, tuple(date for date in dates if _order(date.date, today) < 0)


def _mentioned(article: Article, today: dt.date, known: Expressions) -> Iterator[MentionedDate]:
    """Yield the dates that the sentences of an article name, each once per sentence."""
    for number, block in enumerate(article.blocks):
        if block.kind == "heading":
            continue
        for sentence, dates in _in_sentences(block.text, article.language, today, known):
            for date in dict.fromkeys(dates):
                yield MentionedDate(date, sentence, number)


def _in_sentences(
    text: str, language: str, today: dt.date, known: Expressions
) -> Iterator[tuple[str, list[str]]]:
    """Yield the sentences with dates in them."""
    states, counts = bool(known.may_state(text)), known.may_count(text)
    if not states and not counts:
        return
    before = ""
    for sentence in sentences(text, language):
        found = [*_stated(sentence, before, language, today, known)] if states else []
        if counts and known.may_count(sentence):
            found += _relative(sentence, today, known)
        if found:
            yield sentence, [date.date for date in sorted(found, key=lambda date: date.start)]
        before = sentence


def _order(date: str, today: dt.date) -> int:
    """Return 1 for a date after a day, -1 for one before it, 0 for one that includes it."""
    own = today.isoformat()[: len(date)]
    return (date > own) - (date < own)


def _stated(
    sentence: str, before: str, language: str, today: dt.date, known: Expressions
) -> Iterator[_Found]:
    """Yield the dates that name a day, a month or a year."""
    for match in _matches(sentence, known):
        date = _date_in(match, before, language, today, known)
        if date and _EARLIEST <= int(date[:4]) <= today.year + _LATEST:
            yield _Found(date, match.start(), match.end())


def _date_in(
    match: re.Match[str], before: str, language: str, today: dt.date, known: Expressions
) -> str | None:
    """Return the date of a match, by the first of the named groups that took part."""
    kind, value = next((name, value) for name, value in match.groupdict().items() if value)
    if kind == "iso":
        return _day(*map(int, value.split("-")))
    if kind == "point":
        day, month, year = map(int, value.split("."))
        return _day(year, month, day)
    if kind == "year5":
        return value if _is_year(match.string, match.end(), known) else None
    return _with_month(match, before, language, today, known)


def _matches(sentence: str, known: Expressions) -> Iterator[re.Match[str]]:
    """Yield what looks like a date: searched only around months and years."""
    end = 0
    for place in sorted(known.may_state(sentence)):
        if place < end:
            continue
        start = max(end, place - _BESIDE)
        for match in known.stated.finditer(sentence, start, place + 2 * _BESIDE):
            end = max(end, match.end())
            yield match
        end = max(end, place + 1)


def _with_month(
    match: re.Match[str], before: str, language: str, today: dt.date, known: Expressions
) -> str | None:
    """Return the date of a match that names its month."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    form = next(name[-1] for name in parts if name.startswith("month"))
    month = _month_number(parts[f"month{form}"], language, known)
    if month is None:
        return None
    year = int(parts.get(f"year{form}", 0))
    day = int(parts.get(f"day{form}", 0))
    if year:
        return _date(year, month, day)
    if _other_year(before, match, today) or (month, day) in _PROVERBIAL:
        return None
    return _on_one_side(match, month, day, today, known) or _near(match, month, day, today, known)


def _near(
    match: re.Match[str], month: int, day: int, today: dt.date, known: Expressions
) -> str | None:
    """Return the nearest date, if the words around it fit its place before or after the article."""
    date = _nearest_day(month, day, today) if day else _nearest_month(month, today)
    return date if date and _fits(date, match, today, known) else None


def _month_number(name: str, language: str, known: Expressions) -> int | None:
    """Return the number of a month; "may" without its capital is a word."""
    if language in LANGUAGES.capital_months and not name[0].isupper():
        return None
    month = known.months.get(name.lower().rstrip("."), 0)
    return month if 1 <= month <= 12 else None


def _on_one_side(
    match: re.Match[str], month: int, day: int, today: dt.date, known: Expressions
) -> str | None:
    """Return the date that a following "last" or "next" selects: "juin dernier"."""
    for pattern, sign in ((known.before_after, -1), (known.ahead_after, 1)):
        if pattern is None or not pattern.match(match.string, match.end()):
            continue
        made = [_date(year, month, day) for year in (today.year, today.year + sign)]
        return next((date for date in made if date and _order(date, today) == sign), None)
    return None


def _fits(date: str, match: re.Match[str], today: dt.date, known: Expressions) -> bool:
    """Return whether the words around a date agree with its being in the future or the past."""
    sentence, start, end = match.string, match.start(), match.end()
    before = sentence[max(0, start - _JUST) : start]
    if known.again.search(before):
        return False  # "that 12 May": of whatever year was named before
    over = bool(known.over.search(before)) and not known.future.search(before)
    around = outside_quotations(sentence[:start]) + sentence[start:end]
    around += outside_quotations(sentence[end:])
    at = around.find(match[0])
    coming = known.future.search(around, max(0, at - _NEAR), at + len(match[0]) + _NEAR)
    if _order(date, today) > 0:
        return bool(coming) and not over
    return not coming or over or bool(known.over.search(around))


def _other_year(before: str, match: re.Match[str], today: dt.date) -> bool:
    """Return whether another year is named beside a date."""
    sentence = match.string
    beside = sentence[: match.start()] + " " + sentence[match.end() :]
    years = {int(year) for year in _ANY_YEAR.findall(f"{before} {beside}")}
    return bool(years - {today.year})


def _is_year(sentence: str, end: int, known: Expressions) -> bool:
    """Return whether a number is a year, by what follows it: not in "in 2000 houses"."""
    word = re.match(r"\s?([^\W\d_]+)", sentence[end:])
    if word is None:
        return "году" not in known.after_year  # in Russian, a word for "year" follows
    return word[1].lower() in known.after_year


def _nearest_day(month: int, day: int, today: dt.date) -> str | None:
    """Return the occurrence of a day of the year within `_DAYS`, None if there is none."""
    for year in (today.year - 1, today.year, today.year + 1):
        made = _day(year, month, day)
        if made and abs((dt.date.fromisoformat(made) - today).days) <= _DAYS:
            return made
    return None


def _nearest_month(month: int, today: dt.date) -> str | None:
    away = (month - today.month + 6) % 12 - 6
    if abs(away) > _MONTHS:
        return None
    return _month(today, away)


def _month(today: dt.date, away: int) -> str:
    count = today.year * 12 + today.month - 1 + away
    return f"{count // 12}-{count % 12 + 1:02}"


def _date(year: int, month: int, day: int) -> str | None:
    """Return a day, or a month if `day` is 0; None if there is no such day."""
    return _day(year, month, day) if day else f"{year}-{month:02}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _relative(sentence: str, today: dt.date, known: Expressions) -> Iterator[_Found]:
    """Yield the dates that are relative to the day of the article."""
    matches = list(known.relative.finditer(sentence))
    if not matches:
        return
    plain = outside_quotations(sentence)
    if len(re.findall('[“”„«»"]', plain)) % 2:
        return  # inside a quotation that continues
    for match in known.relative.finditer(plain):
        kind = match.lastgroup or ""
        date = _counted(kind, match[0], today, known)
        if date:
            yield _Found(date, match.start(), match.end())


def _counted(kind: str, text: str, today: dt.date, known: Expressions) -> str | None:
    if kind in _OFFSETS:
        days = _OFFSETS[kind]
        return (today + dt.timedelta(days=days)).isoformat()
    if kind.endswith("_month"):
        return _month(today, 1 if kind == "next_month" else -1)
    if kind.endswith("_year"):
        return str(today.year + (1 if kind == "next_year" else -1))
    return _weekday(kind, text, today, known)


_OFFSETS = {"tomorrow": 1, "yesterday": -1}


def _weekday(kind: str, text: str, today: dt.date, known: Expressions) -> str | None:
    """Return the date of a weekday, None if it may be either of two."""
    day = _named_weekday(text, known)
    if day is None or day == today.weekday():
        return None
    forward = (day - today.weekday()) % _WEEK
    same_week = day > today.weekday()
    if kind in {"coming", "will"} or (kind == "next" and not same_week):
        return (today + dt.timedelta(days=forward)).isoformat()
    if kind == "past" or (kind == "last" and same_week):
        return (today - dt.timedelta(days=_WEEK - forward)).isoformat()
    return None


def _named_weekday(text: str, known: Expressions) -> int | None:
    """Return the last weekday that a text names, 0 for Monday."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text.lower())
    named = (known.names.weekdays[word] for word in reversed(words) if word in known.names.weekdays)
    return next(named, None)
