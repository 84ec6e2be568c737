"""The doubts about an article as questions, each with the answers to choose from. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from generator.config import Corrections
from generator.models import Article, Doubt, Problem
from generator.moments import Moment
from generator.review.candidates import Candidate
from generator.validation import ConfigError, validate

DOUBTS = frozenset(get_args(Doubt))
# The field that a doubt is about: setting it answers the doubt.
FIELD_OF: Mapping[str, str] = {
    "no-title": "title",
    "title-candidates": "title",
    "no-date": "date",
    "year-inferred": "date",
    "day-inferred": "date",
    "date-ambiguous": "date",
    "date-guessed": "date",
    "future-date": "date",
    "no-section": "section",
}
# Doubts about something else than a value: the article is accepted as it is.
_AS_IT_IS = frozenset(
    {"no-date", "future-date", "no-section", "short-body", "paywall", "cut-off", "mended"}
    | {"lost-letters", "two-articles", "list-page", "consent-page", "near-copy"}
)
# Doubts about the text, because of which an article may be withheld.
_OF_TEXT = _AS_IT_IS - FIELD_OF.keys()
# Of these doubts, those whose choices have phrases of their own.
_KEEP_BACK = frozenset({"list-page", "consent-page", "near-copy"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A possible answer: the keys that it sets in the sidecar, and the origin of its value.

    `label` is the value as it is shown, or the key of a phrase if `is_phrase`.
    """

    label: str
    sets: Mapping[str, object]
    origin: str = ""
    is_phrase: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt about an article; the first of its choices accepts the present result.

    `about` is the text, value or file that it is about, "" if there is none to name. `field` is the
    one that a typed answer sets, "" if no answer can be typed.
    """

    code: str
    about: str
    field: str
    choices: tuple[Choice, ...]


class NotAnswer(ConfigError):
    """The typed text is not a valid value of the field."""


def questions_of(
    article: Article, doubts: Iterable[Problem], candidates: Mapping[str, Sequence[Candidate]]
) -> tuple[Question, ...]:
    """Return the doubts about an article as questions, one per code; `candidates` are by field."""
    found: dict[str, Problem] = {}
    for doubt in doubts:
        if doubt.code in DOUBTS:
            found.setdefault(doubt.code, doubt)
    return tuple(
        Question(code, doubt.about, FIELD_OF.get(code, ""), _choices(article, code, candidates))
        for code, doubt in found.items()
    )


def typed(field: str, text: str) -> dict[str, object]:
    """Return the keys that a typed value of a field sets; `NotAnswer` says what is wrong."""
    if not text.strip():
        raise NotAnswer(f"{field}: nothing was typed.")
    checked = validate(Corrections, {field: text}, "the answer")
    return {field: getattr(checked, field)}


def _choices(
    article: Article, code: str, candidates: Mapping[str, Sequence[Candidate]]
) -> tuple[Choice, ...]:
    accept = _accept(article, code)
    field = FIELD_OF.get(code, "")
    others = [
        *(_other_dates(article, code) if field == "date" else ()),
        *(
            Choice(candidate.label, {field: candidate.value}, candidate.origin)
            for candidate in candidates.get(field, ())
        ),
    ]
    if field == "date":
        others.append(_dated(Moment(article.collected), "the day it was collected"))
    if code in _OF_TEXT:
        phrase = f"keep-back-{code}" if code in _KEEP_BACK else "keep-back"
        others.append(Choice(phrase, {"draft": True}, is_phrase=True))
    unlike: dict[str, Choice] = {}
    for choice in (accept, *others):
        unlike.setdefault(str(choice.sets), choice)
    return tuple(unlike.values())


def _accept(article: Article, code: str) -> Choice:
    """Return the choice that accepts the present result: it sets its value, or `settled`."""
    field = FIELD_OF.get(code)
    if field is None or code in _AS_IT_IS:
        settled = tuple(dict.fromkeys((*article.settled, code)))
        return Choice(f"accept-{code}", {"settled": settled}, is_phrase=True)
    value = article.title if field == "title" else article.date
    return Choice(str(value), {field: value}, article.origins.get(field, ""))


def _other_dates(article: Article, code: str) -> Iterator[Choice]:
    """Yield the dates that the doubt itself suggests."""
    if article.date and article.date_other and code == "date-ambiguous":
        yield _dated(Moment(article.date_other), "the same numbers")
    if article.date and code in {"year-inferred", "future-date"}:
        for year in (article.date.day.year - 1, article.date.day.year + 1):
            other = _in_year(article.date, year)
            if other.day <= article.collected + dt.timedelta(days=1):
                yield _dated(other, "another year")


def _dated(moment: Moment, origin: str) -> Choice:
    return Choice(str(moment), {"date": moment}, origin)


def _in_year(moment: Moment, year: int) -> Moment:
    """Return the same day of another year; the last of February for the 29th."""
    try:
        day = moment.day.replace(year=year)
    except ValueError:
        day = moment.day.replace(year=year, day=28)
    return Moment(day, moment.time)
