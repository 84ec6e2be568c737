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
    "date-ambiguous": "date",
    "date-guessed": "date",
    "future-date": "date",
    "no-section": "section",
}
# Labels of the first choice, which accepts the article, for doubts that are not about a value.
_AS_IT_IS = {
    "no-date": "It has no date",
    "future-date": "The date is right: publish the article now",
    "no-section": "It has no section",
    "short-body": "The text is complete",
    "paywall": "The text is complete",
    "cut-off": "The beginning is enough",
    "mended": "The repaired text is right",
    "two-articles": "It is one article",
    "list-page": "It is an article, not a list",
    "consent-page": "The text is the article's",
    "near-copy": "Publish both",
}
# Labels of the choice that withholds an article whose text is in doubt.
_KEEP_BACK = {
    "short-body": "Keep it back",
    "paywall": "Keep it back",
    "cut-off": "Keep it back",
    "mended": "Keep it back",
    "two-articles": "Keep it back",
    "list-page": "Keep it back: it is not an article",
    "consent-page": "Keep it back: it is not an article",
    "near-copy": "Keep this one back",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A possible answer: the keys that it sets in the sidecar, and the origin of its value."""

    label: str
    sets: Mapping[str, object]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt about an article; the first of its choices accepts the present result.

    `field` is the one that a typed answer sets, "" if no answer can be typed.
    """

    code: str
    message: str
    field: str
    choices: tuple[Choice, ...]

    @property
    def doubt(self) -> str:
        """The message without its instructions for the sidecar."""
        parts = [part for part in self.message.split(". ") if "`" not in part]
        text = ". ".join(parts).rstrip(".") or self.message.rstrip(".")
        return f"{text[:1].upper()}{text[1:]}."


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
        Question(code, doubt.message, FIELD_OF.get(code, ""), _choices(article, code, candidates))
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
    if code in _KEEP_BACK:
        others.append(Choice(_KEEP_BACK[code], {"draft": True}))
    unlike: dict[str, Choice] = {}
    for choice in (accept, *others):
        unlike.setdefault(str(choice.sets), choice)
    return tuple(unlike.values())


def _accept(article: Article, code: str) -> Choice:
    """Return the choice that accepts the present result: it sets its value, or `settled`."""
    field = FIELD_OF.get(code)
    if field is None or code in _AS_IT_IS:
        settled = tuple(dict.fromkeys((*article.settled, code)))
        return Choice(_AS_IT_IS.get(code, "Leave it as it is"), {"settled": settled})
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
