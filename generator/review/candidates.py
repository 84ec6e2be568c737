"""Possible values of an article's fields, from its source and its collection. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from generator.models import Article, BlockKind
from generator.moments import Moment
from generator.text import ends_sentence, squeeze
from generator.understand import Considered
from generator.understand.editor.trace import Line
from generator.understand.lines.publication_date import calendar_of

_MOST = 5  # values of a field from the source
_MOST_USED = 8  # names that other articles have
_SEARCHED = 300  # lines that are searched
_HEADLINE = range(12, 200)  # characters
_DATE_LINE = 220  # characters of a line in which a date is looked for


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value of a field: as shown, as written into the sidecar, and where it was found."""

    label: str
    value: str | Moment
    origin: str


@dataclass(frozen=True, slots=True)
class InUse:
    """The sections and outlets of the collection, the most frequent first."""

    sections: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()


def candidates_of(
    article: Article,
    lines: Sequence[Line],
    considered: Iterable[Considered],
    in_use: InUse,
) -> Mapping[str, tuple[Candidate, ...]]:
    """Return the candidates for title, date, section and outlet, without the present value."""
    facts = {squeeze(line.text) for line in lines if _states_fact(line)}
    offered: dict[str, list[str]] = {"section": [], "outlet": []}
    for item in considered:
        if item.field in offered and item.text not in facts:
            offered[item.field].append(item.text)
    found = {
        "title": _titles(article, lines),
        "date": _dates(article, lines),
        "section": (
            *_named(offered["section"], "on the page"),
            *_named(in_use.sections[:_MOST_USED], "in use"),
        ),
        "outlet": (
            *_named(offered["outlet"], "on the page"),
            *_named(in_use.outlets[:_MOST_USED], "in use"),
        ),
    }
    return {field: _others(found[field], getattr(article, field)) for field in found}


def _states_fact(line: Line) -> bool:
    """Return whether a line was recognised as a field of the article."""
    text = line.taken_for in {"", "empty", *get_args(BlockKind)}
    return not text and not line.taken_for.startswith("dropped")


def _named(names: Iterable[str], origin: str) -> Iterator[Candidate]:
    return (Candidate(name, name, origin) for name in names)


def _others(candidates: Iterable[Candidate], present: str | Moment | None) -> tuple[Candidate, ...]:
    """Return the candidates, each value once and without the present one."""
    unlike: dict[str, Candidate] = {}
    for candidate in candidates:
        if str(candidate.value) != str(present):
            unlike.setdefault(str(candidate.value).casefold(), candidate)
    return tuple(unlike.values())


def _titles(article: Article, lines: Sequence[Line]) -> list[Candidate]:
    """Return the lines that may be the headline: those that a doubt mentions, then the first."""
    doubted = [doubt.about for doubt in article.problems]
    fit = [
        (squeeze(line.text), line.number)
        for line in lines[:_SEARCHED]
        if len(line.text) in _HEADLINE and "title" not in line.taken_for
    ]
    named = [item for item in fit if any(item[0][:120] in about for about in doubted)]
    first = [item for item in fit if not ends_sentence(item[0])]
    return [
        Candidate(text, text, f"line {number}")
        for text, number in dict.fromkeys([*named, *first[:_MOST]])
    ]


def _dates(article: Article, lines: Sequence[Line]) -> list[Candidate]:
    """Return the first dates in the lines."""
    texts = [line.text for line in lines[:_SEARCHED] if any(map(str.isdigit, line.text))]
    calendar = calendar_of(texts, article.language, article.collected)
    found: dict[str, Candidate] = {}
    for line in lines[:_SEARCHED]:
        if len(line.text) > _DATE_LINE:
            continue
        for date in calendar.dates(line.text):
            text = str(date.date)
            found.setdefault(text, Candidate(text, date.date, f"line {line.number}"))
            if date.other:
                other = Moment(date.other)
                found.setdefault(
                    str(other), Candidate(str(other), other, f"line {line.number}, other order")
                )
    return list(found.values())[:_MOST]
