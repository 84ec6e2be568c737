"""Reads a pasted page as an `Article`: each line is classified."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

from generator.config import Limits
from generator.models import Article, Problem, Source, Understood
from generator.text import NotText
from generator.understand.damaged_text import readable
from generator.understand.genres.release_dateline import is_wire
from generator.understand.genres.release_lines import unannounced
from generator.understand.layout.verse import with_stanzas
from generator.understand.lines import drop_reasons
from generator.understand.lines.publication_date import TIME, Calendar, Dates
from generator.understand.pasted import body, dateline, head
from generator.understand.pasted.blocks import blocks
from generator.understand.pasted.head import evidence
from generator.understand.pasted.head.evidence import Considered
from generator.understand.pasted.head.facts import Facts
from generator.understand.pasted.head.place import place
from generator.understand.pasted.head.signature import reporters
from generator.understand.pasted.head.unlabelled_names import opening_names
from generator.understand.pasted.headline import NONE
from generator.understand.pasted.headline_wording import first_sentence, unlabelled
from generator.understand.pasted.page import RUNNING, Lines, Page, head_of, page_of, split
from generator.understand.reader_results import failed
from generator.understand.vocabulary.head_phrases import with_acronyms
from generator.understand.vocabulary.outlet_forms import is_agency

_DATES = frozenset({"date", "updated"})
_NAMES = frozenset({"section", "outlet"})  # facts that no sentence of a text states


def accepts(source: Source) -> bool:
    """Take whatever is left."""
    return bool(source.path)


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a pasted page, or the problem that prevents reading it."""
    del limits
    try:
        found = readable(source.data)
    except NotText as error:
        return failed(source, f"{error}. Save the article as text and replace the file.")
    lines = split(found.text)
    if not lines.texts:
        return failed(source, "the file is empty. Paste the article into it, or remove it.")
    if not any(sign.isalpha() for line in lines.texts for sign in line):
        return failed(source, "the file has no words. Paste the article into it, or remove it.")
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


def considered(source: Source) -> tuple[Considered, ...]:
    """Return the candidates for the fields of a page's head, and why they were rejected."""
    try:
        lines = split(readable(source.data).text)
    except NotText:
        return ()
    if not lines.texts:
        return ()
    page = page_of(lines, source.collected)
    found = (
        evidence.considered(head_of(page), article, page.calendar)
        for article in _article(source, lines).articles
    )
    return next(found, ())


@dataclass(frozen=True, slots=True)
class _Reading:
    """Which lines of a page are its text, and what the others state: facts and their lines.

    `used` are the lines that state something, whether they are part of the text or not.
    """

    is_body: Sequence[bool]
    facts: Facts
    places: Mapping[str, int]
    used: frozenset[int]


def _read(page: Page) -> _Reading:
    """Return what the lines of a page state, and which are its text."""
    texts = page.lines.texts
    page_head = head_of(page)
    facts = page.genre.facts(head.facts(page_head), texts)
    sure = page.live.entries | page.genre.text | opening_names(facts, page_head)
    marked = {"date": page.dated.published, "updated": page.dated.updated}
    places = {**facts.lines, **{name: date.at for name, date in marked.items() if date}}
    times = {
        at + 1
        for at in [date.at for date in marked.values() if date]
        if _is_time(texts[at + 1 : at + 2])
    }
    used = frozenset({page.title, *places.values(), *times}) - sure
    is_body = [
        at in sure or (kept and at not in page.genre.furniture)
        for at, kept in enumerate(body.decide(texts, page.chances, page.title, used))
    ]
    facts = _apart(facts, is_body)
    places = {name: at for name, at in places.items() if name in facts.lines or name in _DATES}
    return _Reading(is_body, facts, places, used)


def _is_time(lines: Sequence[str]) -> bool:
    return any(map(TIME.fullmatch, lines))


def _article(source: Source, lines: Lines) -> Understood:
    page = page_of(lines, source.collected)
    lines, title, reading = page.lines, page.title, _read(page)
    text = list(compress(lines.texts, reading.is_body))
    if not text:
        message = "no text below the title. Add the article's text, or remove the file."
        return failed(source, message)
    places = {**reading.places, **({} if title == NONE else {"title": title})}
    name = first_sentence(text[0]) if title == NONE else unannounced(unlabelled(lines.texts[title]))
    found = _found(page, reading, text)
    named = _named(page, reading, text, found)
    section_line = lines.texts[reading.facts.lines.get("section", title)]
    _keep_place(found, named, section_line, page.calendar)
    dropped = drop_reasons.dropped(lines.numbers, lines.texts, reading.is_body, reading.used, name)
    stated = {name: f"line {lines.numbers[at]}" for name, at in places.items()}
    article = Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=name,
        blocks=blocks(text, name, list(compress(lines.numbers, reading.is_body))),
        language=page.language,
        dropped=(*page.live.dropped, *page.genre.reasons(dropped, lines.numbers)),
        origins={"title": "text", "language": "text", **dict.fromkeys(named, "text"), **stated},
        problems=_doubts(source, title, None if page.rival is None else lines.texts[page.rival]),
        **{**named, **found},
    )
    return Understood((article,))


def _found(page: Page, reading: _Reading, text: Sequence[str]) -> dict[str, Any]:
    """Return the fields that lines around the text state, and the reporters that open it."""
    found = {**_dated(page.dated), **reading.facts.found}
    if "section" in found:
        found["section"] = with_acronyms(found["section"], " ".join(text))
    opening = () if page.genre.release else reporters(text)
    if opening:
        found["authors"] = opening
    return found


def _named(
    page: Page, reading: _Reading, text: Sequence[str], found: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the fields that the text itself names; `found` are those around it."""
    texts, title, calendar = page.lines.texts, page.title, page.calendar
    named: dict[str, Any] = dateline.facts_in(text, calendar) or dateline.facts_in(
        _opening(texts, title, reading.is_body), calendar
    )
    outlet = named.get("outlet", "")
    if is_agency(outlet) or is_wire(outlet):
        named.pop("outlet")  # whom the text comes from, not where it appeared
    town = page.genre.release.found.get("place") or named.get("place")
    town = town or place(text, texts, title, calendar)
    is_of_outlet = str(found.get("outlet", "\n")).lower() in str(town or "").lower()
    if town and not is_of_outlet:
        named["place"] = town
    else:
        named.pop("place", None)  # a word of the outlet's own before its text
    return named


def _keep_place(
    found: dict[str, Any], named: dict[str, Any], line: str, calendar: Calendar
) -> None:
    """Take back a section that is the place before a date: "Northport – 10 March 2026"."""
    if found.get("section") == named.get("place") and calendar.any_dates(line):
        found.pop("section", None)


def _apart(facts: Facts, is_body: Sequence[bool]) -> Facts:
    """Return the facts without those that a line of the text would state."""
    return facts.without(name for name, at in facts.lines.items() if name in _NAMES and is_body[at])


def _opening(texts: Sequence[str], title: int, is_body: Sequence[bool]) -> list[str]:
    """Return the lines of text right before the body: what is left of a dateline's paragraph."""
    first = is_body.index(True)
    return [line for line in texts[max(title, first - 2) + 1 : first] if len(line) > RUNNING]


def _dated(dated: Dates) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if dated.published:
        date = dated.published.found
        found |= {"date": date.date, "date_inferred": date.inferred, "date_other": date.other}
    if dated.updated and not dated.updated.found.inferred:
        found["updated"] = dated.updated.found.date
    return found


def _doubts(source: Source, title: int, rival: str | None) -> tuple[Problem, ...]:
    if title == NONE:
        message = (
            "no headline was found: the first sentence is used instead. Set `title` in the sidecar."
        )
        return (Problem(source.path, "doubt", message, "no-title"),)
    if rival is None:
        return ()
    message = f"the title may also be: {rival[:120]}. Set `title` in the sidecar."
    return (Problem(source.path, "doubt", message, "title-candidates", rival[:120]),)
