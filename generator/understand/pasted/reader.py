"""Pasted page text → `Article`: every line is judged by what it is in the page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

from generator.config import Limits
from generator.models import Article, Problem, Source, Understood
from generator.text import NotText, squeeze
from generator.understand.damaged_text import readable
from generator.understand.genres.release_lines import unannounced
from generator.understand.layout.verse import with_stanzas
from generator.understand.layout.wrapped import unwrapped
from generator.understand.lines import drop_reasons, model
from generator.understand.lines.model import Chances
from generator.understand.lines.publication_date import Calendar, Dates, article_date, calendar_of
from generator.understand.pasted import body, head
from generator.understand.pasted.blocks import blocks
from generator.understand.pasted.dateline import stated_in
from generator.understand.pasted.genre import Genre, genre_of
from generator.understand.pasted.head import evidence, scope
from generator.understand.pasted.head.evidence import Considered
from generator.understand.pasted.head.facts import Facts, Head
from generator.understand.pasted.head.place import place
from generator.understand.pasted.head.signature import reporters
from generator.understand.pasted.head.unlabelled_names import opening_names
from generator.understand.pasted.headline import NONE, first_sentence, headline, unlabelled
from generator.understand.pasted.live import Live, with_times
from generator.understand.results import failed
from generator.understand.vocabulary.language import detect
from generator.understand.vocabulary.phrases import with_acronyms

_RUNNING = 60  # characters: shorter lines say little of the language
_SAMPLE = 20_000  # characters by which a word is known as a common one
_DATES = frozenset({"date", "updated"})
_NAMES = frozenset({"section", "outlet"})  # facts that no sentence of a text states
_GLUED = 160  # characters
_WORD_DATE = re.compile(r"(?<=[a-zà-ÿ]{2})(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})")
_YEAR_MORE = re.compile(r"(, (?:19|20)\d\d)(?=\d)")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a page that are not empty, and the number of each in the file."""

    numbers: Sequence[int]
    texts: Sequence[str]


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


def accepts(source: Source) -> bool:
    """Take whatever is left."""
    return bool(source.path)


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a pasted page, or what keeps it from being one."""
    del limits
    try:
        found = readable(source.data)
    except NotText as error:
        return _failed(source, f"{error}. Save the article as text and replace the file.")
    lines = split(found.text)
    if not lines.texts:
        return _failed(source, "the file is empty. Paste the article into it, or remove it.")
    if not any(sign.isalpha() for line in lines.texts for sign in line):
        return _failed(source, "the file has no words. Paste the article into it, or remove it.")
    understood = _article(source, lines)
    doubts = tuple(found.doubts(source.path))
    articles = tuple(
        replace(
            article,
            problems=(*article.problems, *doubts),
            blocks=with_stanzas(article.blocks, found.text),
        )
        for article in understood.articles
    )
    return replace(understood, articles=articles)


def split(text: str) -> Lines:
    """Return the lines of a text that say something, hard-wrapped paragraphs as one line each."""
    wrapped = list(enumerate(text.split("\n"), 1))
    rows = [(number, squeeze(line)) for number, line in unwrapped(wrapped)]
    rows = [(number, line) for number, line in rows if line]
    return Lines([number for number, _ in rows], [line for _, line in rows])


def considered(source: Source) -> tuple[Considered, ...]:
    """Return which lines of a pasted page may name its section and outlet, and what they lack."""
    try:
        lines = split(readable(source.data).text)
    except NotText:
        return ()
    return evidence.considered(_head(_page(lines, source.collected))) if lines.texts else ()


def _page(lines: Lines, collected: dt.date) -> Page:
    """Return what the lines of a page say of its headline, its dates and its text."""
    live = with_times(lines.numbers, [_unglued(text) for text in lines.texts])
    texts = list(live.texts)
    chances = model.weigh(texts)
    language = _language(texts, body.likely(chances))
    calendar = calendar_of(texts, language, collected)
    title, rival = headline(texts, chances, calendar)
    genre = genre_of(texts, live.numbers, title, calendar)
    rival = genre.rival(None if rival in live.entries else rival, title, texts)
    title = genre.title
    sure = live.entries | genre.text
    likely = [kept or at in sure for at, kept in enumerate(body.likely(chances, title))]
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
        dated=genre.dates(article_date(texts, title, likely, calendar), texts, calendar),
    )


def _article(source: Source, lines: Lines) -> Understood:
    """Return the article of a page: its facts first, for the lines that state them are no text."""
    page = _page(lines, source.collected)
    texts, title, numbers = page.lines.texts, page.title, page.lines.numbers
    page_head = _head(page)
    facts = page.genre.facts(head.facts(page_head), texts)
    sure = page.live.entries | page.genre.text | opening_names(facts, page_head)
    places = {**facts.lines, **_date_lines(page.dated)}
    used = frozenset({title, *places.values()}) - sure
    is_body = _body(page, used, sure)
    kept = list(compress(texts, is_body))
    if not kept:
        message = "no text below the title. Add the article's text, or remove the file."
        return _failed(source, message)
    facts = _apart(facts, is_body)
    stated = {name: at for name, at in places.items() if name in facts.lines or name in _DATES}
    if title != NONE:
        stated["title"] = title
    opening = _opening(texts, title, is_body)
    named = stated_in(kept, opening, page.genre.release.found, page.calendar)
    if "place" not in named and (stated_place := place(kept, texts, title, page.calendar)):
        named["place"] = stated_place
    found = _found(page, facts, named, kept)
    name = first_sentence(kept[0]) if title == NONE else unannounced(unlabelled(texts[title]))
    dropped = drop_reasons.dropped(numbers, texts, is_body, used, name)
    origins = {name: f"line {numbers[at]}" for name, at in stated.items()}
    article = Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=name,
        blocks=blocks(kept, name, list(compress(numbers, is_body))),
        language=page.language,
        dropped=(*page.live.dropped, *page.genre.reasons(dropped, numbers)),
        origins={"title": "text", "language": "text", **dict.fromkeys(named, "text"), **origins},
        problems=_doubts(source, title, None if page.rival is None else texts[page.rival]),
        **{**named, **found},
    )
    return Understood((article,))


def _date_lines(dated: Dates) -> dict[str, int]:
    """Return the lines that state when the article was published and updated."""
    marked = {"date": dated.published, "updated": dated.updated}
    return {field: found.at for field, found in marked.items() if found}


def _body(page: Page, used: frozenset[int], sure: frozenset[int]) -> list[bool]:
    """Return which lines are the text: those decided, and those that are `sure` to be."""
    decided = body.decide(page.lines.texts, page.chances, page.title, used)
    furniture = page.genre.furniture
    return [at in sure or (kept and at not in furniture) for at, kept in enumerate(decided)]


def _found(page: Page, facts: Facts, named: dict[str, Any], kept: Sequence[str]) -> dict[str, Any]:
    """Return what the head states, as far as what the text states (`named`) allows it.

    A place that is a word of the outlet's own before its text is taken out of `named`.
    """
    found = {**_dated(page.dated), **facts.found}
    if "section" in found:
        found["section"] = with_acronyms(found["section"], " ".join(kept))
    if str(found.get("outlet", "\n")).lower() in str(named.get("place", "")).lower():
        named.pop("place", None)
    line = page.lines.texts[facts.lines.get("section", page.title)]
    if found.get("section") == named.get("place") and page.calendar.dates(line):
        found.pop("section", None)  # the place before a date: "Northport – 10 March 2026"
    if not page.genre.release and (signed := reporters(kept)):
        found["authors"] = signed
    return found


def _apart(facts: Facts, is_body: Sequence[bool]) -> Facts:
    """Return the facts without those that a line of the text would state."""
    return facts.without(name for name, at in facts.lines.items() if name in _NAMES and is_body[at])


def _opening(texts: Sequence[str], title: int, is_body: Sequence[bool]) -> list[str]:
    """Return the lines of text right before the body: what is left of a dateline's paragraph."""
    first = is_body.index(True)
    return [line for line in texts[max(title, first - 2) + 1 : first] if len(line) > _RUNNING]


def _head(page: Page) -> Head:
    """Return the head of a page: what its facts are read from."""
    texts, title, is_body = page.lines.texts, page.title, page.likely
    around = scope.around(texts, title, is_body)
    spans = {}
    for at in around:
        found = page.calendar.dates(texts[at])
        if found:
            spans[at] = (page.calendar.begin(texts[at], found[0]), found[-1].end)
    line = page.dated.published.at if page.dated.published else None
    text = " ".join(text for text, kept in zip(texts, is_body, strict=True) if kept)[:_SAMPLE]
    last = max((at for at, kept in enumerate(is_body) if kept), default=title)
    far = scope.far(texts, title, is_body)
    return Head(texts, title, around, far, spans, line, last, text, is_body)


def _unglued(text: str) -> str:
    """Return a short line with a space where a page glued a name, a date and a time together."""
    if len(text) > _GLUED or not any(map(str.isdigit, text)):
        return text
    text = _WORD_DATE.sub(" | ", text)
    return _YEAR_MORE.sub(r"\1 ", text)


def _dated(dated: Dates) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if dated.published:
        date = dated.published.found
        found |= {"date": date.date, "date_inferred": date.inferred, "date_other": date.other}
    if dated.updated and not dated.updated.found.inferred:
        found["updated"] = dated.updated.found.date
    return found


def _language(texts: Sequence[str], is_body: Sequence[bool]) -> str:
    running = [text for text, kept in zip(texts, is_body, strict=True) if kept]
    long = [text for text in running or texts if len(text) > _RUNNING]
    return detect(" ".join((long or running or texts)[:40]))


def _doubts(source: Source, title: int, rival: str | None) -> tuple[Problem, ...]:
    if title == NONE:
        message = (
            "no headline was found: the first sentence is used instead. Set `title` in the sidecar."
        )
        return (Problem(source.path, "doubt", message, "no-title"),)
    if rival is None:
        return ()
    message = f"the title may also be: {rival[:120]}. Set `title` in the sidecar."
    return (Problem(source.path, "doubt", message, "title-candidates"),)


def _failed(source: Source, message: str) -> Understood:
    return failed(source, message)
