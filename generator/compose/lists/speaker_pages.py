"""The pages of speakers, their index, and the page of the dates ahead. Pure."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from generator.compose.article.entry import Entry, Quoted
from generator.compose.lists.collection import Shelf
from generator.compose.lists.views import Link, Links, View
from generator.compose.machine_readable.calendars import calendar_places
from generator.compose.voices.quotations_by_speaker import Voice, dates_ahead, quotations_of
from generator.compose.voices.statements import Agenda, Statement

INDEX, AHEAD = "voices/index.md", "ahead/index.md"
_PAGE_SIZE = 50  # quotations on a page
_DATES = 200  # on the page of dates ahead
_LEAST_DATES, _STORY_DATES = 2, 20  # in the timeline of a story
_OF_EDITION = 6  # quotations of an edition


def pages(shelf: Shelf) -> Iterator[View]:
    """Yield the index of speakers, the page of each, and the page of dates ahead, if any."""
    if shelf.voices.pages:
        yield _index(shelf)
    for path, voice in shelf.voices.pages.items():
        yield from _voice(shelf, path, voice)
    agenda = _agenda(shelf)
    if agenda:
        words = shelf.words
        files = calendar_places(shelf).items()
        yield View(
            "ahead",
            AHEAD,
            words("ahead"),
            summary=words("ahead-summary"),
            agenda=agenda,
            files=tuple((section or words("ahead"), place) for section, place in files),
        )


def link(shelf: Shelf, name: str) -> Link:
    """Return the link to a speaker's page; without a path if there is no page."""
    voice = shelf.voices.of(name)
    return Link(voice.name if voice else name, voice.path if voice else None)


def of_edition(shelf: Shelf, entries: Sequence[Entry]) -> tuple[Statement, ...]:
    """Return each speaker's longest quotation in an edition, the most quoted speaker first."""

    def name(quoted: Quoted) -> str | None:
        voice = shelf.voices.of(quoted.speaker)
        return voice.name if voice else None

    found = _by_speaker(entries, name)
    order = sorted(found, key=lambda name: (-len(found[name]), name))[:_OF_EDITION]
    return tuple(_longest(shelf, found[name]) for name in order)


def of_articles(shelf: Shelf, entries: Sequence[Entry]) -> tuple[Statement, ...]:
    """Return each speaker's longest quotation in some articles."""
    found = _by_speaker(entries, attrgetter("speaker"))
    return tuple(_longest(shelf, quotations) for quotations in found.values())


def _by_speaker(
    entries: Sequence[Entry], key: Callable[[Quoted], str | None]
) -> dict[str, list[tuple[Entry, Quoted]]]:
    """Return the quotations of articles by speaker, without those whose speaker is unknown."""
    found: defaultdict[str, list[tuple[Entry, Quoted]]] = defaultdict(list)
    for entry, quoted in quotations_of(entries):
        if (name := key(quoted)) is not None:
            found[name].append((entry, quoted))
    return found


def _longest(shelf: Shelf, quotations: Sequence[tuple[Entry, Quoted]]) -> Statement:
    """Return the longest quotation of a speaker, with the speaker's name."""
    entry, quoted = max(quotations, key=lambda item: len(item[1].text))
    return _statement(shelf, entry, quoted, named=True)


def dates_of(shelf: Shelf, entries: Sequence[Entry]) -> tuple[Agenda, ...]:
    """Return the dates that articles mention, in order, each from the first to mention it.

    A timeline of a single date is left out.
    """
    found: dict[str, tuple[Entry, Quoted]] = {}
    for entry in filter(attrgetter("may_be_quoted"), entries):
        for date, sentence in (*entry.mentioned, *entry.ahead):
            found.setdefault(date, (entry, sentence))
    if len(found) < _LEAST_DATES:
        return ()
    return tuple(
        Agenda(date, _label(shelf, date), (_statement(shelf, *found[date]),))
        for date in sorted(found)[-_STORY_DATES:]
    )


def _statement(shelf: Shelf, entry: Entry, quoted: Quoted, *, named: bool = False) -> Statement:
    speaker = link(shelf, quoted.speaker) if named else None
    before, after = ("", "") if named else (quoted.before, quoted.after)
    # American style puts the sentence's comma inside the quotation marks.
    text = quoted.text if after else quoted.text.removesuffix(",")
    return Statement(text, quoted.paragraph, shelf.card(entry), speaker, before, after)


def _index(shelf: Shelf) -> View:
    words = shelf.words
    voices = shelf.voices.pages.values()
    links = [
        Link(voice.name, voice.path, note=_count(shelf, voice), article=voice.quotations[0][0])
        for voice in voices
    ]
    return View(
        "voices",
        INDEX,
        words("voices"),
        summary=words("voices-summary"),
        links=(Links("", tuple(links), "dated"),),
    )


def _count(shelf: Shelf, voice: Voice) -> str:
    return shelf.words.count("count-quotations", len(voice.quotations))


def _voice(shelf: Shelf, path: str, voice: Voice) -> Iterator[View]:
    quotations = voice.quotations
    parts = [quotations[at : at + _PAGE_SIZE] for at in range(0, len(quotations), _PAGE_SIZE)]
    stem = path.removesuffix(".md")
    paths = [path, *(f"{stem}/page-{number}.md" for number in range(2, len(parts) + 1))]
    view = View(
        "voice",
        path,
        voice.name,
        kicker=shelf.words("voice"),
        facts=(_count(shelf, voice), shelf.count(len(voice.entries))),
    )
    for at, part in enumerate(parts):
        yield replace(
            view,
            path=paths[at],
            statements=tuple(_statement(shelf, entry, quoted) for entry, quoted in part),
            newer=Link(shelf.words("newer"), paths[at - 1]) if at else None,
            older=Link(shelf.words("older"), paths[at + 1]) if at + 1 < len(parts) else None,
        )


def _agenda(shelf: Shelf) -> tuple[Agenda, ...]:
    return tuple(
        Agenda(
            date,
            _label(shelf, date),
            tuple(_statement(shelf, entry, sentence) for entry, sentence in found),
        )
        for date, found in list(dates_ahead(shelf.entries).items())[:_DATES]
    )


def _label(shelf: Shelf, date: str) -> str:
    """Return a date as readers read it: a day, a month or a year."""
    if len(date) == len("2025"):
        return date
    if len(date) == len("2025-09"):
        return shelf.words.month(dt.date.fromisoformat(f"{date}-01"))
    return shelf.words.day(dt.date.fromisoformat(date))
