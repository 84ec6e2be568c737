"""The lines of a pasted page, and what is known of them before its facts are read. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.text import ends_sentence, squeeze
from generator.understand.layout.browser_print import without_print_lines
from generator.understand.layout.hyphens import completed
from generator.understand.layout.quoted import unquoted
from generator.understand.layout.subtitles import begins_with_cues, without_times
from generator.understand.layout.wrapped import unwrapped
from generator.understand.lines import model
from generator.understand.lines.model import Chances
from generator.understand.lines.publication_date import Calendar, Dates, article_date, calendar_of
from generator.understand.lines.publication_month import article_month
from generator.understand.pasted import body
from generator.understand.pasted.furniture_lines import is_furniture
from generator.understand.pasted.genre import Genre, genre_of
from generator.understand.pasted.head import candidate_lines
from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.headline import NONE, headline
from generator.understand.pasted.headline_forms import is_whole_date
from generator.understand.pasted.live import Live, with_times
from generator.understand.vocabulary.language import detect

RUNNING = 60  # characters: shorter lines say little of the language
_SAMPLE = 20_000  # characters by which a word is known as a common one
_ENOUGH = 200  # characters of running lines that show the language without the others
_DIRECTION_MARKS = "\u200e\u200f"
_GLUED = 160  # characters
_WORD_DATE = re.compile(r"(?<=[a-zà-ÿ]{2})(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})")
_YEAR_MORE = re.compile(r"(, (?:19|20)\d\d)(?=\d)")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a page that are not empty, and the number of each in the file.

    `untitled` says that the kind of text has no headline.
    """

    numbers: Sequence[int]
    texts: Sequence[str]
    untitled: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and what is known of them before its facts are read."""

    lines: Lines
    live: Live
    genre: Genre
    chances: Chances
    language: str
    calendar: Calendar
    title: int
    rival: int | None
    likely: Sequence[bool]
    dated: Dates


def split(text: str) -> Lines:
    """Return the lines of a text without blank ones; a hard-wrapped paragraph is one line."""
    wrapped = list(enumerate(_plain(text).split("\n"), 1))
    numbers, whole = zip(*unwrapped(wrapped), strict=True)
    lines = completed("\n".join(whole)).split("\n")
    plain = (squeeze(line).strip(_DIRECTION_MARKS) for line in lines)
    rows = list(zip(numbers, plain, strict=True))
    rows = [(number, line) for number, line in rows if line]
    return Lines([number for number, _ in rows], [line for _, line in rows], begins_with_cues(text))


def _plain(text: str) -> str:
    """Return a text without the marks of its quotation, of a recording or of printed sheets."""
    return without_times(without_print_lines(unquoted(text)))


def page_of(lines: Lines, collected: dt.date) -> Page:
    """Return the headline, dates and text that the lines of a page show."""
    live = with_times(lines.numbers, [_unglued(text) for text in lines.texts])
    texts = list(live.texts)
    chances = model.weigh(texts)
    language = _language(texts, body.likely(chances))
    calendar = calendar_of(texts, language, collected)
    title, rival = (NONE, None) if lines.untitled else headline(texts, chances, calendar)
    genre = genre_of(texts, live.numbers, title, calendar)
    rival = genre.rival(None if rival in live.entries else rival, title, texts)
    title = genre.title
    sure = live.entries | genre.text
    likely = [kept or at in sure for at, kept in enumerate(body.likely(chances, title))]
    date_line = _date_line(texts, title, likely, calendar)
    likely = [kept and at != date_line for at, kept in enumerate(likely)]
    return Page(
        lines=Lines(live.numbers, texts),
        live=live,
        genre=genre,
        chances=chances,
        language=language,
        calendar=calendar,
        title=title,
        rival=rival,
        likely=likely,
        dated=_dates(texts, title, likely, calendar, genre),
    )


def _date_line(
    texts: Sequence[str], title: int, likely: Sequence[bool], calendar: Calendar
) -> int | None:
    """Return the line above the text that is nothing but a date, None if the text has more such.

    It may have a word of the text, the weekday, which makes it look like text. A diary has several.
    """
    dates = [at for at, kept in enumerate(likely) if kept and is_whole_date(texts[at], calendar)]
    text = [at for at, kept in enumerate(likely) if kept and at not in dates]
    is_above = len(dates) == 1 and title < dates[0] < (*text[1:2], len(texts))[0]
    return dates[0] if is_above else None


def _dates(
    texts: Sequence[str], title: int, likely: Sequence[bool], calendar: Calendar, genre: Genre
) -> Dates:
    """Return the dates of a page; of one that states no day, the month."""
    found = genre.dates(article_date(texts, title, likely, calendar), texts, calendar)
    if found.published or found.updated:
        return found
    return Dates(article_month(texts, title, likely, calendar))


def head_of(page: Page) -> Head:
    """Return the head of a page, from which its facts are read."""
    texts, title, is_body = page.lines.texts, page.title, page.likely
    around = candidate_lines.around(texts, title, is_body)
    spans = {}
    for at in around:
        found = page.calendar.any_dates(texts[at])
        if found:
            spans[at] = (page.calendar.begin(texts[at], found[0]), found[-1].end)
    line = page.dated.published.at if page.dated.published else None
    text = " ".join(text for text, kept in zip(texts, is_body, strict=True) if kept)[:_SAMPLE]
    last = _end(texts, max((at for at, kept in enumerate(is_body) if kept), default=title))
    far = candidate_lines.far(texts, title, is_body)
    return Head(texts, title, around, far, spans, line, last, text, is_body)


def _end(texts: Sequence[str], last: int) -> int:
    """Return the last line of a text: short sentences go on behind what is likely text."""
    at = last + 1
    while at < len(texts) and ends_sentence(texts[at]) and not is_furniture(texts[at]):
        at += 1
    return at - 1


def _unglued(text: str) -> str:
    """Return a short line with a space where a page glued a name, a date and a time together."""
    if len(text) > _GLUED or not any(map(str.isdigit, text)):
        return text
    text = _WORD_DATE.sub(" | ", text)
    return _YEAR_MORE.sub(r"\1 ", text)


def _language(texts: Sequence[str], is_body: Sequence[bool]) -> str:
    running = [text for text, kept in zip(texts, is_body, strict=True) if kept]
    long = [text for text in running or texts if len(text) > RUNNING]
    if sum(map(len, long)) >= _ENOUGH:
        return detect(" ".join(long[:40]))
    # The rows of a table do not show the language.
    is_text = sum(len(text) for text in running if ends_sentence(text)) >= RUNNING
    return detect(" ".join((running if is_text else texts)[:40]))
